/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "dossier-read.h"
#include "dossier-write.h"
#include "content.h"
#include "pack-error.h"

#include <string.h>

static AccordDossierRecord *
find (AccordDossier *dossier, const char *uid)
{
  AccordDossierRecord *record = g_hash_table_lookup (dossier->records, uid);

  g_assert_nonnull (record);
  return record;
}

static guint
count_kind (AccordDossier *dossier, const char *kind)
{
  g_autoptr (GPtrArray) records = accord_dossier_list_records (dossier);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += strcmp (((AccordDossierRecord *) records->pdata[i])->kind, kind) == 0;
  return n;
}

/* Everything that belongs to a case is there, and what it refers to is known by name. */
static void
test_whole (Travel *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    guint n;
  } parts[] = { { "case", 1 }, { "option", 2 },   { "appraisal", 1 }, { "cost", 1 },        { "outcome", 1 },
                { "gain", 1 }, { "scenario", 1 }, { "document", 1 },  { "endorsement", 2 }, { "caveat", 1 } };
  g_autoptr (AccordDossier) dossier = travel_read (self->home, self->business_case);
  g_autofree char *council = travel_dup_uid (self->home, "organisation", self->asker);
  const AccordDossierOther *other = g_hash_table_lookup (dossier->others, council);
  JsonObject *option;

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpuint (count_kind (dossier, parts[i].kind), ==, parts[i].n);
  g_assert_nonnull (other);
  g_assert_cmpstr (other->name, ==, "The Council");
  g_assert_nonnull (dossier->figures);
  option = json_array_get_object_element (json_object_get_array_member (dossier->figures, "options"), 0);
  g_assert_cmpint (json_object_get_int_member (option, "npsv"), !=, 0);
  g_assert_cmpint (json_object_get_int_member (option, "npsv"), ==,
                   json_object_get_int_member (option, "pvb") - json_object_get_int_member (option, "pvc"));
}

/* As text and back, it is the same; and it is the same each time it is read. */
static void
test_text (Travel *self, gconstpointer data)
{
  g_autoptr (AccordDossier) one = travel_read (self->home, self->business_case);
  g_autoptr (AccordDossier) two = travel_read (self->home, self->business_case);
  g_autofree char *text = accord_dossier_dup_json (one), *again = accord_dossier_dup_json (two), *back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) read = accord_dossier_parse (text, -1, &error);

  (void) data;
  g_assert_no_error (error);
  back = accord_dossier_dup_json (read);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (text, ==, back);
}

typedef struct
{
  AccordDossier *dossier;
  AccordDossier *before;
  gint64 id;
  const char *sort;
  GBytes *file;
} Writing;

static gboolean
write_dossier (AccordWriter *writer, gpointer data, GError **error)
{
  Writing *self = data;
  const AccordFreeze freeze = { .sort = self->sort, .dated = TODAY };
  g_autoptr (AccordRecord) version = NULL;

  if (self->file != NULL)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (self->file);
      g_autofree char *digest = NULL;
      gint64 size;

      if (!accord_writer_add_content (writer, stream, 0, "plan", NULL, NULL, &digest, &size, error))
        return FALSE;
    }
  self->id = accord_dossier_write (writer, self->dossier, self->before, error);
  if (self->id == 0)
    return FALSE;
  version = accord_dossier_keep (writer, self->dossier, self->id, &freeze, error);
  return version != NULL;
}

