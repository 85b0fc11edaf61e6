/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "site-refresh.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REFRESH_DIALOG (accord_refresh_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordRefreshDialog, accord_refresh_dialog, ACCORD, REFRESH_DIALOG, AdwWindow)

GtkWidget *accord_refresh_dialog_new (AccordWorkspace *workspace, gint64 organisation);
char *accord_refresh_dup_words (const AccordRefreshResult *result);

G_END_DECLS
