/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-match.h"

/* A payment of the old edition. */
typedef struct
{
  gint64 id;
  guint64 content;
  guint64 likeness;
  gint64 line;
  gboolean taken;
} Old;

/* The payments in the order of one key and then of the line. @next leads past what is taken: to itself where
 * nothing is, and to a later place otherwise. */
typedef struct
{
  guint *order;
  guint *next;
} Index;

struct _AccordPaymentsMatch
{
  GArray *olds;
  Index by_content;
  Index by_likeness;
  guint n_taken;
};

typedef guint64 (*KeyFunc) (const Old *old);

static guint64
content_of (const Old *old)
{
  return old->content;
}

static guint64
likeness_of (const Old *old)
{
  return old->likeness;
}

typedef struct
{
  const GArray *olds;
  KeyFunc key;
} Sorting;

static const Old *
old_at (const GArray *olds, guint index)
{
  return &g_array_index (olds, Old, index);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const Old *first = old_at (sorting->olds, *(const guint *) a);
  const Old *second = old_at (sorting->olds, *(const guint *) b);
  guint64 first_key = sorting->key (first), second_key = sorting->key (second);

  if (first_key != second_key)
    return first_key < second_key ? -1 : 1;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static void
index_fill (Index *self, const GArray *olds, KeyFunc key)
{
  Sorting sorting = { olds, key };

  self->order = g_new (guint, olds->len + 1);
  self->next = g_new (guint, olds->len + 1);
  for (guint i = 0; i < olds->len; i++)
    self->order[i] = i;
  for (guint i = 0; i <= olds->len; i++)
    self->next[i] = i;
  g_qsort_with_data (self->order, olds->len, sizeof (guint), compare, &sorting);
}

/* The first place whose key and line are not below these. */
static guint
index_find (const Index *self, const GArray *olds, KeyFunc key, guint64 wanted, gint64 line)
{
  guint low = 0, high = olds->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Old *old = old_at (olds, self->order[middle]);

      if (key (old) < wanted || (key (old) == wanted && old->line < line))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first place from @at on that is not taken; ways are shortened as they are gone. */
static guint
index_skip (Index *self, const GArray *olds, guint at)
{
  guint end = at, walker = at;

  while (end < olds->len && (self->next[end] != end || old_at (olds, self->order[end])->taken))
    end = self->next[end] != end ? self->next[end] : end + 1;
  while (walker < end)
    {
      guint after = self->next[walker] != walker ? self->next[walker] : walker + 1;

      self->next[walker] = end;
      walker = after;
    }
  return end;
}

/* Takes a payment with this key: the one of this line if there is one, else the first that is left. */
static gint64
take (AccordPaymentsMatch *self, Index *index, KeyFunc key, guint64 wanted, gint64 line)
{
  guint at = index_find (index, self->olds, key, wanted, line);
  Old *old;

  if (at == self->olds->len || key (old_at (self->olds, index->order[at])) != wanted
      || old_at (self->olds, index->order[at])->line != line || old_at (self->olds, index->order[at])->taken)
    at = index_skip (index, self->olds, index_find (index, self->olds, key, wanted, G_MININT64));
  if (at == self->olds->len || key (old_at (self->olds, index->order[at])) != wanted)
    return 0;
  old = &g_array_index (self->olds, Old, index->order[at]);
  old->taken = TRUE;
  self->n_taken++;
  return old->id;
}

/**
 * accord_payments_match_new:
 *
 * Returns: (transfer full): a match without payments
 */
AccordPaymentsMatch *
accord_payments_match_new (void)
{
  AccordPaymentsMatch *self = g_new0 (AccordPaymentsMatch, 1);

  self->olds = g_array_new (FALSE, FALSE, sizeof (Old));
  return self;
}

/**
 * accord_payments_match_free:
 * @self: (nullable) (transfer full): a match
 */
void
accord_payments_match_free (AccordPaymentsMatch *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->olds);
  g_free (self->by_content.order);
  g_free (self->by_content.next);
  g_free (self->by_likeness.order);
  g_free (self->by_likeness.next);
  g_free (self);
}

/**
 * accord_payments_match_add:
 * @self: a match
 * @id: a payment of the old edition
 * @content: a hash over all that it says
 * @likeness: a hash over what a later edition of it will have in common with it
 * @line: its line in the old file
 */
void
accord_payments_match_add (AccordPaymentsMatch *self, gint64 id, guint64 content, guint64 likeness,
                           gint64 line)
{
  Old old = { id, content, likeness, line, FALSE };

  g_return_if_fail (self != NULL && self->by_content.order == NULL);

  g_array_append_val (self->olds, old);
}

/**
 * accord_payments_match_close:
 * @self: a match to which all payments were added
 *
 * Makes it ready to be asked.
 */
void
accord_payments_match_close (AccordPaymentsMatch *self)
{
  g_return_if_fail (self != NULL && self->by_content.order == NULL);

  index_fill (&self->by_content, self->olds, content_of);
  index_fill (&self->by_likeness, self->olds, likeness_of);
}

/**
 * accord_payments_match_take_same:
 * @self: a closed match
 * @content: the hash of a new row
 * @line: its line
 *
 * Takes a payment that says the same. Ask this for all rows before taking any that are only like.
 *
 * Returns: its identifier, or 0
 */
gint64
accord_payments_match_take_same (AccordPaymentsMatch *self, guint64 content, gint64 line)
{
  g_return_val_if_fail (self != NULL && self->by_content.order != NULL, 0);

  return take (self, &self->by_content, content_of, content, line);
}

/**
 * accord_payments_match_take_like:
 * @self: a closed match
 * @likeness: what a new row has in common with earlier editions of itself
 * @line: its line
 *
 * Takes a payment of the same likeness: the one of the same line if there is one, else the first that is
 * left.
 *
 * Returns: its identifier, or 0
 */
gint64
accord_payments_match_take_like (AccordPaymentsMatch *self, guint64 likeness, gint64 line)
{
  g_return_val_if_fail (self != NULL && self->by_content.order != NULL, 0);

  return take (self, &self->by_likeness, likeness_of, likeness, line);
}

/**
 * accord_payments_match_count_left:
 * @self: a match
 *
 * Returns: how many payments of the old edition no row has taken
 */
guint
accord_payments_match_count_left (AccordPaymentsMatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->olds->len - self->n_taken;
}
