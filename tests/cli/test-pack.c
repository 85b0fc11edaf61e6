/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "pack-fixture.h"

#include <string.h>

/* A pack where the program runs. */
static char *
make (Cli *cli, const char *name, const AccordPackSeal *seal)
{
  Packing packing = { NULL };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = cli_path (cli, name);

  packing_set_up (&packing, NULL);
  file = packing_write (&packing, name, seal);
  bytes = packing_load (file);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  packing_tear_down (&packing, NULL);
  return g_steal_pointer (&path);
}

static void
test_inspect (Cli *cli, gconstpointer data)
{
  g_autofree char *path = make (cli, "plain.accordpack", NULL);
  const char *const words[] = { "pack", "inspect", path, NULL };
  const char *const json[] = { "pack", "inspect", path, "--json", NULL };
  g_autoptr (Answer) told = cli_runv (cli, words);
  g_autoptr (Answer) answer = cli_runv (cli, json);
  g_autoptr (JsonNode) root = answer_json (answer);
  JsonObject *object = json_node_get_object (root);
  JsonObject *signer = json_object_get_object_member (object, "signer");

  g_assert_cmpint (told->code, ==, 0);
  g_assert_nonnull (strstr (told->out, "Neighbourhood Model"));
  g_assert_nonnull (strstr (told->out, "30 Apr 2019"));
  g_assert_nonnull (strstr (told->out, "Appendix A.pdf"));
  g_assert_nonnull (strstr (told->out, json_object_get_string_member (signer, "words")));
  g_assert_nonnull (strstr (told->out, json_object_get_string_member (signer, "fingerprint")));
  g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "request");
  g_assert_true (json_object_get_null_member (object, "sealed"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "parts")), ==, 3);
}

static void
test_verify (Cli *cli, gconstpointer data)
{
  g_autofree char *path = make (cli, "plain.accordpack", NULL), *text = NULL;
  const char *const words[] = { "pack", "verify", path, NULL };
  g_autoptr (Answer) answer = cli_runv (cli, words);
  gsize length;

  g_assert_cmpint (answer->code, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_nonnull (strstr (answer->out, "whole"));

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  /* In the manifest, which stands near the beginning. */
  text[400] ^= 1;
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  cli_expect (cli, 3, "damaged", "pack", "verify", path, NULL);
  g_assert_true (g_file_set_contents (path, text, (gssize) length / 2, NULL));
  cli_expect (cli, 3, "plain.accordpack", "pack", "inspect", path, NULL);
}

static void
test_sealed (Cli *cli, gconstpointer data)
{
  const AccordPackSeal seal = { .passphrase = "correct horse" };
  g_autofree char *path = make (cli, "sealed.accordpack", &seal);
  g_autofree char *right = cli_path (cli, "right"), *wrong = cli_path (cli, "wrong"),
                  *none = cli_path (cli, "none");

  cli_write_file (cli, "right", "correct horse\r\nand more\n");
  cli_write_file (cli, "wrong", "correct house\n");
  cli_write_file (cli, "none", "\ncorrect horse\n");
  cli_expect (cli, 1, "passphrase", "pack", "verify", path, NULL);
  cli_expect (cli, 1, "passphrase", "pack", "verify", path, "--passphrase-file", wrong, NULL);
  cli_expect (cli, 1, "no passphrase", "pack", "verify", path, "--passphrase-file", none, NULL);
  cli_expect (cli, 3, "cannot be read", "pack", "verify", path, "--passphrase-file", cli->folder, NULL);
  cli_do (cli, "pack", "inspect", path, "--passphrase-file", right, NULL);
}

/* Opened by the key of who runs the command, and by no other. */
static void
test_sealed_to_keys (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) shown = NULL;
  g_autoptr (AccordPublicKey) key = NULL;
  const char *recipients[] = { NULL, NULL };
  const AccordPackSeal seal = { .recipients = recipients };
  g_autofree char *path = NULL;

  cli_write_file (cli, "words", "correct horse battery\n");
  cli_do (cli, "key", "new", "--name=Me", "--key-file=own.key", "--passphrase-file=words", NULL);
  cli_do (cli, "key", "new", "--name=You", "--key-file=other.key", "--passphrase-file=words", NULL);
  shown = cli_ask_one (cli, "key", "show", "--key-file=own.key", "--passphrase-file=words", NULL);
  key = accord_public_key_parse (json_object_get_string_member (shown, "key"), -1, NULL);
  recipients[0] = accord_public_key_get_sealing (key);
  path = make (cli, "sealed.accordpack", &seal);
  cli_do (cli, "pack", "inspect", path, "--key-file=own.key", "--passphrase-file=words", NULL);
  cli_expect (cli, 1, "not to a key", "pack", "inspect", path, "--key-file=other.key",
              "--passphrase-file=words", NULL);
  cli_expect (cli, 1, "not to a key", "pack", "inspect", path, "--key-file=none.key",
              "--passphrase-file=words", NULL);
}

