/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "age.h"
#include "identities.h"
#include "lookup.h"
#include "own-key.h"
#include "passphrase.h"
#include "safe-file.h"
#include "seal-error.h"
#include "text-table.h"
#include "trust.h"

#define MAX_KEY_FILE (64 * 1024)
#define FIRST_LOOK 512

/* --- Showing. */

static void
write_line (AccordOutput *output, const char *label, const char *value)
{
  g_autofree char *line = accord_terminal_line (value);

  accord_output_printf (output, "%-14s %s\n", label, line);
}

static void
write_key (AccordRun *run, AccordPublicKey *key, const char *path)
{
  g_autofree char *text = accord_public_key_dup_text (key);
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (key);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  AccordJson json;

  if (!run->options->json)
    {
      write_line (run->output, _ ("Holder"), accord_public_key_get_holder (key));
      write_line (run->output, _ ("Words"), words);
      write_line (run->output, _ ("Fingerprint"), fingerprint);
      write_line (run->output, _ ("Kept in"), shown != NULL ? shown : _ ("the keyring"));
      accord_output_printf (run->output, "\n%s\n", text);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "holder", accord_public_key_get_holder (key));
  accord_json_member_string (&json, "key", text);
  accord_json_member_string (&json, "words", words);
  accord_json_member_string (&json, "fingerprint", fingerprint);
  accord_json_member_string (&json, "signing", accord_public_key_get_signing (key));
  accord_json_member_string (&json, "sealing", accord_public_key_get_sealing (key));
  accord_json_member_string (&json, "file", shown);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static AccordExit
key_show (AccordRun *run, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, run->options->passphrase_file, error);
  g_autoptr (AccordKeyPair) pair = own != NULL ? accord_own_key_load_from (own, run, error) : NULL;

  if (pair != NULL)
    write_key (run, accord_key_pair_get_public (pair), own->path);
  return ACCORD_EXIT_DONE;
}

static AccordExit
key_new (AccordRun *run, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, run->options->passphrase_file, error);
  g_autoptr (AccordKeyPair) pair = NULL;
  g_autoptr (GError) why = NULL;

  if (own == NULL)
    return ACCORD_EXIT_BROKEN;
  pair = accord_key_pair_new (run->options->name, error);
  if (pair == NULL)
    return ACCORD_EXIT_BROKEN;
  if (accord_key_store_save (&own->place, pair, run->cancellable, &why))
    write_key (run, accord_key_pair_get_public (pair), own->path);
  else if (g_error_matches (why, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE))
    g_set_error (error, why->domain, why->code, "%s %s", why->message,
                 _ ("Name a file for the key with --key-file, and one that holds its passphrase with "
                    "--passphrase-file."));
  else if (g_error_matches (why, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE))
    g_set_error (error, why->domain, why->code, "%s %s", why->message,
                 _ ("Name a file that holds it with --passphrase-file."));
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return ACCORD_EXIT_DONE;
}

/* A file that is there already is never touched. */
static gboolean
write_file (const char *path, const char *text, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &why);

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                 _ ("“%s” is there already and is not written over."), name);
  else if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), text, strlen (text), NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

static AccordExit
key_export (AccordRun *run, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, run->options->passphrase_file, error);
  g_autoptr (AccordKeyPair) pair = own != NULL ? accord_own_key_load_from (own, run, error) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (pair == NULL)
    return ACCORD_EXIT_BROKEN;
  text = accord_public_key_dup_text (accord_key_pair_get_public (pair));
  line = g_strconcat (text, "\n", NULL);
  if (run->n_arguments < 2)
    accord_output_write (run->output, line, -1);
  else if (write_file (run->arguments[1], line, error) && !run->options->json)
    write_line (run->output, _ ("Wrote"), run->arguments[1]);
  return ACCORD_EXIT_DONE;
}

/* --- Moving to another computer. */

