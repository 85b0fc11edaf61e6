/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board-paper.h"

G_BEGIN_DECLS

/* BoardPaper: a paper in the making, and what it is about. */
typedef struct
{
  AccordReport *report;
  const AccordAppraisalExport *appraisal;
  const AccordCba *cba;
  const AccordCbaResult *result;
  const AccordCbaSums *sums;
  const AccordCbaOption *option;
} BoardPaper;

void board_paper_add_summary (BoardPaper *self);
void board_paper_add_options (BoardPaper *self);
void board_paper_add_years (BoardPaper *self);
void board_paper_add_parts (BoardPaper *self);
void board_paper_add_positions (BoardPaper *self);
void board_paper_add_sensitivity (BoardPaper *self);
void board_paper_add_chance (BoardPaper *self);
void board_paper_add_assumptions (BoardPaper *self);
void board_paper_add_costs (BoardPaper *self);
void board_paper_add_outcomes (BoardPaper *self);
void board_paper_add_caveats (BoardPaper *self);
void board_paper_add_trace (BoardPaper *self);

char *board_paper_dup_short (double pence);
char *board_paper_dup_pounds (double pence);
char *board_paper_dup_value (const BoardPaper *self, AccordCbaValue value, gboolean year);
char *board_paper_dup_span (const BoardPaper *self, guint first, guint last);
const char *board_paper_get_organisation (const BoardPaper *self, guint organisation);
GPtrArray *board_paper_list_positions (const BoardPaper *self);
guint board_paper_step (const BoardPaper *self, guint year);
void board_paper_add_row (BoardPaper *self, gboolean total, GPtrArray *cells);

G_END_DECLS
