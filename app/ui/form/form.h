/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FORM (accord_form_get_type ())
G_DECLARE_FINAL_TYPE (AccordForm, accord_form, ACCORD, FORM, GtkWidget)

GtkWidget *accord_form_new (AccordWorkspace *workspace, AccordRecord *record, GArray *fields);

gboolean accord_form_get_dirty (AccordForm *self);
AccordFieldEditor *accord_form_get_editor (AccordForm *self, const char *field);
const char *accord_form_get_notice (AccordForm *self);
void accord_form_focus_first (AccordForm *self);
gboolean accord_form_focus_fault (AccordForm *self);

gboolean accord_form_apply (AccordForm *self, guint64 *changed);

void accord_form_save_async (AccordForm *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean accord_form_save_finish (AccordForm *self, GAsyncResult *result, gint64 *id, GError **error);

G_END_DECLS
