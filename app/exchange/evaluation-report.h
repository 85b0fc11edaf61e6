/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation.h"
#include "report.h"

G_BEGIN_DECLS

AccordReport *accord_evaluation_report_new (const AccordEvaluation *evaluation);

G_END_DECLS
