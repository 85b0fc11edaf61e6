/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-editor-private.h"

#include "financial-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- One of a few words */

static void
choice_toggled_cb (GtkCheckButton *button, AccordFilterEditor *self)
{
  const char *value = g_object_get_data (G_OBJECT (button), "accord-value");
  gboolean unknown = g_object_get_data (G_OBJECT (button), "accord-unknown") != NULL;
  AccordQuery *query;

  if (!gtk_check_button_get_active (button))
    return;
  query = accord_filter_editor_begin (self);
  if (unknown)
    accord_query_add_text (query, self->field, ACCORD_OPERATOR_UNKNOWN, NULL);
  else if (value != NULL && self->kind->fields[self->field].type == ACCORD_FIELD_BOOLEAN)
    accord_query_add_number (query, self->field, ACCORD_OPERATOR_EQUAL, *value == 'y');
  else if (value != NULL)
    accord_query_add_text (query, self->field, ACCORD_OPERATOR_EQUAL, value);
  accord_filter_editor_apply (self, query);
}

static GtkWidget *
add_choice (AccordFilterEditor *self, GtkWidget *box, GtkWidget *group, const char *label, const char *value,
            gboolean unknown)
{
  const AccordFilter *now = accord_filters_find (self->query, self->base, self->field, -1);
  gboolean is_boolean = self->kind->fields[self->field].type == ACCORD_FIELD_BOOLEAN;
  GtkWidget *button = gtk_check_button_new_with_label (label);
  gboolean active;

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  if (unknown)
    active = now != NULL && now->op == ACCORD_OPERATOR_UNKNOWN;
  else if (value == NULL)
    active = now == NULL;
  else if (now == NULL || now->op != ACCORD_OPERATOR_EQUAL)
    active = FALSE;
  else
    active = is_boolean ? now->number == (*value == 'y') : g_strcmp0 (now->text, value) == 0;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);

  g_object_set_data (G_OBJECT (button), "accord-value", (gpointer) value);
  g_object_set_data (G_OBJECT (button), "accord-unknown", GINT_TO_POINTER (unknown));
  g_signal_connect_object (button, "toggled", G_CALLBACK (choice_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * accord_filter_body_new_choice:
 * @self: an editor that asks about a field with a few possible words
 *
 * Returns: (transfer floating): the words to choose from
 */
GtkWidget *
accord_filter_body_new_choice (AccordFilterEditor *self)
{
  const AccordField *field = &self->kind->fields[self->field];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *any = add_choice (self, box, NULL, _ ("Any"), NULL, FALSE);

  if (field->type == ACCORD_FIELD_BOOLEAN)
    {
      add_choice (self, box, any, _ ("Yes"), "y", FALSE);
      add_choice (self, box, any, _ ("No"), "n", FALSE);
      return box;
    }
  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    add_choice (self, box, any, _ (choice->label), choice->value, FALSE);
  if (!(field->flags & ACCORD_FIELD_REQUIRED))
    add_choice (self, box, any, _ ("Not known"), NULL, TRUE);
  return box;
}

/* --- From here to there, or words */

static void
show_problem (AccordFilterEditor *self, GtkWidget *entry, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem), message);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  /* What has the focus is what a screen reader reads. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_widget_grab_focus (entry);
}

static void
clear_problem (AccordFilterEditor *self)
{
  GtkWidget *entries[] = { self->low, self->high, self->year };

  gtk_widget_set_visible (self->problem, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i] != NULL)
      {
        gtk_widget_remove_css_class (entries[i], "error");
        gtk_accessible_reset_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID);
        gtk_accessible_reset_property (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      }
}

static gboolean
add_entry (AccordFilterEditor *self, AccordQuery *query, GtkWidget *entry, AccordOperator op)
{
  g_autoptr (GError) error = NULL;
  const char *text;

  if (entry == NULL)
    return TRUE;
  text = gtk_editable_get_text (GTK_EDITABLE (entry));
  if (*text == '\0' || accord_query_add_words (query, self->kind->fields[self->field].name, op, text, &error))
    return TRUE;
  show_problem (self, entry, error->message);
  return FALSE;
}

static void
apply_cb (AccordFilterEditor *self)
{
  g_autoptr (AccordQuery) query = accord_filter_editor_begin (self);
  const AccordField *field = &self->kind->fields[self->field];

  clear_problem (self);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->unknown)))
    {
      if (accord_field_is_text (field))
        accord_query_add_text (query, self->field, ACCORD_OPERATOR_UNKNOWN, NULL);
      else
        accord_query_add_number (query, self->field, ACCORD_OPERATOR_UNKNOWN, 0);
    }
  else if (accord_filters_get_shape (field) == ACCORD_FILTER_SHAPE_WORDS)
    {
      if (!add_entry (self, query, self->low, ACCORD_OPERATOR_CONTAINS))
        return;
    }
  else if (!add_entry (self, query, self->low, ACCORD_OPERATOR_AT_LEAST)
           || !add_entry (self, query, self->high, ACCORD_OPERATOR_AT_MOST))
    return;
  accord_filter_editor_apply (self, g_steal_pointer (&query));
}

/* A financial year is only another way to say from when until when. */
static void
year_changed_cb (AccordFilterEditor *self)
{
  g_autofree char *start = NULL, *end = NULL;
  int year;

  if (!accord_financial_year_parse (gtk_editable_get_text (GTK_EDITABLE (self->year)), &year, NULL))
    return;
  start = accord_financial_year_start (year);
  end = accord_financial_year_end (year);
  gtk_editable_set_text (GTK_EDITABLE (self->low), start);
  gtk_editable_set_text (GTK_EDITABLE (self->high), end);
}

static GtkWidget *
add_labelled (AccordFilterEditor *self, GtkWidget *grid, int row, const char *label, int op)
{
  const AccordFilter *now = op >= 0 ? accord_filters_find (self->query, self->base, self->field, op) : NULL;
  g_autofree char *text = now != NULL ? accord_filters_dup_value (self->kind, now, TRUE) : NULL;
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return entry;
}

static void
add_entries (AccordFilterEditor *self, GtkWidget *grid)
{
  const AccordField *field = &self->kind->fields[self->field];
  gboolean is_time = field->type == ACCORD_FIELD_DATE || field->type == ACCORD_FIELD_YEAR;

  if (accord_filters_get_shape (field) == ACCORD_FILTER_SHAPE_WORDS)
    {
      self->low = add_labelled (self, grid, 0, _ ("With the words"), ACCORD_OPERATOR_CONTAINS);
      return;
    }
  self->low = add_labelled (self, grid, 1, is_time ? _ ("From") : _ ("At least"), ACCORD_OPERATOR_AT_LEAST);
  self->high = add_labelled (self, grid, 2, is_time ? _ ("Until") : _ ("At most"), ACCORD_OPERATOR_AT_MOST);
  if (field->type == ACCORD_FIELD_DATE)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->low), _ ("1 Apr 2019"));
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->high), _ ("31 Mar 2020"));
      self->year = add_labelled (self, grid, 3, _ ("Financial year"), -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->year), _ ("2019/20"));
      g_signal_connect_object (self->year, "changed", G_CALLBACK (year_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

/**
 * accord_filter_body_new_entries:
 * @self: an editor that asks about dates, numbers or words
 *
 * Returns: (transfer floating): entries, and the button that applies them
 */
GtkWidget *
accord_filter_body_new_entries (AccordFilterEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *apply = gtk_button_new_with_label (_ ("Apply"));
  const AccordFilter *now =
      accord_filters_find (self->query, self->base, self->field, ACCORD_OPERATOR_UNKNOWN);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_entries (self, grid);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 32);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  self->unknown = gtk_check_button_new_with_label (_ ("Not known"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->unknown), now != NULL);
  gtk_widget_set_visible (self->unknown,
                          !(self->kind->fields[self->field].flags & ACCORD_FIELD_REQUIRED) || now != NULL);
  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_widget_set_halign (apply, GTK_ALIGN_END);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->unknown);
  gtk_box_append (GTK_BOX (box), apply);
  return box;
}
