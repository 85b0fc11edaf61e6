/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-way.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "open-file.h"
#include "progress.h"
#include "public-key.h"
#include "reading.h"

/* A key as age writes it, the line that partners pass on, or a file that holds either. */
static char *
read_recipient (const char *words, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (words));
  g_autoptr (AccordPublicKey) key = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_test (text, G_FILE_TEST_EXISTS))
    {
      bytes = accord_cli_load (text, NULL, error);
      if (bytes == NULL)
        return NULL;
      g_free (text);
      text = g_strstrip (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  if (g_str_has_prefix (text, "age1") && strpbrk (text, " \t\r\n") == NULL)
    {
      if (accord_public_key_can_seal (text))
        return g_steal_pointer (&text);
      g_set_error (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
          /* Translators: what was typed as a key. */
          _ ("“%.80s” is no key that a pack can be sealed to: it was cut short or mistyped, or is of "
             "another sort."),
          text);
      return NULL;
    }
  key = accord_public_key_parse (text, -1, error);
  return key != NULL ? g_strdup (accord_public_key_get_sealing (key)) : NULL;
}

GPtrArray *
accord_cli_read_recipients (char **words, GError **error)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);

  for (char **at = words; at != NULL && *at != NULL; at++)
    {
      char *recipient = read_recipient (*at, error);

      if (recipient == NULL)
        return NULL;
      g_ptr_array_add (recipients, recipient);
    }
  g_ptr_array_add (recipients, NULL);
  return g_steal_pointer (&recipients);
}

gboolean
accord_cli_read_day (const char *text, char **iso, GError **error)
{
  g_autoptr (GError) why = NULL;

  *iso = NULL;
  if (text == NULL || accord_date_parse (text, iso, &why))
    return TRUE;
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, why->message);
  return FALSE;
}

static gboolean
is_meant (const AccordPackParty *party, const char *as)
{
  const char *const names[] = { party->name, party->ods_code, party->gss_code, party->uid, party->review };
  g_autofree char *wanted = g_utf8_casefold (as, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] != NULL ? g_utf8_casefold (names[i], -1) : NULL;

      if (g_strcmp0 (name, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
accord_cli_find_review (AccordPack *pack, const char *as, const char **review, GError **error)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;

  *review = NULL;
  if (as == NULL)
    return TRUE;
  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *party = manifest->to->pdata[i];

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", party->name);
      if (!is_meant (party, as))
        continue;
      *review = party->review;
      return TRUE;
    }
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
               _ ("The pack does not ask “%s”. It asks %s."), as, names->str);
  return FALSE;
}

AccordWorkspace *
accord_cli_open_reading (AccordRun *run, AccordPack *pack, GError **error)
{
  g_autofree char *folder = accord_reading_dup_folder ();
  AccordProgress progress;
  AccordWorkspace *reading;
  const char *review;

  if (!accord_cli_find_review (pack, run->options->as, &review, error))
    return NULL;
  accord_progress_init (&progress, _ ("Opening"));
  reading = accord_reading_open (pack, review, run->schema, folder, accord_progress_show, &progress,
                                 run->cancellable, error);
  accord_progress_end (&progress);
  return reading;
}
