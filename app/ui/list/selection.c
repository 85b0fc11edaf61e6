/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/selection.h"

#include "list/selected-rows.h"

/**
 * AccordSelection:
 *
 * Which rows of a record list are selected, kept by identifier: sorting, searching and changes from elsewhere
 * move rows about without touching it. A record that is hidden by a search, or deleted, stays in it unseen
 * and is selected again when it comes back; what is counted and handed out are only the records in the list.
 *
 * GTK's own selection models count rows in products that overflow above 65,536 of them and hold an object for
 * each selected row. This one holds a bit, and never asks the list for an object.
 */
struct _AccordSelection
{
  GObject parent_instance;

  AccordRecordList *list;
  AccordSelectedRows *rows;
  gboolean all; /* everything was selected while the list was still coming in */

  guint notify_source;
  guint told_n_selected;
  gint64 told_selected_id;
};

enum
{
  PROP_LIST = 1,
  PROP_N_SELECTED,
  PROP_SELECTED_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const gint64 *
get_order (AccordSelection *self, guint *n_ids)
{
  return accord_record_list_get_order (self->list, n_ids);
}

static void
notify_counts (AccordSelection *self)
{
  guint n_selected = accord_selection_get_n_selected (self);
  gint64 selected_id = accord_selection_get_selected_id (self);
  gboolean n_differs = n_selected != self->told_n_selected;
  gboolean id_differs = selected_id != self->told_selected_id;

  g_clear_handle_id (&self->notify_source, g_source_remove);
  self->told_n_selected = n_selected;
  self->told_selected_id = selected_id;
  if (n_differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
  if (id_differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

static gboolean
notify_later_cb (gpointer data)
{
  AccordSelection *self = data;

  self->notify_source = 0;
  notify_counts (self);
  return G_SOURCE_REMOVE;
}

/* Which of the selected are in the list has to be looked up, once for many changes in a row. */
static void
order_changed (AccordSelection *self)
{
  accord_selected_rows_order_changed (self->rows);
  if (self->notify_source == 0 && (self->told_n_selected > 0 || !accord_selected_rows_is_empty (self->rows)))
    self->notify_source = g_idle_add (notify_later_cb, self);
}

static void
emit_changed (AccordSelection *self, AccordSpan changed)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  /* The order may be known further down than the list has rows yet. */
  if (n_items == 0 || changed.first > changed.last || changed.first >= n_items)
    return;
  changed.last = MIN (changed.last, n_items - 1);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), changed.first,
                                         changed.last - changed.first + 1);
}

static gboolean
change_range (AccordSelection *self, guint position, guint n_items, gboolean select, gboolean alone)
{
  AccordSpan changed[2];
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);

  if (position >= n_ids || n_items == 0)
    return FALSE;

  self->all = FALSE;
  accord_selected_rows_change (self->rows, order, n_ids, position, n_items, select, alone, changed);
  emit_changed (self, changed[0]);
  emit_changed (self, changed[1]);
  notify_counts (self);
  return TRUE;
}

static void
select_known (AccordSelection *self)
{
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);
  AccordSpan changed = accord_selected_rows_select_all (self->rows, order, n_ids);

  self->all = !accord_record_list_get_complete (self->list);
  emit_changed (self, changed);
}

static void
items_changed_cb (AccordSelection *self, guint position, guint removed, guint added)
{
  order_changed (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  /* Rows that come in after everything was selected belong to it too. */
  if (self->all)
    select_known (self);
}

/* Rows that stay where they are now stand for other records. */
static void
reordered_cb (AccordSelection *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  order_changed (self);
  if (n_items > 0 && !accord_selected_rows_is_empty (self->rows))
    emit_changed (self, (AccordSpan){ 0, n_items - 1 });
}

static void
complete_cb (AccordSelection *self)
{
  order_changed (self);
  if (self->all)
    select_known (self);
}

static GType
accord_selection_get_item_type (GListModel *model)
{
  AccordSelection *self = ACCORD_SELECTION (model);

  return g_list_model_get_item_type (G_LIST_MODEL (self->list));
}

static guint
accord_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ACCORD_SELECTION (model)->list));
}

static gpointer
accord_selection_get_item (GListModel *model, guint position)
{
  AccordSelection *self = ACCORD_SELECTION (model);

  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = accord_selection_get_item_type;
  iface->get_n_items = accord_selection_get_n_items;
  iface->get_item = accord_selection_get_item;
}

static gboolean
accord_selection_is_selected (GtkSelectionModel *model, guint position)
{
  AccordSelection *self = ACCORD_SELECTION (model);
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);

  return position < n_ids && accord_selected_rows_contains (self->rows, order[position]);
}

static GtkBitset *
accord_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  AccordSelection *self = ACCORD_SELECTION (model);
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);

  return accord_selected_rows_get_positions (self->rows, order, n_ids, position, n_items);
}

static gboolean
accord_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return change_range (ACCORD_SELECTION (model), position, 1, TRUE, unselect_rest);
}

static gboolean
accord_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return change_range (ACCORD_SELECTION (model), position, 1, FALSE, FALSE);
}

static gboolean
accord_selection_select_range (GtkSelectionModel *model, guint position, guint n_items,
                               gboolean unselect_rest)
{
  return change_range (ACCORD_SELECTION (model), position, n_items, TRUE, unselect_rest);
}

static gboolean
accord_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return change_range (ACCORD_SELECTION (model), position, n_items, FALSE, FALSE);
}

