/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart.h"

G_BEGIN_DECLS

/*
 * AccordChartKind: what a kind of chart does.
 *
 * @plan decides where everything goes: it sets the plan's height and layout and adds its marks. @draw draws
 * it so.
 * @dup_mark says what a mark is, in words. @dup_rows makes the cells of its table, each row a GStrv.
 */
typedef struct
{
  void (*plan) (const AccordChart *self, const AccordCanvas *canvas, AccordChartPlan *plan);
  void (*draw) (const AccordChart *self, const AccordChartPlan *plan, const AccordCanvas *canvas);
  char *(*dup_mark) (const AccordChart *self, const AccordChartMark *mark);
  GPtrArray *(*dup_rows) (const AccordChart *self);
  GDestroyNotify free_data;
} AccordChartKind;

struct _AccordChart
{
  gint references;
  const AccordChartKind *kind;
  gpointer data;
  char *summary;
  const char *empty;
  GPtrArray *headings;
  guint numbers;
};

AccordChart *accord_chart_new (const AccordChartKind *kind, gpointer data);
void accord_chart_add_heading (AccordChart *self, const char *heading, gboolean number);
void accord_chart_plan_add (AccordChartPlan *self, const AccordChartMark *mark);
void accord_chart_add_row (GPtrArray *rows, const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
