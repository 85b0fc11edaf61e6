/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-probe.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordEditionRow:
 * @place: where it stands, as a sentence about it begins: "Line 5", "Entry 12 of “crime”"
 * @cells: (element-type utf8): its cells, without blanks around them; %NULL where there is nothing
 *
 * A row of a table of figures.
 */
typedef struct
{
  char *place;
  GPtrArray *cells;
} AccordEditionRow;

/**
 * AccordEditionTable:
 * @rows: (element-type AccordEditionRow): its rows; of JSON the first one holds the names of the members
 * @name: (nullable): what the file calls itself
 * @edition: (nullable): which edition it says it is
 * @published: (nullable): the day it says it was published
 * @publisher: (nullable): who it says published it
 * @address: (nullable): where it says it is from
 * @licence: (nullable): what it says may be done with it
 * @price_year: (nullable): the year of its prices, where it says so once for all
 * @own: (nullable): the content of an edition in Accord's own form
 * @sort: (nullable): its sort
 * @code: (nullable): its code
 * @note: (nullable): its note
 *
 * A file of figures as rows of text, wherever it had them.
 */
typedef struct
{
  GPtrArray *rows;
  char *name;
  char *edition;
  char *published;
  char *publisher;
  char *address;
  char *licence;
  char *price_year;
  char *own;
  char *sort;
  char *code;
  char *note;
} AccordEditionTable;

AccordEditionTable *accord_edition_table_new (void);
void accord_edition_table_free (AccordEditionTable *self);
AccordEditionRow *accord_edition_table_add_row (AccordEditionTable *self, char *place);
void accord_edition_row_add (AccordEditionRow *self, const char *text, gssize length);
const char *accord_edition_row_get (const AccordEditionRow *self, int column);
gboolean accord_edition_row_is_blank (const AccordEditionRow *self);
guint accord_edition_table_count_columns (const AccordEditionTable *self);

AccordEditionTable *accord_edition_table_read_csv (GBytes *bytes, const AccordCsvProbe *probe,
                                                   GError **error);
AccordEditionTable *accord_edition_table_read_json (const char *text, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEditionTable, accord_edition_table_free)

G_END_DECLS
