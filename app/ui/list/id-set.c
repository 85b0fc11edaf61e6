/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/id-set.h"

#define PAGE_SHIFT 15
#define PAGE_WORDS (1 << (PAGE_SHIFT - 6))
/* Identifiers count up from one, so nearly all are in pages that an array reaches; the rest are hashed. */
#define NEAR_PAGES (1 << 16)

struct _AccordIdSet
{
  guint64 **near;
  guint n_near;
  GHashTable *far;
  guint size;
};

static guint64 *
find_page (AccordIdSet *self, gint64 number)
{
  if (number >= 0 && number < self->n_near)
    return self->near[number];
  if (self->far == NULL || (number >= 0 && number < NEAR_PAGES))
    return NULL;
  return g_hash_table_lookup (self->far, &number);
}

static guint64 *
make_page (AccordIdSet *self, gint64 number)
{
  guint64 *page = g_new0 (guint64, PAGE_WORDS);

  if (number < 0 || number >= NEAR_PAGES)
    {
      if (self->far == NULL)
        self->far = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_hash_table_insert (self->far, g_memdup2 (&number, sizeof number), page);
      return page;
    }

  if (number >= self->n_near)
    {
      guint n_near = MIN (MAX (number + 1, self->n_near * 2), NEAR_PAGES);

      self->near = g_renew (guint64 *, self->near, n_near);
      for (guint i = self->n_near; i < n_near; i++)
        self->near[i] = NULL;
      self->n_near = n_near;
    }
  self->near[number] = page;
  return page;
}

static inline guint
word_of (gint64 id)
{
  return ((guint64) id >> 6) & (PAGE_WORDS - 1);
}

static inline guint64
bit_of (gint64 id)
{
  return G_GUINT64_CONSTANT (1) << ((guint64) id & 63);
}

/**
 * accord_id_set_new:
 *
 * Returns: (transfer full): an empty set
 */
AccordIdSet *
accord_id_set_new (void)
{
  return g_new0 (AccordIdSet, 1);
}

/**
 * accord_id_set_free:
 * @self: (transfer full): a set
 */
void
accord_id_set_free (AccordIdSet *self)
{
  accord_id_set_clear (self);
  g_free (self);
}

/**
 * accord_id_set_get_size:
 * @self: a set
 *
 * Returns: how many identifiers are in it
 */
guint
accord_id_set_get_size (AccordIdSet *self)
{
  return self->size;
}

/**
 * accord_id_set_contains:
 * @self: a set
 * @id: any number
 *
 * Returns: whether @id is in it
 */
gboolean
accord_id_set_contains (AccordIdSet *self, gint64 id)
{
  const guint64 *page = find_page (self, id >> PAGE_SHIFT);

  return page != NULL && (page[word_of (id)] & bit_of (id)) != 0;
}

/**
 * accord_id_set_add:
 * @self: a set
 * @id: any number
 *
 * Returns: whether @id is new to it
 */
gboolean
accord_id_set_add (AccordIdSet *self, gint64 id)
{
  guint64 *page = find_page (self, id >> PAGE_SHIFT);

  if (page == NULL)
    page = make_page (self, id >> PAGE_SHIFT);
  if (page[word_of (id)] & bit_of (id))
    return FALSE;
  page[word_of (id)] |= bit_of (id);
  self->size++;
  return TRUE;
}

/**
 * accord_id_set_remove:
 * @self: a set
 * @id: any number
 *
 * Returns: whether @id was in it
 */
gboolean
accord_id_set_remove (AccordIdSet *self, gint64 id)
{
  guint64 *page = find_page (self, id >> PAGE_SHIFT);

  if (page == NULL || (page[word_of (id)] & bit_of (id)) == 0)
    return FALSE;
  page[word_of (id)] &= ~bit_of (id);
  self->size--;
  return TRUE;
}

/**
 * accord_id_set_clear:
 * @self: a set
 *
 * Takes everything out and gives the memory back.
 */
void
accord_id_set_clear (AccordIdSet *self)
{
  for (guint i = 0; i < self->n_near; i++)
    g_free (self->near[i]);
  g_clear_pointer (&self->near, g_free);
  g_clear_pointer (&self->far, g_hash_table_unref);
  self->n_near = 0;
  self->size = 0;
}

/**
 * accord_id_set_add_all:
 * @self: a set
 * @ids: (array length=n_ids): numbers
 * @n_ids: how many
 */
void
accord_id_set_add_all (AccordIdSet *self, const gint64 *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    accord_id_set_add (self, ids[i]);
}

/**
 * accord_id_set_count_in:
 * @self: a set
 * @ids: (array length=n_ids): different numbers
 * @n_ids: how many
 * @last: (out): the last of @ids that is in the set; untouched when there is none
 *
 * Returns: how many of @ids are in the set
 */
guint
accord_id_set_count_in (AccordIdSet *self, const gint64 *ids, guint n_ids, gint64 *last)
{
  guint count = 0;

  for (guint i = 0; i < n_ids && count < self->size; i++)
    if (accord_id_set_contains (self, ids[i]))
      {
        count++;
        *last = ids[i];
      }
  return count;
}

/**
 * accord_id_set_find_span:
 * @self: a set
 * @ids: (array length=n_ids): numbers
 * @n_ids: how many
 * @within: whether to look for numbers in the set, or for those that are not
 * @skip: first place that is not looked at
 * @n_skip: how many places are not looked at
 * @first: (out): the first place found
 * @last: (out): the last place found
 *
 * Returns: whether any was found
 */
gboolean
accord_id_set_find_span (AccordIdSet *self, const gint64 *ids, guint n_ids, gboolean within, guint skip,
                         guint n_skip, guint *first, guint *last)
{
  guint i, end = skip < n_ids ? skip + MIN (n_skip, n_ids - skip) : skip;

  for (i = 0; i < n_ids; i++)
    if (i >= skip && i < end)
      i = end - 1;
    else if (accord_id_set_contains (self, ids[i]) == within)
      break;
  if (i >= n_ids)
    return FALSE;

  /* This ends at the first one at the latest. */
  *first = i;
  for (i = n_ids - 1;; i--)
    if (i >= skip && i < end)
      i = skip;
    else if (accord_id_set_contains (self, ids[i]) == within)
      break;
  *last = i;
  return TRUE;
}
