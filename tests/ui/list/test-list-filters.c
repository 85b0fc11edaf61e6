/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "list/filter-editor-private.h"

typedef struct
{
  ListFixture list;
  AccordFilterEditor *editor;
  AccordQuery *asked;
} Fixture;

static void
apply_cb (AccordFilterEditor *editor, AccordQuery *query, gboolean done, Fixture *self)
{
  g_clear_pointer (&self->asked, accord_query_unref);
  self->asked = accord_query_ref (query);
}

static void
set_up (Fixture *self, const char *kind, const char *field)
{
  GtkWidget *popover;

  *self = (Fixture){ { NULL } };
  list_fixture_set_up (&self->list, kind, 60);
  popover = GTK_WIDGET (
      gtk_menu_button_get_popover (GTK_MENU_BUTTON (list_fixture_child (&self->list, "filter_button"))));
  self->editor = ACCORD_FILTER_EDITOR (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_signal_connect (self->editor, "apply", G_CALLBACK (apply_cb), self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (list_fixture_child (&self->list, "filter_button")));
  accord_filter_editor_show_field (
      self->editor, accord_kind_find_field (accord_list_view_get_kind (self->list.view), field));
  ui_drain ();
}

static void
tear_down (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_pointer (&self->asked, accord_query_unref);
  list_fixture_tear_down (&self->list);
}

static GtkWidget *
find_button (GtkWidget *within, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (within)
      && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (within)), label) == 0)
    return within;
  if (GTK_IS_BUTTON (within) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (within)), label) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press_apply (Fixture *self)
{
  g_signal_emit_by_name (find_button (self->editor->body, "Apply"), "clicked");
}

static void
test_financial_year (void)
{
  Fixture self;
  const AccordFilter *filter;

  set_up (&self, "payment", "date");
  gtk_editable_set_text (GTK_EDITABLE (self.editor->year), "2019/20");
  press_apply (&self);
  g_assert_cmpuint (accord_query_get_n_filters (self.asked), ==, 2);
  filter = accord_query_get_filter (self.asked, 0);
  g_assert_cmpint (filter->op, ==, ACCORD_OPERATOR_AT_LEAST);
  g_assert_cmpstr (filter->text, ==, "2019-04-01");
  filter = accord_query_get_filter (self.asked, 1);
  g_assert_cmpint (filter->op, ==, ACCORD_OPERATOR_AT_MOST);
  g_assert_cmpstr (filter->text, ==, "2020-03-31");
  list_fixture_settle (&self.list);
  list_fixture_assert_order (&self.list);

  /* Opened again, it shows what was asked; emptied, it asks nothing. */
  accord_filter_editor_set_query (self.editor, self.asked, self.editor->titles);
  accord_filter_editor_show_field (self.editor, self.editor->field);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self.editor->low)), ==, "1 Apr 2019");
  gtk_editable_set_text (GTK_EDITABLE (self.editor->low), "");
  gtk_editable_set_text (GTK_EDITABLE (self.editor->high), "");
  press_apply (&self);
  g_assert_cmpuint (accord_query_get_n_filters (self.asked), ==, 0);
  tear_down (&self);
}

/* What cannot be read is said beside the entry, and nothing is asked. */
static void
test_bad_words (void)
{
  Fixture self;

  set_up (&self, "payment", "amount");
  gtk_editable_set_text (GTK_EDITABLE (self.editor->high), "a lot");
  press_apply (&self);
  g_assert_null (self.asked);
  g_assert_true (gtk_widget_get_visible (self.editor->problem));
  g_assert_true (gtk_widget_has_css_class (self.editor->high, "error"));
  g_assert_false (gtk_widget_has_css_class (self.editor->low, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (self.editor->high), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_editable_set_text (GTK_EDITABLE (self.editor->high), "£1.2k");
  press_apply (&self);
  g_assert_nonnull (self.asked);
  g_assert_cmpint (accord_query_get_filter (self.asked, 0)->number, ==, 119999);
  g_assert_false (gtk_widget_get_visible (self.editor->problem));
  tear_down (&self);
}

static void
test_choice (void)
{
  Fixture self;
  GtkWidget *button;

  set_up (&self, "caveat", "state");
  button = find_button (self.editor->body, "Answered");
  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_cmpuint (accord_query_get_n_filters (self.asked), ==, 1);
  g_assert_cmpstr (accord_query_get_filter (self.asked, 0)->text, ==, "answered");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_button (self.editor->body, "Open")), TRUE);
  g_assert_cmpuint (accord_query_get_n_filters (self.asked), ==, 2);
  g_assert_true (accord_query_get_filter (self.asked, 1)->alternative);
  g_assert_cmpstr (accord_list_view_get_sentence (self.list.view), ==, "Caveats · open or answered");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list_fixture_child (&self.list, "table")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Caveats · open or answered");

  accord_filter_editor_set_query (self.editor, self.asked, self.editor->titles);
  accord_filter_editor_show_field (self.editor, self.editor->field);
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (find_button (self.editor->body, "Answered"))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_button (self.editor->body, "Any")), TRUE);
  g_assert_cmpuint (accord_query_get_n_filters (self.asked), ==, 0);
  tear_down (&self);
}

static GtkWidget *
find_list (GtkWidget *within)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_LIST_BOX (child) ? child : find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_row (gpointer data)
{
  return gtk_list_box_get_row_at_index (data, 0) != NULL;
}

static void
test_record (void)
{
  Fixture self;
  GtkWidget *matches;

  set_up (&self, "payment", "fund");
  matches = find_list (self.editor->body);
  g_assert_nonnull (matches);
  g_assert_true (ui_wait_until (has_row, matches));
  g_signal_emit_by_name (matches, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (matches), 0));
  g_assert_cmpint (accord_query_get_filter (self.asked, 0)->op, ==, ACCORD_OPERATOR_EQUAL);
  g_assert_cmpint (accord_query_get_filter (self.asked, 0)->number, ==, 1);
  list_fixture_settle (&self.list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (self.list.view))), ==,
                    20);
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-filters/financial-year", test_financial_year);
  g_test_add_func ("/list-filters/bad-words", test_bad_words);
  g_test_add_func ("/list-filters/choice", test_choice);
  g_test_add_func ("/list-filters/record", test_record);
  return g_test_run ();
}
