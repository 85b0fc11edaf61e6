/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "complain.h"

#include <stdio.h>
#include <string.h>

#include "text-table.h"

/**
 * accord_complain:
 * @message: a sentence, with or without its full stop
 *
 * Says on standard error what went wrong: one sentence on one line, whoever wrote it and whatever a file put
 * into it.
 */
void
accord_complain (const char *message)
{
  g_autofree char *line = accord_terminal_line (message);
  const char *stop = ".";
  static const char *const ends[] = { ".", "!", "?", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line, ends[i]))
      stop = "";
  fprintf (stderr, "accordctl: %s%s\n", line, stop);
}

/**
 * accord_complain_of:
 * @file: what a file is called
 * @message: a sentence about it
 *
 * As accord_complain(); the file is named unless the sentence does so.
 */
void
accord_complain_of (const char *file, const char *message)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *line = NULL;

  if (strstr (message, base) != NULL)
    {
      accord_complain (message);
      return;
    }
  line = g_strdup_printf ("%s: %s", file, message);
  accord_complain (line);
}
