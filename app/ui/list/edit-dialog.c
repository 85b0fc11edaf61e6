/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/edit-dialog.h"

#include "edit-many.h"
#include "form/field-editor.h"
#include "form/form-model.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 620

/* More sentences than these help nobody; how many more there are is said. */
#define MAX_REFUSALS 8

/**
 * AccordEditDialog:
 *
 * Edits several records at once: each field is left as it is until it is ticked. What is refused is said
 * record by record, and nothing is changed until the person says that the others are to be changed alone.
 */
struct _AccordEditDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  GArray *ids;
  GPtrArray *rows;
  GCancellable *cancellable;
  gboolean partly;

  GtkWidget *save;
  GtkWidget *refused;
  GtkWidget *reasons;
};

typedef struct
{
  GtkWidget *check;
  GtkWidget *editor;
} Row;

G_DEFINE_FINAL_TYPE (AccordEditDialog, accord_edit_dialog, ADW_TYPE_WINDOW)

static char *
dup_save_label (AccordEditDialog *self, guint n)
{
  g_autoptr (AccordRecord) nothing = accord_record_new (self->kind);
  g_autoptr (GArray) no_fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (AccordEditMany) edit = accord_edit_many_new (nothing, no_fields, self->ids);

  edit->n_changed = n;
  return accord_edit_many_dup_label (edit);
}

static void
update_save (AccordEditDialog *self)
{
  gboolean some = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    some |= gtk_check_button_get_active (GTK_CHECK_BUTTON (((Row *) self->rows->pdata[i])->check));
  gtk_widget_set_sensitive (self->save, some && self->cancellable == NULL);
}

static void
forget_refusals (AccordEditDialog *self)
{
  g_autofree char *label = dup_save_label (self, self->ids->len);

  self->partly = FALSE;
  gtk_widget_set_visible (self->refused, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->save), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- Saving */

static void
show_refusals (AccordEditDialog *self, GPtrArray *refusals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint left = self->ids->len - MIN (refusals->len, self->ids->len);
  g_autofree char *label = left > 0 ? dup_save_label (self, left) : NULL;

  for (guint i = 0; i < MIN (refusals->len, MAX_REFUSALS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) refusals->pdata[i]);
  if (refusals->len > MAX_REFUSALS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", refusals->len - MAX_REFUSALS),
                              refusals->len - MAX_REFUSALS);
    }
  gtk_label_set_label (GTK_LABEL (self->reasons), text->str);
  gtk_widget_set_visible (self->refused, TRUE);
  /* Heard where the focus is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
  if (label == NULL)
    return;
  self->partly = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->save), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

typedef struct
{
  AccordEditDialog *dialog;
  AccordEditMany *edit;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (AccordEditDialog) self = saving->dialog;
  g_autoptr (AccordEditMany) edit = saving->edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  g_free (saving);
  g_clear_object (&self->cancellable);
  if (self->rows == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (edit->refusals->len == 0)
    g_ptr_array_add (edit->refusals, g_strdup (error->message));
  show_refusals (self, edit->refusals);
  update_save (self);
  gtk_widget_grab_focus (self->save);
}

/* What is ticked, as it stands in the editors; %NULL where something cannot be. */
static AccordEditMany *
make_edit (AccordEditDialog *self)
{
  g_autoptr (AccordRecord) values = accord_record_new (self->kind);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (row->editor);
      guint field = accord_field_editor_get_index (editor);
      g_autoptr (GError) error = NULL;

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check)))
        continue;
      if (!accord_field_editor_store (editor, values, &error))
        {
          accord_field_editor_set_error (editor, error->message);
          accord_field_editor_focus (editor);
          return NULL;
        }
      accord_field_editor_set_error (editor, NULL);
      g_array_append_val (fields, field);
    }
  return accord_edit_many_new (values, fields, self->ids);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordEditDialog *self = ACCORD_EDIT_DIALOG (widget);
  AccordEditMany *edit;
  g_autofree char *label = NULL;
  Saving *saving;

  if (!gtk_widget_get_sensitive (self->save) || (edit = make_edit (self)) == NULL)
    return;
  edit->partly = self->partly;
  label = accord_edit_many_dup_label (edit);
  saving = g_new (Saving, 1);
  saving->dialog = g_object_ref (self);
  saving->edit = edit;
  self->cancellable = g_cancellable_new ();
  update_save (self);
  accord_workspace_write_async (self->workspace, label, accord_edit_many_write, accord_edit_many_ref (edit),
                                (GDestroyNotify) accord_edit_many_unref, self->cancellable, saved_cb, saving);
}

