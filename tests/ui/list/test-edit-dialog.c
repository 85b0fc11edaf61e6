/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "form/field-editor.h"
#include "list/edit-dialog.h"

static GtkWidget *
find (GtkWidget *within, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (within), type)
      && (label == NULL || g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (within)), label) == 0))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ACCORD_IS_EDIT_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
tick (GtkWidget *dialog, const char *label)
{
  GtkWidget *check = find (dialog, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  return gtk_widget_get_next_sibling (check);
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
  GtkWidget *dialog, *editor, *entry;

  list_fixture_set_up (&self, "payment", 30);
  g_assert_false (gtk_widget_get_visible (list_fixture_child (&self, "edit_button")));
  gtk_widget_activate_action (GTK_WIDGET (self.view), "rows.select-all", NULL);
  g_assert_true (gtk_widget_get_visible (list_fixture_child (&self, "edit_button")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "rows.edit-several", NULL));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Edit 30 payments");

  /* Nothing is ticked: nothing to save. */
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  ui_drain ();
  g_assert_nonnull (find_dialog ());

  editor = tick (dialog, "Amount: leave as it is");
  g_assert_true (gtk_widget_get_visible (editor));
  entry = accord_field_editor_get_control (ACCORD_FIELD_EDITOR (editor));
  gtk_editable_set_text (GTK_EDITABLE (entry), "a lot");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_nonnull (accord_field_editor_get_error (ACCORD_FIELD_EDITOR (editor)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "£12.34");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (ui_wait_until (is_closed, NULL));
  for (gint64 id = 1; id <= 30; id++)
    g_assert_cmpint (amount_of (&self, id), ==, 1234);
  list_fixture_settle (&self);
  list_fixture_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/edit-dialog/edit", test_edit);

  return g_test_run ();
}
