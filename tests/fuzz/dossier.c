/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "compare.h"
#include "dossier-merge.h"
#include "kinds.h"
#include "pack-error.h"

#include <string.h>

/* Whatever the bytes are, they are refused in words or come out again as they were read. */
static AccordDossier *
read_one (const char *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) dossier = accord_dossier_parse (data, (gssize) size, &error);
  g_autoptr (AccordDossier) again = NULL;
  g_autofree char *json = NULL, *same = NULL;

  if (dossier == NULL)
    {
      g_assert_true (error->domain == ACCORD_PACK_ERROR && g_utf8_validate (error->message, -1, NULL));
      return NULL;
    }
  json = accord_dossier_dup_json (dossier);
  again = accord_dossier_parse (json, -1, NULL);
  g_assert_nonnull (again);
  same = accord_dossier_dup_json (again);
  g_assert_cmpstr (json, ==, same);
  return g_steal_pointer (&dossier);
}

/* Whatever two dossiers claim of their descent, what was decided is not asked again. */
static void
merge_two (const AccordDossier *ours, const AccordDossier *theirs)
{
  g_autoptr (AccordDossierMerge) merge = accord_dossier_merge_new (ours, theirs), again = NULL;
  g_autoptr (AccordDossier) outcome = NULL;

  for (guint i = 0; i < merge->fields->len; i++)
    {
      AccordMergeField *entry = merge->fields->pdata[i];

      entry->choice = i % 3 == 0 ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_TAKE_THEIRS;
    }
  outcome = accord_dossier_merge_resolve (merge, NULL);
  if (outcome == NULL)
    return;
  again = accord_dossier_merge_new (outcome, theirs);
  g_assert_cmpuint (again->fields->len, ==, 0);
}

/* A version that came from elsewhere may be shown beside one's own. */
static void
compare_two (const AccordDossier *ours, const AccordDossier *theirs)
{
  static AccordSchema *schema;
  g_autoptr (AccordComparison) comparison = NULL;

  if (schema == NULL)
    schema = accord_model_schema_new ();
  comparison = accord_compare_dossiers (schema, ours, theirs);
  for (guint i = 0; i < comparison->rows->len; i++)
    g_assert_nonnull (((AccordCompareRow *) comparison->rows->pdata[i])->title);
}

/* Two dossiers, with a nul between them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data, *end = size > 0 ? memchr (text, '\0', size) : NULL;
  g_autoptr (AccordDossier) ours = read_one (text, end != NULL ? (size_t) (end - text) : size);
  g_autoptr (AccordDossier) theirs =
      end != NULL ? read_one (end + 1, size - (size_t) (end + 1 - text)) : NULL;

  if (ours != NULL && theirs != NULL)
    {
      merge_two (ours, theirs);
      compare_two (ours, theirs);
    }
  return 0;
}
