/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

GtkWidget *accord_page_place_new (const char *place, AccordWorkspace *workspace);

G_END_DECLS
