/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/flow-layout.h"
#include "fund/flow-lines.h"
#include "fund/flow-view.h"

G_BEGIN_DECLS

/* How far the names of ends stand in, at the usual size of text. */
#define ACCORD_FLOW_INDENT 14.0

/* Where the money of a fund went: a flow whose right-hand ends are the rows of a table. */
struct _AccordFlowView
{
  AccordDrawing parent_instance;

  GPtrArray *lines;
  AccordFlowUnit unit;
  char *whole;
  char *whole_note;
  char *sentence;
  gint64 fund;
  gint64 beyond;
  AccordFlowLayout *layout;
  double head;
  double figure;
};

char *accord_flow_view_dup_heading (AccordFlowView *self, const char *words);
void accord_flow_view_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height);

G_END_DECLS
