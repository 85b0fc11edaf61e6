/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "partnership/table-row.h"
#include "status.h"

G_BEGIN_DECLS

/**
 * ACCORD_TABLE_MOST_COLUMNS:
 *
 * A small table has no more.
 */
#define ACCORD_TABLE_MOST_COLUMNS 5

/**
 * AccordTableEntry:
 * @cells: what stands in each column, %NULL where nothing does
 * @second: what stands under the cells, or %NULL
 * @mark: a word that marks the row, beside the first cell, or %NULL
 * @kind: the kind of the record that it opens, or %NULL
 * @id: that record
 *
 * A row of a small table.
 */
typedef struct
{
  char *cells[ACCORD_TABLE_MOST_COLUMNS];
  char *second;
  const char *mark;
  const char *kind;
  gint64 id;
} AccordTableEntry;

#define ACCORD_TYPE_TABLE_CARD (accord_table_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordTableCard, accord_table_card, ACCORD, TABLE_CARD, GtkWidget)

GtkWidget *accord_table_card_new (const char *title, const AccordTableColumn *columns, guint n_columns,
                                  gboolean headings);
GtkWidget *accord_table_card_new_bare (const char *label, const AccordTableColumn *columns, guint n_columns);
GtkWidget *accord_table_card_get_head (AccordTableCard *self);
void accord_table_card_set_note (AccordTableCard *self, const char *note);
void accord_table_card_show (AccordTableCard *self, GPtrArray *entries);

GPtrArray *accord_table_entries_new (void);
AccordTableEntry *accord_table_entries_add (GPtrArray *entries, AccordRecord *opens);

G_END_DECLS
