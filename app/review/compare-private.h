/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "compare.h"

G_BEGIN_DECLS

/* Two dossiers on the way to an #AccordComparison. */
typedef struct
{
  AccordSchema *schema;
  const AccordDossier *before;
  const AccordDossier *after;
  AccordComparison *outcome;
} AccordComparing;

AccordCompareRow *accord_compare_add_row (GPtrArray *rows, const char *kind, const char *uid, char sort);
const AccordDossierRecord *accord_compare_find (const AccordDossier *side, const char *uid);

char *accord_compare_dup_title (const AccordComparing *self, const AccordDossier *side, const char *uid);
char *accord_compare_dup_value (const AccordComparing *self, const AccordDossier *side,
                                const AccordField *field, const char *value);
char *accord_compare_dup_delta (const AccordField *field, const char *before, const char *after);
char *accord_compare_dup_total (const AccordComparing *self, const AccordDossierRecord *record);
char *accord_compare_dup_money (gint64 pence);
char *accord_compare_dup_signed (const char *plain);

/* What the appraisals of both sides come to, and what each difference does to it. */
void accord_compare_add_effects (AccordComparing *self);
void accord_compare_add_figures (AccordComparing *self);

G_END_DECLS
