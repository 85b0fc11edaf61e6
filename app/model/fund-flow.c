/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-flow.h"

#include "allocation.h"
#include "category.h"
#include "financial-year.h"
#include "fund-entries.h"
#include "fund-rows.h"
#include "money.h"
#include "payment.h"

#include <glib/gi18n-lib.h>

#define GREY 5

/* What is gathered while the leaves are walked: the part itself, and what it is called by. */
typedef struct
{
  const AccordFundSummary *fund;
  AccordFundDivision division;
  GHashTable *groups;
  GHashTable *ends;
} Gathering;

static void
end_free (gpointer data)
{
  AccordFundEnd *self = data;

  g_free (self->label);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_free (self);
}

static void
group_free (gpointer data)
{
  AccordFundGroup *self = data;

  g_free (self->label);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_ptr_array_unref (self->ends);
  g_free (self);
}

static void
filter_number (AccordQuery *query, const char *field, gint64 value)
{
  guint index = accord_kind_find_field (accord_query_get_kind (query), field);

  accord_query_add_number (query, index,
                           value == ACCORD_UNKNOWN ? ACCORD_OPERATOR_UNKNOWN : ACCORD_OPERATOR_EQUAL, value);
}

static void
filter_text (AccordQuery *query, const char *field, const char *value)
{
  guint index = accord_kind_find_field (accord_query_get_kind (query), field);

  accord_query_add_text (query, index, value == NULL ? ACCORD_OPERATOR_UNKNOWN : ACCORD_OPERATOR_EQUAL,
                         value);
}

/* What was paid, as the sums know it: a payment's fund, category and payee may be its allocation's. */
static AccordQuery *
make_payments (const Gathering *self, const AccordFundLeaf *leaf, gboolean is_end)
{
  AccordQuery *query = self->division == ACCORD_FUND_BY_YEAR && leaf->year != ACCORD_UNKNOWN
                           ? accord_fund_payments_of_year (self->fund->fund, leaf->year)
                           : accord_fund_payments (self->fund->fund);
  const AccordKind *kind = accord_query_get_kind (query);

  if (self->division == ACCORD_FUND_BY_CATEGORY || (self->division == ACCORD_FUND_BY_YEAR && is_end))
    accord_query_add_text (query, (guint) accord_kind_find_field (kind, "category"),
                           ACCORD_OPERATOR_IN_EFFECT, leaf->category);
  if (self->division == ACCORD_FUND_BY_ORGANISATION)
    accord_query_add_number (query, (guint) accord_kind_find_field (kind, "organisation"),
                             ACCORD_OPERATOR_IN_EFFECT, leaf->organisation);
  if (is_end && self->division != ACCORD_FUND_BY_YEAR)
    filter_number (query, "allocation", ACCORD_UNKNOWN);
  return query;
}

static AccordQuery *
make_allocations (const Gathering *self, const AccordFundLeaf *leaf, gboolean is_end)
{
  AccordQuery *query = accord_query_new (accord_kind_for_type (ACCORD_TYPE_ALLOCATION));

  filter_number (query, "fund", self->fund->fund);
  if (self->division == ACCORD_FUND_BY_CATEGORY || (self->division == ACCORD_FUND_BY_YEAR && is_end))
    filter_text (query, "category", leaf->category);
  if (self->division == ACCORD_FUND_BY_ORGANISATION)
    filter_number (query, "organisation", leaf->organisation);
  if (self->division == ACCORD_FUND_BY_YEAR)
    filter_number (query, "year", leaf->year);
  else if (is_end && leaf->workstream != ACCORD_UNKNOWN)
    filter_number (query, "workstream", leaf->workstream);
  else if (is_end)
    {
      filter_number (query, "workstream", ACCORD_UNKNOWN);
      filter_text (query, "purpose", leaf->purpose);
    }
  return query;
}

static char *
dup_group_key (const Gathering *self, const AccordFundLeaf *leaf)
{
  if (self->division == ACCORD_FUND_BY_CATEGORY)
    return g_strdup (leaf->category != NULL ? leaf->category : "");
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          self->division == ACCORD_FUND_BY_ORGANISATION ? leaf->organisation : leaf->year);
}

