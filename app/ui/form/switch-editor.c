/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/switch-editor.h"

/* Yes or no. */
struct _AccordSwitchEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *toggle;
};

G_DEFINE_FINAL_TYPE (AccordSwitchEditor, accord_switch_editor, ACCORD_TYPE_FIELD_EDITOR)

static void
accord_switch_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  gboolean yes = accord_record_peek_int (record, accord_field_editor_get_index (editor)) == 1;

  gtk_switch_set_active (GTK_SWITCH (ACCORD_SWITCH_EDITOR (editor)->toggle), yes);
}

static gboolean
accord_switch_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  gboolean yes = gtk_switch_get_active (GTK_SWITCH (ACCORD_SWITCH_EDITOR (editor)->toggle));

  accord_record_put_int (record, accord_field_editor_get_index (editor), yes);
  return TRUE;
}

static void
accord_switch_editor_constructed (GObject *object)
{
  AccordSwitchEditor *self = ACCORD_SWITCH_EDITOR (object);

  G_OBJECT_CLASS (accord_switch_editor_parent_class)->constructed (object);

  self->toggle = gtk_switch_new ();
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_START);
  accord_field_editor_set_control (ACCORD_FIELD_EDITOR (self), self->toggle, self->toggle);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (accord_field_editor_note_edit), self,
                           G_CONNECT_SWAPPED);
}

static void
accord_switch_editor_class_init (AccordSwitchEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_switch_editor_constructed;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_switch_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_switch_editor_store;
}

static void
accord_switch_editor_init (AccordSwitchEditor *self)
{
}
