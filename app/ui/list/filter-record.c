/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-editor-private.h"

#include "record-list.h"

#include <glib/gi18n-lib.h>

/* More than fit are found by another letter. */
#define N_MATCHES 8

static void
show_title (AccordRecordSlot *slot, GParamSpec *pspec, GtkLabel *label)
{
  AccordRecord *record = accord_record_slot_get_record (slot);
  g_autofree char *title = record != NULL ? accord_record_dup_title (record) : NULL;

  gtk_label_set_label (label, title != NULL ? title : "");
}

static GtkWidget *
make_match (gpointer item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  g_signal_connect_object (item, "notify::record", G_CALLBACK (show_title), label, 0);
  show_title (item, NULL, GTK_LABEL (label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  return row;
}

static void
searched_cb (GtkSearchEntry *entry, AccordRecordList *matches)
{
  g_autoptr (AccordQuery) query = accord_query_copy (accord_record_list_get_query (matches));

  accord_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (entry)));
  accord_record_list_set_query (matches, query);
}

static void
chosen_cb (GtkListBox *box, GtkListBoxRow *row, AccordFilterEditor *self)
{
  AccordRecordList *matches = g_object_get_data (G_OBJECT (box), "accord-matches");
  gint64 id = accord_record_list_get_id_at (matches, gtk_list_box_row_get_index (row));
  gboolean many = self->kind->fields[self->field].type == ACCORD_FIELD_REFERENCES;
  AccordQuery *query;

  if (id == 0)
    return;
  query = accord_filter_editor_begin (self);
  accord_query_add_number (query, self->field, many ? ACCORD_OPERATOR_CONTAINS : ACCORD_OPERATOR_EQUAL, id);
  accord_filter_editor_apply (self, query);
}

static void
unknown_cb (AccordFilterEditor *self)
{
  AccordQuery *query = accord_filter_editor_begin (self);

  accord_query_add_number (query, self->field, ACCORD_OPERATOR_UNKNOWN, 0);
  accord_filter_editor_apply (self, query);
}

static void
any_cb (AccordFilterEditor *self)
{
  accord_filter_editor_apply (self, accord_filter_editor_begin (self));
}

static void
add_button (AccordFilterEditor *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * accord_filter_body_new_record:
 * @self: an editor that asks about a reference
 *
 * Returns: (transfer floating): a search among what it may refer to
 */
GtkWidget *
accord_filter_body_new_record (AccordFilterEditor *self)
{
  const AccordKind *target = accord_schema_find_kind (accord_workspace_get_schema (self->workspace),
                                                      self->kind->fields[self->field].target);
  g_autoptr (AccordQuery) query = accord_query_new (target);
  g_autoptr (AccordRecordList) matches = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();

  accord_query_set_sort (query, (int) target->title_field, FALSE);
  accord_query_set_limit (query, N_MATCHES);
  matches = accord_record_list_new (self->workspace, query);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 50);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (target->plural),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (target->plural),
                                  -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "filter-fields");
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (matches), make_match, NULL, NULL);
  g_object_set_data_full (G_OBJECT (list), "accord-matches", g_object_ref (matches), g_object_unref);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (searched_cb), matches, 0);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (chosen_cb), self, 0);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  add_button (self, buttons, _ ("Any"), G_CALLBACK (any_cb));
  if (!(self->kind->fields[self->field].flags & ACCORD_FIELD_REQUIRED))
    add_button (self, buttons, _ ("Not known"), G_CALLBACK (unknown_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}
