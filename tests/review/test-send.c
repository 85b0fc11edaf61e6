/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "dossier-read.h"
#include "pack-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>

static AccordSend
make_send (Travel *self, const gint64 *to, gsize n_to, GFile *file)
{
  return (AccordSend){ .business_case = self->business_case,
                       .organisations = to,
                       .n_organisations = n_to,
                       .due = "2017-07-01",
                       .signer = self->key,
                       .file = file,
                       .today = TODAY };
}

/* Neither change nor pack, and a sentence. */
static void
assert_refused (Travel *self, const AccordSend *send)
{
  g_autofree char *before = travel_dup_state (self->home), *after = NULL,
                  *path = g_file_get_path (send->file);
  const gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_review_send (self->home, send, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = travel_dup_state (self->home);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == there);
}

/* Reviews that are asked for, a version that is frozen, and the pack says the same. */
static void
test_asked (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autoptr (AccordRecord) version = travel_find (self->home, "version", manifest->version_uid);
  gsize n_to;

  (void) data;
  g_assert_cmpint (manifest->kind, ==, ACCORD_PACK_REQUEST);
  g_assert_cmpstr (manifest->case_name, ==, "Neighbourhood Model");
  g_assert_cmpstr (manifest->version_name, ==, "Outline Business Case, version 1");
  g_assert_cmpstr (manifest->due, ==, "2017-07-01");
  g_assert_cmpstr (manifest->from->name, ==, "The Council");
  g_assert_cmpuint (manifest->to->len, ==, 2);
  g_assert_cmpuint (manifest->parts->len, ==, 2);
  g_assert_cmpstr (accord_record_get_text (version, "sort"), ==, "sent");
  g_assert_cmpstr (accord_record_get_text (version, "pack"), ==, manifest->uid);
  accord_record_get_ids (version, "sent-to", &n_to);
  g_assert_cmpuint (n_to, ==, 2);
  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *to = manifest->to->pdata[i];
      g_autoptr (AccordRecord) review = travel_find (self->home, "review", to->review);

      g_assert_cmpstr (accord_record_get_text (review, "who"), ==, to->name);
      g_assert_cmpstr (accord_record_get_text (review, "state"), ==, "asked");
      g_assert_cmpint (accord_record_get_int (review, "version"), ==, accord_record_get_id (version));
    }
}

/* The next is the next number; another stage begins at one. */
static void
test_numbers (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) one = travel_send (self, "one.accordpack"),
                         two = travel_send (self, "two.accordpack");
  g_autoptr (AccordPack) full = NULL;

  (void) data;
  (void) one;
  g_assert_cmpstr (accord_pack_get_manifest (two)->version_name, ==, "Outline Business Case, version 2");
  travel_set_text (self->home, "case", self->business_case, "stage", "full");
  full = travel_send (self, "full.accordpack");
  g_assert_cmpstr (accord_pack_get_manifest (full)->version_name, ==, "Full Business Case, version 1");
}

static gpointer
read_version (AccordReader *reader, gpointer data, GError **error)
{
  return accord_dossier_read_version (reader, accord_record_get_id (data), error);
}

