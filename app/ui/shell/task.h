/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_TASK (accord_task_get_type ())
G_DECLARE_FINAL_TYPE (AccordTask, accord_task, ACCORD, TASK, GObject)

AccordTask *accord_task_new (const char *title);

const char *accord_task_get_title (AccordTask *self);
GCancellable *accord_task_get_cancellable (AccordTask *self);
double accord_task_get_fraction (AccordTask *self);
gboolean accord_task_get_finished (AccordTask *self);

void accord_task_report (gint64 done, gint64 total, gpointer task);
void accord_task_cancel (AccordTask *self);
void accord_task_finish (AccordTask *self);

G_END_DECLS
