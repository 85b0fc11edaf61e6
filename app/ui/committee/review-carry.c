/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-carry.h"

/* The same thing in two readings of one page: of the same kind, at the same place. Things without a place, or
 * several at one, are told apart by their order. */
static char *
dup_key (const AccordPlanRow *row, GHashTable *seen)
{
  g_autofree char *key =
      g_strdup_printf ("%s %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, accord_record_get_kind (row->record)->name,
                       row->span.start, row->span.end);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
  char *numbered = g_strdup_printf ("%s %u", key, n);

  g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
  return numbered;
}

static GHashTable *
index_rows (AccordCommitteePlan *plan)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->rows->len; i++)
    g_hash_table_insert (rows, dup_key (plan->rows->pdata[i], seen), GUINT_TO_POINTER (i + 1));
  return rows;
}

static void
carry_fields (AccordReviewModel *from, guint row, AccordReviewModel *to, guint other)
{
  AccordRecord *old = ((AccordPlanRow *) accord_review_model_get_plan (from)->rows->pdata[row])->record;
  AccordRecord *new = ((AccordPlanRow *) accord_review_model_get_plan (to)->rows->pdata[other])->record;
  const AccordKind *kind = accord_record_get_kind (old);
  guint64 edited = accord_review_model_get_edited (from, row);

  for (guint i = 0; i < kind->n_fields; i++)
    if (edited & G_GUINT64_CONSTANT (1) << i)
      {
        g_auto (GValue) value = G_VALUE_INIT;

        g_object_get_property (G_OBJECT (old), kind->fields[i].name, &value);
        g_object_set_property (G_OBJECT (new), kind->fields[i].name, &value);
        accord_review_model_note_edit (to, accord_review_model_get_entry (to, other), (int) i);
      }
}

/* The reader finds the same links in the same words, unless the workspace has changed. */
static void
carry_links (const AccordPlanRow *old, AccordPlanRow *new)
{
  if (accord_review_count_links (old) != accord_review_count_links (new))
    return;
  for (guint i = 0; i < accord_review_count_links (old); i++)
    {
      const AccordPlanLink *before = old->links->pdata[i];
      AccordPlanLink *link = new->links->pdata[i];

      if (g_strcmp0 (before->words, link->words) != 0 || g_strcmp0 (before->kind, link->kind) != 0)
        continue;
      link->id = before->id;
      link->taken = before->taken;
      g_free (link->title);
      link->title = g_strdup (before->title);
    }
}

/**
 * accord_review_carry:
 * @from: what a person went through
 * @to: the same page, read or planned anew
 *
 * Makes the choices that a person made in the one in the other as well.
 */
void
accord_review_carry (AccordReviewModel *from, AccordReviewModel *to)
{
  AccordCommitteePlan *plan = accord_review_model_get_plan (from);
  g_autoptr (GHashTable) rows = index_rows (accord_review_model_get_plan (to));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AccordPlanRow *row = plan->rows->pdata[i];
      g_autofree char *key = dup_key (row, seen);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));

      if (found == 0)
        continue;
      if (accord_review_model_get_turned (from, i))
        accord_review_model_set_taken (to, accord_review_model_get_entry (to, found - 1), row->taken);
      carry_fields (from, i, to, found - 1);
      carry_links (row, accord_review_model_get_plan (to)->rows->pdata[found - 1]);
    }
}
