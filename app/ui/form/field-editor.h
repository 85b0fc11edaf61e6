/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FIELD_EDITOR (accord_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordFieldEditor, accord_field_editor, ACCORD, FIELD_EDITOR, GtkWidget)

/**
 * AccordFieldEditorClass:
 * @load: shows the value that a record has in the field
 * @store: sets the field of a record to what is shown; fails with a sentence that names the field, the record
 *   is then as it was
 *
 * An editor for one field. What it shows lives in its own widgets; a record is only looked at during a call.
 */
struct _AccordFieldEditorClass
{
  GtkWidgetClass parent_class;

  void (*load) (AccordFieldEditor *self, AccordRecord *record);
  gboolean (*store) (AccordFieldEditor *self, AccordRecord *record, GError **error);
};

GtkWidget *accord_field_editor_new (AccordWorkspace *workspace, const AccordKind *kind, guint index);

AccordWorkspace *accord_field_editor_get_workspace (AccordFieldEditor *self);
const AccordKind *accord_field_editor_get_kind (AccordFieldEditor *self);
const AccordField *accord_field_editor_get_field (AccordFieldEditor *self);
guint accord_field_editor_get_index (AccordFieldEditor *self);
gboolean accord_field_editor_get_touched (AccordFieldEditor *self);
GtkWidget *accord_field_editor_get_control (AccordFieldEditor *self);
gboolean accord_field_editor_focus (AccordFieldEditor *self);
const char *accord_field_editor_get_error (AccordFieldEditor *self);

void accord_field_editor_load (AccordFieldEditor *self, AccordRecord *record);
gboolean accord_field_editor_store (AccordFieldEditor *self, AccordRecord *record, GError **error);
void accord_field_editor_set_error (AccordFieldEditor *self, const char *message);

/* For the editors themselves. */
void accord_field_editor_set_control (AccordFieldEditor *self, GtkWidget *placed, GtkWidget *control);
void accord_field_editor_note_edit (AccordFieldEditor *self);
void accord_field_editor_note_left (AccordFieldEditor *self);

G_END_DECLS
