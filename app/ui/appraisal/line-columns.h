/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/appraisal-work.h"
#include "appraisal/grid-model.h"

G_BEGIN_DECLS

/**
 * AccordLineCell:
 *
 * How a cell of a line is written.
 */
typedef enum
{
  ACCORD_LINE_NAME,
  ACCORD_LINE_CHOICE,
  ACCORD_LINE_ORGANISATION,
  ACCORD_LINE_NUMBER,
  ACCORD_LINE_RATE,
  ACCORD_LINE_MONEY,
  ACCORD_LINE_COUNT,
  ACCORD_LINE_GRADE,
  ACCORD_LINE_PRICE_YEAR,
  ACCORD_LINE_BIAS,
  ACCORD_LINE_GAINS,
  ACCORD_LINE_YEAR,
  ACCORD_LINE_PRESENT,
} AccordLineCell;

/**
 * AccordLineColumn:
 * @field: (nullable): of the record
 * @title: what stands at its head (untranslated)
 * @cell: how its cells are written
 * @chars: how many characters it has room for
 *
 * A column of costs or outcomes.
 */
typedef struct
{
  const char *field;
  const char *title;
  AccordLineCell cell;
  guint chars;
} AccordLineColumn;

const AccordLineColumn *accord_line_columns (gboolean outcomes, guint *n_columns);
AccordGridKind accord_line_column_get_kind (const AccordLineColumn *self);

char *accord_line_dup_cell (AccordAppraisalWork *work, const AccordLineColumn *column, AccordRecord *line,
                            GPtrArray *gains, gboolean entry);
gboolean accord_line_store_cell (AccordAppraisalWork *work, const AccordLineColumn *column,
                                 AccordRecord *line, GPtrArray **gains, const char *text, char **why);
gint64 accord_line_get_amount (AccordRecord *line, int year);
gboolean accord_line_store_amount (AccordRecord *line, int year, const char *text, char **why);
char **accord_line_list_choices (AccordAppraisalWork *work, const AccordLineColumn *column,
                                 const char *typed);

G_END_DECLS
