/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  ACCORD_REPORT_HEADING,
  ACCORD_REPORT_SUBHEADING,
  ACCORD_REPORT_TEXT,
  ACCORD_REPORT_NOTE,
  ACCORD_REPORT_POINT,
  ACCORD_REPORT_HEAD_ROW,
  ACCORD_REPORT_ROW,
  ACCORD_REPORT_TOTAL_ROW,
  ACCORD_REPORT_FIGURES,
  ACCORD_REPORT_CHART,
  ACCORD_REPORT_PAGE,
} AccordReportBlockType;

/*
 * AccordReportBlock: a piece of a report. @cells holds its words: one for a heading or a paragraph, the words
 * and the note for a point, one a column for a row of a table, and for figures each one's name, value and
 * note.
 * @numbers says which columns of a table hold numbers, a bit each; @measured whether its columns are as wide
 * as what is in them asks for.
 */
typedef struct
{
  AccordReportBlockType type;
  char **cells;
  guint numbers;
  gboolean measured;
  AccordChart *chart;
} AccordReportBlock;

struct _AccordReport
{
  char *title;
  char *subtitle;
  char *foot;
  gboolean landscape;
  GPtrArray *blocks;
};

/* In points. */
#define ACCORD_SHEET_MARGIN 48.0
#define ACCORD_SHEET_TEXT 9.5
#define ACCORD_SHEET_SMALL 8.5
#define ACCORD_SHEET_NOTE 8.0

/*
 * AccordSheet: a report being laid out. Its pages are recorded, or drawn straight into the PDF @pdf, where
 * everything says what it is; @total is how many pages there are, once that is known. @head is the table that
 * goes on on the next page, with @widths its columns; @group is the tag that holds the pieces of a list or a
 * table together.
 */
typedef struct
{
  AccordReport *report;
  double width;
  double height;
  double y;
  guint page;
  guint total;
  GPtrArray *pages;
  cairo_t *pdf;
  cairo_t *cairo;
  PangoLayout *layout;
  const AccordReportBlock *head;
  double *widths;
  const char *group;
  GPtrArray *alternatives;
  int outline[2];
} AccordSheet;

void accord_sheet_begin (AccordSheet *self);
void accord_sheet_end (AccordSheet *self);
void accord_sheet_turn (AccordSheet *self);
double accord_sheet_room (const AccordSheet *self);
double accord_sheet_text_width (const AccordSheet *self);
void accord_sheet_set_font (AccordSheet *self, double size, gboolean bold);
double accord_sheet_set_words (AccordSheet *self, const char *words, double width);
double accord_sheet_measure (AccordSheet *self, const char *words, double size, gboolean bold, double width);
void accord_sheet_set_grey (AccordSheet *self, double grey);
void accord_sheet_show (AccordSheet *self, double x, double y);
void accord_sheet_draw_words (AccordSheet *self, const char *words, double size, gboolean bold, double indent,
                              double grey, const char *tag);
void accord_sheet_draw_rule (AccordSheet *self, double grey);
void accord_sheet_tag (AccordSheet *self, const char *tag);
void accord_sheet_end_tag (AccordSheet *self, const char *tag);
void accord_sheet_group (AccordSheet *self, const char *tag);
void accord_sheet_add_outline (AccordSheet *self, const char *words, guint level);

double accord_sheet_measure_table (AccordSheet *self, guint block);
void accord_sheet_draw_head (AccordSheet *self, guint block, gboolean again);
void accord_sheet_draw_row (AccordSheet *self, guint index);
void accord_sheet_draw_figures (AccordSheet *self, const AccordReportBlock *block);
void accord_sheet_draw_chart (AccordSheet *self, const AccordReportBlock *block);

void accord_report_draw (AccordReport *self, cairo_t *pdf, double width, double height,
                         GPtrArray *alternatives);

gboolean accord_pdf_describe (const char *path, const char *language, GPtrArray *alternatives,
                              GError **error);

G_END_DECLS
