/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_REPORT_HEADING,
  ACCORD_REPORT_SUBHEADING,
  ACCORD_REPORT_TEXT,
  ACCORD_REPORT_POINT,
  ACCORD_REPORT_HEAD_ROW,
  ACCORD_REPORT_ROW,
} AccordReportBlockType;

/*
 * AccordReportBlock: a piece of a report. @cells holds its words: one for a heading or a paragraph, the words
 * and the note for a point, and one a column for a row of a table.
 */
typedef struct
{
  AccordReportBlockType type;
  char **cells;
} AccordReportBlock;

struct _AccordReport
{
  char *title;
  char *subtitle;
  gboolean landscape;
  GPtrArray *blocks;
};

G_END_DECLS
