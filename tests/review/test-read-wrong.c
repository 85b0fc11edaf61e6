/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apart.h"
#include "pack-fixture.h"
#include "whole.h"

#include "pack-error.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* How many are tried: ACCORD_WRONG says another number. */
#define N_WRONG 120

static guint
get_number (void)
{
  const char *wanted = g_getenv ("ACCORD_WRONG");

  return wanted != NULL ? (guint) atoi (wanted) : N_WRONG;
}

static const char *
get_review (AccordPack *pack)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);

  return manifest->to->len > 0 ? ((AccordPackParty *) manifest->to->pdata[0])->review : NULL;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static gpointer
ask_reading (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reading_read (reader, error);
}

/* Whoever was asked writes, decides and returns it: it becomes a pack, or it is said why not. */
static void
go_on (Travel *travel, Partner *partner, Apart *apart)
{
  g_autoptr (GFile) file = travel_file (travel, "returned.accordpack");
  const AccordRespond respond = {
    .signer = partner->key, .file = file, .replace = TRUE, .today = "2017-06-21"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordReading) reading =
      accord_workspace_read (partner->reading, ask_reading, NULL, NULL, &error);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordPack) pack = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  g_assert_true (g_utf8_validate (reading->case_name, -1, NULL));
  travel_comment (partner, "caveat", "Subject to the lease.");
  travel_decide (partner, "endorsed-with-caveats", "RESOLVED: endorsed.");
  change = accord_review_respond (partner->reading, &respond, NULL, NULL, NULL, &error);
  if (change == NULL)
    {
      apart_assert_told (error, apart);
      return;
    }
  pack = travel_open_pack (file);
  g_assert_cmpint (accord_pack_get_manifest (pack)->kind, ==, ACCORD_PACK_RESPONSE);
}

static gboolean
read_one (Travel *travel, AccordPack *request, GRand *rand)
{
  static const char *const none[] = { NULL };
  g_autoptr (Apart) apart = apart_new (request, travel, NULL);
  g_autofree char *folder = travel_path (travel, "reviews");
  Partner partner = { .organisation = travel->one.organisation, .key = travel->one.key };
  g_autoptr (AccordWorkspace) reading = NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  apart_mutate (apart, rand);
  g_test_message ("%s", apart->done->str);
  pack = apart_sign (apart, travel, travel->key, &error);
  if (pack != NULL)
    reading = accord_reading_open (pack, get_review (pack), travel->schema, folder, NULL, NULL, NULL, &error);
  if (reading == NULL)
    {
      apart_assert_told (error, apart);
      whole_assert_folder (folder, none);
      return FALSE;
    }
  partner.reading = reading;
  travel_check (reading);
  go_on (travel, &partner, apart);
  travel_check (reading);
  accord_workspace_close (reading);
  empty_folder (folder);
  return TRUE;
}

/* Somebody whose program is broken asks for a review: refused in a sentence before there is a reading file,
 * or a reading file that holds together, and in which the review can be written and returned. */
static void
test_requests (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  guint n_read = 0;

  for (guint i = 0; i < get_number (); i++)
    {
      const guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("%u: %u", i, seed);
      n_read += read_one (travel, request, rand);
    }
  g_test_message ("%u of %u were read", n_read, get_number ());
}

static gpointer
ask_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

static gboolean
take_one (Travel *travel, AccordWorkspace *there, AccordPack *request, GRand *rand, const char *living)
{
  g_autoptr (Apart) apart = apart_new (request, travel, NULL);
  g_autofree char *before = whole_dup_digest (there), *after = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  apart_mutate (apart, rand);
  g_test_message ("%s", apart->done->str);
  pack = apart_sign (apart, travel, travel->key, &error);
  if (pack != NULL)
    home = accord_workspace_read (there, ask_plan, pack, NULL, &error);
  if (home != NULL)
    {
      accord_homecoming_prefer (home, ACCORD_MERGE_TAKE_THEIRS);
      change = accord_homecoming_apply (there, pack, home, TRUE, NULL, "2017-06-25", NULL, &error);
    }
  if (error != NULL)
    apart_assert_told (error, apart);
  if (change != NULL)
    {
      travel_check (there);
      travel_undo (there);
      after = whole_dup_living (there);
      g_assert_cmpstr (after, ==, living);
      return TRUE;
    }
  after = whole_dup_digest (there);
  g_assert_cmpstr (after, ==, before);
  return FALSE;
}

/* The same into a workspace that knows nothing of the case. */
static void
test_elsewhere (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordWorkspace) there = travel_make_workspace (travel, "there.accord");
  g_autofree char *living = whole_dup_living (there);
  guint n_taken = 0;

  for (guint i = 0; i < get_number (); i++)
    {
      const guint32 seed = g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("%u: %u", i, seed);
      n_taken += take_one (travel, there, request, rand, living);
    }
  g_test_message ("%u of %u were taken", n_taken, get_number ());
  accord_workspace_close (there);
}

static GBytes *
repeat (const char *begin, const char *again, guint n, const char *end)
{
  GString *text = g_string_new (begin);

  for (guint i = 0; i < n; i++)
    g_string_append (text, again);
  g_string_append (text, end);
  return g_string_free_to_bytes (text);
}

static GBytes *
literal (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

/* What no list of fields says: bytes that are no text, numbers that are none, more than there may be. */
static void
test_bytes (Travel *travel, gconstpointer data)
{
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autofree char *folder = travel_path (travel, "reviews");
  static const char *const none[] = { NULL };
  GBytes *texts[] = {
    literal (""),
    literal ("null"),
    literal ("{\"format\": 1, \"case\": \"\xff\xfe\"}"),
    literal ("{\"format\": 1e999}"),
    literal ("{\"format\": NaN}"),
    literal ("{\"format\": 1, \"format\": 1}"),
    literal ("{\"format\": 1, \"case\": \"\\ud800\"}"),
    literal ("{\"format\": 1, \"case\": \"\\u0000\"}"),
    repeat ("", "[", 1000000, ""),
    repeat ("", "{\"a\":", 1000000, ""),
    repeat ("{\"format\": 1, \"case\": \"01JD3M0V1M5W9T6Y2B8QZ4N7PA\", \"others\": [], \"records\": [0", ",0",
            100001, "]}"),
    repeat ("{\"format\": 1, \"", "x", 10 * 1024 * 1024, "\": 1}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Apart) apart = apart_new (request, travel, NULL);
      g_autoptr (AccordWorkspace) reading = NULL;
      g_autoptr (AccordPack) pack = NULL;
      g_autoptr (GError) error = NULL;

      g_string_printf (apart->done, "%u", i);
      apart->text = texts[i];
      pack = apart_sign (apart, travel, travel->key, &error);
      if (pack != NULL)
        reading =
            accord_reading_open (pack, get_review (pack), travel->schema, folder, NULL, NULL, NULL, &error);
      g_assert_null (reading);
      apart_assert_told (error, apart);
      whole_assert_folder (folder, none);
    }
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  TRAVEL_TEST ("/read-wrong/requests", test_requests);
  TRAVEL_TEST ("/read-wrong/elsewhere", test_elsewhere);
  TRAVEL_TEST ("/read-wrong/bytes", test_bytes);

  return packing_run ();
}
