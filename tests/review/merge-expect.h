/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-merge.h"
#include "merge-book.h"

G_BEGIN_DECLS

/* What a merge is held against: the book of who edited what, its own mirror image, and itself once more. */

Book *merge_expect (const AccordDossierMerge *merge, const Book *ours, const Book *theirs);
void merge_check_mirrored (const AccordDossierMerge *merge, const AccordDossier *outcome);
void merge_check_settled (const AccordDossier *outcome, const AccordDossier *theirs);

G_END_DECLS
