/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

/* Who gains, in one line: "Bury Council 40%; NHS Bury CCG 60%". */

char *accord_gain_text_format (AccordAppraisalWork *work, GPtrArray *gains);
gboolean accord_gain_text_parse (AccordAppraisalWork *work, const char *text, GPtrArray **gains, char **why);
gint64 accord_gain_text_find (AccordAppraisalWork *work, const char *name, char **why);
gboolean accord_gains_add_up (GPtrArray *gains, AccordDecimal *sum);

G_END_DECLS