static void
expect_trust (Cli *cli, const char *path, int code, const char *trust)
{
  g_autofree char *workspace = g_strconcat ("--workspace=", cli->workspace, NULL);
  const char *const words[] = { "pack", "verify", path, "--json", "--key-file=none.key", workspace, NULL };
  g_autoptr (Answer) answer = cli_runv (cli, words);
  g_autoptr (JsonNode) root = answer_json (answer);

  g_assert_cmpint (answer->code, ==, code);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "trust"), ==, trust);
}

/* What a workspace knows of who signed: nothing yet, that it is theirs, that it is another. */
static void
test_trust (Cli *cli, gconstpointer data)
{
  g_autofree char *path = make (cli, "plain.accordpack", NULL), *other = make (cli, "other.accordpack", NULL);
  const char *const ask[] = { "pack", "inspect", path, "--json", NULL };
  g_autoptr (Answer) answer = cli_runv (cli, ask);
  g_autoptr (JsonNode) root = answer_json (answer);
  JsonObject *signer = json_object_get_object_member (json_node_get_object (root), "signer");

  cli_init (cli);
  expect_trust (cli, path, 1, "new");
  cli_do (cli, "add", "organisation", "name=The Commissioner", NULL);
  expect_trust (cli, path, 1, "new");
  cli_write_file (cli, "theirs", json_object_get_string_member (signer, "key"));
  cli_do (cli, "key", "trust", "The Commissioner", "theirs", NULL);
  expect_trust (cli, path, 0, "trusted");
  expect_trust (cli, other, 1, "changed");
  cli_expect (cli, 1, "not the key of The Commissioner", "pack", "verify", other, "--key-file=none.key",
              NULL);
}

static void
test_nonsense (Cli *cli, gconstpointer data)
{
  g_autofree char *missing = cli_path (cli, "missing.accordpack");

  cli_write_file (cli, "words.accordpack", "These are words.\n");
  cli_write_file (cli, "empty.accordpack", "");
  cli_expect (cli, 2, "no command", "pack", "frobnicate", NULL);
  cli_expect (cli, 2, "missing", "pack", "inspect", NULL);
  cli_expect (cli, 2, "too much", "pack", "inspect", "a", "b", NULL);
  cli_expect (cli, 2, "--limit", "pack", "inspect", "a", "--limit=3", NULL);
  cli_expect (cli, 3, "missing.accordpack", "pack", "inspect", missing, NULL);
  cli_expect (cli, 3, "no pack", "pack", "inspect", "words.accordpack", NULL);
  cli_expect (cli, 3, "empty", "pack", "verify", "empty.accordpack", NULL);
  cli_expect (cli, 3, "not a file", "pack", "verify", ".", NULL);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  CLI_TEST ("/cli/pack/inspect", test_inspect);
  CLI_TEST ("/cli/pack/verify", test_verify);
  CLI_TEST ("/cli/pack/sealed", test_sealed);
  CLI_TEST ("/cli/pack/sealed-to-keys", test_sealed_to_keys);
  CLI_TEST ("/cli/pack/trust", test_trust);
  CLI_TEST ("/cli/pack/nonsense", test_nonsense);

  return packing_run ();
}
