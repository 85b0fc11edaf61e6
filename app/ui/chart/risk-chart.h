/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/drawing.h"

G_BEGIN_DECLS

/**
 * AccordRiskMark:
 * @id: the risk
 * @name: what may happen
 * @words: its scores in words, and who answers for it
 * @label: all of it for a screen reader
 * @gross: score from 1 to 25, or 0 where it is not known, as the others
 * @net: the score now
 * @target: the score that would do
 * @previous: the score before
 * @urgent: whether the score is above the target
 *
 * A row of a drawing of risks.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *words;
  char *label;
  int gross;
  int net;
  int target;
  int previous;
  gboolean urgent;
} AccordRiskMark;

void accord_risk_mark_free (AccordRiskMark *self);

#define ACCORD_TYPE_RISK_CHART (accord_risk_chart_get_type ())
G_DECLARE_FINAL_TYPE (AccordRiskChart, accord_risk_chart, ACCORD, RISK_CHART, AccordDrawing)

GtkWidget *accord_risk_chart_new (void);
void accord_risk_chart_show (AccordRiskChart *self, GPtrArray *risks, const char *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRiskMark, accord_risk_mark_free)

G_END_DECLS