/* --- The fields */

static void
row_toggled_cb (GtkCheckButton *check, AccordEditDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      gboolean active = gtk_check_button_get_active (check);
      const char *name = _ (accord_field_editor_get_field (ACCORD_FIELD_EDITOR (row->editor))->label);
      /* Translators: %s is a field, such as “Category”. */
      g_autofree char *as_is = g_strdup_printf (_ ("%s: leave as it is"), name);

      if (row->check != GTK_WIDGET (check))
        continue;
      gtk_check_button_set_label (check, active ? NULL : as_is);
      gtk_widget_set_visible (row->editor, active);
      if (active)
        accord_field_editor_focus (ACCORD_FIELD_EDITOR (row->editor));
    }
  forget_refusals (self);
  update_save (self);
}

static void
add_row (AccordEditDialog *self, GtkWidget *box, guint field)
{
  g_autoptr (AccordRecord) nothing = accord_record_new (self->kind);
  g_autofree char *as_is = g_strdup_printf (_ ("%s: leave as it is"), _ (self->kind->fields[field].label));
  /* Translators: %s is a field, such as “Category”. */
  g_autofree char *name = g_strdup_printf (_ ("Change %s"), _ (self->kind->fields[field].label));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Row *row = g_new (Row, 1);

  row->check = gtk_check_button_new_with_label (as_is);
  row->editor = accord_field_editor_new (self->workspace, self->kind, field);
  accord_field_editor_load (ACCORD_FIELD_EDITOR (row->editor), nothing);
  gtk_widget_set_valign (row->check, GTK_ALIGN_START);
  gtk_widget_set_visible (row->editor, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (row_toggled_cb), self, 0);
  g_signal_connect_object (row->editor, "edited", G_CALLBACK (forget_refusals), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), row->check);
  gtk_box_append (GTK_BOX (line), row->editor);
  gtk_box_append (GTK_BOX (box), line);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_fields (AccordEditDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "edit-fields");
  for (guint section = 0; section < ACCORD_FORM_N_SECTIONS; section++)
    {
      g_autoptr (GArray) fields = accord_form_section_fields (self->kind, section);

      for (guint i = 0; i < fields->len; i++)
        add_row (self, box, g_array_index (fields, guint, i));
    }
  return box;
}

static GtkWidget *
make_refused (AccordEditDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->reasons = accord_page_label (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (self->reasons), TRUE);
  gtk_box_append (GTK_BOX (box), accord_page_label (_ ("Nothing was changed, because:"), "heading"));
  gtk_box_append (GTK_BOX (box), self->reasons);
  gtk_widget_add_css_class (box, "notice");
  gtk_widget_add_css_class (box, "error");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
make_header (AccordEditDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->save = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "dialog.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  return header;
}

static void
accord_edit_dialog_dispose (GObject *object)
{
  AccordEditDialog *self = ACCORD_EDIT_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_edit_dialog_parent_class)->dispose (object);
}

static void
accord_edit_dialog_class_init (AccordEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_edit_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_edit_dialog_init (AccordEditDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * accord_edit_dialog_new:
 * @workspace: where the records are
 * @kind: a kind
 * @ids: (element-type gint64): several records of it
 *
 * Returns: (transfer floating): a window that edits them together; the caller says whose it is and presents
 * it
 */
GtkWidget *
accord_edit_dialog_new (AccordWorkspace *workspace, const AccordKind *kind, GArray *ids)
{
  AccordEditDialog *self;
  g_autofree char *title = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind != NULL && ids != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_EDIT_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->ids = g_array_ref (ids);
  title = dup_save_label (self, ids->len);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_box_append (GTK_BOX (box), make_header (self));
  self->refused = make_refused (self);
  gtk_box_append (GTK_BOX (box), self->refused);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_fields (self));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  forget_refusals (self);
  update_save (self);
  return GTK_WIDGET (self);
}
