/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "shell/window.h"

G_BEGIN_DECLS

struct _AccordApplication
{
  AdwApplication parent_instance;

  AccordSchema *schema;
  /* Canonical path → AccordWorkspace, held weakly: a workspace lives as long as a window shows it. */
  GHashTable *open;
  guint signals[2];
};

/* application-open.c: workspaces on their way into windows, and those that are there */
void accord_application_open_workspace (AccordApplication *self, const char *path, AccordOpenFlags flags,
                                        gboolean sample, const char *then, const char *const *packs);
void accord_application_forget_workspaces (AccordApplication *self);

/* application-actions.c: what the program itself is asked to do */
void accord_application_install_actions (AccordApplication *self);

/* application-packs.c: the window in front, and review packs in it */
GtkWindow *accord_application_get_front_window (AccordApplication *self);
void accord_application_install_packs (AccordApplication *self);
void accord_application_show_pack (AccordApplication *self, AccordWindow *window, const char *path);
void accord_application_open_pack (AccordApplication *self, const char *path);

G_END_DECLS
