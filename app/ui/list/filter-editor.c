/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-editor-private.h"

#include <glib/gi18n-lib.h>

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * AccordFilterEditor:
 *
 * Where a person says which records a list is to show: first by which field, then what it is to be. Made from
 * the kind's fields.
 */
G_DEFINE_FINAL_TYPE (AccordFilterEditor, accord_filter_editor, GTK_TYPE_WIDGET)

static void
set_up_row (AccordFilterEditor *self, GtkWidget *row, guint field)
{
  const char *name = _ (self->kind->fields[field].label);
  g_autofree char *words = accord_query_dup_value_words (self->query, accord_query_get_n_filters (self->base),
                                                         field, self->titles);
  /* Translators: a field and what is asked of it, such as “Status: Open”. */
  g_autofree char *both = words != NULL ? g_strdup_printf (_ ("%s: %s"), name, words) : NULL;
  GtkWidget *label = gtk_label_new (both != NULL ? both : name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (words != NULL)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);
}

static void
fill_fields (AccordFilterEditor *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->fields)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->fields), child);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      GtkWidget *row;

      if (accord_filters_get_shape (&self->kind->fields[i]) == ACCORD_FILTER_SHAPE_NONE
          || (self->kind->fields[i].flags & ACCORD_FIELD_FACT))
        continue;
      row = gtk_list_box_row_new ();
      g_object_set_data (G_OBJECT (row), "accord-field", GUINT_TO_POINTER (i));
      set_up_row (self, row, i);
      gtk_list_box_append (GTK_LIST_BOX (self->fields), row);
    }
}

static void
row_activated_cb (AccordFilterEditor *self, GtkListBoxRow *row)
{
  accord_filter_editor_show_field (self,
                                   GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "accord-field")));
}

static GtkWidget *
make_fields_page (AccordFilterEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->fields = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->fields), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->fields, "filter-fields");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter by"), -1);
  g_signal_connect_object (self->fields, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->fields);
  return scroller;
}

static GtkWidget *
make_field_page (AccordFilterEditor *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_tooltip_text (back, _ ("All fields"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All fields"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (accord_filter_editor_show_fields), self,
                           G_CONNECT_SWAPPED);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), self->title);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (page), head);
  gtk_box_append (GTK_BOX (page), self->body);
  return page;
}

static void
accord_filter_editor_dispose (GObject *object)
{
  AccordFilterEditor *self = ACCORD_FILTER_EDITOR (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->base, accord_query_unref);
  g_clear_pointer (&self->query, accord_query_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);

  G_OBJECT_CLASS (accord_filter_editor_parent_class)->dispose (object);
}

static void
accord_filter_editor_class_init (AccordFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_filter_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filtereditor");

  /**
   * AccordFilterEditor::apply:
   * @query: what is to be listed
   * @done: whether that is all for now
   *
   * The person has said what to show.
   */
  signals[APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, ACCORD_TYPE_QUERY, G_TYPE_BOOLEAN);
}

static void
accord_filter_editor_init (AccordFilterEditor *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_fields_page (self), "fields");
  gtk_stack_add_named (GTK_STACK (self->stack), make_field_page (self), "field");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * accord_filter_editor_new:
 * @workspace: where the records are
 * @base: the query whose filters always hold
 *
 * Returns: (transfer floating): an editor
 */
GtkWidget *
accord_filter_editor_new (AccordWorkspace *workspace, AccordQuery *base)
{
  AccordFilterEditor *self = g_object_new (ACCORD_TYPE_FILTER_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  self->base = accord_query_ref (base);
  self->query = accord_query_ref (base);
  self->kind = accord_query_get_kind (base);
  self->titles = accord_query_titles_new ();
  fill_fields (self);
  return GTK_WIDGET (self);
}

/**
 * accord_filter_editor_set_query:
 * @self: an editor
 * @query: what is listed now
 * @titles: (element-type utf8 utf8): what the records are called that filters name; more may be added to it
 */
void
accord_filter_editor_set_query (AccordFilterEditor *self, AccordQuery *query, GHashTable *titles)
{
  g_return_if_fail (ACCORD_IS_FILTER_EDITOR (self));

  g_hash_table_ref (titles);
  g_hash_table_unref (self->titles);
  self->titles = titles;
  accord_query_ref (query);
  accord_query_unref (self->query);
  self->query = query;
}

/**
 * accord_filter_editor_show_fields:
 * @self: an editor
 *
 * Offers all fields.
 */
void
accord_filter_editor_show_fields (AccordFilterEditor *self)
{
  g_return_if_fail (ACCORD_IS_FILTER_EDITOR (self));

  fill_fields (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "fields");
  gtk_widget_child_focus (self->fields, GTK_DIR_TAB_FORWARD);
}

/**
 * accord_filter_editor_show_field:
 * @self: an editor
 * @field: index of a field
 *
 * Asks about that field.
 */
void
accord_filter_editor_show_field (AccordFilterEditor *self, guint field)
{
  GtkWidget *body;

  g_return_if_fail (ACCORD_IS_FILTER_EDITOR (self));
  g_return_if_fail (field < self->kind->n_fields);

  self->field = field;
  self->low = self->high = self->year = self->unknown = self->problem = NULL;
  while ((body = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), body);

  switch (accord_filters_get_shape (&self->kind->fields[field]))
    {
    case ACCORD_FILTER_SHAPE_CHOICE:
      body = accord_filter_body_new_choice (self);
      break;
    case ACCORD_FILTER_SHAPE_RECORD:
      body = accord_filter_body_new_record (self);
      break;
    default:
      body = accord_filter_body_new_entries (self);
    }
  gtk_box_append (GTK_BOX (self->body), body);
  gtk_label_set_label (GTK_LABEL (self->title), _ (self->kind->fields[field].label));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "field");
  gtk_widget_child_focus (body, GTK_DIR_TAB_FORWARD);
}

/**
 * accord_filter_editor_begin:
 * @self: an editor
 *
 * Returns: (transfer full): what is listed now, without what was asked about the field
 */
AccordQuery *
accord_filter_editor_begin (AccordFilterEditor *self)
{
  return accord_filters_without (self->query, self->base, self->field);
}

/**
 * accord_filter_editor_apply:
 * @self: an editor
 * @query: (transfer full): what is to be listed
 * @done: whether that is all for now
 */
void
accord_filter_editor_apply (AccordFilterEditor *self, AccordQuery *query, gboolean done)
{
  accord_query_unref (self->query);
  self->query = query;
  g_signal_emit (self, signals[APPLY], 0, query, done);
}
