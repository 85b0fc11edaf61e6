/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "five-case-review.h"

G_BEGIN_DECLS

/* What the records of a case tell of its five cases. The functions append #AccordCaseFact to @facts. */

void accord_fact_add (GPtrArray *facts, const char *section, const char *code, AccordFactState state,
                      char *words);
AccordFactState accord_fact_state_of (guint n_good, guint n_all);
gboolean accord_case_facts_read (AccordReader *reader, const AccordCaseFile *file, GPtrArray *facts,
                                 GError **error);
void accord_case_facts_add_appraisal (GPtrArray *facts, const AccordAppraisalFile *file);
void accord_case_fact_free (AccordCaseFact *self);

G_END_DECLS
