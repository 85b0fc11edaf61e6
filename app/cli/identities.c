/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "age.h"
#include "exit.h"
#include "secret.h"

#define MAX_FILE (64 * 1024)
#define BEGINNING "AGE-SECRET-KEY-1"

static void
take_line (GPtrArray *identities, const char *line)
{
  gsize length = strcspn (line, "\r\n");

  if (strncmp (line, BEGINNING, strlen (BEGINNING)) == 0)
    g_ptr_array_add (identities, accord_secret_dup (line, length));
}

/**
 * accord_cli_read_identities:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Reads the lines of a file that are secret keys of age; other lines are comments.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the keys and a %NULL, wiped with the array; %NULL
 * without @error where the file is sealed
 */
GPtrArray *
accord_cli_read_identities (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (AccordSecret) text = accord_secret_new (MAX_FILE);
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_secret_free);
  g_autofree char *name = g_filename_display_name (path);
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_FILE, &length, NULL, error)
      || accord_age_look ((const guint8 *) text, length) != ACCORD_AGE_OPEN)
    return NULL;
  for (const char *line = text; line != NULL;
       line = strchr (line, '\n') != NULL ? strchr (line, '\n') + 1 : NULL)
    take_line (identities, line);
  if (identities->len == 0)
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED, _ ("“%s” holds no secret key."), name);
      return NULL;
    }
  g_ptr_array_add (identities, NULL);
  return g_steal_pointer (&identities);
}