/* The key itself in a file, sealed with the passphrase that is named. */
static AccordSecret *
read_own_passphrase (AccordRun *run, GError **error)
{
  if (run->options->passphrase_file != NULL)
    return accord_cli_read_passphrase (run->options->passphrase_file, error);
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       _ ("The passphrase that seals the copy is missing: --passphrase-file=FILE."));
  return NULL;
}

static AccordExit
key_copy (AccordRun *run, GError **error)
{
  g_autoptr (AccordSecret) passphrase = read_own_passphrase (run, error);
  g_autoptr (AccordOwnKey) own =
      passphrase != NULL ? accord_own_key_find (run, run->options->passphrase_file, error) : NULL;
  g_autoptr (AccordKeyPair) pair = own != NULL ? accord_own_key_load_from (own, run, error) : NULL;
  const AccordKeyPlace copy = { run->arguments[1], passphrase };
  g_autofree char *name = g_filename_display_name (run->arguments[1]);

  if (pair == NULL)
    return ACCORD_EXIT_BROKEN;
  if (g_file_test (run->arguments[1], G_FILE_TEST_EXISTS))
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                 _ ("“%s” is there already and is not written over."), name);
  else if (accord_key_store_save (&copy, pair, run->cancellable, error))
    write_key (run, accord_key_pair_get_public (pair), copy.path);
  return ACCORD_EXIT_DONE;
}

static AccordExit
key_take (AccordRun *run, GError **error)
{
  g_autoptr (AccordSecret) passphrase = read_own_passphrase (run, error);
  g_autoptr (AccordOwnKey) own =
      passphrase != NULL ? accord_own_key_find (run, run->options->passphrase_file, error) : NULL;
  const AccordKeyPlace copy = { run->arguments[1], passphrase };
  g_autoptr (AccordKeyPair) pair =
      own != NULL ? accord_key_store_load (&copy, run->cancellable, error) : NULL;

  if (pair != NULL && accord_key_store_save (&own->place, pair, run->cancellable, error))
    write_key (run, accord_key_pair_get_public (pair), own->path);
  return ACCORD_EXIT_DONE;
}

/* --- Trusting. */

typedef struct
{
  AccordRun *run;
  const char *organisation;
  AccordPublicKey *key;
  const char *today;
  gint64 id;
  char *name;
} Trusting;

/* A key as text, or a file of it. */
static AccordPublicKey *
read_key (const char *argument, GError **error)
{
  g_autofree char *name = g_filename_display_name (argument);
  g_autofree char *text = NULL;
  g_autoptr (AccordPublicKey) key = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  gsize length;

  if (g_str_has_prefix (argument, "accord-key-"))
    return accord_public_key_parse (argument, -1, error);
  file = g_file_new_for_path (argument);
  stream = g_file_read (file, NULL, error);
  text = g_malloc (MAX_KEY_FILE + 1);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_KEY_FILE + 1, &length, NULL, error))
    return NULL;
  key = accord_public_key_parse (text, length, error);
  if (key == NULL)
    g_prefix_error (error, "%s: ", name);
  return g_steal_pointer (&key);
}

static gpointer
find_organisation (AccordReader *reader, gpointer data, GError **error)
{
  Trusting *trusting = data;
  const AccordKind *kind = accord_schema_find_kind (trusting->run->schema, "organisation");

  trusting->id = accord_reader_resolve (reader, kind, trusting->organisation, error);
  trusting->name = trusting->id > 0 ? accord_reader_dup_title (reader, kind, trusting->id, error) : NULL;
  return trusting->name != NULL ? trusting : NULL;
}

static gboolean
pin (AccordWriter *writer, gpointer data, GError **error)
{
  Trusting *trusting = data;

  return accord_trust_pin (writer, trusting->id, trusting->key, trusting->today, trusting->run->options->name,
                           trusting->run->options->replace, error);
}

