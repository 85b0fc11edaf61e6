/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-merge.h"
#include "dossier-private.h"

G_BEGIN_DECLS

AccordMergeVerdict accord_dossier_merge_judge (const AccordDossierField *ours,
                                               const AccordDossierField *theirs);
GPtrArray *accord_dossier_merge_list_names (const AccordDossierRecord *ours,
                                            const AccordDossierRecord *theirs);
/* (element-type utf8): uids that a side's edits need, of which the other side does not know. */
GHashTable *accord_dossier_merge_list_needed (const AccordDossier *side, const AccordDossier *other);

G_END_DECLS
