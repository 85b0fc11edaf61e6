/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/columns.h"
#include "list/row-factory.h"

G_BEGIN_DECLS

struct _AccordColumns
{
  GObject parent_instance;

  GtkColumnView *view;
  const AccordKind *kind;
  AccordRowContext *context;
  GPtrArray *columns; /* of Column, in the order of the kind's fields */
  double char_width;
  gboolean setting_up;
  int sort;
  gboolean descending;
  int probed; /* the column whose sorter was asked last */
};

/* One column, kept while the view does not show it. */
typedef struct
{
  AccordColumns *owner;
  guint field;
  double width;      /* in characters */
  gboolean left_out; /* says the same in every row */
  GtkColumnViewColumn *column;
} AccordColumn;

/* columns.c */
AccordColumn *accord_columns_find (AccordColumns *self, guint field);
void accord_columns_collect (AccordColumns *self);

/* columns-layout.c */
gboolean accord_columns_list_has (GArray *fields, guint field);
void accord_columns_place (AccordColumns *self, GArray *fields);
void accord_columns_place_listed (AccordColumns *self);

G_END_DECLS