static char *
dup_group_label (const Gathering *self, const AccordFundLeaf *leaf)
{
  if (self->division == ACCORD_FUND_BY_CATEGORY)
    return g_strdup (accord_category_get_label (leaf->category));
  if (self->division == ACCORD_FUND_BY_ORGANISATION)
    return g_strdup (leaf->organisation_name != NULL ? leaf->organisation_name
                                                     : _ ("Organisation not known"));
  return leaf->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) leaf->year)
                                      : g_strdup (_ ("Year not known"));
}

static char *
dup_end_key (const Gathering *self, const AccordFundLeaf *leaf)
{
  if (self->division == ACCORD_FUND_BY_YEAR)
    return g_strdup (leaf->category != NULL ? leaf->category : "");
  if (leaf->workstream != ACCORD_UNKNOWN)
    return g_strdup_printf ("w%" G_GINT64_FORMAT, leaf->workstream);
  return leaf->purpose != NULL ? g_strconcat ("p", leaf->purpose, NULL) : g_strdup ("");
}

static char *
dup_end_label (const Gathering *self, const AccordFundLeaf *leaf)
{
  if (self->division == ACCORD_FUND_BY_YEAR)
    return g_strdup (accord_category_get_label (leaf->category));
  if (leaf->workstream_name != NULL)
    return g_strdup (leaf->workstream_name);
  return g_strdup (leaf->purpose != NULL ? leaf->purpose : _ ("Paid without an allocation"));
}

static guint
category_colour (const char *category)
{
  guint position = accord_category_get_position (category);

  return position < 3 ? position : GREY;
}

static AccordFundGroup *
find_group (Gathering *self, AccordFundFlow *flow, const AccordFundLeaf *leaf, const char *key)
{
  AccordFundGroup *group = g_hash_table_lookup (self->groups, key);

  if (group != NULL)
    return group;
  group = g_new0 (AccordFundGroup, 1);
  group->label = dup_group_label (self, leaf);
  group->n_together = 1;
  group->ends = g_ptr_array_new_with_free_func (end_free);
  group->colour = self->division == ACCORD_FUND_BY_CATEGORY ? category_colour (leaf->category) : GREY;
  g_hash_table_insert (self->groups, g_strdup (key), group);
  g_ptr_array_add (flow->groups, group);
  return group;
}

static AccordFundEnd *
find_end (Gathering *self, AccordFundGroup *group, const AccordFundLeaf *leaf, const char *group_key)
{
  g_autofree char *own = dup_end_key (self, leaf);
  g_autofree char *key = g_strconcat (group_key, "\n", own, NULL);
  AccordFundEnd *end = g_hash_table_lookup (self->ends, key);

  if (end != NULL)
    return end;
  end = g_new0 (AccordFundEnd, 1);
  end->label = dup_end_label (self, leaf);
  end->n_together = 1;
  end->colour = self->division == ACCORD_FUND_BY_YEAR ? category_colour (leaf->category) : group->colour;
  g_hash_table_insert (self->ends, g_steal_pointer (&key), end);
  g_ptr_array_add (group->ends, end);
  return end;
}

/* Of a year people ask what was paid, of all else what was allocated; whichever leaf comes first, that wins.
 */
static void
note_rows (AccordQuery **rows, const Gathering *self, const AccordFundLeaf *leaf, gboolean is_end)
{
  gboolean by_payments = self->division == ACCORD_FUND_BY_YEAR && !is_end;
  gboolean preferred = (by_payments ? leaf->n_payments : leaf->n_allocations) > 0;
  gboolean settled =
      *rows != NULL
      && accord_query_get_kind (*rows)
             == accord_kind_for_type (by_payments ? ACCORD_TYPE_PAYMENT : ACCORD_TYPE_ALLOCATION);

  if (settled || (*rows != NULL && !preferred))
    return;
  g_clear_pointer (rows, accord_query_unref);
  /* Payments of an allocation that counts elsewhere: no filter tells those of one purpose apart. */
  if (is_end && self->division != ACCORD_FUND_BY_YEAR && leaf->n_allocations == 0
      && (leaf->purpose != NULL || leaf->workstream != ACCORD_UNKNOWN))
    return;
  *rows =
      preferred != by_payments ? make_allocations (self, leaf, is_end) : make_payments (self, leaf, is_end);
}

