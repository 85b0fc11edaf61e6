/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-text.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "text-table.h"

/**
 * accord_cli_pack_lock_nick:
 * @lock: how a pack was sealed
 *
 * Returns: (nullable): the word for it in JSON
 */
const char *
accord_cli_pack_lock_nick (AccordAgeLock lock)
{
  switch (lock)
    {
    case ACCORD_AGE_KEYS:
      return "keys";
    case ACCORD_AGE_PASSPHRASE:
      return "passphrase";
    case ACCORD_AGE_OPEN:
    default:
      return NULL;
    }
}

/**
 * accord_cli_pack_lock_label:
 * @lock: how a pack was sealed
 *
 * Returns: the words for it
 */
const char *
accord_cli_pack_lock_label (AccordAgeLock lock)
{
  switch (lock)
    {
    case ACCORD_AGE_KEYS:
      return _ ("for the keys of those it is for");
    case ACCORD_AGE_PASSPHRASE:
      return _ ("with a passphrase");
    case ACCORD_AGE_OPEN:
    default:
      return _ ("no, anybody can read it");
    }
}

/**
 * accord_cli_pack_kind_label:
 * @kind: what a pack is for
 *
 * Returns: the words for it
 */
const char *
accord_cli_pack_kind_label (AccordPackKind kind)
{
  return kind == ACCORD_PACK_RESPONSE ? _ ("a response to a request for review") : _ ("a request for review");
}

/**
 * accord_cli_dup_moment:
 * @iso: a moment in ISO form, in UTC
 *
 * Returns: (transfer full): it for people
 */
char *
accord_cli_dup_moment (const char *iso)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, NULL);
  g_autofree char *day = NULL, *words = NULL;

  if (moment == NULL)
    return g_strdup (iso);
  day = g_date_time_format (moment, "%Y-%m-%d");
  words = accord_date_format (day);
  /* Translators: a day, an hour and a minute; in universal time. */
  return g_strdup_printf (_ ("%s, %02d:%02d UTC"), words, g_date_time_get_hour (moment),
                          g_date_time_get_minute (moment));
}

/**
 * accord_cli_write_signer:
 * @json: a writer inside an object
 * @pack: a pack
 *
 * Says whose key signed the pack.
 */
void
accord_cli_write_signer (AccordJson *json, AccordPack *pack)
{
  AccordPublicKey *key = accord_pack_get_signer (pack);
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (key);
  g_autofree char *text = accord_public_key_dup_text (key);

  accord_json_key (json, "signer");
  accord_json_begin_object (json);
  accord_json_member_string (json, "holder", accord_public_key_get_holder (key));
  accord_json_member_string (json, "words", words);
  accord_json_member_string (json, "fingerprint", fingerprint);
  accord_json_member_string (json, "key", text);
  accord_json_end_object (json);
}

/**
 * accord_cli_write_signer_words:
 * @output: where it goes
 * @pack: a pack
 *
 * Says whose key signed the pack, with the words to compare over a telephone.
 */
void
accord_cli_write_signer_words (AccordOutput *output, AccordPack *pack)
{
  AccordPublicKey *key = accord_pack_get_signer (pack);
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (key);
  g_autofree char *holder = accord_terminal_line (accord_public_key_get_holder (key));

  accord_output_printf (output, _ ("Signed by: %s, as the pack says"), holder);
  accord_output_printf (output, "\n%s: %s\n", _ ("Words of that key"), words);
  accord_output_printf (output, "%s: %s\n", _ ("Fingerprint"), fingerprint);
}