static void
tell_trusted (Trusting *trusting, gboolean changed)
{
  AccordOutput *output = trusting->run->output;
  g_autofree char *words = accord_public_key_dup_words (trusting->key);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (trusting->key);
  AccordJson json;

  if (!trusting->run->options->json)
    {
      write_line (output, _ ("Words"), words);
      write_line (output, _ ("Fingerprint"), fingerprint);
      write_line (output, changed ? _ ("Trusted for") : _ ("Known for"), trusting->name);
      return;
    }
  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "id", trusting->id);
  accord_json_member_string (&json, "organisation", trusting->name);
  accord_json_member_string (&json, "words", words);
  accord_json_member_string (&json, "fingerprint", fingerprint);
  accord_json_member_boolean (&json, "changed", changed);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static AccordExit
key_trust (AccordRun *run, GError **error)
{
  g_autofree char *organisation = accord_options_text (run->arguments[1], error);
  g_autofree char *today = organisation != NULL ? accord_cli_dup_today (run->options->today, error) : NULL;
  g_autoptr (AccordPublicKey) key = today != NULL ? read_key (run->arguments[2], error) : NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *label = NULL;
  Trusting trusting = { run, organisation, key, today };

  if (key == NULL || !accord_cli_open_workspace (run, error)
      || accord_workspace_read (run->workspace, find_organisation, &trusting, run->cancellable, error)
             == NULL)
    return ACCORD_EXIT_BROKEN;
  label = g_strdup_printf (_ ("Trust the key of %s"), trusting.name);
  change = accord_workspace_write (run->workspace, label, pin, &trusting, run->cancellable, error);
  if (change != NULL)
    tell_trusted (&trusting, accord_change_get_id (change) > 0);
  g_free (trusting.name);
  return ACCORD_EXIT_DONE;
}

/* --- Opening a sealed file. */

/* The file, and how it is sealed, by its first bytes. */
static GInputStream *
look_at (AccordRun *run, const char *path, AccordAgeLock *lock, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, run->cancellable, error);
  g_autoptr (GInputStream) buffered = NULL;
  const guint8 *bytes;
  gsize n;

  if (stream == NULL)
    return NULL;
  buffered = g_buffered_input_stream_new (G_INPUT_STREAM (stream));
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), FIRST_LOOK, run->cancellable, error)
      < 0)
    return NULL;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &n);
  *lock = accord_age_look (bytes, n);
  return g_steal_pointer (&buffered);
}

static GInputStream *
open_with_passphrase (AccordRun *run, GInputStream *stream, GError **error)
{
  g_autoptr (AccordSecret) passphrase = NULL;

  if (run->options->passphrase_file == NULL)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE,
                           _ ("The file is sealed with a passphrase; name a file that holds it with "
                              "--passphrase-file."));
      return NULL;
    }
  passphrase = accord_cli_read_passphrase (run->options->passphrase_file, error);
  return passphrase != NULL ? accord_age_open (stream, NULL, passphrase, run->cancellable, error) : NULL;
}

static GInputStream *
open_with_own_key (AccordRun *run, GInputStream *stream, GError **error)
{
  g_autoptr (AccordKeyPair) pair = accord_own_key_load (run, error);
  g_autoptr (AccordSecret) identity = pair != NULL ? accord_key_pair_dup_identity (pair) : NULL;

  return identity != NULL ? accord_age_open (stream, (const char *const[]){ identity, NULL }, NULL,
                                             run->cancellable, error)
                          : NULL;
}

/* The file of a key may also be one that age-keygen wrote. */
static GInputStream *
open_with_key (AccordRun *run, GInputStream *stream, GError **error)
{
  g_autoptr (GPtrArray) identities = NULL;
  g_autoptr (GError) why = NULL;

  if (run->options->key_file != NULL)
    identities = accord_cli_read_identities (run->options->key_file, &why);
  if (identities != NULL)
    return accord_age_open (stream, (const char *const *) identities->pdata, NULL, run->cancellable, error);
  if (why == NULL)
    return open_with_own_key (run, stream, error);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}

