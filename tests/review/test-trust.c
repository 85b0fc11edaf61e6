/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "key-pair.h"
#include "pack-error.h"
#include "trust.h"

#include <string.h>

static AccordPublicKey *
new_key (const char *holder)
{
  g_autoptr (AccordKeyPair) pair = accord_key_pair_new (holder, NULL);

  return accord_public_key_ref (accord_key_pair_get_public (pair));
}

static gint64
add_organisation (Fixture *fixture, const char *name, const char *ods_code, const char *gss_code)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "organisation");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "type", "other");
  accord_record_set_text (record, "ods-code", ods_code);
  accord_record_set_text (record, "gss-code", gss_code);
  return fixture_save (fixture, record);
}

/* --- Asking and writing, on the workspace's own threads. */

typedef struct
{
  const AccordPackParty *party;
  gint64 organisation;
  AccordPublicKey *key;
  AccordPublicKey *known;
  AccordTrust trust;
  char *sentence;
  const char *today;
  const char *who;
  gboolean replace;
} Asking;

static gpointer
find (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->organisation = accord_trust_find_organisation (reader, asking->party, error);
  return *error == NULL ? asking : NULL;
}

static gint64
found (Fixture *fixture, const AccordPackParty *party)
{
  Asking asking = { .party = party };
  g_autoptr (GError) error = NULL;

  accord_workspace_read (fixture->workspace, find, &asking, NULL, &error);
  g_assert_no_error (error);
  return asking.organisation;
}

static gpointer
judge (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;

  if (!accord_trust_judge (reader, asking->organisation, asking->key, &asking->trust, error))
    return NULL;
  asking->sentence = accord_trust_dup_sentence (reader, asking->organisation, asking->key, asking->trust);
  asking->known = accord_trust_get_key (reader, asking->organisation, error);
  return *error == NULL ? asking : NULL;
}

static void
assert_judged (Fixture *fixture, gint64 organisation, AccordPublicKey *key, AccordTrust trust,
               const char *words)
{
  Asking asking = { .organisation = organisation, .key = key };
  g_autoptr (GError) error = NULL;
  g_autofree char *own = accord_public_key_dup_words (key);

  accord_workspace_read (fixture->workspace, judge, &asking, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asking.trust, ==, trust);
  if (strstr (asking.sentence, words) == NULL || strstr (asking.sentence, own) == NULL)
    g_error ("“%s” lacks “%s”, or the words", asking.sentence, words);
  g_assert_true ((asking.known != NULL) == (trust != ACCORD_TRUST_NEW));
  g_clear_pointer (&asking.known, accord_public_key_unref);
  g_free (asking.sentence);
}

static gboolean
pin (AccordWriter *writer, gpointer data, GError **error)
{
  Asking *asking = data;

  return accord_trust_pin (writer, asking->organisation, asking->key, asking->today, asking->who,
                           asking->replace, error);
}

static gint64
pinned (Fixture *fixture, gint64 organisation, AccordPublicKey *key, const char *today, gboolean replace,
        GError **error)
{
  Asking asking = {
    .organisation = organisation, .key = key, .today = today, .who = "programme office", .replace = replace
  };
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Trust", pin, &asking, NULL, error);

  return change != NULL ? accord_change_get_id (change) : -1;
}

/* --- The tests. */

