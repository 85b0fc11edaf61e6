/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_WORKSPACE = 1,
  PROP_BASE_QUERY,
  PROP_QUERY,
  PROP_COMPACT,
  PROP_EMBEDDED,
  PROP_LIST_NAME,
  PROP_SELECTED_ID,
  PROP_N_SELECTED,
  PROP_TOTAL_WORDS,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint record_activated;

/**
 * AccordListView:
 *
 * The records of one kind, as a table or as a narrow list of two lines a row: searched as one types,
 * filtered, sorted, selected one or many. What it shows and what is selected are properties; what the person
 * wants done with it that a list cannot do leaves as signals.
 */
G_DEFINE_FINAL_TYPE (AccordListView, accord_list_view, GTK_TYPE_WIDGET)

static void
stop_search_cb (AccordListView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  accord_list_view_focus_rows (self);
}

static void
search_activate_cb (AccordListView *self)
{
  accord_list_view_focus_rows (self);
}

static void
items_changed_cb (AccordListView *self)
{
  accord_list_view_update (self);
}

static void
list_notify_cb (AccordListView *self)
{
  accord_list_view_update (self);
}

static void
activate_cb (AccordListView *self, guint position)
{
  gint64 id = accord_record_list_get_id_at (self->list, position);

  if (id != 0)
    g_signal_emit (self, record_activated, 0, self->kind->name, id);
}

static void
accord_list_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (accord_list_view_parent_class)->css_changed (widget, change);
  if (self->columns != NULL)
    accord_columns_update_widths (self->columns);
}

static void
accord_list_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AccordListView *self = ACCORD_LIST_VIEW (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_BASE_QUERY:
      g_value_set_boxed (value, self->base);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_LIST_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_EMBEDDED:
      g_value_set_boolean (value, self->embedded);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, accord_list_view_get_sentence (self));
      break;
    case PROP_TOTAL_WORDS:
      g_value_set_string (value, self->total_words);
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, accord_list_view_get_selected_id (self));
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, accord_list_view_get_n_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_list_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  AccordListView *self = ACCORD_LIST_VIEW (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      break;
    case PROP_BASE_QUERY:
      self->base = g_value_dup_boxed (value);
      break;
    case PROP_QUERY:
      accord_list_view_set_query (self, g_value_get_boxed (value));
      break;
    case PROP_LIST_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_EMBEDDED:
      self->embedded = g_value_get_boolean (value);
      break;
    case PROP_COMPACT:
      accord_list_view_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
accord_list_view_constructed (GObject *object)
{
  AccordListView *self = ACCORD_LIST_VIEW (object);
  g_autofree char *icon_name = NULL;

  G_OBJECT_CLASS (accord_list_view_parent_class)->constructed (object);

  self->kind = accord_query_get_kind (self->base);
  self->query = accord_query_ref (self->base);
  self->plural = g_strdup (_ (self->kind->plural));
  self->add_label = g_strdup (_ (self->kind->add_label));
  self->list = accord_record_list_new (self->workspace, self->query);
  self->selection = accord_selection_new (self->list);
  self->columns = accord_columns_new (GTK_COLUMN_VIEW (self->table), self->kind);

  if (self->embedded)
    accord_list_view_set_up_embedded (self);
  accord_list_view_set_up (self);
  accord_list_view_set_up_total (self);
  accord_list_view_set_up_filters (self);
  accord_list_view_set_up_context_menu (self);
  accord_list_view_set_up_inline (self);

  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify", G_CALLBACK (list_notify_cb), self, G_CONNECT_SWAPPED);
  accord_list_view_follow_selection (self);
  accord_list_view_follow_query (self);

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (self->selection));
  accord_columns_set_sort (self->columns, accord_query_get_sort (self->query),
                           accord_query_get_descending (self->query));
  icon_name = g_strdup_printf ("accord-%s-symbolic", self->kind->name);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page), icon_name);
  accord_list_view_update_filters (self);
  accord_list_view_label_parts (self);
  accord_list_view_update_empty (self);
  accord_list_view_update (self);
  accord_list_view_update_menus (self);
  accord_list_view_update_actions (self);
}

static void
accord_list_view_dispose (GObject *object)
{
  AccordListView *self = ACCORD_LIST_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->counting);
  g_clear_handle_id (&self->loading_source, g_source_remove);
  accord_list_view_keep_memory (self);
  g_cancellable_cancel (self->totalling);
  g_clear_handle_id (&self->total_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->edited = 0;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  /* The table takes its columns out one by one as it goes, which is not the person's doing. */
  if (self->columns != NULL)
    g_object_run_dispose (G_OBJECT (self->columns));
  g_clear_object (&self->columns);
  if (self->table != NULL)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (accord_list_view_parent_class)->dispose (object);
}

static void
accord_list_view_finalize (GObject *object)
{
  AccordListView *self = ACCORD_LIST_VIEW (object);

  g_clear_object (&self->order_actions);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->counting);
  g_clear_object (&self->totalling);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->base, accord_query_unref);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->plural, g_free);
  g_clear_pointer (&self->add_label, g_free);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->total, g_free);
  g_clear_pointer (&self->total_words, g_free);

  G_OBJECT_CLASS (accord_list_view_parent_class)->finalize (object);
}

