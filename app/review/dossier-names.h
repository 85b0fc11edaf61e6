/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordDossierNames:
 *
 * What the records of a dossier, and those that it refers to, are in a workspace. A record that came from
 * elsewhere and was recognised here goes on being called by the identifier it came with, so that nobody takes
 * it for an edit; which those are a version remembers as the member "aliases" of its dossier.
 */
typedef struct _AccordDossierNames AccordDossierNames;

AccordDossierNames *accord_dossier_names_new (AccordReader *reader, JsonObject *aliases);
void accord_dossier_names_free (AccordDossierNames *self);
/* The living record that a uid means; 0 where there is none. */
gint64 accord_dossier_names_find (AccordDossierNames *self, const AccordKind *kind, const char *uid);
/* The same, by code or name as well. */
gint64 accord_dossier_names_recognise (AccordDossierNames *self, const AccordKind *kind,
                                       const AccordDossierOther *other);
/* A record of the workspace has come to be what @uid means. */
void accord_dossier_names_set (AccordDossierNames *self, const AccordKind *kind, const char *uid, gint64 id);
/* What a record is called in the dossier. */
const char *accord_dossier_names_get_uid (AccordDossierNames *self, const AccordKind *kind, gint64 id);
/* The aliases of all that @dossier refers to; %NULL where there are none. */
JsonObject *accord_dossier_names_dup_aliases (AccordDossierNames *self, const AccordDossier *dossier);

/* Takes the member "aliases" off a dossier: it is for the workspace alone that wrote it. */
JsonObject *accord_dossier_take_aliases (AccordDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossierNames, accord_dossier_names_free)

G_END_DECLS
