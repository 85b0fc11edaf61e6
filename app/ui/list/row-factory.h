/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record.h"

G_BEGIN_DECLS

/**
 * AccordRowContext:
 * @kind: the kind of record in the rows
 * @fields: (element-type guint): the fields that are shown
 * @compact: whether the title's cell says the whole row in two lines
 * @today: today as an ISO date
 * @bound: (element-type GtkListItem guint): the cells there are, with their field
 *
 * What the cells of one table have in common. Change it, then call accord_row_context_update().
 */
typedef struct
{
  const AccordKind *kind;
  GArray *fields;
  gboolean compact;
  char *today;
  GHashTable *bound;
} AccordRowContext;

AccordRowContext *accord_row_context_new (const AccordKind *kind);
AccordRowContext *accord_row_context_ref (AccordRowContext *self);
void accord_row_context_unref (AccordRowContext *self);
void accord_row_context_update (AccordRowContext *self);

GtkListItemFactory *accord_row_factory_new (AccordRowContext *context, guint field);

G_END_DECLS
