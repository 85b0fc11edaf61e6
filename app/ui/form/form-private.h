/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/form.h"

G_BEGIN_DECLS

/* Editors for some fields of one record. What is typed lives in the editors; a copy of the record is made
 * whenever it is checked or saved. So a change from elsewhere reaches the untouched fields at once and cannot
 * touch the others. */
struct _AccordForm
{
  GtkWidget parent_instance;

  GtkWidget *notice;
  GtkWidget *grid;

  AccordWorkspace *workspace;
  AccordRecord *record;
  GPtrArray *editors;
  gboolean dirty;
  gboolean saving;
};

gboolean accord_form_store_touched (AccordForm *self, AccordRecord *copy);
gboolean accord_form_can_show (AccordForm *self, const GError *error);
AccordRecord *accord_form_make_copy (AccordForm *self, GError **error);
void accord_form_show_refusal (AccordForm *self, const GError *error);

G_END_DECLS
