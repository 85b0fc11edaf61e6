/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "schema.h"

G_BEGIN_DECLS

/* Whether every record of a dossier hangs on its case, so that writing it reaches no other, and every value
 * is one that its field can have; fails with %ACCORD_PACK_ERROR_FORMAT and the place. */
gboolean accord_dossier_check (const AccordDossier *dossier, AccordSchema *schema, GError **error);
/* Says that a value is none that its field can have. Returns: %FALSE */
gboolean accord_dossier_fail_type (const AccordDossierRecord *record, const AccordField *field,
                                   GError **error);
/* The value of a field as references, by the kind's table; never %NULL. */
GPtrArray *accord_dossier_record_get_uids (const AccordDossierRecord *record, const AccordField *field);
/* A record without a single value: one that was never taken. */
gboolean accord_dossier_record_is_empty (const AccordDossierRecord *record);
/* Lives and has values. */
gboolean accord_dossier_record_is_there (const AccordDossierRecord *record);
/* The reference in a field of one; %NULL where there is none. Free with g_free(). */
char *accord_dossier_record_dup_reference (const AccordDossierRecord *record, const char *field);
/* A field's text; %NULL where there is none. Free with g_free(). */
char *accord_dossier_record_dup_text (const AccordDossierRecord *record, const char *field);

G_END_DECLS
