/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "print/printout.h"

G_BEGIN_DECLS

GBytes *accord_drawing_to_png (AccordDrawing *drawing, const char *title, GError **error);
GBytes *accord_drawing_to_svg (AccordDrawing *drawing, const char *title, GError **error);
AccordPrintout *accord_drawing_to_printout (AccordDrawing *drawing, const char *title);

G_END_DECLS
