/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-private.h"

#include "pack-error.h"
#include "seal-error.h"

#include <glib/gi18n-lib.h>

/**
 * accord_pack_dup_file_name:
 * @file: a file
 *
 * Returns: (transfer full): what it is called, for people
 */
char *
accord_pack_dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}

/* GIO's own words do not read like a sentence that begins with the file's name. */
static void
settle_disk (GError **error)
{
  g_autofree char *words = NULL;

  if ((*error)->domain == ACCORD_PACK_ERROR || g_str_has_suffix ((*error)->message, ".")
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    words = g_strdup (_ ("there is no such file."));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    words = g_strdup (_ ("it may not be read."));
  else
    words = g_strconcat ((*error)->message, ".", NULL);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&words);
}

/* In the words of packs, whatever library found it. */
static void
settle_seal (GError **error)
{
  static const struct
  {
    AccordSealError from;
    AccordPackError to;
    const char *words;
  } words[] = {
    { ACCORD_SEAL_ERROR_NO_KEY, ACCORD_PACK_ERROR_SEALED,
      N_ ("it is sealed, and not to a key that is here.") },
    { ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE, ACCORD_PACK_ERROR_SEALED,
      N_ ("it is sealed, and opens with a passphrase.") },
    { ACCORD_SEAL_ERROR_PASSPHRASE, ACCORD_PACK_ERROR_SEALED,
      N_ ("it is sealed, and this is not its passphrase.") },
    { ACCORD_SEAL_ERROR_DAMAGED, ACCORD_PACK_ERROR_DAMAGED, N_ ("it is damaged or cut short.") },
    { ACCORD_SEAL_ERROR_FORMAT, ACCORD_PACK_ERROR_DAMAGED, N_ ("its seal is damaged.") },
    { ACCORD_SEAL_ERROR_NEWER, ACCORD_PACK_ERROR_NEWER,
      N_ ("it is sealed in a newer way than this program knows.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_error_matches (*error, ACCORD_SEAL_ERROR, words[i].from))
      {
        g_clear_error (error);
        g_set_error_literal (error, ACCORD_PACK_ERROR, words[i].to, _ (words[i].words));
        return;
      }
}

/**
 * accord_pack_settle_error:
 * @file: a pack that cannot be opened
 * @error: (inout): why
 *
 * Makes one sentence of it that begins with the file's name. Being stopped is nothing wrong.
 */
void
accord_pack_settle_error (GFile *file, GError **error)
{
  g_autofree char *name = accord_pack_dup_file_name (file);

  settle_seal (error);
  settle_disk (error);
  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* Translators: the name of a file; why it cannot be opened follows. */
    g_prefix_error (error, _ ("“%s” cannot be opened: "), name);
}
