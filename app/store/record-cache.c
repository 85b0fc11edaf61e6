/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-cache.h"

typedef struct
{
  gint64 id;
  AccordRecord *record;
  GList link;
} Entry;

struct _AccordRecordCache
{
  guint most;
  GHashTable *entries;
  /* Of entries, the one used last first. */
  GQueue recent;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->record);
  g_free (entry);
}

static void
forget (AccordRecordCache *self, Entry *entry)
{
  g_queue_unlink (&self->recent, &entry->link);
  g_hash_table_remove (self->entries, &entry->id);
}

/**
 * accord_record_cache_new:
 * @most: how many records to keep
 *
 * Returns: (transfer full): an empty cache
 */
AccordRecordCache *
accord_record_cache_new (guint most)
{
  AccordRecordCache *self = g_new0 (AccordRecordCache, 1);

  self->most = most;
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  g_queue_init (&self->recent);
  return self;
}

void
accord_record_cache_free (AccordRecordCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * accord_record_cache_find:
 * @self: a cache
 * @id: an identifier
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when it is not kept
 */
AccordRecord *
accord_record_cache_find (AccordRecordCache *self, gint64 id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &id);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry->record;
}

/**
 * accord_record_cache_add:
 * @self: a cache
 * @record: a record, which takes the place of an older one of the same identifier
 */
void
accord_record_cache_add (AccordRecordCache *self, AccordRecord *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = accord_record_get_id (record);
  entry->record = g_object_ref (record);
  entry->link.data = entry;
  accord_record_cache_remove (self, entry->id);
  g_hash_table_insert (self->entries, &entry->id, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
  while (self->recent.length > self->most)
    forget (self, self->recent.tail->data);
}

void
accord_record_cache_remove (AccordRecordCache *self, gint64 id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &id);

  if (entry != NULL)
    forget (self, entry);
}

void
accord_record_cache_clear (AccordRecordCache *self)
{
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->entries);
}

guint
accord_record_cache_get_size (AccordRecordCache *self)
{
  return self->recent.length;
}
