/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "funds.h"

#include "category.h"
#include "financial-year.h"
#include "fund-entries.h"
#include "model-error.h"
#include "money.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

/* For each side: the sum in two columns, how many, how many without an amount. */
#define SIDE(condition)                                                                                      \
  ACCORD_FUND_SUM (condition)                                                                                \
  ", COUNT (*) FILTER (WHERE " condition "), COUNT (*) FILTER (WHERE " condition " AND amount IS NULL)"
#define SIDES SIDE ("paid = 0") ", " SIDE ("paid = 1")

#define SUMMARY_SQL                                                                                          \
  "WITH " ACCORD_FUND_ENTRIES "SELECT f.\"name\", f.\"type\", f.\"amount\", s.* "                            \
  "FROM \"fund\" f, (SELECT " SIDES " FROM entry) s WHERE f.id = ?1 AND f.deleted IS NULL"
#define BY_CATEGORY_SQL                                                                                      \
  "WITH " ACCORD_FUND_ENTRIES "SELECT category, NULL, " SIDES " FROM entry GROUP BY category"
#define BY_YEAR_SQL                                                                                          \
  "WITH " ACCORD_FUND_ENTRIES "SELECT year, NULL, " SIDES " FROM entry GROUP BY year "                       \
  "ORDER BY year IS NULL, year"
#define BY_ORGANISATION_SQL                                                                                  \
  "WITH " ACCORD_FUND_ENTRIES "SELECT organisation, o.\"name\", " SIDES                                      \
  " FROM entry e LEFT JOIN \"organisation\" o ON o.id = e.organisation GROUP BY e.organisation "             \
  "ORDER BY e.organisation IS NULL, o.\"name\" COLLATE NOCASE, e.organisation"

/* What the eight columns of SIDES say. */
static gboolean
read_sides (AccordRows *rows, int column, gint64 *allocated, gint64 *paid, gint64 counts[4], GError **error)
{
  counts[0] = accord_rows_int (rows, column + 2);
  counts[1] = accord_rows_int (rows, column + 3);
  counts[2] = accord_rows_int (rows, column + 6);
  counts[3] = accord_rows_int (rows, column + 7);
  return accord_fund_read_sum (rows, column, allocated, error)
         && accord_fund_read_sum (rows, column + 4, paid, error);
}

