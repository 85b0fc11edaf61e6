/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-updates.h"

#include "date.h"
#include "fold.h"

#include <string.h>

static void
update_free (gpointer data)
{
  AccordUpdate *self = data;

  g_free (self->date);
  g_free (self->words);
  g_free (self);
}

/**
 * accord_action_updates:
 * @updates: (nullable): the updates of an action, one a line
 *
 * Returns: (transfer full) (element-type AccordUpdate): the updates in their order. A line that begins with
 * neither a date nor `?` is all words.
 */
GPtrArray *
accord_action_updates (const char *updates)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (update_free);
  g_auto (GStrv) lines = g_strsplit (updates != NULL ? updates : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      gsize length = strcspn (g_strstrip (*line), " \t");
      g_autofree char *day = g_strndup (*line, length);
      gboolean known = accord_date_is_iso (day);
      AccordUpdate *update;

      if (**line == '\0')
        continue;
      update = g_new0 (AccordUpdate, 1);
      update->date = known ? g_strdup (day) : NULL;
      update->words = g_strdup (known || strcmp (day, "?") == 0 ? *line + length : *line);
      g_strstrip (update->words);
      g_ptr_array_add (list, update);
    }
  return list;
}

/**
 * accord_action_updates_add:
 * @updates: (nullable): the updates of an action, one a line
 * @date: (nullable): the day of a further one as an ISO date
 * @words: what is reported; its lines become one
 *
 * Returns: (transfer full): the updates with that one at the end
 */
char *
accord_action_updates_add (const char *updates, const char *date, const char *words)
{
  g_autofree char *line = accord_text_collapse (words);
  g_autofree char *before = g_strchomp (g_strdup (updates != NULL ? updates : ""));

  if (*line == '\0')
    return g_strdup (updates);
  return g_strdup_printf ("%s%s%s %s", before, *before != '\0' ? "\n" : "", date != NULL ? date : "?", line);
}

/**
 * accord_action_updates_dup_latest:
 * @updates: (nullable): the updates of an action, one a line
 *
 * Returns: (transfer full) (nullable): the latest of them with its day, as people read it: of those with a
 * day the last, else the last there is
 */
char *
accord_action_updates_dup_latest (const char *updates)
{
  g_autoptr (GPtrArray) list = accord_action_updates (updates);
  const AccordUpdate *latest = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const AccordUpdate *update = list->pdata[i];

      if (latest == NULL || g_strcmp0 (update->date, latest->date) >= 0)
        latest = update;
    }
  if (latest == NULL)
    return NULL;
  if (latest->date == NULL)
    return g_strdup (latest->words);
  day = accord_date_format (latest->date);
  return g_strdup_printf ("%s: %s", day, latest->words);
}
