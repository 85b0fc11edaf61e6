/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/form-figures.h"
#include "result.h"
#include "trace.h"

G_BEGIN_DECLS

/**
 * ACCORD_KEY_FIGURES:
 *
 * How many figures stand for an appraisal.
 */
#define ACCORD_KEY_FIGURES 4

AccordFigure accord_key_figure_get_figure (guint index);
AccordFormFigure *accord_key_figure_new (guint index, const AccordCba *cba, const AccordCbaResult *result);
gboolean accord_result_is_empty (const AccordCba *cba, const AccordCbaResult *result);
char *accord_figure_words_dup_year (const AccordCba *cba, AccordCbaValue year);
char *accord_figure_words_dup_ratio (AccordCbaValue value);
char *accord_figure_words_dup_short (const AccordCba *cba, AccordCbaValue value);
char *accord_figure_words_dup_pounds (double pence);

G_END_DECLS
