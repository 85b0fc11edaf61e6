/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "form/field-editor.h"
#include "list/list-view-private.h"

static AccordFieldEditor *
editor_of (ListFixture *self)
{
  return ACCORD_FIELD_EDITOR (gtk_popover_get_child (GTK_POPOVER (self->view->editor)));
}

static guint
column_of (ListFixture *self, const char *name)
{
  guint n_fields;
  const guint *fields = accord_list_view_get_fields (self->view, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (accord_list_view_get_kind (self->view)->fields[fields[i]].name, name))
      return i;
  g_assert_not_reached ();
}

static void
type (ListFixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (accord_field_editor_get_control (editor_of (self))), text);
}

/* Runs what a key does in the editor, as GTK 4.8 has no way to press one. */
static void
press (ListFixture *self, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->view->editor);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_has_prefix (trigger, key))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, self->view->editor, NULL);
        }
    }
}

static gboolean
is_closed (gpointer data)
{
  return ((AccordListView *) data)->edited == 0;
}

static gboolean
has_error (gpointer data)
{
  return accord_field_editor_get_error (editor_of (data)) != NULL;
}

static gboolean
is_on_reference (gpointer data)
{
  ListFixture *self = data;

  return self->view->edited == 1 && self->view->edited_column == column_of (self, "reference");
}

static gint64
amount_of (ListFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record = accord_workspace_get_record (
      self->workspace, accord_schema_find_kind (self->schema, "payment"), id, NULL, &error);

  g_assert_no_error (error);
  return accord_record_get_int (record, "amount");
}

static void
test_edit (void)
{
  ListFixture self = { NULL };

  list_fixture_set_up (&self, "payment", 40);
  g_assert_null (self.view->editor);
  g_assert_true (accord_list_view_edit_cell (self.view, 0, column_of (&self, "amount")));
  g_assert_cmpint (self.view->edited, ==, 1);

  /* What cannot be is said beside it, and nothing is saved. */
  type (&self, "a lot");
  press (&self, "Return");
  g_assert_true (ui_wait_until (has_error, &self));
  g_assert_cmpint (amount_of (&self, 1), ==, 4000);

  /* Tab saves and goes on to the next cell that may be edited, past those that name records. */
  type (&self, "12.34");
  press (&self, "Tab");
  g_assert_true (ui_wait_until (is_on_reference, &self));
  g_assert_cmpint (amount_of (&self, 1), ==, 1234);
  type (&self, "T1");
  press (&self, "Return");
  g_assert_true (ui_wait_until (is_closed, self.view));

  /* Escape leaves it as it is. */
  list_fixture_settle (&self);
  g_assert_true (accord_list_view_edit_cell (self.view, 0, column_of (&self, "amount")));
  type (&self, "99");
  gtk_popover_popdown (GTK_POPOVER (self.view->editor));
  g_assert_true (ui_wait_until (is_closed, self.view));
  g_assert_cmpint (amount_of (&self, 1), ==, 1234);
  g_assert_false (accord_list_view_can_edit_cell (self.view, column_of (&self, "fund")));
  accord_list_view_set_compact (self.view, TRUE);
  g_assert_false (accord_list_view_can_edit_cell (self.view, column_of (&self, "amount")));
  list_fixture_settle (&self);
  list_fixture_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/list-inline/edit", test_edit);

  return g_test_run ();
}
