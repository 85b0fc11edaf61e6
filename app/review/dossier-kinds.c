/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-kinds.h"

#include <string.h>

const AccordDossierKind accord_dossier_kinds[] = {
  { "case", NULL, NULL },
  { "option", "case", "case" },
  { "appraisal", "case", "case" },
  { "cost", "option", "option" },
  { "outcome", "option", "option" },
  { "gain", "outcome", "outcome" },
  { "scenario", "appraisal", "appraisal" },
  { "document", "case", "case" },
  { "review", "case", "case" },
  { "endorsement", "cases", "case" },
  { "caveat", "cases", "case" },
  { "answer", "case", "case" },
  { "comment", "case", "case" },
  { NULL, NULL, NULL },
};

typedef struct
{
  const char *name;
  const char *facts[16];
} Facts;

/* An edition and a unit cost go whole, so that figures come to the same elsewhere. */
static const Facts facts[] = {
  { "organisation", { "short-name", "type", "alliance-type", "role", "ods-code", "gss-code", NULL } },
  { "body", { "organisation", NULL } },
  { "programme", { "organisation", NULL } },
  { "fund", { "type", NULL } },
  { "edition",
    { "sort", "edition", "code", "published", "publisher", "address", "licence", "content", "shipped", "note",
      NULL } },
  { "unit-cost",
    { "code", "category", "detail", "unit", "amount", "price-year", "agency", "agency-detail", "edition",
      "note", NULL } },
  { "source", { "type", "address", "file-name", "published", "published-words", NULL } },
  { "meeting", { "body", "date", "time", "type", "status", NULL } },
  { "item", { "number", "position", "meeting", NULL } },
  { "resolution", { "number", "type", "meeting", "item", NULL } },
};

/**
 * accord_dossier_kind_find:
 * @name: a kind's name
 *
 * Returns: (nullable): how its records are part of a case; %NULL where they are none
 */
const AccordDossierKind *
accord_dossier_kind_find (const char *name)
{
  for (guint i = 0; accord_dossier_kinds[i].name != NULL; i++)
    if (strcmp (accord_dossier_kinds[i].name, name) == 0)
      return &accord_dossier_kinds[i];
  return NULL;
}

/**
 * accord_dossier_field_travels:
 * @kind: a kind of accord_dossier_kinds
 * @field: index of a field
 *
 * Whose signature a workspace saw is its own knowledge, which nobody else can tell it.
 *
 * Returns: whether the field is part of a dossier
 */
gboolean
accord_dossier_field_travels (const AccordKind *kind, guint field)
{
  const char *name = kind->fields[field].name;

  return strcmp (kind->name, "review") != 0
         || (strcmp (name, "signed-by") != 0 && strcmp (name, "signing-key") != 0);
}

/**
 * accord_dossier_kind_get_facts:
 * @name: the name of a kind that is not part of a case
 *
 * Returns: (transfer none) (nullable): the fields by which its records are recognised, ended by %NULL;
 *   %NULL for a kind that is called by its name only
 */
const char *const *
accord_dossier_kind_get_facts (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].name, name) == 0)
      return facts[i].facts;
  return NULL;
}

/**
 * accord_dossier_kind_stands_in:
 * @name: the name of a kind that is not part of a case
 *
 * Returns: whether a record of it is added, under its name and facts, where nobody knows it
 */
gboolean
accord_dossier_kind_stands_in (const char *name)
{
  return accord_dossier_kind_get_facts (name) != NULL;
}
