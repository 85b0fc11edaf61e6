/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trace.h"

G_BEGIN_DECLS

/* What the engine found, in the user's language. */

const char *accord_figure_get_label (AccordFigure figure);
const char *accord_cba_field_get_label (AccordCbaField field);
const char *accord_undefined_get_words (AccordDefined defined);
const char *accord_money_band_get_label (AccordMoneyBand band);
char *accord_cba_year_dup_label (const AccordCba *cba, guint year);
char *accord_cba_value_dup_display (const AccordCba *cba, AccordCbaValue value, AccordTraceUnit unit);
char *accord_cba_fault_dup_words (const AccordCba *cba, const AccordCbaFault *fault);
const char *accord_cba_class_get_label (AccordOutcomeClass outcome_class);
const char *accord_cba_kind_get_label (AccordCostKind kind);
char *accord_trace_dup_label (const AccordTrace *self, const AccordCba *cba);
char *accord_trace_dup_value (const AccordTrace *self, const AccordCba *cba);
char *accord_trace_dup_sentence (AccordTrace *self, const AccordCba *cba);

G_END_DECLS
