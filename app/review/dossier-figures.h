/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "dossier-names.h"

G_BEGIN_DECLS

/* What the appraisal of a case comes to, as the `figures` of a dossier:
 *
 *   { "options": [ { "option": UID, "name": TEXT, "preferred": BOOLEAN, "comparator": BOOLEAN,
 *                    "npsv": PENCE, "pvb": PENCE, "pvc": PENCE,
 *                    "bcr": "2.35" or null, "bcr-words": TEXT,
 *                    "payback": YEAR COUNTED FROM 0 or null, "payback-words": TEXT,
 *                    "organisations": [ { "organisation": UID or null, "name": TEXT, "net": PENCE } ] } ],
 *     "problems": [ TEXT ] }
 *
 * "problems" says in sentences why there are no figures, where there are none. %NULL without @error for a
 * case that has no appraisal. */
JsonObject *accord_dossier_figures_read (AccordReader *reader, gint64 business_case,
                                         AccordDossierNames *names, GError **error);

JsonObject *accord_dossier_figures_make (const AccordAppraisalFile *file, const AccordKind *organisations,
                                         AccordDossierNames *names);

G_END_DECLS
