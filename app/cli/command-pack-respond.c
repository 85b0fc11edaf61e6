/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "comments-file.h"
#include "date.h"
#include "lookup.h"
#include "open-file.h"
#include "open-pack.h"
#include "own-key.h"
#include "pack-way.h"
#include "passphrase.h"
#include "progress.h"
#include "reading.h"
#include "respond.h"

typedef struct
{
  gint64 review;
  AccordDecision decision;
  AccordCommentsFile file;
  GBytes *comments;
  const char *today;
  guint n_added;
} Answering;

/* The words of the command line, and those that the record keeps. */
static const char *
find_outcome (const char *decision, GError **error)
{
  static const char *const outcomes[][2] = {
    { "endorse", "endorsed" },  { "endorse-with-caveats", "endorsed-with-caveats" },
    { "defer", "deferred" },    { "do-not-endorse", "not-endorsed" },
    { "endorsed", "endorsed" }, { "endorsed-with-caveats", "endorsed-with-caveats" },
    { "deferred", "deferred" }, { "not-endorsed", "not-endorsed" },
  };

  for (guint i = 0; decision != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (strcmp (outcomes[i][0], decision) == 0)
      return outcomes[i][1];
  if (decision == NULL)
    g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                         _ ("Say with --decision what was decided: endorse, endorse-with-caveats, defer or "
                            "do-not-endorse."));
  else
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                 _ ("There is no decision “%s”; there are endorse, endorse-with-caveats, defer and "
                    "do-not-endorse."),
                 decision);
  return NULL;
}

static gboolean
write_answer (AccordWriter *writer, gpointer data, GError **error)
{
  Answering *self = data;

  if (self->comments != NULL
      && !accord_comments_file_write (writer, &self->file, g_bytes_get_data (self->comments, NULL),
                                      g_bytes_get_size (self->comments), &self->n_added, error))
    return FALSE;
  return accord_review_decide (writer, self->review, &self->decision, error);
}

static gpointer
read_reading (AccordReader *reader, gpointer data, GError **error)
{
  (void) data;
  return accord_reading_read (reader, error);
}

/* Comments and decision, as one change. */
static gboolean
answer (AccordRun *run, const char *outcome, const char *today, GError **error)
{
  const AccordOptions *options = run->options;
  g_autoptr (AccordReading) reading =
      accord_workspace_read (run->workspace, read_reading, NULL, run->cancellable, error);
  g_autoptr (GBytes) comments = NULL;
  g_autofree char *name = NULL, *date = NULL;
  g_autoptr (AccordChange) change = NULL;
  Answering self = { 0 };

  if (reading == NULL || !accord_cli_read_day (options->date, &date, error))
    return FALSE;
  if (options->comments != NULL)
    {
      comments = accord_cli_load (options->comments, run->cancellable, error);
      name = g_filename_display_basename (options->comments);
      if (comments == NULL)
        return FALSE;
    }
  self.review = reading->review;
  self.decision = (AccordDecision){ outcome, options->body, date != NULL ? date : today, options->note,
                                    options->reviewer };
  self.file = (AccordCommentsFile){ reading->review, options->reviewer, today, name };
  self.comments = comments;
  change =
      accord_workspace_write (run->workspace, _ ("Answer"), write_answer, &self, run->cancellable, error);
  return change != NULL;
}

/* What came sealed goes back sealed: to who asked, or with the same passphrase. */
static gboolean
respond (AccordRun *run, AccordPack *pack, AccordKeyPair *pair, const char *today, GError **error)
{
  const AccordOptions *options = run->options;
  const AccordAgeLock lock = accord_pack_get_lock (pack);
  g_autoptr (GPtrArray) recipients = accord_cli_read_recipients (options->recipients, error);
  g_autoptr (AccordSecret) passphrase = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (options->output);
  AccordPackSeal seal = { NULL, NULL };
  AccordRespond back = {
    .signer = pair, .seal = &seal, .file = file, .replace = options->replace, .today = today
  };
  g_autoptr (AccordChange) change = NULL;
  AccordProgress progress;

  if (recipients == NULL)
    return FALSE;
  if (recipients->len > 1)
    seal.recipients = (const char *const *) recipients->pdata;
  back.seal_to_asker = options->seal || lock == ACCORD_AGE_KEYS;
  /* Of a pack that is sealed to keys, the passphrase is that of the own key. */
  if (options->passphrase_file != NULL && lock != ACCORD_AGE_KEYS && !options->seal
      && seal.recipients == NULL)
    {
      passphrase = accord_cli_read_passphrase (options->passphrase_file, error);
      if (passphrase == NULL)
        return FALSE;
      seal.passphrase = passphrase;
    }
  accord_progress_init (&progress, _ ("Packing"));
  change =
      accord_review_respond (run->workspace, &back, accord_progress_show, &progress, run->cancellable, error);
  accord_progress_end (&progress);
  return change != NULL;
}

