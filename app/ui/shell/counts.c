/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/counts.h"

#include "workspace-sums.h"

/* Changes that follow on each other's heels are counted once. */
#define SETTLE_MS 60

typedef struct
{
  gint64 total;
  gint64 waiting;
} Count;

struct _AccordPlaceCounts
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  GArray *counts;
  GCancellable *cancellable;
  guint settle;
};

G_DEFINE_FINAL_TYPE (AccordPlaceCounts, accord_place_counts, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
read_counts (AccordReader *reader, gpointer data, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);
  g_autoptr (GArray) counts = g_array_sized_new (FALSE, TRUE, sizeof (Count), n_places);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AccordQuery) query = accord_place_new_query (&places[i], schema);
      g_autoptr (AccordQuery) waiting = accord_place_new_waiting_query (&places[i], schema);
      Count count = { query != NULL ? accord_reader_count (reader, query, error) : ACCORD_UNKNOWN, 0 };

      if (query != NULL && count.total < 0)
        return NULL;
      if (waiting != NULL && (count.waiting = accord_reader_count (reader, waiting, error)) < 0)
        return NULL;
      g_array_append_val (counts, count);
    }

  return g_steal_pointer (&counts);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autoptr (AccordPlaceCounts) self = data;

  /* Counts are a comfort: what goes wrong with them goes wrong with the lists too, which say so. */
  if (counts == NULL || self->workspace == NULL)
    return;

  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_steal_pointer (&counts);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
count_now (AccordPlaceCounts *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_add_up_async (self->workspace, read_counts, NULL, NULL, (GDestroyNotify) g_array_unref,
                                 self->cancellable, on_counted, g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordPlaceCounts *self = data;

  self->settle = 0;
  count_now (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordPlaceCounts *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_place_counts_dispose (GObject *object)
{
  AccordPlaceCounts *self = ACCORD_PLACE_COUNTS (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->counts, g_array_unref);

  G_OBJECT_CLASS (accord_place_counts_parent_class)->dispose (object);
}

static void
accord_place_counts_class_init (AccordPlaceCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_place_counts_dispose;

  /**
   * AccordPlaceCounts::updated:
   *
   * The figures are known, or are others than before.
   */
  signals[UPDATED] = g_signal_new ("updated", ACCORD_TYPE_PLACE_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_place_counts_init (AccordPlaceCounts *self)
{
}

/**
 * accord_place_counts_new:
 * @workspace: a workspace
 *
 * Counts what each place lists, and again after each change.
 *
 * Returns: (transfer full): the counts, not known yet
 */
AccordPlaceCounts *
accord_place_counts_new (AccordWorkspace *workspace)
{
  AccordPlaceCounts *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_PLACE_COUNTS, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  count_now (self);

  return self;
}

static const Count *
count_of (AccordPlaceCounts *self, const AccordPlace *place)
{
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);

  /* A page of its own holds nothing to be counted, wherever it stands. */
  return self->counts != NULL && place->kind != NULL
             ? &g_array_index (self->counts, Count, (guint) (place - places))
             : NULL;
}

/**
 * accord_place_counts_get_total:
 * @self: counts
 * @place: (transfer none): a place of accord_places_get()
 *
 * Returns: how many records @place lists, or %ACCORD_UNKNOWN where nobody knows or it lists none
 */
gint64
accord_place_counts_get_total (AccordPlaceCounts *self, const AccordPlace *place)
{
  const Count *count;

  g_return_val_if_fail (ACCORD_IS_PLACE_COUNTS (self), ACCORD_UNKNOWN);
  g_return_val_if_fail (place != NULL, ACCORD_UNKNOWN);

  count = count_of (self, place);

  return count != NULL ? count->total : ACCORD_UNKNOWN;
}

/**
 * accord_place_counts_get_waiting:
 * @self: counts
 * @place: (transfer none): a place of accord_places_get()
 *
 * Returns: how many of its records wait for an answer; 0 where nothing ever does or nobody knows
 */
gint64
accord_place_counts_get_waiting (AccordPlaceCounts *self, const AccordPlace *place)
{
  const Count *count;

  g_return_val_if_fail (ACCORD_IS_PLACE_COUNTS (self), 0);
  g_return_val_if_fail (place != NULL, 0);

  count = count_of (self, place);

  return count != NULL ? count->waiting : 0;
}
