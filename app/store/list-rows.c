/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-rows.h"

#include "list-pages.h"
#include "record-cache.h"

/* Records kept: ten times what a view holds, for scrolling back. */
#define MOST_RECORDS 2048

struct _AccordListRows
{
  const AccordKind *kind;
  AccordIdAtFunc id_at;
  AccordFailedFunc failed;
  gpointer user_data;

  /* By position, not owned: each takes itself out when the last one who held it lets go. */
  GHashTable *slots;
  AccordRecordCache *cache;
  AccordListPages *pages;
  GSource *fetch;
  guint64 serial;
  /* Number of the last change that made records out of date. */
  gint64 told;
};

static void
schedule_fetch (AccordListRows *self)
{
  g_source_set_ready_time (self->fetch, 0);
}

/* A view that moved on wants the rows it asked for last before those that it left behind. */
static void
point (AccordListRows *self, AccordRecordSlot *slot)
{
  const gint64 id = self->id_at (self->user_data, slot->position);
  AccordRecord *record = id == slot->id && !slot->wanted ? slot->record : NULL;

  if (record == NULL && id != 0)
    record = accord_record_cache_find (self->cache, id);
  slot->serial = ++self->serial;
  slot->sought = FALSE;
  slot->wanted = id != 0 && record == NULL;
  if (slot->wanted)
    schedule_fetch (self);
  accord_record_slot_show (slot, id, record != NULL || id != slot->id ? record : slot->record);
}

/* Held, because telling one of a new record may let another go. */
static GPtrArray *
list_slots (AccordListRows *self)
{
  GPtrArray *slots = g_ptr_array_new_full (g_hash_table_size (self->slots), g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (slots, g_object_ref (slot));
  return slots;
}

static void
take (AccordListRows *self, GPtrArray *records, gint64 moment)
{
  g_autoptr (GPtrArray) slots = NULL;

  if (moment < self->told)
    return;
  for (guint i = 0; i < records->len; i++)
    accord_record_cache_add (self->cache, g_ptr_array_index (records, i));

  slots = list_slots (self);
  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);
      AccordRecord *record = slot->wanted ? accord_record_cache_find (self->cache, slot->id) : NULL;

      if (record == NULL)
        continue;
      slot->wanted = FALSE;
      accord_record_slot_show (slot, slot->id, record);
    }
}

/* What was asked for and is not there must not be asked for again and again. */
static void
give_up (AccordListRows *self, const gint64 *ids, guint n_ids)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);

      for (guint j = 0; j < n_ids && slot->wanted && !slot->sought; j++)
        slot->sought = slot->id == ids[j];
    }
}

static void
on_page (const gint64 *ids, guint n_ids, GPtrArray *records, gint64 moment, const GError *error,
         gpointer user_data)
{
  AccordListRows *self = user_data;

  if (records != NULL)
    take (self, records, moment);
  if (records == NULL || moment >= self->told)
    give_up (self, ids, n_ids);
  schedule_fetch (self);
  if (records == NULL)
    self->failed (self->user_data, error);
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  const AccordRecordSlot *x = *(AccordRecordSlot *const *) a, *y = *(AccordRecordSlot *const *) b;

  return x->serial < y->serial ? 1 : x->serial > y->serial ? -1 : 0;
}

static GPtrArray *
list_wanted (AccordListRows *self)
{
  g_autoptr (GPtrArray) slots = list_slots (self);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);

      if (slot->wanted && !slot->sought && !accord_list_pages_is_asked (self->pages, slot->id))
        g_ptr_array_add (wanted, g_object_ref (slot));
    }
  g_ptr_array_sort (wanted, compare_serials);
  return wanted;
}

