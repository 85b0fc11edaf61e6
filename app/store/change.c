/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "change-private.h"

#include <stdlib.h>

typedef struct
{
  GArray *ids;
  GArray *ranges;
  gsize n_in_ranges;
} Touched;

struct _AccordChange
{
  gatomicrefcount ref_count;
  gint64 id;
  char *label;
  gboolean local;
  GHashTable *touched;
};

G_DEFINE_BOXED_TYPE (AccordChange, accord_change, accord_change_ref, accord_change_unref)

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  g_array_unref (touched->ids);
  g_array_unref (touched->ranges);
  g_free (touched);
}

static Touched *
touched_for (AccordChange *self, const AccordKind *kind)
{
  Touched *touched = g_hash_table_lookup (self->touched, kind);

  if (touched == NULL)
    {
      touched = g_new0 (Touched, 1);
      touched->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      touched->ranges = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->touched, (gpointer) kind, touched);
    }
  return touched;
}

static int
compare_ids (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* A change is built on the writing thread, sealed, and from then on only read. */
AccordChange *
accord_change_new (gint64 id, const char *label, gboolean local)
{
  AccordChange *self = g_new0 (AccordChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->label = g_strdup (label);
  self->local = local;
  self->touched = g_hash_table_new_full (NULL, NULL, NULL, touched_free);
  return self;
}

void
accord_change_add (AccordChange *self, const AccordKind *kind, gint64 id)
{
  g_array_append_val (touched_for (self, kind)->ids, id);
}

void
accord_change_add_range (AccordChange *self, const AccordKind *kind, gint64 first, gint64 last)
{
  Touched *touched = touched_for (self, kind);

  g_array_append_val (touched->ranges, first);
  g_array_append_val (touched->ranges, last);
  touched->n_in_ranges += last - first + 1;
}

/* Sorts the identifiers and drops those named twice. */
void
accord_change_seal (AccordChange *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *ids = ((Touched *) value)->ids;
      guint kept = 0;

      g_array_sort (ids, compare_ids);
      for (guint i = 0; i < ids->len; i++)
        if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
          g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
      g_array_set_size (ids, kept);
    }
}

AccordChange *
accord_change_ref (AccordChange *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
accord_change_unref (AccordChange *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->label);
  g_hash_table_unref (self->touched);
  g_free (self);
}

/**
 * accord_change_get_id:
 * @self: a change
 *
 * Returns: its number in the journal, or 0 when nothing was written
 */
gint64
accord_change_get_id (AccordChange *self)
{
  return self->id;
}

const char *
accord_change_get_label (AccordChange *self)
{
  return self->label;
}

/**
 * accord_change_is_local:
 * @self: a change
 *
 * Returns: whether this process made it
 */
gboolean
accord_change_is_local (AccordChange *self)
{
  return self->local;
}

gboolean
accord_change_touches_kind (AccordChange *self, const AccordKind *kind)
{
  return g_hash_table_contains (self->touched, kind);
}

/**
 * accord_change_touches:
 * @self: a change
 * @kind: a kind
 * @id: identifier of a record
 *
 * Returns: whether @self added, changed, deleted or restored that record
 */
gboolean
accord_change_touches (AccordChange *self, const AccordKind *kind, gint64 id)
{
  Touched *touched = g_hash_table_lookup (self->touched, kind);

  if (touched == NULL)
    return FALSE;
  for (guint i = 0; i + 1 < touched->ranges->len; i += 2)
    if (id >= g_array_index (touched->ranges, gint64, i)
        && id <= g_array_index (touched->ranges, gint64, i + 1))
      return TRUE;
  return touched->ids->len > 0
         && bsearch (&id, touched->ids->data, touched->ids->len, sizeof (gint64), compare_ids) != NULL;
}

/**
 * accord_change_is_wide:
 * @self: a change
 * @kind: a kind
 *
 * Returns: whether @self touched a whole range of @kind (an import), so that asking anew is better than
 * asking record by record
 */
gboolean
accord_change_is_wide (AccordChange *self, const AccordKind *kind)
{
  Touched *touched = g_hash_table_lookup (self->touched, kind);

  return touched != NULL && touched->ranges->len > 0;
}

/**
 * accord_change_get_ids:
 * @self: a change
 * @kind: a kind
 * @n_ids: (out): how many
 *
 * Returns: (array length=n_ids) (transfer none) (nullable): the records touched one by one, in ascending
 * order; ranges are not among them
 */
const gint64 *
accord_change_get_ids (AccordChange *self, const AccordKind *kind, gsize *n_ids)
{
  Touched *touched = g_hash_table_lookup (self->touched, kind);

  *n_ids = touched != NULL ? touched->ids->len : 0;
  return *n_ids > 0 ? (const gint64 *) (gpointer) touched->ids->data : NULL;
}

/**
 * accord_change_count:
 * @self: a change
 * @kind: a kind
 *
 * Returns: how many records of @kind it touched
 */
gsize
accord_change_count (AccordChange *self, const AccordKind *kind)
{
  Touched *touched = g_hash_table_lookup (self->touched, kind);

  return touched != NULL ? touched->ids->len + touched->n_in_ranges : 0;
}
