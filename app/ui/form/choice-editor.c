/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/choice-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One of a fixed set of words, or none of them. */
struct _AccordChoiceEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *drop_down;
};

G_DEFINE_FINAL_TYPE (AccordChoiceEditor, accord_choice_editor, ACCORD_TYPE_FIELD_EDITOR)

static void
accord_choice_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  AccordChoiceEditor *self = ACCORD_CHOICE_EDITOR (editor);
  const AccordField *field = accord_field_editor_get_field (editor);
  const char *value = accord_record_peek_text (record, accord_field_editor_get_index (editor));
  guint selected = 0;

  for (guint i = 0; value != NULL && field->choices[i].value != NULL; i++)
    if (strcmp (field->choices[i].value, value) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}

static gboolean
accord_choice_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  AccordChoiceEditor *self = ACCORD_CHOICE_EDITOR (editor);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const AccordField *field = accord_field_editor_get_field (editor);

  return accord_record_parse_field (record, accord_field_editor_get_index (editor),
                                    selected == 0 ? NULL : field->choices[selected - 1].value, error);
}

/* GTK 4.8 does not say the value of a drop-down to a screen reader; the button inside it has to. */
static void
say_value (AccordChoiceEditor *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  GtkWidget *button = gtk_widget_get_first_child (self->drop_down);
  const AccordField *field = accord_field_editor_get_field (ACCORD_FIELD_EDITOR (self));
  g_autofree char *label = NULL;

  if (item == NULL || button == NULL)
    return;
  /* Translators: the label of a field, then what is chosen there. */
  label = g_strdup_printf (_ ("%s: %s"), _ (field->label), gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_selected (AccordChoiceEditor *self)
{
  say_value (self);
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
  if (accord_field_editor_get_touched (ACCORD_FIELD_EDITOR (self)))
    accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
accord_choice_editor_constructed (GObject *object)
{
  AccordChoiceEditor *self = ACCORD_CHOICE_EDITOR (object);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const AccordField *field;

  G_OBJECT_CLASS (accord_choice_editor_parent_class)->constructed (object);

  field = accord_field_editor_get_field (ACCORD_FIELD_EDITOR (self));
  gtk_string_list_append (words, field->flags & ACCORD_FIELD_REQUIRED ? _ ("Choose…") : _ ("Not known"));
  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    gtk_string_list_append (words, _ (choice->label));

  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (words));
  accord_field_editor_set_control (ACCORD_FIELD_EDITOR (self), self->drop_down, self->drop_down);
  say_value (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
accord_choice_editor_class_init (AccordChoiceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_choice_editor_constructed;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_choice_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_choice_editor_store;
}

static void
accord_choice_editor_init (AccordChoiceEditor *self)
{
}
