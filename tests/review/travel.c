/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "attach.h"
#include "history.h"
#include "dossier-read.h"
#include "editions.h"

#include <glib/gstdio.h>
#include <string.h>

char *
travel_path (Travel *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

GFile *
travel_file (Travel *self, const char *name)
{
  g_autofree char *path = travel_path (self, name);

  return g_file_new_for_path (path);
}

AccordWorkspace *
travel_make_workspace (Travel *self, const char *name)
{
  g_autofree char *path = travel_path (self, name);
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  return workspace;
}

static const AccordKind *
find_kind (AccordWorkspace *workspace, const char *name)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), name);

  g_assert_nonnull (kind);
  return kind;
}

AccordRecord *
travel_new (AccordWorkspace *workspace, const char *kind)
{
  AccordRecord *record = accord_record_new (find_kind (workspace, kind));

  accord_record_fill_in (record);
  return record;
}

gint64
travel_save (AccordWorkspace *workspace, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save (workspace, record, NULL, &error);

  g_assert_no_error (error);
  return accord_record_get_id (record);
}

AccordRecord *
travel_get (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordRecord *record =
      accord_workspace_get_record (workspace, find_kind (workspace, kind), id, NULL, &error);

  g_assert_no_error (error);
  return record;
}

typedef struct
{
  const AccordKind *kind;
  const char *uid;
  gint64 number;
  char *text;
} Asking;

static gpointer
ask_find (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;
  gint64 id = accord_reader_find (reader, asking->kind, asking->uid, error);

  return id != 0 ? accord_reader_get (reader, asking->kind, id, error) : NULL;
}

AccordRecord *
travel_find (AccordWorkspace *workspace, const char *kind, const char *uid)
{
  Asking asking = { find_kind (workspace, kind), uid, 0, NULL };
  g_autoptr (GError) error = NULL;
  AccordRecord *record = accord_workspace_read (workspace, ask_find, &asking, NULL, &error);

  g_assert_no_error (error);
  return record;
}

char *
travel_dup_uid (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  return g_strdup (accord_record_get_uid (record));
}

void
travel_set_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field,
                 const char *value)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  accord_record_set_text (record, field, value);
  travel_save (workspace, record);
}

static gboolean
delete_one (AccordWriter *writer, gpointer data, GError **error)
{
  Asking *asking = data;

  return accord_writer_delete (writer, asking->kind, asking->number, error);
}

void
travel_delete (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  Asking asking = { find_kind (workspace, kind), NULL, id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, "Delete", delete_one, &asking, NULL, &error);

  g_assert_no_error (error);
}

static gpointer
ask_sql (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (AccordRows) rows = accord_reader_query (reader, asking->text, error);

  if (rows == NULL || !accord_rows_next (rows, error))
    return NULL;
  return g_strdup (accord_rows_text (rows, 0));
}

