/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/reference-editor.h"

#include "form/record-titles.h"
#include "form/reference-search.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Another record, found by its name. */
struct _AccordReferenceEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *search;
  GtkWidget *clear;
  gint64 id;
  char *title;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordReferenceEditor, accord_reference_editor, ACCORD_TYPE_FIELD_EDITOR)

static void
take (AccordReferenceEditor *self, gint64 id, const char *title)
{
  self->id = id;
  g_free (self->title);
  self->title = g_strdup (title);
  gtk_widget_set_sensitive (self->clear, id != ACCORD_UNKNOWN);
}

static void
on_title (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordReferenceEditor) self = user_data;
  g_autoptr (GPtrArray) titles = accord_record_titles_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (titles == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))
      || accord_field_editor_get_touched (ACCORD_FIELD_EDITOR (self)))
    return;
  take (self, self->id, titles->pdata[0]);
  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->search), titles->pdata[0]);
}

static const AccordKind *
target_of (AccordFieldEditor *editor)
{
  return accord_schema_find_kind (accord_workspace_get_schema (accord_field_editor_get_workspace (editor)),
                                  accord_field_editor_get_field (editor)->target);
}

/* A new record that was given a reference knows its identifier and not its name. */
static void
look_up_title (AccordReferenceEditor *self)
{
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (self);

  self->cancellable = g_cancellable_new ();
  accord_record_titles_read_async (accord_field_editor_get_workspace (editor), target_of (editor), &self->id,
                                   1, self->cancellable, on_title, g_object_ref (self));
}

static void
accord_reference_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  AccordReferenceEditor *self = ACCORD_REFERENCE_EDITOR (editor);
  guint index = accord_field_editor_get_index (editor);
  const char *title = accord_record_peek_reference_title (record, index);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  take (self, accord_record_peek_int (record, index), title);
  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->search), title != NULL ? title : "");
  if (self->id != ACCORD_UNKNOWN && title == NULL)
    look_up_title (self);
}

static gboolean
accord_reference_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  AccordReferenceEditor *self = ACCORD_REFERENCE_EDITOR (editor);
  const char *text = accord_reference_search_get_text (ACCORD_REFERENCE_SEARCH (self->search));

  if (*text != '\0' && g_strcmp0 (text, self->title) != 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                   /* Translators: the label of a field, then what was typed. */
                   _ ("%s: “%s” is not one of those kept here. Choose one from the list, or add it first."),
                   _ (accord_field_editor_get_field (editor)->label), text);
      return FALSE;
    }
  accord_record_put_int (record, accord_field_editor_get_index (editor),
                         *text != '\0' ? self->id : ACCORD_UNKNOWN);
  return TRUE;
}

static void
on_chosen (AccordReferenceSearch *search, gint64 id, const char *title, AccordReferenceEditor *self)
{
  take (self, id, title);
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
  accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
on_clear (AccordReferenceEditor *self)
{
  take (self, ACCORD_UNKNOWN, NULL);
  accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->search), "");
  gtk_widget_grab_focus (self->search);
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
  accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
accord_reference_editor_constructed (GObject *object)
{
  AccordReferenceEditor *self = ACCORD_REFERENCE_EDITOR (object);
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = NULL;

  G_OBJECT_CLASS (accord_reference_editor_parent_class)->constructed (object);

  self->search = accord_reference_search_new (accord_field_editor_get_workspace (editor), target_of (editor));
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  /* Translators: %s is the label of a field. */
  label = g_strdup_printf (_ ("%s is not known"), _ (accord_field_editor_get_field (editor)->label));
  gtk_widget_set_tooltip_text (self->clear, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->clear);
  accord_field_editor_set_control (
      editor, box, accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->search)));

  g_signal_connect_object (self->search, "changed", G_CALLBACK (accord_field_editor_note_edit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "left", G_CALLBACK (accord_field_editor_note_left), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (on_chosen), self, 0);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
}

static void
accord_reference_editor_dispose (GObject *object)
{
  AccordReferenceEditor *self = ACCORD_REFERENCE_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (accord_reference_editor_parent_class)->dispose (object);
}

static void
accord_reference_editor_finalize (GObject *object)
{
  g_free (ACCORD_REFERENCE_EDITOR (object)->title);

  G_OBJECT_CLASS (accord_reference_editor_parent_class)->finalize (object);
}

static void
accord_reference_editor_class_init (AccordReferenceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_reference_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = accord_reference_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_reference_editor_finalize;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_reference_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_reference_editor_store;
}

static void
accord_reference_editor_init (AccordReferenceEditor *self)
{
  self->id = ACCORD_UNKNOWN;
}