static void
test_find (Fixture *fixture, gconstpointer data)
{
  gint64 council = add_organisation (fixture, "Bury Council", NULL, "E08000002");
  gint64 trust = add_organisation (fixture, "Pennine Acute Hospitals NHS Trust", "RW6", NULL);
  g_autoptr (AccordRecord) record = NULL;
  AccordPackParty by_uid = { .name = (char *) "Somebody else" };
  AccordPackParty by_ods = { .uid = (char *) "unknown",
                             .name = (char *) "Somebody",
                             .ods_code = (char *) "rw6" };
  AccordPackParty by_gss = { .name = (char *) "Somebody", .gss_code = (char *) "E08000002" };
  AccordPackParty by_name = { .name = (char *) "  bury   COUNCIL " };
  AccordPackParty nobody = { .name = (char *) "Rochdale Council", .ods_code = (char *) "Q99" };
  AccordPackParty nameless = { NULL };

  record = fixture_get (fixture, "organisation", council);
  by_uid.uid = (char *) accord_record_get_uid (record);
  g_assert_cmpint (found (fixture, &by_uid), ==, council);
  g_assert_cmpint (found (fixture, &by_ods), ==, trust);
  g_assert_cmpint (found (fixture, &by_gss), ==, council);
  g_assert_cmpint (found (fixture, &by_name), ==, council);
  g_assert_cmpint (found (fixture, &nobody), ==, 0);
  g_assert_cmpint (found (fixture, &nameless), ==, 0);
  /* Of two that are called the same nobody can say which is meant; a deleted one is none. */
  add_organisation (fixture, "Bury Council", NULL, NULL);
  g_assert_cmpint (found (fixture, &by_name), ==, 0);
  g_assert_cmpint (found (fixture, &by_gss), ==, council);
  fixture_delete (fixture, "organisation", council);
  g_assert_cmpint (found (fixture, &by_uid), ==, 0);
  g_assert_cmpint (found (fixture, &by_name), !=, 0);
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_organisation (fixture, "Bury GP Federation", NULL, NULL);
  g_autoptr (AccordPublicKey) key = new_key ("Bury GP Federation");
  g_autoptr (AccordPublicKey) other = new_key ("Bury GP Federation");
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record = NULL;

  assert_judged (fixture, id, key, ACCORD_TRUST_NEW, "Nobody here has trusted a key of Bury GP Federation");
  g_assert_cmpint (pinned (fixture, id, key, "2019-05-03", FALSE, &error), >, 0);
  g_assert_no_error (error);
  assert_judged (fixture, id, key, ACCORD_TRUST_TRUSTED, "trusted since 3 May 2019 by programme office");
  assert_judged (fixture, id, other, ACCORD_TRUST_CHANGED, words);
  assert_judged (fixture, id, other, ACCORD_TRUST_CHANGED, "not the key of Bury GP Federation");

  /* The same again changes nothing, not even the day; another is refused, with the words of both. */
  g_assert_cmpint (pinned (fixture, id, key, "2020-01-01", TRUE, &error), ==, 0);
  g_assert_no_error (error);
  record = fixture_get (fixture, "organisation", id);
  g_assert_cmpstr (accord_record_get_text (record, "key-trusted"), ==, "2019-05-03");
  g_assert_cmpint (pinned (fixture, id, other, "2020-01-01", FALSE, &error), ==, -1);
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY);
  g_assert_nonnull (strstr (error->message, words));
  g_clear_error (&error);
  assert_judged (fixture, id, key, ACCORD_TRUST_TRUSTED, "trusted since");
  g_assert_cmpint (pinned (fixture, id, other, "2020-01-01", TRUE, &error), >, 0);
  assert_judged (fixture, id, other, ACCORD_TRUST_TRUSTED, "trusted since 1 Jan 2020");
  assert_judged (fixture, id, key, ACCORD_TRUST_CHANGED, "not the key");
}

/* One of the two halves of another key is another key. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_organisation (fixture, "Bury GP Federation", NULL, NULL);
  g_autoptr (AccordPublicKey) key = new_key (NULL);
  g_autoptr (AccordPublicKey) other = new_key (NULL);
  g_autoptr (AccordPublicKey) mixed = accord_public_key_new (
      accord_public_key_get_signing (key), accord_public_key_get_sealing (other), NULL, NULL);

  g_assert_cmpint (pinned (fixture, id, key, "2019-05-03", FALSE, NULL), >, 0);
  assert_judged (fixture, id, mixed, ACCORD_TRUST_CHANGED, "not the key");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordPublicKey) named = new_key ("Somebody");
  g_autoptr (AccordPublicKey) nameless = new_key (NULL);

  assert_judged (fixture, 0, named, ACCORD_TRUST_NEW, "says that it is held by “Somebody”");
  assert_judged (fixture, 0, nameless, ACCORD_TRUST_NEW, "Nobody here knows whose key this is");
  g_assert_cmpint (pinned (fixture, 99, named, "2019-05-03", FALSE, NULL), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/review/trust/find", test_find);
  fixture_add_test ("/review/trust/pin", test_pin);
  fixture_add_test ("/review/trust/half", test_half);
  fixture_add_test ("/review/trust/nobody", test_nobody);

  return g_test_run ();
}
