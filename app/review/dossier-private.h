/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"

G_BEGIN_DECLS

/* How many writings of one value may stand beside each other; what is more counts as followed. */
#define ACCORD_DOSSIER_MOST_ALSO 15

/* The longest name of a kind or a field, and the most values that a dossier may have. */
#define ACCORD_DOSSIER_LONGEST_NAME 64
#define ACCORD_DOSSIER_MOST_VALUES 2000000

GPtrArray *accord_dossier_list_keys (GHashTable *table);

char *accord_dossier_canonical (const char *json);
char *accord_dossier_spell (JsonNode *node);
JsonObject *accord_dossier_copy_object (JsonObject *object);
JsonObject *accord_dossier_join_objects (JsonObject *a, JsonObject *b);

int accord_dossier_compare_revisions (const char *a, const char *b);
gboolean accord_dossier_is_revision (const char *text);
void accord_dossier_order_revisions (GPtrArray *revisions);

AccordDossierField *accord_dossier_field_born (const char *kind, const char *uid, const char *name,
                                               const char *value);
AccordDossierField *accord_dossier_field_copy (const AccordDossierField *self);
void accord_dossier_field_free (AccordDossierField *self);
gboolean accord_dossier_field_is_born (const AccordDossierField *self, const char *kind, const char *uid,
                                       const char *name);
gboolean accord_dossier_field_covers (const AccordDossierField *self, const AccordDossierField *other);
AccordDossierField *accord_dossier_field_join (const AccordDossierField *self,
                                               const AccordDossierField *other);
AccordDossierField *accord_dossier_field_after (const AccordDossierField *a, const AccordDossierField *b,
                                                const char *value);

AccordDossierRecord *accord_dossier_record_new (const char *kind, const char *uid);
AccordDossierRecord *accord_dossier_record_copy (const AccordDossierRecord *self);
void accord_dossier_record_free (AccordDossierRecord *self);
AccordDossierField *accord_dossier_record_dup_field (const AccordDossierRecord *self, const char *name);
void accord_dossier_record_set_field (AccordDossierRecord *self, const char *name, AccordDossierField *field);

AccordDossierOther *accord_dossier_other_copy (const AccordDossierOther *self);
void accord_dossier_other_free (AccordDossierOther *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossierField, accord_dossier_field_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossierRecord, accord_dossier_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDossierOther, accord_dossier_other_free)

G_END_DECLS
