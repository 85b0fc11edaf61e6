/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/recent.h"

#include <string.h>

#define MOST 40

struct _AccordRecent
{
  GPtrArray *items;
};

static void
item_free (gpointer data)
{
  AccordRecentItem *item = data;

  g_free (item->place);
  g_free (item);
}

/**
 * accord_recent_new:
 *
 * Returns: (transfer full): nothing looked at yet
 */
AccordRecent *
accord_recent_new (void)
{
  AccordRecent *self = g_new (AccordRecent, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);

  return self;
}

void
accord_recent_free (AccordRecent *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * accord_recent_add:
 * @self: what was looked at
 * @place: a place's word
 * @record: the record that is looked at there, or 0
 * @instead: whether the last one was only passed and is forgotten
 *
 * Puts what is looked at now first.
 */
void
accord_recent_add (AccordRecent *self, const char *place, gint64 record, gboolean instead)
{
  AccordRecentItem *item;
  guint there;

  if (instead && self->items->len > 0)
    g_ptr_array_remove_index (self->items, 0);
  there = accord_recent_find (self, place, record);
  if (there < self->items->len)
    g_ptr_array_remove_index (self->items, there);

  item = g_new (AccordRecentItem, 1);
  item->place = g_strdup (place);
  item->record = record;
  g_ptr_array_insert (self->items, 0, item);
  g_ptr_array_set_size (self->items, MIN (self->items->len, MOST));
}

/**
 * accord_recent_get_n:
 * @self: what was looked at
 *
 * Returns: how much of it is remembered
 */
guint
accord_recent_get_n (AccordRecent *self)
{
  return self->items->len;
}

/**
 * accord_recent_get:
 * @self: what was looked at
 * @index: how many others were looked at since
 *
 * Returns: (transfer none): what it was
 */
const AccordRecentItem *
accord_recent_get (AccordRecent *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * accord_recent_find:
 * @self: what was looked at
 * @place: a place's word
 * @record: a record, or 0
 *
 * Returns: how many others were looked at since, or accord_recent_get_n() where it was not
 */
guint
accord_recent_find (AccordRecent *self, const char *place, gint64 record)
{
  guint i = 0;

  while (i < self->items->len
         && (accord_recent_get (self, i)->record != record
             || strcmp (accord_recent_get (self, i)->place, place) != 0))
    i++;

  return i;
}

/**
 * accord_recent_dup_words:
 * @self: what was looked at
 *
 * Returns: (transfer full): words for it that can be kept, such as "fund/3"
 */
char **
accord_recent_dup_words (AccordRecent *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordRecentItem *item = accord_recent_get (self, i);
      g_autofree char *words =
          g_strdup_printf (item->record != 0 ? "%s/%" G_GINT64_FORMAT : "%s", item->place, item->record);

      g_strv_builder_add (builder, words);
    }

  return g_strv_builder_end (builder);
}

/**
 * accord_recent_take_words:
 * @self: what was looked at
 * @words: what accord_recent_dup_words() gave
 *
 * Adds what was looked at before all that @self remembers already.
 */
void
accord_recent_take_words (AccordRecent *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL && self->items->len < MOST; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", 2);
      gint64 record = 0;
      AccordRecentItem *item;

      if (parts[0] == NULL || *parts[0] == '\0'
          || (parts[1] != NULL && !g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &record, NULL))
          || accord_recent_find (self, parts[0], record) < self->items->len)
        continue;

      item = g_new (AccordRecentItem, 1);
      item->place = g_steal_pointer (&parts[0]);
      item->record = record;
      g_free (parts[1]);
      parts[1] = NULL;
      g_ptr_array_add (self->items, item);
    }
}
