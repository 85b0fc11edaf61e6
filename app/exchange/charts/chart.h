/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/canvas.h"

G_BEGIN_DECLS

/**
 * AccordChart:
 *
 * A picture of numbers that does not change: what it shows, in one or two sentences, as a drawing and as a
 * table. The same chart is drawn on the screen, into files and on paper.
 */
typedef struct _AccordChart AccordChart;

/**
 * AccordChartMark:
 * @x: left of the part
 * @y: its top
 * @width: in pixels
 * @height: in pixels
 * @point_x: where the value itself is
 * @point_y: likewise
 * @spot: whether the value is a point, which is what to show when someone comes to it; else the whole part
 * @row: which series or row it belongs to
 * @column: which of them, such as the year
 * @kind: (nullable): the kind of the record that it opens; not copied
 * @id: that record
 *
 * A part of a chart that has a value of its own. Marks are in order of row, then of column.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double point_x;
  double point_y;
  gboolean spot;
  guint row;
  guint column;
  const char *kind;
  gint64 id;
} AccordChartMark;

/**
 * AccordChartMove:
 *
 * Where the keyboard goes from a mark.
 */
typedef enum
{
  ACCORD_CHART_LEFT,
  ACCORD_CHART_RIGHT,
  ACCORD_CHART_UP,
  ACCORD_CHART_DOWN,
  ACCORD_CHART_FIRST,
  ACCORD_CHART_LAST,
} AccordChartMove;

/**
 * AccordChartPlan:
 * @width: as asked for
 * @height: that it takes at this width, in pixels
 * @marks: (element-type AccordChartMark): its parts
 * @layout: where everything goes; the chart's own
 *
 * A chart laid out for a width and a size of text.
 */
typedef struct
{
  double width;
  double height;
  GArray *marks;
  gpointer layout;
  GDestroyNotify free_layout;
} AccordChartPlan;

AccordChart *accord_chart_ref (AccordChart *self);
void accord_chart_unref (AccordChart *self);
const char *accord_chart_get_summary (const AccordChart *self);
const char *accord_chart_get_empty (const AccordChart *self);
const char *const *accord_chart_get_headings (const AccordChart *self, guint *n_headings, guint *numbers);
GPtrArray *accord_chart_dup_rows (const AccordChart *self);
char *accord_chart_dup_mark (const AccordChart *self, const AccordChartMark *mark);

AccordChartPlan *accord_chart_plan (const AccordChart *self, const AccordCanvas *canvas, double width);
void accord_chart_draw (const AccordChart *self, const AccordChartPlan *plan, const AccordCanvas *canvas);
void accord_chart_plan_free (AccordChartPlan *self);
guint accord_chart_plan_move (const AccordChartPlan *self, guint from, AccordChartMove move);
guint accord_chart_plan_find (const AccordChartPlan *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChart, accord_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChartPlan, accord_chart_plan_free)

G_END_DECLS