static char *
dup_answer (AccordWorkspace *workspace, const char *sql)
{
  Asking asking = { NULL, NULL, 0, (char *) sql };
  g_autoptr (GError) error = NULL;
  char *answer = accord_workspace_read (workspace, ask_sql, &asking, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

gint64
travel_count (AccordWorkspace *workspace, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE deleted IS NULL", kind);
  g_autofree char *answer = dup_answer (workspace, sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

gint64
travel_case (AccordWorkspace *workspace)
{
  g_autofree char *answer =
      dup_answer (workspace, "SELECT coalesce (min (id), 0) FROM \"case\" WHERE deleted IS NULL");

  return g_ascii_strtoll (answer, NULL, 10);
}

char *
travel_dup_state (AccordWorkspace *workspace)
{
  return dup_answer (workspace,
                     "SELECT coalesce ((SELECT hash FROM change ORDER BY id DESC LIMIT 1), '') || ' ' ||"
                     " (SELECT count (*) FROM journal) || ' ' || (SELECT count (*) FROM content)");
}

void
travel_undo (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_undo (workspace, NULL, &error);

  g_assert_no_error (error);
}

void
travel_check (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report = accord_workspace_check (workspace, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) report->problems->pdata[i]);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

static gpointer
ask_dossier (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;

  return accord_dossier_read (reader, asking->number, error);
}

AccordDossier *
travel_read (AccordWorkspace *workspace, gint64 business_case)
{
  Asking asking = { NULL, NULL, business_case, NULL };
  g_autoptr (GError) error = NULL;
  AccordDossier *dossier = accord_workspace_read (workspace, ask_dossier, &asking, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

static gint64
add (AccordWorkspace *workspace, const char *kind, const char *title, const char *field, gint64 id)
{
  g_autoptr (AccordRecord) record = travel_new (workspace, kind);
  const AccordKind *described = accord_record_get_kind (record);

  accord_record_set_text (record, described->fields[described->title_field].name, title);
  if (field != NULL)
    accord_record_set_int (record, field, id);
  return travel_save (workspace, record);
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *appraisal = data;

  return accord_editions_settle (writer, appraisal, error) && accord_writer_insert (writer, appraisal, error);
}

static void
add_lines (Travel *self, gint64 option)
{
  g_autoptr (AccordRecord) cost = travel_new (self->home, "cost");
  g_autoptr (AccordRecord) outcome = travel_new (self->home, "outcome");
  g_autoptr (AccordRecord) gain = travel_new (self->home, "gain");

  accord_record_set_text (cost, "name", "Staff");
  accord_record_set_int (cost, "option", option);
  accord_record_set_int (cost, "organisation", self->asker);
  accord_record_set_text (cost, "amounts", "2017/18 150000.00\n2018/19 150000.00");
  travel_save (self->home, cost);
  accord_record_set_text (outcome, "name", "Fewer emergency admissions");
  accord_record_set_int (outcome, "option", option);
  accord_record_set_text (outcome, "need", "1000");
  accord_record_set_text (outcome, "engagement", "0.6");
  accord_record_set_text (outcome, "impact", "0.5");
  accord_record_set_text (outcome, "deadweight", "0.1");
  accord_record_set_int (outcome, "unit-value", 123400);
  travel_save (self->home, outcome);
  accord_record_set_int (gain, "outcome", accord_record_get_id (outcome));
  accord_record_set_int (gain, "organisation", self->one.organisation);
  accord_record_set_text (gain, "share", "1");
  travel_save (self->home, gain);
}

static void
add_appraisal (Travel *self)
{
  g_autoptr (AccordRecord) appraisal = travel_new (self->home, "appraisal");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  gint64 option = add (self->home, "option", "Neighbourhood teams", "case", self->business_case);
  g_autoptr (AccordRecord) scenario = travel_new (self->home, "scenario");

  add (self->home, "option", "Carry on as now", "case", self->business_case);
  accord_record_set_int (appraisal, "case", self->business_case);
  accord_record_set_int (appraisal, "base-year", 2017);
  accord_record_set_int (appraisal, "horizon", 5);
  change = accord_workspace_write (self->home, "Appraise", settle, appraisal, NULL, &error);
  g_assert_no_error (error);
  self->appraisal = accord_record_get_id (appraisal);
  add_lines (self, option);
  accord_record_set_text (scenario, "name", "Half as many");
  accord_record_set_int (scenario, "appraisal", self->appraisal);
  accord_record_set_text (scenario, "changes", "* need × 0.5");
  travel_save (self->home, scenario);
}

static void
add_document (Travel *self)
{
  g_autoptr (GFile) file = travel_file (self, "plan.txt");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AccordRecord) preset = travel_new (self->home, "document");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "The plan, in full.\n", -1, &error);
  g_assert_no_error (error);
  accord_record_set_int (preset, "case", self->business_case);
  self->document = accord_attach (self->home, file, preset, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
add_said (Travel *self)
{
  const gint64 cases[] = { self->business_case };
  g_autoptr (AccordRecord) awaited = travel_new (self->home, "endorsement");
  g_autoptr (AccordRecord) given = travel_new (self->home, "endorsement");
  g_autoptr (AccordRecord) caveat = travel_new (self->home, "caveat");
  gint64 body_one = add (self->home, "body", "Board", "organisation", self->one.organisation);
  gint64 body_two = add (self->home, "body", "Governing Body", "organisation", self->two.organisation);

  accord_record_set_text (awaited, "who", "Board of the federation");
  accord_record_set_int (awaited, "body", body_one);
  accord_record_set_ids (awaited, "cases", cases, 1);
  self->awaited = travel_save (self->home, awaited);
  accord_record_set_text (given, "who", "Governing Body");
  accord_record_set_int (given, "body", body_two);
  accord_record_set_text (given, "outcome", "endorsed-with-caveats");
  accord_record_set_text (given, "date", "2017-03-01");
  accord_record_set_ids (given, "cases", cases, 1);
  travel_save (self->home, given);
  accord_record_set_text (caveat, "text", "Show where the staff come from");
  accord_record_set_int (caveat, "raised-by", body_two);
  accord_record_set_int (caveat, "endorsement", accord_record_get_id (given));
  accord_record_set_ids (caveat, "cases", cases, 1);
  self->caveat = travel_save (self->home, caveat);
}

static void
add_case (Travel *self)
{
  g_autoptr (AccordRecord) record = travel_new (self->home, "case");
  gint64 programme = add (self->home, "programme", "Locality plan", NULL, 0);

  self->asker = add (self->home, "organisation", "The Council", NULL, 0);
  self->one.organisation = add (self->home, "organisation", "GP Federation", NULL, 0);
  self->two.organisation = add (self->home, "organisation", "Community Trust", NULL, 0);
  accord_record_set_text (record, "name", "Neighbourhood Model");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_int (record, "programme", programme);
  accord_record_set_int (record, "organisation", self->asker);
  accord_record_set_text (record, "summary", "Teams in five neighbourhoods.\nOne front door.");
  accord_record_set_text (record, "economic", "It pays back within four years.");
  self->business_case = travel_save (self->home, record);
}

static AccordKeyPair *
make_key (const char *holder)
{
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = accord_key_pair_new (holder, &error);

  g_assert_no_error (error);
  return pair;
}

void
travel_set_up (Travel *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  self->folder = g_dir_make_tmp ("accord-review-XXXXXX", &error);
  g_assert_no_error (error);
  self->schema = accord_model_schema_new ();
  self->home = travel_make_workspace (self, "home.accord");
  self->key = make_key ("The Council");
  self->one.key = make_key ("GP Federation");
  self->two.key = make_key ("Community Trust");
  add_case (self);
  add_appraisal (self);
  add_document (self);
  add_said (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
close_workspace (AccordWorkspace *workspace)
{
  if (workspace == NULL)
    return;
  travel_check (workspace);
  accord_workspace_close (workspace);
  g_object_unref (workspace);
}

void
travel_tear_down (Travel *self, gconstpointer data)
{
  (void) data;
  close_workspace (self->home);
  close_workspace (self->one.reading);
  close_workspace (self->two.reading);
  g_object_unref (self->schema);
  accord_key_pair_unref (self->key);
  accord_key_pair_unref (self->one.key);
  accord_key_pair_unref (self->two.key);
  remove_folder (self->folder);
  g_free (self->folder);
}

AccordPack *
travel_open_pack (GFile *file)
{
  g_autoptr (GError) error = NULL;
  AccordPack *pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

AccordPack *
travel_send_from (Travel *self, AccordWorkspace *from, gint64 business_case, gint64 asker, const gint64 *to,
                  gsize n_to, AccordKeyPair *key, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  const AccordSend send = { .business_case = business_case,
                            .organisations = to,
                            .n_organisations = n_to,
                            .due = "2017-07-01",
                            .from = asker,
                            .signer = key,
                            .file = file,
                            .today = TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_review_send (from, &send, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return travel_open_pack (file);
}

AccordPack *
travel_send (Travel *self, const char *name)
{
  const gint64 to[] = { self->one.organisation, self->two.organisation };

  return travel_send_from (self, self->home, self->business_case, 0, to, 2, self->key, name);
}

/* The review that a pack asks a partner for. */
static const char *
find_review (Travel *self, Partner *partner, AccordPack *pack)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *uid = travel_dup_uid (self->home, "organisation", partner->organisation);

  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *to = manifest->to->pdata[i];

      if (strcmp (to->uid, uid) == 0)
        return to->review;
    }
  g_assert_not_reached ();
}

void
travel_start (Travel *self, Partner *partner, AccordPack *pack)
{
  g_autofree char *folder = travel_path (self, "reviews");
  g_autoptr (GError) error = NULL;

  close_workspace (partner->reading);
  partner->reading = accord_reading_open (pack, find_review (self, partner, pack), self->schema, folder, NULL,
                                          NULL, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
ask_reading (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reading_read (reader, error);
}

gint64
travel_review (Partner *partner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordReading) reading =
      accord_workspace_read (partner->reading, ask_reading, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading->review;
}

gint64
travel_comment (Partner *partner, const char *sort, const char *text)
{
  g_autoptr (AccordRecord) comment = travel_new (partner->reading, "comment");

  accord_record_set_text (comment, "text", text);
  accord_record_set_text (comment, "sort", sort);
  accord_record_set_int (comment, "case", travel_case (partner->reading));
  accord_record_set_int (comment, "review", travel_review (partner));
  accord_record_set_text (comment, "section", "economic");
  return travel_save (partner->reading, comment);
}

typedef struct
{
  gint64 review;
  AccordDecision decision;
} Deciding;

static gboolean
decide (AccordWriter *writer, gpointer data, GError **error)
{
  Deciding *deciding = data;

  return accord_review_decide (writer, deciding->review, &deciding->decision, error);
}

void
travel_decide (Partner *partner, const char *outcome, const char *words)
{
  Deciding deciding = { travel_review (partner),
                        { outcome, "Board", "2017-06-20", words, "Finance Director" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (partner->reading, "Decide", decide, &deciding, NULL, &error);

  g_assert_no_error (error);
}

AccordPack *
travel_return (Travel *self, Partner *partner, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  const AccordRespond respond = { .signer = partner->key, .file = file, .today = "2017-06-21" };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_review_respond (partner->reading, &respond, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return travel_open_pack (file);
}

static gpointer
ask_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

AccordHomecoming *
travel_plan (AccordWorkspace *workspace, AccordPack *pack)
{
  g_autoptr (GError) error = NULL;
  AccordHomecoming *home = accord_workspace_read (workspace, ask_plan, pack, NULL, &error);

  g_assert_no_error (error);
  return home;
}

void
travel_take (AccordWorkspace *workspace, AccordPack *pack, AccordHomecoming *home, gboolean change)
{
  g_autofree char *before = travel_dup_state (workspace), *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) made =
      accord_homecoming_apply (workspace, pack, home, TRUE, NULL, "2017-06-25", NULL, &error);

  g_assert_no_error (error);
  g_assert_true ((made != NULL) == change);
  after = travel_dup_state (workspace);
  g_assert_true ((strcmp (before, after) != 0) == change);
}

void
travel_merge (AccordWorkspace *workspace, AccordPack *pack, gboolean change)
{
  g_autoptr (AccordHomecoming) home = travel_plan (workspace, pack);

  g_assert_cmpuint (accord_homecoming_count_undecided (home), ==, 0);
  travel_take (workspace, pack, home, change);
}