static AccordFundSummary *
read_summary (AccordRows *rows, gint64 fund, GError **error)
{
  g_autoptr (AccordFundSummary) self = g_new0 (AccordFundSummary, 1);
  gint64 counts[4];

  self->fund = fund;
  self->name = g_strdup (accord_rows_text (rows, 0));
  self->type = g_strdup (accord_rows_text (rows, 1));
  self->award = accord_rows_is_null (rows, 2) ? ACCORD_UNKNOWN : accord_rows_int (rows, 2);
  self->uncommitted = self->left = ACCORD_UNKNOWN;
  if (!read_sides (rows, 3, &self->allocated, &self->paid, counts, error))
    return NULL;
  self->n_allocations = counts[0];
  self->n_allocations_unknown = counts[1];
  self->n_payments = counts[2];
  self->n_payments_unknown = counts[3];
  if (!accord_money_subtract (self->allocated, self->paid, &self->unspent)
      || (self->award != ACCORD_UNKNOWN
          && (!accord_money_subtract (self->award, self->allocated, &self->uncommitted)
              || !accord_money_subtract (self->award, self->paid, &self->left))))
    {
      accord_fund_fail_range (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static AccordFundPart *
read_part (AccordRows *rows, AccordFundDivision division, GError **error)
{
  g_autoptr (AccordFundPart) self = g_new0 (AccordFundPart, 1);
  gboolean known = !accord_rows_is_null (rows, 0);
  gint64 counts[4];

  self->key = ACCORD_UNKNOWN;
  if (division == ACCORD_FUND_BY_CATEGORY)
    {
      self->category = g_strdup (accord_rows_text (rows, 0));
      self->label = g_strdup (accord_category_get_label (self->category));
    }
  else
    {
      if (known)
        self->key = accord_rows_int (rows, 0);
      if (known && division == ACCORD_FUND_BY_YEAR)
        self->label = accord_financial_year_format (self->key);
      else
        self->label = g_strdup (accord_rows_is_null (rows, 1) ? _ ("Not known") : accord_rows_text (rows, 1));
    }

  if (!read_sides (rows, 2, &self->allocated, &self->paid, counts, error))
    return NULL;
  self->n_allocations = counts[0];
  self->n_allocations_unknown = counts[1];
  self->n_payments = counts[2];
  self->n_payments_unknown = counts[3];
  return g_steal_pointer (&self);
}

static int
compare_categories (gconstpointer a, gconstpointer b)
{
  const AccordFundPart *one = *(AccordFundPart *const *) a;
  const AccordFundPart *other = *(AccordFundPart *const *) b;

  return (int) accord_category_get_position (one->category)
         - (int) accord_category_get_position (other->category);
}

/* The shares, once the whole is known. The parts come to the whole, whose sums were checked part by part
 * only. */
static gboolean
fill_shares (GPtrArray *parts, GError **error)
{
  gint64 allocated = 0, paid = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const AccordFundPart *part = g_ptr_array_index (parts, i);

      if (!accord_money_add (allocated, part->allocated, &allocated)
          || !accord_money_add (paid, part->paid, &paid))
        return accord_fund_fail_range (error);
    }
  for (guint i = 0; i < parts->len; i++)
    {
      AccordFundPart *part = g_ptr_array_index (parts, i);

      part->allocated_share = accord_fund_share (part->allocated, allocated);
      part->paid_share = accord_fund_share (part->paid, paid);
    }
  return TRUE;
}

void
accord_fund_summary_free (AccordFundSummary *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self);
}

void
accord_fund_part_free (AccordFundPart *self)
{
  g_free (self->category);
  g_free (self->label);
  g_free (self);
}

/**
 * accord_fund_summary_dup_notice:
 * @self: a summary
 *
 * Returns: (transfer full) (nullable): a sentence that says what the sums leave out, or %NULL when they leave
 *   out nothing
 */
char *
accord_fund_summary_dup_notice (const AccordFundSummary *self)
{
  g_autoptr (GString) notice = g_string_new (NULL);

  if (self->n_allocations_unknown > 0)
    g_string_append_printf (notice,
                            g_dngettext (GETTEXT_PACKAGE, "%u allocation has no amount and is left out.",
                                         "%u allocations have no amount and are left out.",
                                         (gulong) self->n_allocations_unknown),
                            (guint) self->n_allocations_unknown);
  if (self->n_payments_unknown > 0)
    g_string_append_printf (notice->len > 0 ? g_string_append_c (notice, ' ') : notice,
                            g_dngettext (GETTEXT_PACKAGE, "%u payment has no amount and is left out.",
                                         "%u payments have no amount and are left out.",
                                         (gulong) self->n_payments_unknown),
                            (guint) self->n_payments_unknown);
  return notice->len > 0 ? g_strdup (notice->str) : NULL;
}

/**
 * accord_fund_summary:
 * @reader: a reader
 * @fund: identifier of a fund
 * @error: return location for %ACCORD_STORE_ERROR_NOT_FOUND, %ACCORD_MODEL_ERROR_RANGE or the store's own
 * errors
 *
 * Returns: (transfer full): what became of the fund, or %NULL
 */
AccordFundSummary *
accord_fund_summary (AccordReader *reader, gint64 fund, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, SUMMARY_SQL, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, fund);
  if (accord_rows_next (rows, &failure))
    return read_summary (rows, fund, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such fund."));
  return NULL;
}

/**
 * accord_funds_summary:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type AccordFundSummary): the summaries of all funds by name, or
 * %NULL
 */
GPtrArray *
accord_funds_summary (AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_summary_free);
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader, "SELECT id FROM \"fund\" WHERE deleted IS NULL ORDER BY \"name\" COLLATE NOCASE, id", error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  while (accord_rows_next (rows, &failure))
    {
      AccordFundSummary *summary = accord_fund_summary (reader, accord_rows_int (rows, 0), error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (all, summary);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&all);
}

/**
 * accord_fund_divide:
 * @reader: a reader
 * @fund: identifier of a fund
 * @division: by what
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE or the store's own errors
 *
 * Divides a fund's allocations and payments. Categories come in the order service, enabling, organisational
 * structure, years in order, organisations by name; what is not known comes last. A part that nothing falls
 * into is left out.
 *
 * Returns: (transfer container) (element-type AccordFundPart): the parts, or %NULL
 */
GPtrArray *
accord_fund_divide (AccordReader *reader, gint64 fund, AccordFundDivision division, GError **error)
{
  static const char *const sql[] = { BY_CATEGORY_SQL, BY_YEAR_SQL, BY_ORGANISATION_SQL };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_part_free);
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (division <= ACCORD_FUND_BY_ORGANISATION, NULL);

  rows = accord_reader_query (reader, sql[division], error);
  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, fund);
  while (accord_rows_next (rows, &failure))
    {
      AccordFundPart *part = read_part (rows, division, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (division == ACCORD_FUND_BY_CATEGORY)
    g_ptr_array_sort (parts, compare_categories);
  return fill_shares (parts, error) ? g_steal_pointer (&parts) : NULL;
}

static gboolean
not_known (GError **error, const char *sentence)
{
  g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN, sentence);
  return FALSE;
}

/**
 * accord_fund_spent_on_category:
 * @reader: a reader
 * @fund: identifier of a fund
 * @category: `service`, `enabling` or `organisational-structure`
 * @pence: (out): what was paid for the category, in pence
 * @share: (out): its share of all that was paid, in hundredths of one per cent
 * @error: return location for %ACCORD_MODEL_ERROR_NOT_KNOWN, or for the errors of accord_fund_divide()
 *
 * How much of a fund went to a category, answered from what was paid and not from what was promised. Payments
 * without a category count in the whole but in no part, so that the share is then the least it can be.
 *
 * Returns: %FALSE when it cannot be known: nothing was paid, what was paid came back, or no payment has a
 *   category
 */
gboolean
accord_fund_spent_on_category (AccordReader *reader, gint64 fund, const char *category, gint64 *pence,
                               gint64 *share, GError **error)
{
  g_autoptr (AccordFundSummary) summary = accord_fund_summary (reader, fund, error);
  g_autoptr (GPtrArray) parts = NULL;
  gint64 spent = 0;
  gboolean categorised = FALSE;

  if (summary == NULL)
    return FALSE;
  if (summary->n_payments == summary->n_payments_unknown)
    return not_known (error,
                      _ ("No payment from this fund is recorded, so that nobody can say what it went to."));
  if (summary->paid <= 0)
    return not_known (error,
                      _ ("The payments from this fund do not come to anything, so that no share of them can "
                         "be given."));

  parts = accord_fund_divide (reader, fund, ACCORD_FUND_BY_CATEGORY, error);
  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordFundPart *part = g_ptr_array_index (parts, i);

      if (part->category != NULL && part->n_payments > part->n_payments_unknown)
        categorised = TRUE;
      if (g_strcmp0 (part->category, category) == 0)
        spent = part->paid;
    }
  if (!categorised)
    return not_known (error, _ ("None of the payments from this fund has a category."));

  *pence = spent;
  *share = accord_fund_share (spent, summary->paid);
  return TRUE;
}
