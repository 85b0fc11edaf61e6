/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/key-words.h"

#include "date.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * accord_key_dup_shown_words:
 * @key: a key
 *
 * Returns: (transfer full): its words with a point between them, so that where one ends is seen
 */
char *
accord_key_dup_shown_words (AccordPublicKey *key)
{
  g_autofree char *words = accord_public_key_dup_words (key);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strjoinv (" · ", parts);
}

/**
 * accord_key_dup_since:
 * @trusted: (nullable): the day a person trusted a key
 * @by: (nullable): who that was
 *
 * Returns: (transfer full): both in words
 */
char *
accord_key_dup_since (const char *trusted, const char *by)
{
  g_autofree char *day = trusted != NULL ? accord_date_format (trusted) : NULL;

  if (day != NULL && by != NULL)
    /* Translators: a day, then who did it. */
    return g_strdup_printf (_ ("Trusted on %s by %s"), day, by);
  if (day != NULL)
    return g_strdup_printf (_ ("Trusted on %s; by whom is not recorded"), day);
  if (by != NULL)
    return g_strdup_printf (_ ("Trusted by %s; when is not recorded"), by);
  return g_strdup (_ ("Trusted; when and by whom is not recorded"));
}

/**
 * accord_key_name_is_typed:
 * @name: what an organisation is called
 * @typed: what a person typed
 *
 * Returns: whether they are the same but for capitals, accents and blanks
 */
gboolean
accord_key_name_is_typed (const char *name, const char *typed)
{
  g_autofree char *meant = accord_text_fold (name);
  g_autofree char *said = accord_text_fold (typed);

  g_strstrip (meant);
  g_strstrip (said);
  return *said != '\0' && g_str_equal (meant, said);
}

/**
 * accord_passphrase_free:
 * @passphrase: (nullable) (transfer full): what was typed as passphrase
 *
 * Wipes it before it is freed.
 */
void
accord_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