/* Written elsewhere, it reads as it did where it came from, figures and all. */
static void
test_elsewhere (Travel *self, gconstpointer data)
{
  static const char plan[] = "The plan, in full.\n";
  g_autoptr (AccordWorkspace) other = travel_make_workspace (self, "other.accord");
  g_autoptr (GBytes) file = g_bytes_new_static (plan, strlen (plan));
  Writing writing = { travel_read (self->home, self->business_case), NULL, 0, "received", file };
  g_autoptr (AccordDossier) there = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (other, "Bring", write_dossier, &writing, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  there = travel_read (other, writing.id);
  before = accord_dossier_dup_json (writing.dossier);
  after = accord_dossier_dup_json (there);
  g_assert_cmpstr (before, ==, after);
  travel_check (other);
  accord_dossier_free (writing.dossier);
  accord_workspace_close (other);
}

/* An organisation that is known here by its code goes on being called as it came. */
static void
test_recognised (Travel *self, gconstpointer data)
{
  static const char plan[] = "The plan, in full.\n";
  g_autoptr (AccordWorkspace) other = travel_make_workspace (self, "other.accord");
  g_autoptr (AccordRecord) known = travel_new (other, "organisation");
  g_autoptr (GBytes) file = g_bytes_new_static (plan, strlen (plan));
  Writing writing = { NULL, NULL, 0, "received", file };
  g_autoptr (AccordDossier) there = NULL;
  g_autofree char *before = NULL, *after = NULL, *uid = NULL;
  g_autoptr (AccordRecord) moved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  (void) data;
  travel_set_text (self->home, "organisation", self->one.organisation, "ods-code", "Y01");
  writing.dossier = travel_read (self->home, self->business_case);
  accord_record_set_text (known, "name", "The GP Federation Ltd");
  accord_record_set_text (known, "ods-code", "Y01");
  travel_save (other, known);
  change = accord_workspace_write (other, "Bring", write_dossier, &writing, NULL, &error);
  g_assert_no_error (error);
  /* The Council and the Trust stand in; the federation was there. */
  g_assert_cmpint (travel_count (other, "organisation"), ==, 3);
  there = travel_read (other, writing.id);
  uid = travel_dup_uid (self->home, "organisation", self->one.organisation);
  g_assert_cmpstr (((AccordDossierOther *) g_hash_table_lookup (there->others, uid))->name, ==,
                   "The GP Federation Ltd");
  for (guint i = 0; i < 2; i++)
    {
      AccordDossier *dossier = i == 0 ? writing.dossier : there;

      g_hash_table_remove_all (dossier->others);
      json_object_unref (g_steal_pointer (&dossier->figures));
    }
  before = accord_dossier_dup_json (writing.dossier);
  after = accord_dossier_dup_json (there);
  g_assert_cmpstr (before, ==, after);
  accord_dossier_free (writing.dossier);
  accord_workspace_close (other);
}

/* A dossier whose record hangs on another case is refused, and nothing of it is written. */
static void
test_stranger (Travel *self, gconstpointer data)
{
  g_autoptr (AccordRecord) second = travel_new (self->home, "case");
  Writing writing = { travel_read (self->home, self->business_case), NULL, 0, "received", NULL };
  g_autofree char *uid = NULL, *value = NULL, *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) records = accord_dossier_list_records (writing.dossier);
  g_autoptr (GError) error = NULL;

  (void) data;
  accord_record_set_text (second, "name", "Another case");
  travel_save (self->home, second);
  uid = g_strdup (accord_record_get_uid (second));
  value = g_strdup_printf ("\"%s\"", uid);
  for (guint i = 0; i < records->len; i++)
    {
      AccordDossierRecord *record = records->pdata[i];

      if (strcmp (record->kind, "option") == 0)
        accord_dossier_record_put (record, "case", value);
    }
  before = travel_dup_state (self->home);
  writing.before = accord_dossier_copy (writing.dossier);
  g_assert_null (accord_workspace_write (self->home, "Bring", write_dossier, &writing, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
  accord_dossier_free (writing.before);
  accord_dossier_free (writing.dossier);
}

/* A record of another case here cannot be drawn into this one. */
static void
test_stolen (Travel *self, gconstpointer data)
{
  g_autoptr (AccordRecord) second = travel_new (self->home, "case");
  g_autoptr (AccordRecord) option = travel_new (self->home, "option");
  Writing writing = { travel_read (self->home, self->business_case), NULL, 0, "received", NULL };
  AccordDossierRecord *stolen;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  accord_record_set_text (second, "name", "Another case");
  travel_save (self->home, second);
  accord_record_set_text (option, "name", "Its option");
  accord_record_set_int (option, "case", accord_record_get_id (second));
  travel_save (self->home, option);
  writing.before = accord_dossier_copy (writing.dossier);
  stolen = accord_dossier_take_record (writing.dossier, "option", accord_record_get_uid (option));
  value = g_strdup_printf ("\"%s\"", writing.dossier->case_uid);
  accord_dossier_record_put (stolen, "case", value);
  accord_dossier_record_put (stolen, "name", "\"Mine now\"");
  g_assert_null (accord_workspace_write (self->home, "Bring", write_dossier, &writing, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_UNSAFE);
  accord_dossier_free (writing.before);
  accord_dossier_free (writing.dossier);
}

/* An edit follows what was frozen; what was not touched has no descent. */
static void
test_descent (Travel *self, gconstpointer data)
{
  Writing writing = { travel_read (self->home, self->business_case), NULL, 0, "kept", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordDossier) now = NULL;
  AccordDossierRecord *own;
  const AccordDossierField *summary, *economic, *born;

  (void) data;
  writing.before = accord_dossier_copy (writing.dossier);
  change = accord_workspace_write (self->home, "Keep", write_dossier, &writing, NULL, &error);
  g_assert_no_error (error);
  travel_set_text (self->home, "case", self->business_case, "summary", "Six neighbourhoods.");
  travel_delete (self->home, "caveat", self->caveat);
  now = travel_read (self->home, self->business_case);
  own = find (now, now->case_uid);
  summary = g_hash_table_lookup (own->fields, "summary");
  economic = g_hash_table_lookup (own->fields, "economic");
  born = g_hash_table_lookup (find (writing.dossier, now->case_uid)->fields, "summary");
  g_assert_nonnull (summary->before);
  g_assert_cmpstr (summary->before->pdata[0], ==, born->revision);
  g_assert_true (economic->before == NULL || economic->before->len == 0);
  {
    g_autofree char *uid = travel_dup_uid (self->home, "caveat", self->caveat);

    g_assert_true (accord_dossier_record_is_deleted (find (now, uid)));
  }
  accord_dossier_free (writing.before);
  accord_dossier_free (writing.dossier);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/dossier-read/whole", test_whole);
  TRAVEL_TEST ("/review/dossier-read/text", test_text);
  TRAVEL_TEST ("/review/dossier-read/elsewhere", test_elsewhere);
  TRAVEL_TEST ("/review/dossier-read/recognised", test_recognised);
  TRAVEL_TEST ("/review/dossier-read/stranger", test_stranger);
  TRAVEL_TEST ("/review/dossier-read/stolen", test_stolen);
  TRAVEL_TEST ("/review/dossier-read/descent", test_descent);
  return g_test_run ();
}
