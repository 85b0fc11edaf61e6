/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-export.h"
#include "report.h"

G_BEGIN_DECLS

AccordReport *accord_board_paper_new (AccordAppraisalExport *appraisal);

G_END_DECLS