static gboolean
accord_selection_select_all (GtkSelectionModel *model)
{
  select_known (ACCORD_SELECTION (model));
  notify_counts (ACCORD_SELECTION (model));
  return TRUE;
}

static gboolean
accord_selection_unselect_all (GtkSelectionModel *model)
{
  AccordSelection *self = ACCORD_SELECTION (model);
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);

  self->all = FALSE;
  emit_changed (self, accord_selected_rows_clear (self->rows, order, n_ids));
  notify_counts (self);
  return TRUE;
}

static gboolean
accord_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  AccordSelection *self = ACCORD_SELECTION (model);
  guint n_ids;
  const gint64 *order = get_order (self, &n_ids);

  self->all = FALSE;
  emit_changed (self, accord_selected_rows_assign (self->rows, order, n_ids, selected, mask));
  notify_counts (self);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = accord_selection_is_selected;
  iface->get_selection_in_range = accord_selection_get_selection_in_range;
  iface->select_item = accord_selection_select_item;
  iface->unselect_item = accord_selection_unselect_item;
  iface->select_range = accord_selection_select_range;
  iface->unselect_range = accord_selection_unselect_range;
  iface->select_all = accord_selection_select_all;
  iface->unselect_all = accord_selection_unselect_all;
  iface->set_selection = accord_selection_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordSelection, accord_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_iface_init))

static void
accord_selection_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AccordSelection *self = ACCORD_SELECTION (object);

  switch (property_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, accord_selection_get_n_selected (self));
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, accord_selection_get_selected_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_selection_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  AccordSelection *self = ACCORD_SELECTION (object);

  switch (property_id)
    {
    case PROP_LIST:
      self->list = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_selection_constructed (GObject *object)
{
  AccordSelection *self = ACCORD_SELECTION (object);

  G_OBJECT_CLASS (accord_selection_parent_class)->constructed (object);

  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "reordered", G_CALLBACK (reordered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::complete", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
}

static void
accord_selection_dispose (GObject *object)
{
  AccordSelection *self = ACCORD_SELECTION (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);

  G_OBJECT_CLASS (accord_selection_parent_class)->dispose (object);
}

static void
accord_selection_finalize (GObject *object)
{
  AccordSelection *self = ACCORD_SELECTION (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->rows, accord_selected_rows_free);

  G_OBJECT_CLASS (accord_selection_parent_class)->finalize (object);
}

static void
accord_selection_class_init (AccordSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_selection_get_property;
  object_class->set_property = accord_selection_set_property;
  object_class->constructed = accord_selection_constructed;
  object_class->dispose = accord_selection_dispose;
  object_class->finalize = accord_selection_finalize;

  properties[PROP_LIST] =
      g_param_spec_object ("list", NULL, NULL, ACCORD_TYPE_RECORD_LIST,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_selection_init (AccordSelection *self)
{
  self->rows = accord_selected_rows_new ();
}

/**
 * accord_selection_new:
 * @list: the list that rows are selected in
 *
 * Returns: (transfer full): a selection with nothing in it
 */
AccordSelection *
accord_selection_new (AccordRecordList *list)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_LIST (list), NULL);

  return g_object_new (ACCORD_TYPE_SELECTION, "list", list, NULL);
}

/**
 * accord_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many records of the list are selected
 */
guint
accord_selection_get_n_selected (AccordSelection *self)
{
  guint n_ids;
  const gint64 *order;

  g_return_val_if_fail (ACCORD_IS_SELECTION (self), 0);

  order = get_order (self, &n_ids);
  return accord_selected_rows_count (self->rows, order, n_ids);
}

/**
 * accord_selection_get_selected_id:
 * @self: a selection
 *
 * Returns: the identifier of the selected record when it is the only one, else 0
 */
gint64
accord_selection_get_selected_id (AccordSelection *self)
{
  guint n_ids;
  const gint64 *order;

  g_return_val_if_fail (ACCORD_IS_SELECTION (self), 0);

  order = get_order (self, &n_ids);
  return accord_selected_rows_get_only (self->rows, order, n_ids);
}

/**
 * accord_selection_get_selected_ids:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): the selected records, in the order of the list
 */
GArray *
accord_selection_get_selected_ids (AccordSelection *self)
{
  GArray *ids;
  guint n_ids, n_selected;
  const gint64 *order;

  g_return_val_if_fail (ACCORD_IS_SELECTION (self), NULL);

  order = get_order (self, &n_ids);
  n_selected = accord_selection_get_n_selected (self);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_selected);
  for (guint i = 0; i < n_ids && ids->len < n_selected; i++)
    if (accord_selected_rows_contains (self->rows, order[i]))
      g_array_append_val (ids, order[i]);
  return ids;
}

/**
 * accord_selection_select_id:
 * @self: a selection
 * @id: identifier of a record, or 0 for none
 *
 * Selects that record and no other. It need not be in the list yet: it is selected once it comes.
 */
void
accord_selection_select_id (AccordSelection *self, gint64 id)
{
  guint position;

  g_return_if_fail (ACCORD_IS_SELECTION (self));

  position = id != 0 ? accord_record_list_find_id (self->list, id) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      change_range (self, position, 1, TRUE, TRUE);
      return;
    }

  accord_selection_unselect_all (GTK_SELECTION_MODEL (self));
  if (id != 0)
    {
      accord_selected_rows_expect (self->rows, id);
      order_changed (self);
    }
}
