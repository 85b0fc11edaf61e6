/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"
#include "partnership/answer-picture.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ANSWER_DRAWING (accord_answer_drawing_get_type ())
G_DECLARE_FINAL_TYPE (AccordAnswerDrawing, accord_answer_drawing, ACCORD, ANSWER_DRAWING, AccordDrawing)

GtkWidget *accord_answer_drawing_new (void);
void accord_answer_drawing_show (AccordAnswerDrawing *self, AccordAnswerPicture *picture);

G_END_DECLS
