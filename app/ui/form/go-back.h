/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/history-text.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_GO_BACK (accord_go_back_get_type ())
G_DECLARE_FINAL_TYPE (AccordGoBack, accord_go_back, ACCORD, GO_BACK, GtkWidget)

GtkWidget *accord_go_back_new (AccordWorkspace *workspace, const AccordHistoryLine *line);

G_END_DECLS
