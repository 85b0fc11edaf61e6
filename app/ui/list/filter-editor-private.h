/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/filter-editor.h"
#include "list/filters.h"
#include "query-words.h"

G_BEGIN_DECLS

struct _AccordFilterEditor
{
  GtkWidget parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *base;
  AccordQuery *query;
  GHashTable *titles; /* of the records that filters name */
  const AccordKind *kind;
  guint field; /* the one that is asked about */

  GtkWidget *stack;
  GtkWidget *fields;
  GtkWidget *title;
  GtkWidget *body;

  GtkWidget *low; /* of a range, or the only entry there is */
  GtkWidget *high;
  GtkWidget *year;
  GtkWidget *unknown;
  GtkWidget *problem;
  gboolean filling;
};

/* filter-editor.c */
AccordQuery *accord_filter_editor_begin (AccordFilterEditor *self);
void accord_filter_editor_apply (AccordFilterEditor *self, AccordQuery *query, gboolean done);

/* filter-body.c, filter-record.c */
GtkWidget *accord_filter_body_new_choice (AccordFilterEditor *self);
GtkWidget *accord_filter_body_new_entries (AccordFilterEditor *self);
GtkWidget *accord_filter_body_new_record (AccordFilterEditor *self);

G_END_DECLS
