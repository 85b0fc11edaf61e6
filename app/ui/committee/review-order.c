/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-order.h"

#include "committee/review-entry.h"

#include <glib/gi18n-lib.h>

static const AccordPlanRow *
row_at (AccordCommitteePlan *plan, guint index)
{
  return plan->rows->pdata[index];
}

static void
add_entry (GPtrArray *entries, AccordReviewPart part, guint index, guint depth, const char *words)
{
  g_ptr_array_add (entries, accord_review_entry_new (part, index, depth, words));
}

/* For each row the first that belongs to it and the next of its siblings, in the order of the plan; the last
 * place is for rows that belong to none. */
typedef struct
{
  int first;
  int last;
  int next;
} Kin;

static GArray *
find_kin (AccordCommitteePlan *plan)
{
  guint n = plan->rows->len;
  GArray *kin = g_array_sized_new (FALSE, FALSE, sizeof (Kin), n + 1);
  static const Kin nobody = { -1, -1, -1 };

  for (guint i = 0; i <= n; i++)
    g_array_append_val (kin, nobody);
  for (guint i = 0; i < n; i++)
    {
      int parent = row_at (plan, i)->parent;
      Kin *family = &g_array_index (kin, Kin, parent >= 0 && parent < (int) i ? (guint) parent : n);

      if (family->last >= 0)
        g_array_index (kin, Kin, family->last).next = (int) i;
      else
        family->first = (int) i;
      family->last = (int) i;
    }
  return kin;
}

static const char *
get_heading (const AccordKind *kind)
{
  return g_str_equal (kind->name, "meeting") ? _ (kind->label) : _ (kind->plural);
}

/* What several rows stand under is said once. */
static void
add_row (AccordCommitteePlan *plan, GPtrArray *entries, guint index, guint depth, int before)
{
  const AccordPlanRow *row = row_at (plan, index);
  const AccordPlanRow *sibling = before >= 0 ? row_at (plan, (guint) before) : NULL;
  const AccordKind *kind = accord_record_get_kind (row->record);

  if (depth == 0 && (sibling == NULL || accord_record_get_kind (sibling->record) != kind))
    add_entry (entries, ACCORD_REVIEW_HEADING, 0, 0, get_heading (kind));
  if (row->group != NULL && (sibling == NULL || g_strcmp0 (sibling->group, row->group) != 0))
    add_entry (entries, ACCORD_REVIEW_GROUP, 0, depth, row->group);
  add_entry (entries, ACCORD_REVIEW_RECORD, index, depth, NULL);
}

/* Depth first, without recursion: a page decides how deep it goes. */
static void
add_rows (AccordCommitteePlan *plan, GPtrArray *entries)
{
  g_autoptr (GArray) kin = find_kin (plan);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (int));
  int at = g_array_index (kin, Kin, plan->rows->len).first, before = -1;

  while (at >= 0 || way->len > 0)
    {
      if (at < 0)
        {
          before = g_array_index (way, int, way->len - 1);
          g_array_set_size (way, way->len - 1);
          at = g_array_index (kin, Kin, before).next;
          continue;
        }
      add_row (plan, entries, (guint) at, way->len, before);
      g_array_append_val (way, at);
      at = g_array_index (kin, Kin, at).first;
      before = -1;
    }
}

static void
add_unread (AccordCommitteePage *page, GPtrArray *entries)
{
  if (page->unread->len > 0)
    add_entry (entries, ACCORD_REVIEW_HEADING, 0, 0, _ ("Not read"));
  for (guint i = 0; i < page->unread->len; i++)
    add_entry (entries, ACCORD_REVIEW_UNREAD, i, 0, NULL);
}

/**
 * accord_review_order:
 * @plan: what would become of a page
 *
 * Returns: (transfer full) (element-type AccordReviewEntry): its lines in the order in which a person goes
 *   through them: each record under that which it belongs to, headings and groups between them, and at the
 *   end what was not read
 */
GPtrArray *
accord_review_order (AccordCommitteePlan *plan)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  add_rows (plan, entries);
  add_unread (plan->page, entries);
  return entries;
}
