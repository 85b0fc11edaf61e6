/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

GtkWidget *accord_drawing_menu_new (AccordDrawing *drawing);

G_END_DECLS
