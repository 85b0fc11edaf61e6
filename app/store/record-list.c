/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-list-private.h"

/**
 * AccordRecordList:
 *
 * A list model of the records of one query, of any size, that follows the workspace: a #GListModel of
 * #AccordRecordSlot. It keeps eight bytes a row, reads records when a view asks for them, and does all
 * reading on the workspace's threads; its signals come on the main loop. The first rows come at once, the
 * rest of the order after them.
 *
 * Another query (accord_record_list_set_query()) makes the slots that a view holds show other records and
 * changes nothing but the end of the list; #AccordRecordList::reordered tells of it. A change of the
 * workspace makes the fewest items-changed that spare the rows a view holds. A record that changed in place
 * only makes its slot notify.
 */

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_QUERY,
  PROP_LOADING,
  PROP_COMPLETE,
  PROP_ERROR,
  PROP_TOTAL,
  N_PROPS
};

enum
{
  REORDERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* List model */

static GType
accord_record_list_get_item_type (GListModel *model)
{
  return ACCORD_TYPE_RECORD_SLOT;
}

static guint
accord_record_list_get_n_items (GListModel *model)
{
  return accord_list_items_get_n (ACCORD_RECORD_LIST (model)->items);
}

static gpointer
accord_record_list_get_item (GListModel *model, guint position)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (model);

  return position < accord_list_items_get_n (self->items) ? accord_list_rows_get (self->rows, position)
                                                          : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = accord_record_list_get_item_type;
  iface->get_n_items = accord_record_list_get_n_items;
  iface->get_item = accord_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordRecordList, accord_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Callbacks */

static gint64
id_at (gpointer user_data, guint position)
{
  return accord_list_items_get_id (ACCORD_RECORD_LIST (user_data)->items, position);
}

static void
on_page_failed (gpointer user_data, const GError *error)
{
  accord_record_list_set_error (user_data, error);
}

static void
on_changed (AccordRecordList *self, AccordChange *change)
{
  accord_record_list_follow (self, change);
}

static void
tell_reordered (GListModel *model)
{
  g_signal_emit (model, signals[REORDERED], 0);
}

/* Properties */

static void
accord_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, accord_record_list_get_total (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_record_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    case PROP_QUERY:
      if (self->items == NULL)
        self->query = g_value_dup_boxed (value);
      else
        accord_record_list_set_query (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Lifecycle */

static void
accord_record_list_constructed (GObject *object)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (object);

  G_OBJECT_CLASS (accord_record_list_parent_class)->constructed (object);

  self->items = accord_list_items_new (G_LIST_MODEL (self), tell_reordered);
  self->rows = accord_list_rows_new (self->workspace, accord_query_get_kind (self->query), id_at,
                                     on_page_failed, self);
  accord_list_items_set_rows (self->items, self->rows);
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  accord_record_list_load (self);
}

static void
accord_record_list_finalize (GObject *object)
{
  AccordRecordList *self = ACCORD_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  accord_list_rows_free (self->rows);
  accord_list_items_free (self->items);
  g_clear_pointer (&self->base, accord_order_unref);
  g_clear_pointer (&self->base_query, accord_query_unref);
  g_array_unref (self->touched);
  g_clear_error (&self->error);
  accord_query_unref (self->query);
  g_object_unref (self->workspace);

  G_OBJECT_CLASS (accord_record_list_parent_class)->finalize (object);
}

static void
accord_record_list_class_init (AccordRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = accord_record_list_constructed;
  object_class->finalize = accord_record_list_finalize;
  object_class->get_property = accord_record_list_get_property;
  object_class->set_property = accord_record_list_set_property;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, ACCORD_TYPE_WORKSPACE, writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_QUERY] =
      g_param_spec_boxed ("query", NULL, NULL, ACCORD_TYPE_QUERY, writable | G_PARAM_CONSTRUCT);
  /**
   * AccordRecordList:loading:
   *
   * Whether the answer to the query is still on its way, or part of it.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  /**
   * AccordRecordList:complete:
   *
   * Whether the whole order is known. The last items may still be about to be added.
   */
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, readable);
  /**
   * AccordRecordList:error:
   *
   * Why the records could not be read, or %NULL. accord_record_list_reload() tries again.
   */
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  /**
   * AccordRecordList:total:
   *
   * How many records the query gives, as far as that is known.
   */
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordRecordList::reordered:
   * @self: the list
   *
   * Emitted when the slots were made to show another order without items-changed, before items come or go at
   * the end. What goes by position, such as a selection kept by identifier, must be looked at again, for all
   * positions.
   */
  signals[REORDERED] = g_signal_new ("reordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
accord_record_list_init (AccordRecordList *self)
{
}

/**
 * accord_record_list_new:
 * @workspace: a workspace
 * @query: which records, in which order
 *
 * Returns: (transfer full): a list that begins to load. To be used on the thread that opened @workspace
 */
AccordRecordList *
accord_record_list_new (AccordWorkspace *workspace, AccordQuery *query)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && query != NULL, NULL);

