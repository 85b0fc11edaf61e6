/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/**
 * AccordDrawingForm:
 * @ACCORD_DRAWING_PNG: as a PNG picture
 * @ACCORD_DRAWING_SVG: as an SVG picture
 * @ACCORD_DRAWING_BOTH: as both, for the other program to choose
 *
 * As what a drawing goes elsewhere.
 */
typedef enum
{
  ACCORD_DRAWING_PNG,
  ACCORD_DRAWING_SVG,
  ACCORD_DRAWING_BOTH,
} AccordDrawingForm;

GdkContentProvider *accord_drawing_to_content (AccordDrawing *drawing, const char *title,
                                               AccordDrawingForm form, GError **error);
gboolean accord_drawing_write (AccordDrawing *drawing, const char *title, GFile *file, GError **error);
char *accord_drawing_dup_title (AccordDrawing *drawing);
void accord_drawing_copy (AccordDrawing *drawing, AccordDrawingForm form);
void accord_drawing_save (AccordDrawing *drawing);
void accord_drawing_print (AccordDrawing *drawing);

G_END_DECLS
