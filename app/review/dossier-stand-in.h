/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-names.h"
#include "writer.h"

G_BEGIN_DECLS

/* Finds the record that a dossier refers to, or adds one under its name and facts. @id: 0 where a record of
 * this kind cannot stand in for itself. */
gboolean accord_dossier_stand_in (AccordWriter *writer, const AccordDossier *dossier,
                                  AccordDossierNames *names, const AccordKind *kind,
                                  const AccordDossierOther *other, gint64 *id, GError **error);

G_END_DECLS
