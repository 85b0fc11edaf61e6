/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-tables.h"

G_BEGIN_DECLS

void accord_appraisal_build (const AccordAppraisalGather *gather, AccordAppraisalTables *tables,
                             AccordAppraisalFile *file);

G_END_DECLS
