/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "case-file.h"

G_BEGIN_DECLS

GPtrArray *accord_case_figures (AccordRecord *record, const AccordCaseFile *file,
                                const AccordAppraisalFile *appraisal, const char *today);

G_END_DECLS