/* With what it takes; a file that is not sealed at all is refused by the reader itself. */
static GInputStream *
open_sealed (AccordRun *run, GError **error)
{
  AccordAgeLock lock;
  g_autoptr (GInputStream) stream = look_at (run, run->arguments[1], &lock, error);

  if (stream == NULL)
    return NULL;
  switch (lock)
    {
    case ACCORD_AGE_PASSPHRASE:
      return open_with_passphrase (run, stream, error);
    case ACCORD_AGE_KEYS:
      return open_with_key (run, stream, error);
    case ACCORD_AGE_OPEN:
    default:
      return accord_age_open (stream, NULL, NULL, run->cancellable, error);
    }
}

static AccordExit
key_open (AccordRun *run, GError **error)
{
  g_autofree char *name = g_filename_display_name (run->arguments[1]);
  g_autoptr (GInputStream) opened = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (AccordSafeFile) place = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (run->options->output == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("Where the opened file goes is missing: --output=FILE."));
      return ACCORD_EXIT_USAGE;
    }
  file = g_file_new_for_commandline_arg (run->options->output);
  if (g_file_query_exists (file, NULL) && !run->options->replace)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           _ ("The file to write is there already; --replace writes over it."));
      return ACCORD_EXIT_REJECTED;
    }
  opened = open_sealed (run, error);
  place = opened != NULL ? accord_safe_file_new (file, error) : NULL;
  stream = place != NULL ? accord_safe_file_open (place, error) : NULL;
  if (stream == NULL
      || g_output_stream_splice (stream, opened, G_OUTPUT_STREAM_SPLICE_NONE, run->cancellable, error) < 0
      || !g_output_stream_close (stream, run->cancellable, error) || !accord_safe_file_finish (place, error))
    {
      g_prefix_error (error, "%s: ", name);
      return ACCORD_EXIT_BROKEN;
    }
  return ACCORD_EXIT_DONE;
}

/* --- The parts. */

const AccordCommand accord_key_parts[] = {
  { "new", "", 0, 0, 0, ACCORD_OPTION_NAME | ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE, key_new,
    N_ ("Make your own key"),
    N_ ("It is kept in the keyring, or with --key-file in a file that is sealed with a passphrase. A key "
        "that is "
        "there already is never touched.") },
  { "show", "", 0, 0, 0, ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE, key_show,
    N_ ("Show your own key"),
    N_ ("The line that others may have, its fingerprint, and the words to compare over a telephone.") },
  { "export", N_ ("[FILE]"), 0, 1, 0, ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE, key_export,
    N_ ("Write the line that others may have"), N_ ("A file that is there already is never touched.") },
  { "copy", N_ ("FILE --passphrase-file=FILE"), 1, 1, 0,
    ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE, key_copy,
    N_ ("Write a copy of your own key for another computer"),
    N_ ("The copy is the key itself, sealed with the passphrase; “key take” takes it there.") },
  { "take", N_ ("FILE --passphrase-file=FILE"), 1, 1, 0,
    ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE, key_take,
    N_ ("Take a copy as your own key on this computer"),
    N_ ("It is kept in the keyring, or with --key-file in a file with the same passphrase. Another key that "
        "is there already is never touched.") },
  { "trust", N_ ("ORGANISATION KEY"), 2, 2, 0,
    ACCORD_OPTION_NAME | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY, key_trust,
    N_ ("Put a key on the record of an organisation"),
    N_ ("KEY is the line, or a file of it; compare its words with them first. A key that has changed is "
        "refused "
        "unless --replace is given.") },
  { "open", N_ ("FILE -o OUT"), 1, 1, 0,
    ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_REPLACE,
    key_open, N_ ("Open any file that is sealed in the age format"),
    N_ ("With your own key, one that age-keygen wrote, or the passphrase in --passphrase-file.") },
  { NULL },
};
