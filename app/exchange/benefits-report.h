/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "benefits-register.h"
#include "report.h"

G_BEGIN_DECLS

AccordReport *accord_benefits_report_new (const AccordBenefitsRegister *benefits);
gboolean accord_benefits_write_csv (const AccordBenefitsRegister *benefits, GOutputStream *stream,
                                    GError **error);

G_END_DECLS
