/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mutate.h"
#include "pack-fixture.h"
#include "travel.h"
#include "whole.h"

#include "pack-error.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* How many of each are tried: ACCORD_MUTATED says another number. */
#define N_MUTATED 600

/* Each is held against all that the workspace holds so often; against its journal each time. */
#define EVERY 50

typedef struct
{
  Travel *travel;
  AccordPack *one;
  AccordPack *two;
  GBytes *one_bytes;
  GBytes *two_bytes;
  GRand *rand;
  guint n_read;
  guint n_refused;
  guint n_folders;
} Trying;

/* Each pack that is held has one. */
static guint
count_folders (void)
{
  g_autoptr (GDir) dir = g_dir_open (packing_get_temporary (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "accord-pack-");
  return n;
}

static guint
get_number (void)
{
  const char *wanted = g_getenv ("ACCORD_MUTATED");

  return wanted != NULL ? (guint) atoi (wanted) : N_MUTATED;
}

static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ACCORD_PACK_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

static GBytes *
load (Travel *self, const char *name)
{
  g_autoptr (GFile) file = travel_file (self, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* %NULL where it was refused, in words. */
static AccordPack *
read_mutated (Trying *self)
{
  g_autoptr (GBytes) bytes = mutate_bytes (self->rand, self->one_bytes, self->two_bytes);
  g_autoptr (GFile) file = travel_file (self->travel, "mutated.accordpack");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  AccordPack *pack;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);
  if (pack == NULL)
    assert_told (error);
  self->n_read += pack != NULL;
  self->n_refused += pack == NULL;
  return pack;
}

/* What is read in spite of all is the one pack or the other, to the byte of its case. */
static AccordPack *
assert_same (Trying *self, AccordPack *pack)
{
  const gboolean first =
      g_str_equal (accord_pack_get_manifest (pack)->uid, accord_pack_get_manifest (self->one)->uid);
  AccordPack *same = first ? self->one : self->two;

  g_assert_true (g_bytes_equal (accord_pack_get_case (pack), accord_pack_get_case (same)));
  g_assert_true (accord_public_key_equal (accord_pack_get_signer (pack), accord_pack_get_signer (same)));
  return same;
}

static void
begin (Trying *self, Travel *travel, const char *one, const char *two)
{
  self->travel = travel;
  self->n_folders = count_folders ();
  self->one_bytes = load (travel, one);
  self->two_bytes = load (travel, two);
  self->rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static void
end (Trying *self)
{
  g_test_message ("%u were refused, %u were the same", self->n_refused, self->n_read);
  g_bytes_unref (self->one_bytes);
  g_bytes_unref (self->two_bytes);
  g_rand_free (self->rand);
  g_assert_cmpuint (count_folders (), ==, self->n_folders);
}

static AccordPack *
answer (Travel *travel, Partner *partner, AccordPack *request, const char *name)
{
  travel_start (travel, partner, request);
  travel_comment (partner, "question", "Who runs the front door?");
  travel_comment (partner, "caveat", "Subject to the lease of the hub.");
  travel_decide (partner, "endorsed-with-caveats", "RESOLVED: endorsed.");
  return travel_return (travel, partner, name);
}

/* What both sides have already; nothing is left to take. */
static void
come_home_again (Travel *travel, AccordPack *pack)
{
  g_autoptr (AccordHomecoming) home = travel_plan (travel->home, pack);

  g_assert_true (home->known);
  travel_take (travel->home, pack, home, FALSE);
}

/* Every answer that was spoilt on its way: refused, or what it was; the workspace that asked is as before,
 * whether it has the answers already or not. */
static void
test_answers (Travel *travel, gconstpointer data)
{
  const gboolean taken = data != NULL;
  g_autoptr (AccordPack) request = travel_send (travel, "request.accordpack");
  g_autoptr (AccordPack) one = answer (travel, &travel->one, request, "one.accordpack");
  g_autoptr (AccordPack) two = answer (travel, &travel->two, request, "two.accordpack");
  Trying self = { .one = one, .two = two };
  g_autofree char *digest = NULL, *state = NULL;

  begin (&self, travel, "one.accordpack", "two.accordpack");
  if (taken)
    {
      travel_merge (travel->home, one, TRUE);
      travel_merge (travel->home, two, TRUE);
    }
  digest = whole_dup_digest (travel->home);
  state = travel_dup_state (travel->home);
  for (guint i = 1; i <= get_number (); i++)
    {
      g_autoptr (AccordPack) pack = read_mutated (&self);
      g_autofree char *after = NULL, *journal = NULL;

      if (pack != NULL)
        assert_same (&self, pack);
      if (pack != NULL && taken)
        come_home_again (travel, pack);
      else if (pack != NULL)
        accord_homecoming_free (travel_plan (travel->home, pack));
      g_clear_pointer (&pack, accord_pack_unref);
      journal = travel_dup_state (travel->home);
      g_assert_cmpstr (journal, ==, state);
      after = i % EVERY == 0 ? whole_dup_digest (travel->home) : g_strdup (digest);
      g_assert_cmpstr (after, ==, digest);
    }
  end (&self);
}

/* It opens as what was sent, and goes again. */
static void
open_and_remove (Trying *self, AccordPack *pack, const char *folder)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  const char *review = ((AccordPackParty *) manifest->to->pdata[0])->review;
  g_autofree char *path = accord_reading_dup_path (folder, pack, review);
  g_autoptr (AccordWorkspace) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = accord_reading_open (pack, review, self->travel->schema, folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  travel_check (reading);
  accord_workspace_close (reading);
  g_unlink (path);
}

/* Every request that was spoilt on its way: refused before there is a reading file, or read as what it was.
 */
static void
test_requests (Travel *travel, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_autoptr (AccordPack) one = travel_send (travel, "one.accordpack");
  g_autoptr (AccordPack) two = travel_send (travel, "two.accordpack");
  g_autofree char *folder = travel_path (travel, "reviews");
  g_autofree char *before = whole_dup_digest (travel->home), *after = NULL;
  Trying self = { .one = one, .two = two };

  (void) data;
  begin (&self, travel, "one.accordpack", "two.accordpack");
  for (guint i = 0; i < get_number (); i++)
    {
      g_autoptr (AccordPack) pack = read_mutated (&self);

      if (pack == NULL)
        continue;
      assert_same (&self, pack);
      open_and_remove (&self, pack, folder);
      whole_assert_folder (folder, none);
    }
  end (&self);
  whole_assert_folder (folder, none);
  after = whole_dup_digest (travel->home);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  TRAVEL_TEST ("/home-mutated/requests", test_requests);
  TRAVEL_TEST ("/home-mutated/answers", test_answers);
  g_test_add ("/home-mutated/answers-again", Travel, "taken", travel_set_up, test_answers, travel_tear_down);

  return packing_run ();
}