static gboolean
gather (Gathering *self, AccordFundFlow *flow, const AccordFundLeaf *leaf)
{
  g_autofree char *key = dup_group_key (self, leaf);
  AccordFundGroup *group = find_group (self, flow, leaf, key);
  AccordFundEnd *end = find_end (self, group, leaf, key);

  group->n_allocations += leaf->n_allocations;
  group->n_payments += leaf->n_payments;
  end->n_allocations += leaf->n_allocations;
  end->n_payments += leaf->n_payments;
  note_rows (&group->rows, self, leaf, FALSE);
  note_rows (&end->rows, self, leaf, TRUE);
  return accord_money_add (group->allocated, leaf->allocated, &group->allocated)
         && accord_money_add (group->paid, leaf->paid, &group->paid)
         && accord_money_add (end->allocated, leaf->allocated, &end->allocated)
         && accord_money_add (end->paid, leaf->paid, &end->paid);
}

/* The largest first; what stands at the end whatever its size is given by the caller. */
static int
compare_weights (gint64 allocated, gint64 paid, const char *label, gint64 other_allocated, gint64 other_paid,
                 const char *other_label)
{
  if (allocated != other_allocated)
    return allocated > other_allocated ? -1 : 1;
  if (paid != other_paid)
    return paid > other_paid ? -1 : 1;
  return g_utf8_collate (label, other_label);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const AccordFundEnd *one = *(AccordFundEnd *const *) a, *other = *(AccordFundEnd *const *) b;

  return compare_weights (one->allocated, one->paid, one->label, other->allocated, other->paid, other->label);
}

static int
compare_end_colours (gconstpointer a, gconstpointer b)
{
  const AccordFundEnd *one = *(AccordFundEnd *const *) a, *other = *(AccordFundEnd *const *) b;

  return (int) one->colour - (int) other->colour;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const AccordFundGroup *one = *(AccordFundGroup *const *) a, *other = *(AccordFundGroup *const *) b;

  return compare_weights (one->allocated, one->paid, one->label, other->allocated, other->paid, other->label);
}

static int
compare_colours (gconstpointer a, gconstpointer b)
{
  const AccordFundGroup *one = *(AccordFundGroup *const *) a, *other = *(AccordFundGroup *const *) b;

  return (int) one->colour - (int) other->colour;
}

/* Written with its first year first, a financial year sorts as a word; a year that is not known comes last.
 */
static int
compare_years (gconstpointer a, gconstpointer b)
{
  const AccordFundGroup *one = *(AccordFundGroup *const *) a, *other = *(AccordFundGroup *const *) b;
  gboolean known = g_ascii_isdigit (*one->label), other_known = g_ascii_isdigit (*other->label);

  return known != other_known ? other_known - known : g_strcmp0 (one->label, other->label);
}

static AccordFundEnd *
fold_ends (GPtrArray *ends, guint from)
{
  AccordFundEnd *together = g_new0 (AccordFundEnd, 1);

  together->colour = ((AccordFundEnd *) ends->pdata[from])->colour;
  for (guint i = from; i < ends->len; i++)
    {
      const AccordFundEnd *end = ends->pdata[i];

      together->allocated += end->allocated;
      together->paid += end->paid;
      together->n_allocations += end->n_allocations;
      together->n_payments += end->n_payments;
      together->n_together += end->n_together;
    }
  together->label =
      g_strdup_printf (ngettext ("%u other", "%u others", together->n_together), together->n_together);
  return together;
}

static void
shorten_ends (GPtrArray *ends, guint most)
{
  AccordFundEnd *together;

  if (most == 0 || ends->len <= most + 1)
    return;
  together = fold_ends (ends, most);
  g_ptr_array_set_size (ends, (int) most);
  g_ptr_array_add (ends, together);
}

