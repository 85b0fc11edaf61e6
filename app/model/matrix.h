/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

/**
 * AccordMatrixColumn:
 * @body: the board or committee, or %ACCORD_UNKNOWN where a source names somebody who is not on record as one
 * @name: what it is called, or how the source names them
 * @organisation: whose board it is, or %NULL
 *
 * Somebody who was asked about a business case.
 */
typedef struct
{
  gint64 body;
  char *name;
  char *organisation;
} AccordMatrixColumn;

/**
 * AccordMatrixCell:
 * @outcomes: (element-type AccordRecord): all endorsements of one case by one body: the latest first, what is
 *   still to come last
 * @standing: what holds: the latest of @outcomes that was given, or %NULL. A comment neither endorses a case
 *   nor takes an endorsement back, and holds only where there is nothing else
 * @awaited: the next that is still to come, or %NULL
 * @late: whether the day on which @awaited was to come has passed
 * @caveats: (element-type AccordRecord): the caveats that the body raised on the case
 * @tally: how these stand
 *
 * What one body said of one case.
 */
typedef struct
{
  GPtrArray *outcomes;
  AccordRecord *standing;
  AccordRecord *awaited;
  gboolean late;
  GPtrArray *caveats;
  AccordCaveatTally tally;
} AccordMatrixCell;

/**
 * AccordMatrixRow:
 * @record: the business case
 * @n_asked: how many gave a view that counts, or have still to
 * @n_endorsed: how many of those endorse it, with caveats or without
 * @loose: (element-type AccordRecord): caveats on it of which nobody knows who raised them
 *
 * A business case. Its cells are had by accord_matrix_row_get_cell().
 */
typedef struct
{
  AccordRecord *record;
  guint n_asked;
  guint n_endorsed;
  GPtrArray *loose;
  GHashTable *cells;
} AccordMatrixRow;

/**
 * AccordMatrix:
 * @rows: (element-type AccordMatrixRow): business cases, by programme and name
 * @columns: (element-type AccordMatrixColumn): everybody who was asked, bodies first, by name
 * @n_of_options: how many endorsements are of an option and of no case, so that they are in no cell
 *
 * Who said what of which business case.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *columns;
  gint64 n_of_options;
} AccordMatrix;

AccordMatrix *accord_matrix_read (AccordReader *reader, const char *today, GError **error);
AccordMatrix *accord_matrix_narrow (AccordMatrix *self, gint64 programme, const char *stage);
void accord_matrix_free (AccordMatrix *self);

const AccordMatrixCell *accord_matrix_row_get_cell (const AccordMatrixRow *row,
                                                    const AccordMatrixColumn *column);
guint accord_matrix_cell_count_open (const AccordMatrixCell *cell);
AccordRecord *accord_matrix_cell_get_main (const AccordMatrixCell *cell);
const char *accord_matrix_get_link (AccordRecord *record, gint64 *id);

const char *accord_matrix_cell_get_outcome (const AccordMatrixCell *cell);
char *accord_matrix_dup_outcome (AccordRecord *endorsement);
char *accord_matrix_cell_dup_date (const AccordMatrixCell *cell);
char *accord_matrix_cell_dup_caveats (const AccordMatrixCell *cell);
char *accord_matrix_cell_dup_awaited (const AccordMatrixCell *cell);
char *accord_matrix_cell_dup_sentence (const AccordMatrixRow *row, const AccordMatrixColumn *column);
char *accord_matrix_column_dup_full_name (const AccordMatrixColumn *column);
char *accord_matrix_row_dup_total (const AccordMatrixRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordMatrix, accord_matrix_free)

G_END_DECLS
