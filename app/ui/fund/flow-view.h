/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "fund-flow.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FLOW_VIEW (accord_flow_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordFlowView, accord_flow_view, ACCORD, FLOW_VIEW, AccordDrawing)

GtkWidget *accord_flow_view_new (void);
void accord_flow_view_show (AccordFlowView *self, const AccordFundFlow *flow, GPtrArray *lines,
                            const char *name, gint64 fund);

G_END_DECLS