/* What was frozen is what went out, whatever becomes of the case. */
static void
test_frozen (Travel *self, gconstpointer data)
{
  g_autoptr (AccordPack) pack = travel_send (self, "request.accordpack");
  GBytes *bytes = accord_pack_get_case (pack);
  g_autoptr (AccordRecord) version =
      travel_find (self->home, "version", accord_pack_get_manifest (pack)->version_uid);
  g_autoptr (AccordDossier) kept = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  travel_set_text (self->home, "case", self->business_case, "summary", "Quite another.");
  kept = accord_workspace_read (self->home, read_version, version, NULL, &error);
  g_assert_no_error (error);
  text = accord_dossier_dup_json (kept);
  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_refused (Travel *self, gconstpointer data)
{
  const gint64 to[] = { self->one.organisation, self->one.organisation };
  const char *const recipients[] = {
    accord_public_key_get_sealing (accord_key_pair_get_public (self->one.key)), NULL
  };
  const AccordPackSeal both = { recipients, "a passphrase" };
  const gint64 strange[] = { 4711 };
  g_autoptr (GFile) file = travel_file (self, "pack.accordpack"), there = travel_file (self, "there");
  g_autofree char *path = g_file_get_path (there), *left = NULL;
  AccordSend send = make_send (self, to, 0, file);

  (void) data;
  assert_refused (self, &send);
  send = make_send (self, to, 2, file);
  assert_refused (self, &send);
  send = make_send (self, to, 1, file);
  send.due = "2017-05-31";
  assert_refused (self, &send);
  send = make_send (self, to, 1, file);
  send.seal = &both;
  assert_refused (self, &send);
  /* Nobody trusts a key of theirs yet. */
  send = make_send (self, to, 1, file);
  send.seal_to_trusted = TRUE;
  assert_refused (self, &send);
  send = make_send (self, to, 1, file);
  send.documents = strange;
  send.n_documents = 1;
  assert_refused (self, &send);
  send = make_send (self, strange, 1, file);
  assert_refused (self, &send);
  /* A file that is there stays as it is. */
  g_file_set_contents (path, "mine", -1, NULL);
  send = make_send (self, to, 1, there);
  assert_refused (self, &send);
  send.replace = TRUE;
  send.seal_to_trusted = TRUE;
  assert_refused (self, &send);
  g_file_get_contents (path, &left, NULL, NULL);
  g_assert_cmpstr (left, ==, "mine");
}

static gboolean
pin (AccordWriter *writer, gpointer data, GError **error)
{
  Travel *self = data;

  return accord_trust_pin (writer, self->one.organisation, accord_key_pair_get_public (self->one.key), TODAY,
                           "A person", FALSE, error);
}

/* Sealed to the key that is trusted: they can open it, nobody else can. */
static void
test_sealed (Travel *self, gconstpointer data)
{
  const gint64 to[] = { self->one.organisation };
  g_autoptr (GFile) file = travel_file (self, "sealed.accordpack");
  AccordSend send = make_send (self, to, 1, file);
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autoptr (AccordChange) trusted = accord_workspace_write (self->home, "Trust", pin, self, NULL, &error);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordSecret) own = accord_key_pair_dup_identity (self->one.key);
  g_autoptr (AccordSecret) other = accord_key_pair_dup_identity (self->two.key);
  const char *identities[] = { own, NULL }, *others[] = { other, NULL };
  const AccordPackKeys keys = { identities, NULL }, wrong = { others, NULL };
  g_autoptr (AccordPack) pack = NULL;

  (void) data;
  g_assert_no_error (error);
  send.seal_to_trusted = TRUE;
  change = accord_review_send (self->home, &send, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pack = accord_pack_read (file, &keys, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (accord_pack_read (file, &wrong, NULL, NULL, NULL, &refused));
  g_assert_error (refused, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED);
}

/* Documents that do not go along are not spoken of, and are not taken for deleted when the answer comes. */
static void
test_some_documents (Travel *self, gconstpointer data)
{
  const gint64 to[] = { self->one.organisation };
  g_autoptr (GFile) file = travel_file (self, "few.accordpack");
  AccordSend send = make_send (self, to, 1, file);
  static const gint64 none[] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordPack) pack = NULL, answer = NULL;

  (void) data;
  send.documents = none;
  send.n_documents = 0;
  change = accord_review_send (self->home, &send, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pack = travel_open_pack (file);
  g_assert_cmpuint (accord_pack_get_manifest (pack)->parts->len, ==, 1);
  travel_start (self, &self->one, pack);
  g_assert_cmpint (travel_count (self->one.reading, "document"), ==, 0);
  travel_decide (&self->one, "endorsed", "Endorsed.");
  answer = travel_return (self, &self->one, "answer.accordpack");
  travel_merge (self->home, answer, TRUE);
  g_assert_cmpint (travel_count (self->home, "document"), ==, 1);
}

/* With the disk full there is neither change nor pack. */
static void
test_full_disk (Travel *self, gconstpointer data)
{
  const gint64 to[] = { self->one.organisation };
  g_autofree char *folder = travel_path (self, "small");
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *path = g_build_filename (folder, "case.accordpack", NULL);
  g_autofree char *much = g_malloc0 (60 * 1024);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AccordSend send = make_send (self, to, 1, file);

  (void) data;
  g_mkdir (folder, 0700);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no file system of its own can be mounted here");
      return;
    }
  g_file_set_contents (filler, much, 60 * 1024, NULL);
  assert_refused (self, &send);
  g_assert_cmpint (umount (folder), ==, 0);
}

static AccordPack *
send_again (Travel *self, const gint64 *to, gsize n_to, gboolean with_comments, const char *name,
            guint n_left)
{
  g_autoptr (GFile) file = travel_file (self, name);
  AccordSend send = make_send (self, to, n_to, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  guint n = G_MAXUINT;

  send.with_comments = with_comments;
  send.n_left = &n;
  change = accord_review_send (self->home, &send, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_left);
  return travel_open_pack (file);
}

static guint
count_kind (AccordPack *pack, const char *kind)
{
  GBytes *bytes = accord_pack_get_case (pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) dossier =
      accord_dossier_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  GHashTableIter iter;
  AccordDossierRecord *record;
  guint n = 0;

  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, dossier->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    n += strcmp (record->kind, kind) == 0;
  return n;
}

static void
answer (Travel *self, Partner *partner, AccordPack *request, const char *name)
{
  g_autoptr (AccordPack) pack = NULL;

  travel_start (self, partner, request);
  travel_comment (partner, "question", "Who runs the front door?");
  travel_comment (partner, "caveat", "Subject to the lease.");
  travel_decide (partner, "endorsed-with-caveats", "Endorsed.");
  pack = travel_return (self, partner, name);
  travel_merge (self->home, pack, TRUE);
}

/* What one partner wrote goes to another only where a person says so; caveats and endorsements go; what the
 * only reader wrote comes back to them, with the reply. Nothing of what was left out is lost by the answer.
 */
static void
test_comments (Travel *self, gconstpointer data)
{
  const gint64 both[] = { self->one.organisation, self->two.organisation };
  g_autoptr (AccordPack) request = travel_send (self, "request.accordpack");
  g_autoptr (AccordPack) all = NULL, none = NULL, own = NULL, back = NULL;
  g_autoptr (AccordRecord) reply = travel_new (self->home, "comment");
  const gint64 n_caveats = travel_count (self->home, "caveat") + 2;

  (void) data;
  answer (self, &self->one, request, "one.accordpack");
  answer (self, &self->two, request, "two.accordpack");
  accord_record_set_text (reply, "text", "The council does.");
  accord_record_set_text (reply, "sort", "question");
  accord_record_set_text (reply, "state", "open");
  accord_record_set_int (reply, "case", self->business_case);
  accord_record_set_int (reply, "reply-to", 1);
  travel_save (self->home, reply);

  all = send_again (self, both, 2, TRUE, "all.accordpack", 0);
  g_assert_cmpuint (count_kind (all, "comment"), ==, 5);
  none = send_again (self, both, 2, FALSE, "none.accordpack", 5);
  g_assert_cmpuint (count_kind (none, "comment"), ==, 0);
  g_assert_cmpuint (count_kind (none, "caveat"), ==, n_caveats);
  g_assert_cmpuint (count_kind (none, "review"), ==, 6);
  own = send_again (self, both, 1, FALSE, "own.accordpack", 2);
  g_assert_cmpuint (count_kind (own, "comment"), ==, 3);

  travel_start (self, &self->two, none);
  travel_comment (&self->two, "risk", "Recruitment.");
  travel_decide (&self->two, "endorsed", "Endorsed.");
  back = travel_return (self, &self->two, "back.accordpack");
  travel_merge (self->home, back, TRUE);
  g_assert_cmpint (travel_count (self->home, "comment"), ==, 6);
  g_assert_cmpint (travel_count (self->home, "caveat"), ==, n_caveats);
  travel_merge (self->home, back, FALSE);
  travel_check (self->home);
  travel_check (self->two.reading);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAVEL_TEST ("/review/send/asked", test_asked);
  TRAVEL_TEST ("/review/send/numbers", test_numbers);
  TRAVEL_TEST ("/review/send/frozen", test_frozen);
  TRAVEL_TEST ("/review/send/refused", test_refused);
  TRAVEL_TEST ("/review/send/sealed", test_sealed);
  TRAVEL_TEST ("/review/send/some-documents", test_some_documents);
  TRAVEL_TEST ("/review/send/comments", test_comments);
  TRAVEL_TEST ("/review/send/full-disk", test_full_disk);
  return g_test_run ();
}
