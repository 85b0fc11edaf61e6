/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alliance.h"
#include "form/form-figures.h"

G_BEGIN_DECLS

char *accord_organisation_dup_size (AccordRecord *organisation);
char *accord_organisation_dup_count (AccordRecord *organisation, const char *field);
char *accord_organisation_dup_since (AccordRecord *record);
char *accord_organisation_dup_quote (AccordRecord *organisation);
GPtrArray *accord_organisation_dup_figures (AccordAllianceFacts *facts, AccordRecord *organisation,
                                            const char *today);

G_END_DECLS