static gboolean
on_fetch (gpointer data)
{
  AccordListRows *self = data;
  g_autoptr (GPtrArray) slots = NULL;
  gint64 ids[ACCORD_LIST_PAGE];
  guint next = 0;

  g_source_set_ready_time (self->fetch, -1);
  if (accord_list_pages_is_busy (self->pages))
    return G_SOURCE_CONTINUE;
  slots = list_wanted (self);
  while (next < slots->len && !accord_list_pages_is_busy (self->pages))
    {
      guint n_ids = 0;

      for (; next < slots->len && n_ids < ACCORD_LIST_PAGE; next++)
        ids[n_ids++] = accord_record_slot_get_id (g_ptr_array_index (slots, next));
      accord_list_pages_ask (self->pages, ids, n_ids);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_fetch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSourceFuncs fetch_funcs = { .dispatch = dispatch_fetch };

/**
 * accord_list_rows_new:
 * @workspace: where the records are
 * @kind: their kind
 * @id_at: says which identifier stands at a position, 0 when nobody knows yet
 * @failed: told when a page could not be read
 * @user_data: for both
 *
 * Returns: (transfer full): rows that nobody holds yet
 */
AccordListRows *
accord_list_rows_new (AccordWorkspace *workspace, const AccordKind *kind, AccordIdAtFunc id_at,
                      AccordFailedFunc failed, gpointer user_data)
{
  AccordListRows *self = g_new0 (AccordListRows, 1);

  self->kind = kind;
  self->id_at = id_at;
  self->failed = failed;
  self->user_data = user_data;
  self->slots = g_hash_table_new (NULL, NULL);
  self->pages = accord_list_pages_new (workspace, kind, on_page, self);
  self->cache = accord_record_cache_new (MOST_RECORDS);
  self->fetch = g_source_new (&fetch_funcs, sizeof (GSource));
  g_source_set_callback (self->fetch, on_fetch, self, NULL);
  g_source_attach (self->fetch, g_main_context_get_thread_default ());
  return self;
}

/**
 * accord_list_rows_free:
 * @self: (transfer full): the rows
 *
 * Stops reading; slots that somebody still holds keep what they show.
 */
void
accord_list_rows_free (AccordListRows *self)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  for (guint i = 0; i < slots->len; i++)
    ((AccordRecordSlot *) g_ptr_array_index (slots, i))->rows = NULL;
  g_source_destroy (self->fetch);
  g_source_unref (self->fetch);
  accord_list_pages_free (self->pages);
  accord_record_cache_free (self->cache);
  g_hash_table_unref (self->slots);
  g_free (self);
}

/**
 * accord_list_rows_get:
 * @self: the rows
 * @position: a position within the list
 *
 * Returns: (transfer full): the slot of @position: the same one for as long as somebody holds it
 */
AccordRecordSlot *
accord_list_rows_get (AccordListRows *self, guint position)
{
  AccordRecordSlot *slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));

  if (slot != NULL)
    return g_object_ref (slot);
  slot = accord_record_slot_new (self, position);
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  point (self, slot);
  return slot;
}

void
accord_list_rows_forget (AccordListRows *self, AccordRecordSlot *slot)
{
  g_hash_table_remove (self->slots, GUINT_TO_POINTER (slot->position));
  slot->rows = NULL;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * accord_list_rows_get_live:
 * @self: the rows
 *
 * Returns: (transfer full) (element-type guint): positions of the slots that somebody holds, ascending
 */
GArray *
accord_list_rows_get_live (AccordListRows *self)
{
  GArray *live = g_array_sized_new (FALSE, FALSE, sizeof (guint), g_hash_table_size (self->slots));
  GHashTableIter iter;
  gpointer position;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    {
      const guint at = GPOINTER_TO_UINT (position);

      g_array_append_val (live, at);
    }
  g_array_sort (live, compare_positions);
  return live;
}

/**
 * accord_list_rows_repoint:
 * @self: the rows
 *
 * Makes all slots show what stands at their positions now.
 */
void
accord_list_rows_repoint (AccordListRows *self)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  for (guint i = 0; i < slots->len; i++)
    point (self, g_ptr_array_index (slots, i));
}

/**
 * accord_list_rows_shift:
 * @self: the rows
 * @position: where rows go and come
 * @removed: how many go
 * @added: how many come
 *
 * Moves the slots along with their records. Those of rows that go leave the list.
 */
void
accord_list_rows_shift (AccordListRows *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  g_hash_table_remove_all (self->slots);
  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);

      if (slot->position >= position && slot->position - position < removed)
        {
          slot->rows = NULL;
          continue;
        }
      if (slot->position >= position)
        slot->position += added - removed;
      g_hash_table_insert (self->slots, GUINT_TO_POINTER (slot->position), slot);
    }
}

/**
 * accord_list_rows_take:
 * @self: the rows
 * @records: (element-type AccordRecord): records read
 * @moment: number of the last change their reader saw
 *
 * Keeps records and shows them where they are wanted, unless they are out of date already.
 */
void
accord_list_rows_take (AccordListRows *self, GPtrArray *records, gint64 moment)
{
  take (self, records, moment);
}

/**
 * accord_list_rows_spoil_all:
 * @self: the rows
 *
 * Reads all records anew.
 */
void
accord_list_rows_spoil_all (AccordListRows *self)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  accord_record_cache_clear (self->cache);
  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);

      slot->sought = FALSE;
      slot->wanted = slot->id != 0;
    }
  schedule_fetch (self);
}

static void
forget_records (AccordListRows *self, AccordChange *change, gboolean all)
{
  const gint64 *ids;
  gsize n_ids;

  ids = accord_change_get_ids (change, self->kind, &n_ids);
  if (all || n_ids > MOST_RECORDS)
    accord_record_cache_clear (self->cache);
  else
    for (gsize i = 0; i < n_ids; i++)
      accord_record_cache_remove (self->cache, ids[i]);
}

/**
 * accord_list_rows_spoil:
 * @self: the rows
 * @change: a change
 * @all: whether it may concern any record, not only those of the kind that it touches
 *
 * Reads anew what @change made out of date. Until then slots go on showing what they show.
 */
void
accord_list_rows_spoil (AccordListRows *self, AccordChange *change, gboolean all)
{
  g_autoptr (GPtrArray) slots = list_slots (self);

  self->told = accord_change_get_id (change);
  forget_records (self, change, all);
  for (guint i = 0; i < slots->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (slots, i);

      slot->sought = FALSE;
      slot->wanted =
          slot->wanted || (slot->id != 0 && (all || accord_change_touches (change, self->kind, slot->id)));
    }
  schedule_fetch (self);
}