static void
accord_list_view_class_init (AccordListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags changes = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = accord_list_view_constructed;
  object_class->dispose = accord_list_view_dispose;
  object_class->finalize = accord_list_view_finalize;
  object_class->get_property = accord_list_view_get_property;
  object_class->set_property = accord_list_view_set_property;
  widget_class->css_changed = accord_list_view_css_changed;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, ACCORD_TYPE_WORKSPACE, fixed);
  properties[PROP_BASE_QUERY] = g_param_spec_boxed ("base-query", NULL, NULL, ACCORD_TYPE_QUERY, fixed);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, ACCORD_TYPE_QUERY, changes);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, changes);
  properties[PROP_SELECTED_ID] =
      g_param_spec_int64 ("selected-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, read);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_LIST_NAME] = g_param_spec_string ("list-name", NULL, NULL, NULL, fixed);
  properties[PROP_EMBEDDED] = g_param_spec_boolean ("embedded", NULL, NULL, FALSE, fixed);
  properties[PROP_TOTAL_WORDS] = g_param_spec_string ("total-words", NULL, NULL, NULL, read);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordListView::record-activated:
   * @kind: name of the kind
   * @id: the record's identifier
   *
   * A row was double-clicked, or Enter was pressed on it.
   */
  record_activated = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (ACCORD_TYPE_FILTER_BAR);
  g_type_ensure (ACCORD_TYPE_SKELETON);
  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/list/list-view.ui");
  accord_list_view_bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  accord_list_view_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_list_view_init (AccordListView *self)
{
  self->n_all = -1;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_list_view_new:
 * @workspace: the workspace
 * @base_query: what is listed when nothing is searched or filtered; its filters always hold
 *
 * Returns: (transfer floating): a list
 */
AccordListView *
accord_list_view_new (AccordWorkspace *workspace, AccordQuery *base_query)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (base_query != NULL, NULL);

  return g_object_new (ACCORD_TYPE_LIST_VIEW, "workspace", workspace, "base-query", base_query, NULL);
}

/**
 * accord_list_view_new_named:
 * @workspace: the workspace
 * @base_query: what is listed when nothing is searched or filtered; its filters always hold
 * @name: what its columns, their widths, its order and which choices it is filtered by are remembered by,
 * from one start to the next
 *
 * Returns: (transfer floating): a list, as it was left
 */
AccordListView *
accord_list_view_new_named (AccordWorkspace *workspace, AccordQuery *base_query, const char *name)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (base_query != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_object_new (ACCORD_TYPE_LIST_VIEW, "workspace", workspace, "base-query", base_query, "list-name",
                       name, NULL);
}

/**
 * accord_list_view_new_embedded:
 * @workspace: the workspace
 * @base_query: what is listed when nothing is searched or filtered; its filters always hold
 *
 * A list for the inside of a page: without the columns that @base_query fixes, without the words below, and
 * without actions that are the page's own.
 *
 * Returns: (transfer floating): a list
 */
AccordListView *
accord_list_view_new_embedded (AccordWorkspace *workspace, AccordQuery *base_query)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (base_query != NULL, NULL);

  return g_object_new (ACCORD_TYPE_LIST_VIEW, "workspace", workspace, "base-query", base_query, "embedded",
                       TRUE, NULL);
}

/**
 * accord_list_view_get_workspace:
 * @self: a list view
 *
 * Returns: (transfer none): the workspace
 */
AccordWorkspace *
accord_list_view_get_workspace (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->workspace;
}

/**
 * accord_list_view_get_kind:
 * @self: a list view
 *
 * Returns: (transfer none): the kind of record listed
 */
const AccordKind *
accord_list_view_get_kind (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->kind;
}

/**
 * accord_list_view_get_list:
 * @self: a list view
 *
 * Returns: (transfer none): the records, in the order shown
 */
AccordRecordList *
accord_list_view_get_list (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->list;
}

/**
 * accord_list_view_set_words:
 * @self: a list view
 * @plural: what is listed here, as a heading, if not simply the plural of the kind
 * @add_label: what the button that adds one says
 * @icon_name: (nullable): the picture of an empty list, or %NULL for that of the kind
 */
void
accord_list_view_set_words (AccordListView *self, const char *plural, const char *add_label,
                            const char *icon_name)
{
  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));
  g_return_if_fail (plural != NULL && add_label != NULL);

  g_free (self->plural);
  g_free (self->add_label);
  self->plural = g_strdup (plural);
  self->add_label = g_strdup (add_label);
  if (icon_name != NULL)
    adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page), icon_name);
  accord_list_view_update_filters (self);
  accord_list_view_label_parts (self);
  accord_list_view_update_empty (self);
  accord_list_view_update (self);
}

/**
 * accord_list_view_get_compact:
 * @self: a list view
 *
 * Returns: whether it is a narrow list of two lines a row
 */
gboolean
accord_list_view_get_compact (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), FALSE);

  return self->compact;
}

/**
 * accord_list_view_set_compact:
 * @self: a list view
 * @compact: whether to be a narrow list of two lines a row instead of a table
 *
 * Selection, focus and the row in view stay.
 */
void
accord_list_view_set_compact (AccordListView *self, gboolean compact)
{
  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  accord_columns_set_compact (self->columns, compact);
  accord_skeleton_set_two_lines (ACCORD_SKELETON (self->skeleton), compact);
  gtk_widget_set_hexpand (self->search, compact);
  gtk_widget_set_visible (self->columns_button, !compact);
  gtk_widget_set_visible (self->count_beside, !compact && self->money < 0);
  gtk_widget_set_visible (self->count_below, compact && self->money < 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/**
 * accord_list_view_focus_search:
 * @self: a list view
 *
 * Puts the cursor into the search entry, on all of what is there.
 */
void
accord_list_view_focus_search (AccordListView *self)
{
  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));

  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
