/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "appraisal/trace-item.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EXPLAIN_WINDOW (accord_explain_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordExplainWindow, accord_explain_window, ACCORD, EXPLAIN_WINDOW, AdwWindow)

GtkWidget *accord_explain_window_new (AccordTraceItem *item);

G_END_DECLS
