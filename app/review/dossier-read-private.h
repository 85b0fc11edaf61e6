/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-names.h"

G_BEGIN_DECLS

/* The newest version of a case that kept its dossier; 0 without @error where there is none. */
gint64 accord_dossier_find_version (AccordReader *reader, gint64 business_case, GError **error);
/* Its dossier, %NULL where there is none, and what its records are called here. */
gboolean accord_dossier_read_newest (AccordReader *reader, gint64 business_case, AccordDossier **newest,
                                     AccordDossierNames **names, GError **error);

G_END_DECLS
