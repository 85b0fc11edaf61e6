/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "search.h"

G_BEGIN_DECLS

/**
 * AccordSearchChoice:
 * @kind: the kind of record
 * @id: the record, or 0 for all of @kind that match
 *
 * What a row of the results leads to.
 */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
} AccordSearchChoice;

char *accord_search_excerpt_markup (const char *excerpt);
void accord_search_rows_fill (GtkListBox *list, GPtrArray *groups);
const AccordSearchChoice *accord_search_row_get_choice (GtkListBoxRow *row);
const char *accord_search_row_get_spoken (GtkListBoxRow *row);

G_END_DECLS
