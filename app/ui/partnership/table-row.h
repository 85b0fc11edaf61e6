/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordTableColumn:
 * @heading: what stands over it (untranslated)
 * @weight: its share of the width
 * @end: whether it is aligned to the right
 *
 * A column of a small table.
 */
typedef struct
{
  const char *heading;
  double weight;
  gboolean end;
} AccordTableColumn;

#define ACCORD_TYPE_TABLE_ROW (accord_table_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordTableRow, accord_table_row, ACCORD, TABLE_ROW, GtkWidget)

GtkWidget *accord_table_row_new (const AccordTableColumn *columns, guint n_columns, gboolean heading);
void accord_table_row_set_cell (AccordTableRow *self, guint column, GtkWidget *cell);
void accord_table_row_set_shown (AccordTableRow *self, guint shown);

G_END_DECLS