/* What stands together has one end, and which group it came from is no longer said. */
static void
shorten_groups (GPtrArray *groups, guint most)
{
  g_autoptr (GPtrArray) ends = NULL;
  AccordFundGroup *together;
  AccordFundEnd *end;

  if (most == 0 || groups->len <= most + 1)
    return;
  ends = g_ptr_array_new ();
  for (guint i = most; i < groups->len; i++)
    {
      AccordFundGroup *group = groups->pdata[i];

      for (guint e = 0; e < group->ends->len; e++)
        g_ptr_array_add (ends, group->ends->pdata[e]);
    }
  end = fold_ends (ends, 0);
  end->n_together = groups->len - most;
  end->colour = GREY;
  g_free (end->label);
  end->label = g_strdup_printf (ngettext ("%u other", "%u others", end->n_together), end->n_together);

  together = g_new0 (AccordFundGroup, 1);
  together->label = g_strdup (end->label);
  together->allocated = end->allocated;
  together->paid = end->paid;
  together->n_allocations = end->n_allocations;
  together->n_payments = end->n_payments;
  together->n_together = end->n_together;
  together->colour = GREY;
  together->ends = g_ptr_array_new_with_free_func (end_free);
  g_ptr_array_add (together->ends, end);
  g_ptr_array_set_size (groups, (int) most);
  g_ptr_array_add (groups, together);
}

static void
arrange (AccordFundFlow *flow, AccordFundDivision division, guint most)
{
  static const GCompareFunc orders[] = { compare_colours, compare_years, compare_groups };

  g_ptr_array_sort (flow->groups, orders[division]);
  for (guint i = 0; i < flow->groups->len; i++)
    {
      AccordFundGroup *group = flow->groups->pdata[i];

      g_ptr_array_sort (group->ends, division == ACCORD_FUND_BY_YEAR ? compare_end_colours : compare_ends);
      if (division == ACCORD_FUND_BY_ORGANISATION)
        group->colour = MIN (i, GREY);
      for (guint e = 0; division == ACCORD_FUND_BY_ORGANISATION && e < group->ends->len; e++)
        ((AccordFundEnd *) group->ends->pdata[e])->colour = group->colour;
      if (division != ACCORD_FUND_BY_YEAR)
        shorten_ends (group->ends, most);
    }
  if (division == ACCORD_FUND_BY_ORGANISATION)
    shorten_groups (flow->groups, most);
}

static gboolean
weigh_award (AccordFundFlow *flow, GError **error)
{
  gint64 rest;

  if (flow->award == ACCORD_UNKNOWN)
    return TRUE;
  if (!accord_money_subtract (flow->award, flow->by_payments ? flow->paid : flow->allocated, &rest))
    return accord_fund_fail_range (error);
  flow->rest = MAX (rest, 0);
  flow->beyond = MAX (-rest, 0);
  return TRUE;
}

/**
 * accord_fund_flow_new:
 * @fund: what became of the fund
 * @leaves: (element-type AccordFundLeaf): what accord_fund_leaves() gave, of the same moment
 * @division: by what to divide it
 * @most: beyond how many parts the smallest stand together, or 0 for never
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE
 *
 * Divides a fund in two steps: first by @division, then by workstream or, where an allocation names none, by
 * its purpose; years are divided by category. What was paid without an allocation is an end of its own, so
 * that the ends together are the allocations and payments of the fund to the penny.
 *
 * Returns: (transfer full): how the fund divides, or %NULL
 */
AccordFundFlow *
accord_fund_flow_new (const AccordFundSummary *fund, GPtrArray *leaves, AccordFundDivision division,
                      guint most, GError **error)
{
  g_autoptr (AccordFundFlow) flow = g_new0 (AccordFundFlow, 1);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { fund, division, groups, ends };

  flow->groups = g_ptr_array_new_with_free_func (group_free);
  flow->award = fund->award;
  flow->allocated = fund->allocated;
  flow->paid = fund->paid;
  flow->by_payments = fund->n_allocations == fund->n_allocations_unknown;
  for (guint i = 0; i < leaves->len; i++)
    if (!gather (&gathering, flow, leaves->pdata[i]))
      {
        accord_fund_fail_range (error);
        return NULL;
      }
  if (!weigh_award (flow, error))
    return NULL;
  arrange (flow, division, most);
  return g_steal_pointer (&flow);
}

void
accord_fund_flow_free (AccordFundFlow *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * accord_fund_flow_weigh:
 * @self: how a fund divides
 * @allocated: the allocations of a part
 * @paid: its payments
 *
 * Returns: which of the two the flow follows; money that came back on balance weighs nothing
 */
gint64
accord_fund_flow_weigh (const AccordFundFlow *self, gint64 allocated, gint64 paid)
{
  return MAX (self->by_payments ? paid : allocated, 0);
}
