/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "caveat-steps.h"
#include "lookup.h"
#include "own-key.h"
#include "pack-way.h"
#include "passphrase.h"
#include "progress.h"
#include "send.h"
#include "today.h"

typedef struct
{
  AccordRun *run;
  char *word;
  gint64 business_case;
  gint64 from;
  GArray *to;
  char *warning;
} Meant;

static gboolean
find_organisation (AccordReader *reader, const char *words, gint64 *id, GError **error)
{
  *id = accord_reader_resolve (
      reader, accord_schema_find_kind (accord_reader_get_schema (reader), "organisation"), words, error);
  return *id > 0;
}

static gpointer
find_meant (AccordReader *reader, gpointer data, GError **error)
{
  Meant *self = data;
  const AccordOptions *options = self->run->options;
  g_autofree char *today = accord_today_dup ();

  self->business_case = accord_reader_resolve (
      reader, accord_schema_find_kind (accord_reader_get_schema (reader), "case"), self->word, error);
  if (self->business_case <= 0)
    return NULL;
  self->warning = accord_case_dup_caveats_warning (reader, self->business_case, today);
  if (options->organisation != NULL && !find_organisation (reader, options->organisation, &self->from, error))
    return NULL;
  for (char **at = options->to; at != NULL && *at != NULL; at++)
    {
      gint64 id;

      if (!find_organisation (reader, *at, &id, error))
        return NULL;
      g_array_append_val (self->to, id);
    }
  /* What follows the case is one of those, too: “--to A B”. */
  for (guint i = 2; i < self->run->n_arguments; i++)
    {
      g_autofree char *words = accord_options_text (self->run->arguments[i], error);
      gint64 id;

      if (words == NULL || !find_organisation (reader, words, &id, error))
        return NULL;
      g_array_append_val (self->to, id);
    }
  return self;
}

static void
tell (AccordRun *run, AccordPublicKey *key, GArray *to, gboolean sealed, guint n_left, const char *warning)
{
  g_autofree char *shown = g_filename_display_name (run->options->output);
  g_autofree char *words = accord_public_key_dup_words (key);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output,
                            ngettext ("Made the pack %s, which asks %u organisation.\n",
                                      "Made the pack %s, which asks %u organisations.\n", to->len),
                            shown, to->len);
      /* Translators: the words of the key with which a pack was signed. */
      accord_output_printf (run->output, _ ("Signed by %s: %s\n"), accord_public_key_get_holder (key), words);
      if (!sealed)
        accord_output_printf (run->output, "%s\n", _ ("It is not sealed: anybody who has it can read it."));
      if (n_left > 0)
        accord_output_printf (
            run->output,
            ngettext ("%u comment of partners stays here; --with-comments sends it along.\n",
                      "%u comments of partners stay here; --with-comments sends them "
                      "along.\n",
                      n_left),
            n_left);
      if (warning != NULL)
        accord_output_printf (run->output, "%s\n", warning);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "file", shown);
  accord_json_member_int (&json, "asked", to->len);
  accord_json_member_string (&json, "signed_by", accord_public_key_get_holder (key));
  accord_json_member_string (&json, "words", words);
  accord_json_member_boolean (&json, "sealed", sealed);
  accord_json_member_int (&json, "comments_left", n_left);
  accord_json_member_string (&json, "caveats_warning", warning);
  accord_json_end_object (&json);
}

static gboolean
send_case (AccordRun *run, const Meant *meant, AccordKeyPair *pair, const AccordPackSeal *seal, guint *n_left,
           GError **error)
{
  const AccordOptions *options = run->options;
  g_autoptr (GFile) file = g_file_new_for_path (options->output);
  g_autofree char *due = NULL, *today = accord_cli_dup_today (options->today, error);
  AccordSend send = { .business_case = meant->business_case,
                      .organisations = (const gint64 *) meant->to->data,
                      .n_organisations = meant->to->len,
                      .note = options->note,
                      .from = meant->from,
                      .person = options->name,
                      .signer = pair,
                      .seal = seal,
                      .seal_to_trusted = options->seal,
                      .with_comments = options->with_comments,
                      .n_left = n_left,
                      .file = file,
                      .replace = options->replace,
                      .today = today };
  g_autoptr (AccordChange) change = NULL;
  AccordProgress progress;

  if (today == NULL || !accord_cli_read_day (options->due, &due, error))
    return FALSE;
  send.due = due;
  accord_progress_init (&progress, _ ("Packing"));
  change = accord_review_send (run->workspace, &send, accord_progress_show, &progress, NULL, run->cancellable,
                               error);
  accord_progress_end (&progress);
  return change != NULL;
}

/**
 * accord_command_pack_create:
 * @run: the run
 * @error: return location for an error
 *
 * Sends a case for review: freezes a version, asks, and writes the pack.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack_create (AccordRun *run, GError **error)
{
  const AccordOptions *options = run->options;
  g_autofree char *word = accord_options_text (run->arguments[1], error);
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));
  Meant meant = { run, word, 0, 0, to };
  g_autofree char *warning = NULL;
  gboolean found;
  guint n_left = 0;
  g_autoptr (GPtrArray) recipients = NULL;
  g_autoptr (AccordSecret) passphrase = NULL;
  g_autoptr (AccordKeyPair) pair = NULL;
  AccordPackSeal seal = { NULL, NULL };

  if (word == NULL)
    return ACCORD_EXIT_USAGE;
  if (options->output == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("Say with -o where the pack goes, as in “-o case.accordpack”."));
      return ACCORD_EXIT_USAGE;
    }
  recipients = accord_cli_read_recipients (options->recipients, error);
  if (recipients == NULL || !accord_cli_open_workspace (run, error))
    return ACCORD_EXIT_BROKEN;
  found = accord_workspace_read (run->workspace, find_meant, &meant, run->cancellable, error) != NULL;
  warning = meant.warning;
  if (!found)
    return ACCORD_EXIT_REJECTED;
  if (options->passphrase_file != NULL)
    {
      passphrase = accord_cli_read_passphrase (options->passphrase_file, error);
      if (passphrase == NULL)
        return ACCORD_EXIT_BROKEN;
    }
  pair = accord_own_key_need (run, options->name != NULL ? options->name : options->organisation, error);
  if (pair == NULL)
    return ACCORD_EXIT_BROKEN;
  if (recipients->len > 1)
    seal.recipients = (const char *const *) recipients->pdata;
  seal.passphrase = passphrase;
  if (send_case (run, &meant, pair, &seal, &n_left, error))
    tell (run, accord_key_pair_get_public (pair), to,
          options->seal || seal.recipients != NULL || passphrase != NULL, n_left, warning);
  return ACCORD_EXIT_DONE;
}
