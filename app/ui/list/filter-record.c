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

/* --- The records that are asked for */

static GArray *
asked_ids (AccordFilterEditor *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = accord_query_get_n_filters (self->base); i < accord_query_get_n_filters (self->query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (self->query, i);

      if (filter->field == self->field
          && (filter->op == ACCORD_OPERATOR_EQUAL || filter->op == ACCORD_OPERATOR_CONTAINS))
        g_array_append_val (ids, filter->number);
    }
  return ids;
}

static void
ask_for (AccordFilterEditor *self, GArray *ids)
{
  gboolean many = self->kind->fields[self->field].type == ACCORD_FIELD_REFERENCES;
  AccordQuery *query = accord_filter_editor_begin (self);

  for (guint i = 0; i < ids->len; i++)
    {
      const AccordFilter filter = { .field = self->field,
                                    .op = many ? ACCORD_OPERATOR_CONTAINS : ACCORD_OPERATOR_EQUAL,
                                    .number = g_array_index (ids, gint64, i),
                                    .alternative = i > 0 };

      accord_query_add_filter (query, &filter);
    }
  accord_filter_editor_apply (self, query, FALSE);
}

/* What is not wanted any more stays, unticked, until the question is asked anew: it may have been a slip. */
static void
untick_cb (GtkCheckButton *button, AccordFilterEditor *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (button));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (GtkWidget *each = gtk_widget_get_first_child (box); each != NULL;
       each = gtk_widget_get_next_sibling (each))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (each)))
      g_array_append_vals (ids, g_object_get_data (G_OBJECT (each), "accord-id"), 1);
  ask_for (self, ids);
}

static void
fill_asked (AccordFilterEditor *self, GtkWidget *box)
{
  const AccordField *field = &self->kind->fields[self->field];
  g_autoptr (GArray) ids = asked_ids (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const char *title = accord_query_titles_find (self->titles, field, id);
      GtkWidget *button = gtk_check_button_new_with_label (title);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (button, "toggled", G_CALLBACK (untick_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_visible (box, ids->len > 0);
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
chosen_cb (GtkListBox *box, GtkListBoxRow *row, AccordFilterEditor *self)
{
  AccordRecordList *matches = g_object_get_data (G_OBJECT (box), "accord-matches");
  guint position = gtk_list_box_row_get_index (row);
  gint64 id = accord_record_list_get_id_at (matches, position);
  g_autoptr (AccordRecordSlot) slot = g_list_model_get_item (G_LIST_MODEL (matches), position);
  AccordRecord *record = slot != NULL ? accord_record_slot_get_record (slot) : NULL;
  g_autofree char *title = record != NULL ? accord_record_dup_title (record) : NULL;
  g_autoptr (GArray) ids = asked_ids (self);

  if (id == 0)
    return;
  if (title != NULL)
    accord_query_titles_add (self->titles, &self->kind->fields[self->field], id, title);
  if (!has_id (ids, id))
    g_array_append_val (ids, id);
  ask_for (self, ids);
  fill_asked (self, g_object_get_data (G_OBJECT (box), "accord-asked"));
}

/* --- The search */

static void
unknown_cb (AccordFilterEditor *self)
{
  AccordQuery *query = accord_filter_editor_begin (self);

  accord_query_add_number (query, self->field, ACCORD_OPERATOR_UNKNOWN, 0);
  accord_filter_editor_apply (self, query, TRUE);
}

static void
any_cb (AccordFilterEditor *self)
{
  accord_filter_editor_apply (self, accord_filter_editor_begin (self), TRUE);
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
  GtkWidget *asked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

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

  g_object_set_data (G_OBJECT (list), "accord-asked", asked);
  fill_asked (self, asked);
  gtk_box_append (GTK_BOX (box), asked);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  add_button (self, buttons, _ ("Any"), G_CALLBACK (any_cb));
  if (!(self->kind->fields[self->field].flags & ACCORD_FIELD_REQUIRED))
    add_button (self, buttons, _ ("Not known"), G_CALLBACK (unknown_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}
