/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-place.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>

/**
 * accord_file_place_fail:
 * @self: the place
 * @error: return location for an error
 * @format: (printf): what is wrong there, as the rest of a sentence
 * @...: what goes into it
 *
 * Says what is wrong with a place in a file, with the file’s name and the place from 1.
 *
 * Returns: %FALSE, with %ACCORD_PACK_ERROR_FORMAT
 */
gboolean
accord_file_place_fail (const AccordFilePlace *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
               /* Translators: a file’s name, the place of a caveat in it, and what is wrong with that. */
               self->is_caveat ? _ ("%s, caveat %u: %s")
                               /* Translators: a file’s name, the place of a comment in it, and what is wrong
                                  with that. */
                               : _ ("%s, comment %u: %s"),
               self->file->name, self->index + 1, what);
  return FALSE;
}
