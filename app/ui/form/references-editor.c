/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/references-editor.h"

#include "form/page-parts.h"
#include "form/record-titles.h"
#include "form/reference-search.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

/* Several other records: one chip for each, and an entry that adds one more. */
struct _AccordReferencesEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *chips;
  GtkWidget *search;
  GArray *ids;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordReferencesEditor, accord_references_editor, ACCORD_TYPE_FIELD_EDITOR)

static const AccordKind *
target_of (AccordFieldEditor *editor)
{
  return accord_schema_find_kind (accord_workspace_get_schema (accord_field_editor_get_workspace (editor)),
                                  accord_field_editor_get_field (editor)->target);
}

static int
position_of (AccordReferencesEditor *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return (int) i;
  return -1;
}

static void
on_remove (GtkButton *button, AccordReferencesEditor *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");
  int position = position_of (self, *id);
  GtkWidget *chip = gtk_widget_get_parent (GTK_WIDGET (button));

  /* The focus must not fall out of the form with the button. */
  gtk_widget_grab_focus (self->search);
  g_array_remove_index (self->ids, position);
  gtk_box_remove (GTK_BOX (self->chips), chip);
  gtk_widget_set_visible (self->chips, self->ids->len > 0);
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
  accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
add_chip (AccordReferencesEditor *self, gint64 id, const char *title)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the name of a record. */
  g_autofree char *words = g_strdup_printf (_ ("Remove %s"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (self->chips), chip);
  gtk_widget_set_visible (self->chips, TRUE);
}

static void
on_titles (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordReferencesEditor) self = user_data;
  g_autoptr (GPtrArray) titles = accord_record_titles_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  if (titles == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  for (guint i = 0; i < titles->len; i++)
    add_chip (self, g_array_index (self->ids, gint64, i), titles->pdata[i]);
}

static void
forget (AccordReferencesEditor *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_array_set_size (self->ids, 0);
  accord_page_empty_box (self->chips);
  gtk_widget_set_visible (self->chips, FALSE);
}

static void
accord_references_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  AccordReferencesEditor *self = ACCORD_REFERENCES_EDITOR (editor);
  gsize n_ids;
  const gint64 *ids = accord_record_peek_ids (record, accord_field_editor_get_index (editor), &n_ids);

  forget (self);
  if (ids == NULL)
    return;
  g_array_append_vals (self->ids, ids, n_ids);
  self->cancellable = g_cancellable_new ();
  accord_record_titles_read_async (accord_field_editor_get_workspace (editor), target_of (editor), ids, n_ids,
                                   self->cancellable, on_titles, g_object_ref (self));
}

static gboolean
accord_references_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  AccordReferencesEditor *self = ACCORD_REFERENCES_EDITOR (editor);
  const char *text = accord_reference_search_get_text (ACCORD_REFERENCE_SEARCH (self->search));

  if (*text != '\0')
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                   /* Translators: the label of a field, then what was typed. */
                   _ ("%s: “%s” is not one of those kept here. Choose one from the list, or add it first."),
                   _ (accord_field_editor_get_field (editor)->label), text);
      return FALSE;
    }
  accord_record_put_ids (record, accord_field_editor_get_index (editor),
                         (gint64 *) (gpointer) self->ids->data, self->ids->len);
  return TRUE;
}

static void
on_chosen (AccordReferenceSearch *search, gint64 id, const char *title, AccordReferencesEditor *self)
{
  if (position_of (self, id) < 0)
    {
      g_array_append_val (self->ids, id);
      add_chip (self, id, title);
    }
  accord_reference_search_set_text (search, "");
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
  accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
accord_references_editor_constructed (GObject *object)
{
  AccordReferencesEditor *self = ACCORD_REFERENCES_EDITOR (object);
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  G_OBJECT_CLASS (accord_references_editor_parent_class)->constructed (object);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->chips = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (accord_field_editor_get_field (editor)->label), -1);
  gtk_widget_set_visible (self->chips, FALSE);
  self->search = accord_reference_search_new (accord_field_editor_get_workspace (editor), target_of (editor));
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), self->search);
  accord_field_editor_set_control (
      editor, box, accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->search)));

  g_signal_connect_object (self->search, "changed", G_CALLBACK (accord_field_editor_note_edit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "left", G_CALLBACK (accord_field_editor_note_left), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (on_chosen), self, 0);
}

static void
accord_references_editor_dispose (GObject *object)
{
  AccordReferencesEditor *self = ACCORD_REFERENCES_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (accord_references_editor_parent_class)->dispose (object);
}

static void
accord_references_editor_finalize (GObject *object)
{
  g_array_unref (ACCORD_REFERENCES_EDITOR (object)->ids);

  G_OBJECT_CLASS (accord_references_editor_parent_class)->finalize (object);
}

static void
accord_references_editor_class_init (AccordReferencesEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_references_editor_constructed;
  G_OBJECT_CLASS (klass)->dispose = accord_references_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_references_editor_finalize;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_references_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_references_editor_store;
}

static void
accord_references_editor_init (AccordReferencesEditor *self)
{
}
