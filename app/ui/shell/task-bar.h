/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "shell/task.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TASK_BAR (accord_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordTaskBar, accord_task_bar, ACCORD, TASK_BAR, GtkWidget)

GtkWidget *accord_task_bar_new (void);
void accord_task_bar_add (AccordTaskBar *self, AccordTask *task);
gboolean accord_task_bar_get_busy (AccordTaskBar *self);
void accord_task_bar_cancel_all (AccordTaskBar *self);

G_END_DECLS
