/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

void accord_evaluation_paper_print (GtkWidget *from, AccordWorkspace *workspace, gint64 programme);
void accord_evaluation_paper_save (GtkWidget *from, AccordWorkspace *workspace, gint64 programme,
                                   GtkWidget *note);

G_END_DECLS