  return g_object_new (ACCORD_TYPE_RECORD_LIST, "workspace", workspace, "query", query, NULL);
}

/* For record-list-load.c. */

void
accord_record_list_set_state (AccordRecordList *self, gboolean loading, gboolean complete)
{
  const gboolean other_loading = self->loading != loading;
  const gboolean other_complete = self->complete != complete;

  self->loading = loading;
  self->complete = complete;
  if (other_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (other_complete)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

void
accord_record_list_set_error (AccordRecordList *self, const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

void
accord_record_list_tell_total (AccordRecordList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
}

/**
 * accord_record_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it asks; to ask something else, change a copy
 */
AccordQuery *
accord_record_list_get_query (AccordRecordList *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), NULL);

  return self->query;
}

/**
 * accord_record_list_set_query:
 * @self: a list
 * @query: what to ask, about the same kind
 *
 * Asks something else. What is shown stays until the first answer comes. A view should be scrolled to the top
 * first: there, its rows are kept.
 */
void
accord_record_list_set_query (AccordRecordList *self, AccordQuery *query)
{
  g_return_if_fail (ACCORD_IS_RECORD_LIST (self) && query != NULL);
  g_return_if_fail (accord_query_get_kind (query) == accord_query_get_kind (self->query));

  if (query == self->query || (self->error == NULL && accord_query_equal (query, self->query)))
    return;
  accord_query_ref (query);
  accord_query_unref (self->query);
  self->query = query;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  accord_record_list_load (self);
}

/**
 * accord_record_list_reload:
 * @self: a list
 *
 * Reads everything anew, as after an error. What is still the same stays untouched.
 */
void
accord_record_list_reload (AccordRecordList *self)
{
  g_return_if_fail (ACCORD_IS_RECORD_LIST (self));

  accord_record_list_set_error (self, NULL);
  if (!self->complete)
    {
      accord_record_list_load (self);
      return;
    }
  accord_list_rows_spoil_all (self->rows);
  self->disorder = TRUE;
  accord_record_list_update (self);
}

gboolean
accord_record_list_get_loading (AccordRecordList *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), FALSE);

  return self->loading;
}

gboolean
accord_record_list_get_complete (AccordRecordList *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), FALSE);

  return self->complete;
}

const GError *
accord_record_list_get_error (AccordRecordList *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), NULL);

  return self->error;
}

/**
 * accord_record_list_get_total:
 * @self: a list
 *
 * Returns: how many records the query gives, as far as that is known
 */
guint
accord_record_list_get_total (AccordRecordList *self)
{
  guint n_ids;

  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), 0);

  accord_list_items_peek (self->items, &n_ids);
  return n_ids;
}

/**
 * accord_record_list_get_id_at:
 * @self: a list
 * @position: a position
 *
 * Returns: identifier of the record there, or 0 when there is none or nobody knows it yet
 */
gint64
accord_record_list_get_id_at (AccordRecordList *self, guint position)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), 0);

  return position < accord_list_items_get_n (self->items) ? accord_list_items_get_id (self->items, position)
                                                          : 0;
}

/**
 * accord_record_list_find_id:
 * @self: a list
 * @id: identifier of a record
 *
 * Looks through the order: half a millisecond for a million rows.
 *
 * Returns: the position of the record, or %G_MAXUINT when it is not in the list as far as that is known
 */
guint
accord_record_list_find_id (AccordRecordList *self, gint64 id)
{
  const gint64 *ids;
  guint n_ids;

  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), G_MAXUINT);

  ids = accord_list_items_peek (self->items, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

/**
 * accord_record_list_get_order:
 * @self: a list
 * @n_ids: (out): how many
 *
 * What the list holds, in its order; for a selection of all of it, an export, totals.
 *
 * Returns: (transfer none) (array length=n_ids): the identifiers as far as they are known, valid until the
 * list next changes
 */
const gint64 *
accord_record_list_get_order (AccordRecordList *self, guint *n_ids)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (self), NULL);

  return accord_list_items_peek (self->items, n_ids);
}
