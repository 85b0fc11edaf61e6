/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare-private.h"

G_BEGIN_DECLS

/**
 * AccordCompareAppraisal:
 *
 * What the appraisal of a dossier is made of, as records that are in no workspace.
 */
typedef struct _AccordCompareAppraisal AccordCompareAppraisal;

AccordCompareAppraisal *accord_compare_appraisal_new (const AccordComparing *comparing,
                                                      const AccordDossier *side, GError **error);
void accord_compare_appraisal_free (AccordCompareAppraisal *self);
AccordRecord *accord_compare_appraisal_make_record (AccordCompareAppraisal *self,
                                                    const AccordDossierRecord *from, const char *field,
                                                    const AccordDossierRecord *as, GError **error);
AccordAppraisalFile *accord_compare_appraisal_build (AccordCompareAppraisal *self, GError **error);
AccordAppraisalFile *accord_compare_appraisal_build_without (AccordCompareAppraisal *self, const char *kind,
                                                             const char *uid, AccordRecord *instead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCompareAppraisal, accord_compare_appraisal_free)

G_END_DECLS
