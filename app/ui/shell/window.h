/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shell/task.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WINDOW (accord_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordWindow, accord_window, ACCORD, WINDOW, AdwApplicationWindow)

AccordWindow *accord_window_new (GtkApplication *application);

AccordWorkspace *accord_window_get_workspace (AccordWindow *self);
gboolean accord_window_is_free (AccordWindow *self);

void accord_window_show_welcome (AccordWindow *self);
void accord_window_show_opening (AccordWindow *self, const char *path);
void accord_window_show_workspace (AccordWindow *self, AccordWorkspace *workspace);
void accord_window_show_error (AccordWindow *self, const char *path, const GError *error);

void accord_window_open_pack (AccordWindow *self, AccordSchema *schema, GFile *file);
void accord_window_go (AccordWindow *self, const char *place, gint64 record);
void accord_window_say (AccordWindow *self, const char *words);
void accord_window_say_error (AccordWindow *self, const GError *error);
void accord_window_add_task (AccordWindow *self, AccordTask *task);

G_END_DECLS
