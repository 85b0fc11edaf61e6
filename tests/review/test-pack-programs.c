/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-maker.h"

#include <string.h>

static void
save_text (Packing *self, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_object_unref (packing_save (self, name, bytes));
}

/* Its lines that are not comments are the secret keys of minisign and age, in that order. */
static void
save_secrets (Packing *self)
{
  char *identity = accord_key_pair_dup_identity (self->pair);

  save_text (self, "identity.txt", identity);
  accord_secret_free (identity);
}

static GFile *
make (Packing *self, gboolean sealed)
{
  const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (self->pair)),
                               NULL };
  const AccordPackSeal seal = { .recipients = sealed ? recipients : NULL };

  packing_add (self, "Plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
               200000);
  packing_add (self, "Figures.csv", "text/csv", 100000);
  packing_add (self, "Empty.txt", "text/plain", 0);
  return packing_write (self, "pack.accordpack", &seal);
}

static void
test_zip_readers (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = make (self, FALSE);
  g_autofree char *unzip = packing_spawn (self, "unzip", "-t", "pack.accordpack", NULL);
  g_autofree char *zip = packing_spawn (self, "zip", "-T", "pack.accordpack", NULL);
  g_autofree char *python =
      packing_spawn (self, "/usr/bin/python3", "-c",
                     "import zipfile, sys, json, hashlib\n"
                     "z = zipfile.ZipFile('pack.accordpack')\n"
                     "assert z.testzip() is None\n"
                     "m = json.loads(z.read('manifest.json'))\n"
                     "assert [i.filename for i in z.infolist()] == ['mimetype', 'manifest.json', "
                     "'manifest.json.minisig'] + [p['path'] for p in m['parts']]\n"
                     "for p in m['parts']:\n"
                     "    b = z.read(p['path'])\n"
                     "    assert len(b) == p['size'] and hashlib.sha256(b).hexdigest() == p['sha256']\n",
                     NULL);

  g_assert_nonnull (strstr (unzip, "No errors"));
  g_assert_nonnull (strstr (zip, "OK"));
  g_assert_cmpstr (python, ==, "");
  packing_assert_read (self, file, NULL);
}

/* minisign takes the signature, and no other text for it. */
static void
test_minisign (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = make (self, FALSE);
  const char *key = accord_public_key_get_signing (accord_key_pair_get_public (self->pair));
  g_autofree char *unzipped = packing_spawn (self, "unzip", "-o", "pack.accordpack", NULL);
  g_autofree char *said = packing_spawn (self, "minisign", "-V", "-P", key, "-m", "manifest.json", NULL);

  g_assert_nonnull (strstr (said, "verified"));
  g_assert_nonnull (strstr (said, self->manifest->uid));
}

static void
test_age_opens (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = make (self, TRUE);
  g_autoptr (GFile) opened = packing_file (self, "opened.accordpack");
  g_autofree char *said = NULL;

  save_secrets (self);
  said = packing_spawn (self, "age", "-d", "-i", "identity.txt", "-o", "opened.accordpack", "pack.accordpack",
                        NULL);
  g_assert_cmpstr (said, ==, "");
  packing_assert_read (self, opened, NULL);
}

/* A key pair that minisign made, and whose line of text is ours. */
static AccordPublicKey *
make_foreign_key (Packing *self)
{
  g_autofree char *said =
      packing_spawn (self, "minisign", "-G", "-W", "-p", "minisign.pub", "-s", "minisign.key", NULL);
  g_autofree char *path = g_build_filename (self->folder, "minisign.pub", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  AccordPublicKey *key;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  key = accord_public_key_new (
      lines[1], accord_public_key_get_sealing (accord_key_pair_get_public (self->other)), "By Hand", &error);
  g_assert_no_error (error);
  return key;
}

/* A pack that no line of ours has written. */
static void
make_by_hand (Packing *self)
{
  g_autoptr (AccordPublicKey) key = make_foreign_key (self);
  g_autofree char *json = NULL, *said = NULL;

  g_free (self->manifest->from->key);
  self->manifest->from->key = accord_public_key_dup_text (key);
  json = accord_pack_manifest_dup_json (self->manifest);
  save_text (self, "manifest.json", json);
  save_text (self, "mimetype", ACCORD_PACK_MIME_TYPE);
  g_object_unref (packing_save (self, "case.json", self->parts->pdata[0]));
  g_free (packing_spawn (self, "mkdir", "documents", NULL));
  g_object_unref (packing_save (self, "documents/1", self->parts->pdata[1]));
  g_object_unref (packing_save (self, "documents/2", self->parts->pdata[2]));
  g_free (packing_spawn (self, "minisign", "-S", "-s", "minisign.key", "-m", "manifest.json", NULL));
  g_free (packing_spawn (self, "zip", "-X", "-0", "hand.accordpack", "mimetype", NULL));
  said = packing_spawn (self, "zip", "hand.accordpack", "manifest.json", "manifest.json.minisig", "case.json",
                        "documents/1", "documents/2", NULL);
  accord_key_pair_unref (self->pair);
  self->pair = NULL;
}

static void
assert_by_hand (Packing *self, const char *name, const AccordPackKeys *keys)
{
  g_autoptr (GFile) file = packing_file (self, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = accord_pack_read (file, keys, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (accord_public_key_get_holder (accord_pack_get_signer (pack)), ==, "By Hand");
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autoptr (GFile) part = accord_pack_get_part (pack, i);
      g_autoptr (GBytes) bytes = packing_load (part);

      g_assert_true (g_bytes_equal (bytes, self->parts->pdata[i]));
    }
}

static void
test_by_hand (Packing *self, gconstpointer data)
{
  char *identity = accord_key_pair_dup_identity (self->other);
  const char *identities[] = { identity, NULL };
  const AccordPackKeys keys = { .identities = identities };
  const char *recipient = accord_public_key_get_sealing (accord_key_pair_get_public (self->other));

  make_by_hand (self);
  assert_by_hand (self, "hand.accordpack", NULL);
  g_free (packing_spawn (self, "age", "-r", recipient, "-o", "sealed.accordpack", "hand.accordpack", NULL));
  assert_by_hand (self, "sealed.accordpack", &keys);
  g_free (packing_spawn (self, "age", "-a", "-r", recipient, "-o", "armoured.accordpack", "hand.accordpack",
                         NULL));
  assert_by_hand (self, "armoured.accordpack", &keys);
  self->pair = accord_key_pair_ref (self->other);
  accord_secret_free (identity);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/programs/zip-readers", test_zip_readers);
  PACK_TEST ("/pack/programs/minisign", test_minisign);
  PACK_TEST ("/pack/programs/age-opens", test_age_opens);
  PACK_TEST ("/pack/programs/by-hand", test_by_hand);

  return packing_run ();
}