/* What a person may not have meant: an answer that comes late, or a decision of a day that is still to come.
 * Neither is refused, for the clock of this computer may be wrong. */
static char *
dup_warning (AccordRun *run, AccordPack *pack, const char *today)
{
  const char *due = accord_pack_get_manifest (pack)->due;
  g_autofree char *decided = NULL, *day = NULL, *to_come = NULL;
  GString *words = g_string_new (NULL);

  if (due != NULL && accord_date_is_past (due, today))
    {
      day = accord_date_format (due);
      g_string_append_printf (words, _ ("The answer was wanted by %s."), day);
    }
  if (accord_cli_read_day (run->options->date, &decided, NULL))
    to_come = accord_review_dup_day_to_come (decided, today);
  if (to_come != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", to_come);
  return g_string_free (words, words->len == 0);
}

static void
tell (AccordRun *run, AccordPublicKey *key, const char *outcome, const char *warning)
{
  g_autofree char *shown = g_filename_display_name (run->options->output);
  g_autofree char *words = accord_public_key_dup_words (key);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, _ ("Made the answer %s.\n"), shown);
      accord_output_printf (run->output, _ ("Signed by %s: %s\n"), accord_public_key_get_holder (key), words);
      if (warning != NULL)
        accord_output_printf (run->output, "%s\n", warning);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "file", shown);
  accord_json_member_string (&json, "outcome", outcome);
  accord_json_member_string (&json, "signed_by", accord_public_key_get_holder (key));
  accord_json_member_string (&json, "words", words);
  accord_json_member_string (&json, "warning", warning);
  accord_json_end_object (&json);
}

/* The key that signs; of a pack that is sealed to keys, the one that opened it. */
static AccordKeyPair *
load_key (AccordRun *run, AccordAgeLock lock, GError **error)
{
  g_autoptr (AccordOwnKey) own = NULL;

  if (lock != ACCORD_AGE_KEYS)
    return accord_own_key_need (run, run->options->name != NULL ? run->options->name : run->options->as,
                                error);
  own = accord_own_key_find (run, run->options->passphrase_file, error);
  return own != NULL ? accord_own_key_load_from (own, run, error) : NULL;
}

/**
 * accord_command_pack_respond:
 * @run: the run
 * @error: return location for an error
 *
 * Answers a request: writes the comments and the decision into its reading file, and makes the pack that goes
 * back.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack_respond (AccordRun *run, GError **error)
{
  const char *outcome = find_outcome (run->options->decision, error);
  g_autofree char *today = outcome != NULL ? accord_cli_dup_today (run->options->today, error) : NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (AccordKeyPair) pair = NULL;
  g_autofree char *warning = NULL;

  if (today == NULL)
    return ACCORD_EXIT_USAGE;
  if (run->options->output == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("Say with -o where the answer goes, as in “-o answer.accordpack”."));
      return ACCORD_EXIT_USAGE;
    }
  pack = accord_cli_open_pack (run, run->arguments[1], error);
  pair = pack != NULL ? load_key (run, accord_pack_get_lock (pack), error) : NULL;
  if (pair == NULL)
    return ACCORD_EXIT_BROKEN;
  warning = dup_warning (run, pack, today);
  run->workspace = accord_cli_open_reading (run, pack, error);
  if (run->workspace != NULL && answer (run, outcome, today, error)
      && respond (run, pack, pair, today, error))
    tell (run, accord_key_pair_get_public (pair), outcome, warning);
  return ACCORD_EXIT_DONE;
}
