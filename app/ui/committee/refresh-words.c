/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/refresh-dialog.h"

#include "list/list-words.h"

#include <glib/gi18n-lib.h>

/**
 * accord_refresh_dup_words:
 * @result: what a refresh did
 *
 * Returns: (transfer full): the same in a few sentences
 */
char *
accord_refresh_dup_words (const AccordRefreshResult *result)
{
  g_autofree char *committees = accord_list_dup_number (result->committees);
  g_autofree char *added = accord_list_dup_number (result->added);
  g_autofree char *updated = accord_list_dup_number (result->updated);
  g_autofree char *same = accord_list_dup_number (result->unchanged + result->skipped);
  GString *words = g_string_new (NULL);

  /* Translators: a number of committees. */
  g_string_append_printf (words,
                          ngettext ("The meetings of %s committee were looked at.",
                                    "The meetings of %s committees were looked at.", result->committees),
                          committees);
  /* Translators: three numbers of meetings. */
  g_string_append_printf (words, _ (" New: %s. Changed: %s. As they were: %s."), added, updated, same);
  if (result->stopped != NULL)
    /* Translators: a sentence that says why. */
    g_string_append_printf (words,
                            _ (" It ended early: %s What was kept until then stays; the rest is fetched "
                               "the next time."),
                            result->stopped->message);
  return g_string_free (words, FALSE);
}
