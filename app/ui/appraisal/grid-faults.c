/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-faults.h"

struct _AccordGridFaults
{
  GHashTable *by_place;
};

static void
fault_free (gpointer data)
{
  AccordGridFault *fault = data;

  g_free (fault->typed);
  g_free (fault->why);
  g_free (fault);
}

static char *
dup_place (const char *key, guint column)
{
  return g_strdup_printf ("%u %s", column, key != NULL ? key : "");
}

AccordGridFaults *
accord_grid_faults_new (void)
{
  AccordGridFaults *self = g_new0 (AccordGridFaults, 1);

  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fault_free);
  return self;
}

void
accord_grid_faults_free (AccordGridFaults *self)
{
  g_hash_table_unref (self->by_place);
  g_free (self);
}

/**
 * accord_grid_faults_put:
 * @self: faults
 * @key: (nullable): of the row, or %NULL for one that is not there yet
 * @column: which column
 * @typed: what was typed
 * @why: what is wrong with it
 *
 * Keeps what was typed.
 */
void
accord_grid_faults_put (AccordGridFaults *self, const char *key, guint column, const char *typed,
                        const char *why)
{
  AccordGridFault *fault = g_new0 (AccordGridFault, 1);

  fault->typed = g_strdup (typed);
  fault->why = g_strdup (why);
  g_hash_table_replace (self->by_place, dup_place (key, column), fault);
}

gboolean
accord_grid_faults_drop (AccordGridFaults *self, const char *key, guint column)
{
  g_autofree char *place = dup_place (key, column);

  return g_hash_table_remove (self->by_place, place);
}

const AccordGridFault *
accord_grid_faults_find (AccordGridFaults *self, const char *key, guint column)
{
  g_autofree char *place = NULL;

  if (g_hash_table_size (self->by_place) == 0)
    return NULL;
  place = dup_place (key, column);
  return g_hash_table_lookup (self->by_place, place);
}

/**
 * accord_grid_faults_any:
 * @self: faults
 *
 * Returns: (transfer none) (nullable): one of them
 */
const AccordGridFault *
accord_grid_faults_any (AccordGridFaults *self)
{
  GHashTableIter iter;
  gpointer fault = NULL;

  g_hash_table_iter_init (&iter, self->by_place);
  return g_hash_table_iter_next (&iter, NULL, &fault) ? fault : NULL;
}

guint
accord_grid_faults_get_n (AccordGridFaults *self)
{
  return g_hash_table_size (self->by_place);
}
