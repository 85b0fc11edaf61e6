/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

GtkWidget *accord_first_steps_new (AccordWorkspace *workspace);

G_END_DECLS
