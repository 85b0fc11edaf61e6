/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "pack-error.h"
#include "past.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static gpointer
read_reading (AccordReader *reader, gpointer data, GError **error)
{
  (void) data;
  return accord_reading_read (reader, error);
}

static AccordReading *
look (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  AccordReading *reading = accord_workspace_read (workspace, read_reading, NULL, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

/* A workspace of its own, with the case as it was sent, and where the review stands. */
static void
test_opened (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  g_autofree char *words = accord_public_key_dup_words (accord_key_pair_get_public (self->key));
  g_autoptr (AccordReading) reading = NULL, none = NULL;
  g_autoptr (AccordDossier) here = NULL, there = NULL;

  (void) data;
  travel_start (self, &self->one, pack);
  reading = look (self->one.reading);
  g_assert_cmpstr (reading->case_name, ==, "Neighbourhood Model");
  g_assert_cmpstr (reading->organisation, ==, "GP Federation");
  g_assert_cmpstr (reading->asked_by, ==, "The Council");
  g_assert_cmpstr (reading->signed_by, ==, "The Council");
  g_assert_cmpstr (reading->words, ==, words);
  g_assert_cmpstr (reading->due, ==, "2017-07-01");
  g_assert_cmpuint (reading->n_questions, >, 0);
  g_assert_cmpuint (reading->n_answered, ==, 0);
  g_assert_null (reading->outcome);
  g_assert_cmpint (travel_count (self->one.reading, "case"), ==, 1);
  g_assert_cmpint (travel_count (self->one.reading, "document"), ==, 1);
  /* The figures come to the same there. */
  here = travel_read (self->home, self->business_case);
  there = travel_read (self->one.reading, reading->business_case);
  g_assert_true (json_object_equal (here->figures, there->figures));
  none = look (self->home);
  g_assert_null (none);
}

static gpointer
ask_changes (AccordReader *reader, gpointer data, GError **error)
{
  (void) data;
  return accord_reader_changes (reader, NULL, 0, 100, error);
}

/* How the oldest change stands, as people are told. */
static gboolean
is_first_undone (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = accord_workspace_read (workspace, ask_changes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 0);
  return ((const AccordPastChange *) changes->pdata[changes->len - 1])->undone;
}

/* The case as it came is not undone; what was typed is. */
static void
test_undo (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  g_autoptr (GError) error = NULL;

  (void) data;
  travel_start (self, &self->one, pack);
  travel_comment (&self->one, "question", "Why?");
  travel_undo (self->one.reading);
  g_assert_cmpint (travel_count (self->one.reading, "comment"), ==, 0);
  g_assert_null (accord_workspace_undo (self->one.reading, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (travel_count (self->one.reading, "case"), ==, 1);
  g_assert_false (is_first_undone (self->one.reading));
}

/* Opened again, what was typed is there. */
static void
test_again (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  g_autoptr (AccordReading) reading = NULL;

  (void) data;
  travel_start (self, &self->one, pack);
  travel_comment (&self->one, "question", "Why?");
  travel_start (self, &self->one, pack);
  reading = look (self->one.reading);
  g_assert_cmpuint (reading->n_comments, ==, 1);
}

static void
test_as_whom (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack"), answer = NULL;
  g_autofree char *folder = travel_path (self, "reviews");
  g_autoptr (GError) error = NULL, strange = NULL, other = NULL;

  (void) data;
  g_assert_null (accord_reading_open (pack, NULL, self->schema, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED);
  g_assert_nonnull (strstr (error->message, "“GP Federation”, “Community Trust”"));
  g_assert_null (accord_reading_open (pack, "../../evil", self->schema, folder, NULL, NULL, NULL, &strange));
  g_assert_error (strange, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE);
  travel_start (self, &self->one, pack);
  travel_decide (&self->one, "endorsed", NULL);
  answer = travel_return (self, &self->one, "answer.accordpack");
  g_assert_null (accord_reading_open (answer, NULL, self->schema, folder, NULL, NULL, NULL, &other));
  g_assert_error (other, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED);
}

/* Somebody else types, is ended in the middle of it by force, and nothing that was kept is lost. */
static void
type_and_die (Partner *partner, int ready)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *text = g_strdup_printf ("Comment %u", i);

      travel_comment (partner, "question", text);
      if (write (ready, "x", 1) != 1)
        _exit (1);
    }
}

static void
test_killed (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  g_autofree char *folder = travel_path (self, "reviews"), *path = NULL;
  const AccordPackParty *to = accord_pack_get_manifest (pack)->to->pdata[0];
  g_autoptr (GError) error = NULL;
  int ends[2], status;
  char byte;
  pid_t child;
  guint n = 0;

  (void) data;
  travel_start (self, &self->one, pack);
  path = accord_reading_dup_path (folder, pack, to->review);
  accord_workspace_close (self->one.reading);
  g_clear_object (&self->one.reading);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      self->one.reading = accord_workspace_open (path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
      type_and_die (&self->one, ends[1]);
    }
  close (ends[1]);
  while (n < 20 && read (ends[0], &byte, 1) == 1)
    n++;
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  while (read (ends[0], &byte, 1) == 1)
    n++;
  close (ends[0]);
  self->one.reading = accord_workspace_open (path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (travel_count (self->one.reading, "comment"), >=, n);
}

/* A response needs a decision, and one subject to caveats needs its caveats; then there is no pack at all. */
static void
test_not_yet (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  g_autoptr (GFile) file = travel_file (self, "answer.accordpack");
  const AccordRespond respond = { .signer = self->one.key, .file = file, .today = TODAY };
  g_autofree char *path = g_file_get_path (file), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL, caveats = NULL;
  gint64 comment;

  (void) data;
  travel_start (self, &self->one, pack);
  before = travel_dup_state (self->one.reading);
  g_assert_null (accord_review_respond (self->one.reading, &respond, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED);
  after = travel_dup_state (self->one.reading);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  comment = travel_comment (&self->one, "caveat", "Subject to the lease.");
  travel_decide (&self->one, "endorsed-with-caveats", NULL);
  travel_delete (self->one.reading, "comment", comment);
  g_assert_null (accord_review_respond (self->one.reading, &respond, NULL, NULL, NULL, &caveats));
  g_assert_error (caveats, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED);
  g_assert_nonnull (strstr (caveats->message, "no caveat"));
}

/* A caveat follows its comment until the answer is made; taken back, it is gone with it. */
static void
test_caveat_follows (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack"), first = NULL, second = NULL;
  gint64 comment, other;

  (void) data;
  travel_start (self, &self->one, pack);
  comment = travel_comment (&self->one, "caveat", "Subject to the lease.");
  other = travel_comment (&self->one, "caveat", "Subject to the rota.");
  travel_decide (&self->one, "endorsed-with-caveats", NULL);
  first = travel_return (self, &self->one, "first.accordpack");
  g_assert_cmpint (travel_count (self->one.reading, "caveat"), ==, 3);
  travel_set_text (self->one.reading, "comment", comment, "text", "Subject to the lease of the hub.");
  travel_set_text (self->one.reading, "comment", other, "sort", "risk");
  second = travel_return (self, &self->one, "second.accordpack");
  g_assert_cmpint (travel_count (self->one.reading, "caveat"), ==, 2);
  travel_merge (self->home, first, TRUE);
  travel_merge (self->home, second, TRUE);
  g_assert_cmpint (travel_count (self->home, "caveat"), ==, 2);
}

/* Ten thousand records go there and back in seconds. */
static gboolean
add_many (AccordWriter *writer, gpointer data, GError **error)
{
  Travel *self = data;
  const AccordKind *kind =
      accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), "caveat");
  const gint64 cases[] = { self->business_case };

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (AccordRecord) caveat = accord_record_new (kind);
      g_autofree char *text = g_strdup_printf ("Caveat %u", i);

      accord_record_set_text (caveat, "text", text);
      accord_record_set_text (caveat, "state", "open");
      accord_record_set_ids (caveat, "cases", cases, 1);
      if (!accord_writer_insert (writer, caveat, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_many (Travel *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write (self->home, "Many", add_many, self, NULL, &error);
  g_autoptr (AccordPack) pack = NULL, answer = NULL;
  gint64 start = g_get_monotonic_time (), sent, opened, answered, taken;

  (void) data;
  g_assert_no_error (error);
  pack = travel_send (self, "request.accordpack");
  sent = g_get_monotonic_time ();
  travel_start (self, &self->one, pack);
  opened = g_get_monotonic_time ();
  travel_decide (&self->one, "endorsed", NULL);
  answer = travel_return (self, &self->one, "answer.accordpack");
  answered = g_get_monotonic_time ();
  travel_merge (self->home, answer, TRUE);
  taken = g_get_monotonic_time ();
  g_test_message ("sent %.1f s, opened %.1f s, answered %.1f s, taken in %.1f s", (sent - start) / 1e6,
                  (opened - sent) / 1e6, (answered - opened) / 1e6, (taken - answered) / 1e6);
  g_assert_cmpint (taken - start, <, 900 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/reading/opened", test_opened);
  TRAVEL_TEST ("/review/reading/undo", test_undo);
  TRAVEL_TEST ("/review/reading/again", test_again);
  TRAVEL_TEST ("/review/reading/as-whom", test_as_whom);
  TRAVEL_TEST ("/review/reading/killed", test_killed);
  TRAVEL_TEST ("/review/reading/not-yet", test_not_yet);
  TRAVEL_TEST ("/review/reading/caveat-follows", test_caveat_follows);
  TRAVEL_TEST ("/review/reading/many", test_many);
  return g_test_run ();
}
