/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-gather.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalTables:
 *
 * What the editions hold that appraisals stand on. Each is read once, however many appraisals name it.
 */
typedef struct _AccordAppraisalTables AccordAppraisalTables;

AccordAppraisalTables *accord_appraisal_tables_new (const AccordAppraisalGather *gather);
void accord_appraisal_tables_free (AccordAppraisalTables *self);
void accord_appraisal_tables_use (AccordAppraisalTables *self, AccordAppraisalFile *file);
guint accord_appraisal_tables_use_schedule (AccordAppraisalTables *self, AccordAppraisalFile *file,
                                            AccordRecord *record, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalTables, accord_appraisal_tables_free)

G_END_DECLS
