/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "reader.h"

G_BEGIN_DECLS

/* The case as it stands in the workspace, with the descent that its latest version gives it. */
AccordDossier *accord_dossier_read (AccordReader *reader, gint64 business_case, GError **error);
/* The dossier that a version kept. */
AccordDossier *accord_dossier_read_version (AccordReader *reader, gint64 version, GError **error);

G_END_DECLS
