/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "uncertainty.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ASSUMPTION_ROW (accord_assumption_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordAssumptionRow, accord_assumption_row, ACCORD, ASSUMPTION_ROW, GtkWidget)

GtkWidget *accord_assumption_row_new (const AccordCba *cba, guint option);
gboolean accord_assumption_row_set_change (AccordAssumptionRow *self, const AccordScenarioChange *change);
gboolean accord_assumption_row_get_change (AccordAssumptionRow *self, AccordScenarioChange *change,
                                           gboolean *wrong);

G_END_DECLS
