/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-export.h"
#include "kinds.h"
#include "workspace.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-11-22"
#define KEY                                                                                                  \
  "accord-key-1 RWRiSgt9yEVOD5L6SHFcwP3FxL/tF5PaM3vvq3/SMQkSGOf167InljaG "                                   \
  "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj Viaduct CIC"

/* A workspace with a full case that two partners were asked to review; one has answered. */
typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  gint64 business_case;
  gint64 review;
} Fixture;

static gboolean
insert (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_writer_insert (writer, data, error);
}

/* Adds a record of "field=value|field=value", with @fields that are references after it. */
static gint64 G_GNUC_NULL_TERMINATED
add (Fixture *self, const char *kind, const char *fields, ...)
{
  const AccordKind *described = accord_schema_find_kind (self->schema, kind);
  g_autoptr (AccordRecord) record = accord_record_new (described);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);
  const char *field;
  va_list references;

  accord_record_fill_in (record);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      accord_record_set_text (record, pair[0], pair[1]);
    }
  va_start (references, fields);
  while ((field = va_arg (references, const char *)) != NULL)
    {
      gint64 id = va_arg (references, gint64);

      if (accord_kind_get_field (described, field)->type == ACCORD_FIELD_REFERENCES)
        accord_record_set_ids (record, field, &id, 1);
      else
        accord_record_set_int (record, field, id);
    }
  va_end (references);
  change = accord_workspace_write (self->workspace, "Fill", insert, record, NULL, &error);
  g_assert_no_error (error);
  return accord_record_get_id (record);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gint64 comment, endorsement, caveat;

  self->folder = g_dir_make_tmp ("accord-comments-XXXXXX", &error);
  path = g_build_filename (self->folder, "c.accord", NULL);
  self->schema = accord_model_schema_new ();
  self->workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  self->business_case = add (self, "case", "name=Enablers|stage=full|owner=Programme Director", NULL);
  endorsement =
      add (self, "endorsement", "who=Board of Viaduct Care|outcome=endorsed-with-caveats|date=2026-10-08",
           "cases", self->business_case, NULL);
  self->review = add (self, "review",
                      "who=Viaduct Care|state=returned|outcome=endorsed-with-caveats|decided=2026-10-08|"
                      "words=Provided that it is funded.|signed-by=Viaduct CIC|signing-key=" KEY,
                      "case", self->business_case, "endorsement", endorsement, NULL);
  add (self, "review", "who=Pennine Care|state=asked|due=2026-12-01", "case", self->business_case, NULL);
  comment =
      add (self, "comment", "text=Who pays for backfill?|section=financial|author=Finance|quote=backfill",
           "case", self->business_case, "review", self->review, NULL);
  add (self, "comment", "text=The Council pays.|author=Director|written=2026-10-20", "case",
       self->business_case, "reply-to", comment, NULL);
  add (self, "comment",
       "text==1+1|sort=risk|figure=npsv|what-if={\"changes\":\"\",\"figures\":{\"npsv\":[100000,50000]}}",
       "case", self->business_case, "review", self->review, NULL);
  add (self, "comment", "text=Ours alone|sort=question", "case", self->business_case, NULL);
  caveat = add (self, "caveat", "text=the plan is funded|raised-on=2026-10-08|due=2026-11-01", "cases",
                self->business_case, "review", self->review, NULL);
  add (self, "comment", "text=The plan has to be funded.|sort=caveat", "case", self->business_case, "review",
       self->review, "caveat", caveat, NULL);
  add (self, "caveat", "text=another body’s", "cases", self->business_case, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  accord_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_object_unref (self->schema);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

typedef struct
{
  gint64 id;
  gboolean letter;
} Wanted;

static gpointer
read_export (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return wanted->letter ? accord_comments_export_read_review (reader, wanted->id, TODAY, error)
                        : accord_comments_export_read (reader, wanted->id, TODAY, error);
}

static AccordCommentsExport *
read_all (Fixture *self, gboolean letter)
{
  Wanted wanted = { letter ? self->review : self->business_case, letter };
  g_autoptr (GError) error = NULL;
  AccordCommentsExport *comments =
      accord_workspace_read (self->workspace, read_export, &wanted, NULL, &error);

  g_assert_no_error (error);
  return comments;
}

/* What a reader of the file reads, in one line. */
static char *
words_of (Fixture *self, const AccordCommentsExport *comments, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  char *words = NULL;

  g_assert_true (accord_comments_export_write (comments, file, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdelimit (words, "\n\f", ' ');
}

static void
assert_in_order (const char *words, const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    {
      const char *at = strstr (words, expected[i]);

      if (at == NULL)
        g_error ("“%s” does not come where it should in “%s”", expected[i], words);
      words = at + strlen (expected[i]);
    }
}

/* Everybody's comments at their places, decisions, and every caveat of a full case with a warning. */
static void
test_report (Fixture *self, gconstpointer data)
{
  static const char *const expected[] = {
    "Enablers",
    "Pennine Care",
    "Asked",
    "Viaduct Care",
    "Endorse subject to caveats",
    "Caveats and their answers",
    "This is the full business case: 2 caveats are not answered (1 overdue).",
    "The plan is funded",
    "Raised by Viaduct Care on 8 Oct 2026 · Not answered yet.",
    "Comments",
    "Ours alone",
    "Financial case",
    "Who pays for backfill?",
    "Reply (Director, 20 Oct 2026): The Council pays.",
    "On the words “backfill”",
    "NPSV",
    "What if:",
    "£500 instead of £1,000",
    NULL,
  };
  g_autoptr (AccordCommentsExport) comments = read_all (self, FALSE);
  g_autofree char *words = words_of (self, comments, "all.pdf");

  assert_in_order (words, expected);
}

/* One partner's letter holds what they said, with the replies of whoever gave them, and nobody else's. */
static void
test_letter (Fixture *self, gconstpointer data)
{
  static const char *const expected[] = {
    "Our answer to Viaduct Care",
    "You made 3 comments; answered: 1.",
    "You raised 1 caveat; answered: 0, accepted by you: 0.",
    "Endorse subject to caveats, 8 Oct 2026",
    "Board of Viaduct Care",
    "Provided that it is funded.",
    "Viaduct CIC: raven cushion organ infant",
    "We have not answered it yet.",
    "It is among your caveats, above.",
    "Question: Who pays for backfill?",
    "The Council pays.",
    "We have not replied yet.",
    "Programme Director",
    NULL,
  };
  g_autoptr (AccordCommentsExport) letter = read_all (self, TRUE);
  g_autofree char *words = words_of (self, letter, "letter.pdf");
  g_autoptr (GFile) workbook = g_file_new_for_path ("/nowhere/letter.xlsx");
  g_autoptr (GError) error = NULL;

  assert_in_order (words, expected);
  g_assert_null (strstr (words, "accord-key-1"));
  g_assert_null (strstr (words, "Ours alone"));
  g_assert_null (strstr (words, "nother body"));
  g_assert_false (accord_comments_export_write (letter, workbook, &error));
  g_assert_nonnull (strstr (error->message, "does not end in .pdf"));
}

static char *
unpack (const char *path, const char *part)
{
  const char *arguments[] = { "unzip", "-p", path, part, NULL };
  g_autoptr (GError) error = NULL;
  char *xml = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &xml, NULL, NULL, &error);
  g_assert_no_error (error);
  return xml;
}

/* The workbook has three sheets; what somebody wrote is never a formula, and money is a number. */
static void
test_workbook (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordCommentsExport) comments = read_all (self, FALSE);
  g_autofree char *path = g_build_filename (self->folder, "all.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *book = NULL, *first = NULL, *second = NULL, *third = NULL;

  g_assert_true (accord_comments_export_write (comments, file, &error));
  g_assert_no_error (error);
  book = unpack (path, "xl/workbook.xml");
  first = unpack (path, "xl/worksheets/sheet1.xml");
  second = unpack (path, "xl/worksheets/sheet2.xml");
  third = unpack (path, "xl/worksheets/sheet3.xml");
  assert_in_order (book, (const char *const[]){ "Comments", "Caveats", "Partners", NULL });
  g_assert_nonnull (strstr (third, "<t>Board of Viaduct Care</t>"));
  g_assert_nonnull (strstr (first, "<t>=1+1</t>"));
  g_assert_null (strstr (first, "<f>"));
  assert_in_order (first, (const char *const[]){ "<v>1000</v>", "<v>500</v>", NULL });
  g_assert_nonnull (strstr (second, "the plan is funded"));
  assert_in_order (third, (const char *const[]){ "Pennine Care", "Viaduct Care", NULL });
}

/* A full disk, or no folder, leaves nothing half written. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordCommentsExport) comments = read_all (self, FALSE);
  static const char *const names[] = { "/nowhere/at/all.pdf", "/nowhere/at/all.xlsx", "/tmp/all.odt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_comments_export_write (comments, file, &error));
      g_assert_nonnull (error);
      g_assert_false (g_file_test (names[i], G_FILE_TEST_EXISTS));
    }
}

#define ADD(name, function) g_test_add ("/comments-export/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("report", test_report);
  ADD ("letter", test_letter);
  ADD ("workbook", test_workbook);
  ADD ("refused", test_refused);
  return g_test_run ();
}
