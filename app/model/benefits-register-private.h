/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "benefits-register.h"

G_BEGIN_DECLS

/* The fields of a benefit that an outcome line tells, in the order in which differences are told. */
extern const char *const accord_benefit_told_fields[];

AccordRecord *accord_benefit_propose (const AccordAppraisalFile *file, const AccordCbaResult *result,
                                      guint line, gint64 programme);
void accord_benefits_register_add_up (AccordBenefitsRegister *self);

G_END_DECLS
