/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/pin-list.h"

struct _AccordPinList
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  GPtrArray *pins;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordPinList, accord_pin_list, G_TYPE_OBJECT)

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
read_pins (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list_pins (reader, error);
}

static gboolean
same_pins (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const AccordPin *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      if (g_strcmp0 (x->key, y->key) != 0 || g_strcmp0 (x->title, y->title) != 0 || x->deleted != y->deleted
          || (x->query != NULL && !accord_query_equal (x->query, y->query)))
        return FALSE;
    }

  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPinList) self = data;
  g_autoptr (GPtrArray) pins = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  /* Superseded, or closed meanwhile. */
  if (pins == NULL || self->workspace == NULL || same_pins (self->pins, pins))
    return;

  g_ptr_array_unref (self->pins);
  self->pins = g_steal_pointer (&pins);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
read_now (AccordPinList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, read_pins, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                               self->cancellable, on_read, g_object_ref (self));
}

/* A title may be made of other records' names too, so any change of a kind that is pinned is heeded. */
static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordPinList *self)
{
  for (guint i = 0; i < self->pins->len; i++)
    if (accord_change_touches_kind (change, accord_pin_list_get (self, i)->kind))
      {
        read_now (self);
        return;
      }
}

static void
accord_pin_list_dispose (GObject *object)
{
  AccordPinList *self = ACCORD_PIN_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_pin_list_parent_class)->dispose (object);
}

static void
accord_pin_list_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_PIN_LIST (object)->pins);

  G_OBJECT_CLASS (accord_pin_list_parent_class)->finalize (object);
}

static void
accord_pin_list_class_init (AccordPinListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_pin_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_pin_list_finalize;

  /**
   * AccordPinList::updated:
   *
   * Other things are pinned than before, or are called otherwise.
   */
  signals[UPDATED] =
      g_signal_new ("updated", ACCORD_TYPE_PIN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_pin_list_init (AccordPinList *self)
{
  self->pins = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pin_free);
}

/**
 * accord_pin_list_new:
 * @workspace: a workspace
 *
 * Follows what is pinned in @workspace, whoever pins it.
 *
 * Returns: (transfer full): the pins, none of them known yet
 */
AccordPinList *
accord_pin_list_new (AccordWorkspace *workspace)
{
  AccordPinList *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_PIN_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "settings-changed", G_CALLBACK (read_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  read_now (self);

  return self;
}

/**
 * accord_pin_list_get_n:
 * @self: pins
 *
 * Returns: how many there are, those of deleted records included
 */
guint
accord_pin_list_get_n (AccordPinList *self)
{
  g_return_val_if_fail (ACCORD_IS_PIN_LIST (self), 0);

  return self->pins->len;
}

/**
 * accord_pin_list_get:
 * @self: pins
 * @index: which of them
 *
 * Returns: (transfer none): a pin, until the next #AccordPinList::updated
 */
const AccordPin *
accord_pin_list_get (AccordPinList *self, guint index)
{
  g_return_val_if_fail (ACCORD_IS_PIN_LIST (self), NULL);
  g_return_val_if_fail (index < self->pins->len, NULL);

  return g_ptr_array_index (self->pins, index);
}

/**
 * accord_pin_list_find:
 * @self: pins
 * @key: what a pin is told by
 *
 * Returns: its position, or -1
 */
int
accord_pin_list_find (AccordPinList *self, const char *key)
{
  g_return_val_if_fail (ACCORD_IS_PIN_LIST (self), -1);

  for (guint i = 0; i < self->pins->len; i++)
    if (g_strcmp0 (accord_pin_list_get (self, i)->key, key) == 0)
      return (int) i;

  return -1;
}

/**
 * accord_pin_list_find_record:
 * @self: pins
 * @kind: a kind
 * @id: a record of it
 *
 * Returns: the position of its pin, or -1
 */
int
accord_pin_list_find_record (AccordPinList *self, const AccordKind *kind, gint64 id)
{
  g_return_val_if_fail (ACCORD_IS_PIN_LIST (self), -1);

  for (guint i = 0; i < self->pins->len; i++)
    if (accord_pin_list_get (self, i)->kind == kind && accord_pin_list_get (self, i)->id == id && id != 0)
      return (int) i;

  return -1;
}
