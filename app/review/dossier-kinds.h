/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schema.h"

G_BEGIN_DECLS

/* Which records are part of a case, and which of their fields travel with it. */

/**
 * AccordDossierKind:
 * @name: the kind's name
 * @parent: the field by which its records hang on another; %NULL for the case itself
 * @parent_kind: the kind of that other
 *
 * A kind whose records are part of a case.
 */
typedef struct
{
  const char *name;
  const char *parent;
  const char *parent_kind;
} AccordDossierKind;

/* In an order in which a record comes after what it hangs on; ends with a %NULL name. */
extern const AccordDossierKind accord_dossier_kinds[];

const AccordDossierKind *accord_dossier_kind_find (const char *name);
gboolean accord_dossier_field_travels (const AccordKind *kind, guint field);
/* The fields by which a record of another kind is recognised, or stands in for itself where it is not known;
 * %NULL for a kind that is called by its name only. */
const char *const *accord_dossier_kind_get_facts (const char *name);
/* Whether a record of this kind is added, under its name and facts, where nobody knows it. */
gboolean accord_dossier_kind_stands_in (const char *name);

G_END_DECLS
