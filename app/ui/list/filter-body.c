/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filter-editor-private.h"

#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Any of a few words */

static void
add_word (AccordFilterEditor *self, AccordQuery *query, GtkWidget *button, gboolean first)
{
  const AccordField *field = &self->kind->fields[self->field];
  AccordFilter filter = { .field = self->field, .op = ACCORD_OPERATOR_EQUAL, .alternative = !first };
  const char *value = g_object_get_data (G_OBJECT (button), "accord-value");

  if (value == NULL)
    filter.op = ACCORD_OPERATOR_UNKNOWN;
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    filter.number = *value == 'y';
  else
    filter.text = (char *) value;
  accord_query_add_filter (query, &filter);
}

static gboolean
is_any (GtkWidget *button)
{
  return button == gtk_widget_get_first_child (gtk_widget_get_parent (button));
}

/* “Any” is the same as none of the words. */
static void
choice_toggled_cb (GtkCheckButton *toggled, AccordFilterEditor *self)
{
  AccordQuery *query;
  GtkWidget *any = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (toggled)));
  guint n = 0;

  if (self->filling)
    return;
  self->filling = TRUE;
  query = accord_filter_editor_begin (self);
  for (GtkWidget *button = gtk_widget_get_next_sibling (any); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (is_any (GTK_WIDGET (toggled)))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
    else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      add_word (self, query, button, n++ == 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (any), n == 0);
  self->filling = FALSE;
  accord_filter_editor_apply (self, query, FALSE);
}

static gboolean
is_asked (AccordFilterEditor *self, const char *value)
{
  const AccordField *field = &self->kind->fields[self->field];

  for (guint i = accord_query_get_n_filters (self->base); i < accord_query_get_n_filters (self->query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (self->query, i);

      if (filter->field != self->field)
        continue;
      if (value == NULL && filter->op == ACCORD_OPERATOR_UNKNOWN)
        return TRUE;
      if (value != NULL && filter->op == ACCORD_OPERATOR_EQUAL
          && (field->type == ACCORD_FIELD_BOOLEAN ? filter->number == (*value == 'y')
                                                  : g_strcmp0 (filter->text, value) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
add_choice (AccordFilterEditor *self, GtkWidget *box, const char *label, const char *value, gboolean active)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  g_object_set_data (G_OBJECT (button), "accord-value", (gpointer) value);
  g_signal_connect_object (button, "toggled", G_CALLBACK (choice_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * accord_filter_body_new_choice:
 * @self: an editor that asks about a field with a few possible words
 *
 * Returns: (transfer floating): the words to choose from; the list follows each of them at once
 */
GtkWidget *
accord_filter_body_new_choice (AccordFilterEditor *self)
{
  const AccordField *field = &self->kind->fields[self->field];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_choice (self, box, _ ("Any"), NULL,
              accord_filters_find (self->query, self->base, self->field, -1) == NULL);
  if (field->type == ACCORD_FIELD_BOOLEAN)
    {
      add_choice (self, box, _ ("Yes"), "y", is_asked (self, "y"));
      add_choice (self, box, _ ("No"), "n", is_asked (self, "n"));
      return box;
    }
  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    add_choice (self, box, _ (choice->label), choice->value, is_asked (self, choice->value));
  if (!(field->flags & ACCORD_FIELD_REQUIRED))
    add_choice (self, box, _ ("Not known"), NULL, is_asked (self, NULL));
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
  const AccordField *field = &self->kind->fields[self->field];
  const char *text = entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
  gint64 pence;

  if (*text == '\0')
    return TRUE;
  if (field->type == ACCORD_FIELD_MONEY && accord_money_parse (text, &pence, &error))
    {
      /* Over a sum is a penny more at least. */
      accord_query_add_number (query, self->field, op,
                               op == ACCORD_OPERATOR_AT_LEAST ? pence + 1 : pence - 1);
      return TRUE;
    }
  if (error == NULL && accord_query_add_words (query, field->name, op, text, &error))
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
  accord_filter_editor_apply (self, g_steal_pointer (&query), TRUE);
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

static char *
dup_bound (AccordFilterEditor *self, const AccordFilter *filter)
{
  AccordFilter bound = *filter;

  if (self->kind->fields[self->field].type == ACCORD_FIELD_MONEY)
    bound.number += filter->op == ACCORD_OPERATOR_AT_LEAST ? -1 : 1;
  return accord_filters_dup_value (self->kind, &bound, TRUE);
}

static GtkWidget *
add_labelled (AccordFilterEditor *self, GtkWidget *grid, int row, const char *label, int op)
{
  const AccordFilter *now = op >= 0 ? accord_filters_find (self->query, self->base, self->field, op) : NULL;
  g_autofree char *text = now != NULL ? dup_bound (self, now) : NULL;
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
  gboolean is_money = field->type == ACCORD_FIELD_MONEY;

  if (accord_filters_get_shape (field) == ACCORD_FILTER_SHAPE_WORDS)
    {
      self->low = add_labelled (self, grid, 0, _ ("With the words"), ACCORD_OPERATOR_CONTAINS);
      return;
    }
  self->low = add_labelled (self, grid, 1,
                            is_time    ? _ ("From")
                            : is_money ? _ ("Over")
                                       : _ ("At least"),
                            ACCORD_OPERATOR_AT_LEAST);
  self->high = add_labelled (self, grid, 2,
                             is_time    ? _ ("Until")
                             : is_money ? _ ("Under")
                                        : _ ("At most"),
                             ACCORD_OPERATOR_AT_MOST);
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
