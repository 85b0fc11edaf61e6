/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim-check.h"

#include "category.h"
#include "claim.h"
#include "fund-entries.h"
#include "funds.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* What was paid from fund ?1: the part that meets the condition, of what might as well meet it the sums that
 * would lower and raise the part, and the whole. */
#define SHARE_SQL(part, unknown)                                                                             \
  " SELECT " ACCORD_FUND_SUM ("paid = 1 AND " part) ", " ACCORD_FUND_SUM (                                   \
      "paid = 1 AND amount < 0 "                                                                             \
      "AND " unknown) ","                                                                                    \
                      " " ACCORD_FUND_SUM (                                                                  \
                          "paid = 1 "                                                                        \
                          "AND amount "                                                                      \
                          "> 0 "                                                                             \
                          "AND"                                                                              \
                          " " unknown) ", " ACCORD_FUND_SUM ("paid = 1") ", COUNT (*) FILTER (WHERE paid = " \
                                                                         "1), "                              \
                                                                         "COUNT (*) FILTER (WHERE paid = 1 " \
                                                                         "AND amount IS NULL) FROM entry"
#define CATEGORY_SQL "WITH " ACCORD_FUND_ENTRIES SHARE_SQL ("category = ?2", "category IS NULL")
/* An organisation is paid with all that is part of it. */
#define ORGANISATION_SQL                                                                                     \
  "WITH RECURSIVE family (id) AS (VALUES (?2) UNION SELECT o.id FROM \"organisation\" o JOIN family f "      \
  "ON o.\"part_of\" = f.id WHERE o.deleted IS NULL), " ACCORD_FUND_ENTRIES SHARE_SQL (                       \
      "organisation IN (SELECT id FROM family)", "organisation IS NULL")

typedef struct
{
  gint64 part;
  gint64 lower;
  gint64 raise;
  gint64 whole;
  gint64 n;
  gint64 n_unknown;
} Paid;

static AccordClaimCheck *
check_new (AccordClaimVerdict verdict, char *sentence)
{
  AccordClaimCheck *self = g_new (AccordClaimCheck, 1);

  self->verdict = verdict;
  self->sentence = sentence;
  self->pence = self->whole = self->share = ACCORD_UNKNOWN;
  return self;
}

static AccordClaimCheck *
cannot_check (const char *sentence)
{
  return check_new (ACCORD_CLAIM_CANNOT_CHECK, g_strdup (sentence));
}

/* "60%", "12.5%": no more digits than it has. */
static char *
dup_percent (gint64 share)
{
  const char *sign = share < 0 ? "−" : "";
  gint64 whole = ABS (share) / 100;
  int rest = ABS (share) % 100;

  if (rest == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "%%", sign, whole);
  if (rest % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d%%", sign, whole, rest / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d%%", sign, whole, rest);
}

/* Pence only where there are any. */
static char *
dup_money (gint64 pence)
{
  return accord_money_format (pence, pence % 100 == 0 ? ACCORD_MONEY_POUNDS : ACCORD_MONEY_FULL);
}

/* "at least £19,000,000": what the claim says, with the words of the comparison. */
static char *
dup_limit (const char *comparison, const char *figure)
{
  if (g_strcmp0 (comparison, "at-least") == 0)
    /* Translators: the %s is a sum or a percentage. */
    return g_strdup_printf (_ ("at least %s"), figure);
  if (g_strcmp0 (comparison, "at-most") == 0)
    /* Translators: the %s is a sum or a percentage. */
    return g_strdup_printf (_ ("at most %s"), figure);
  return g_strdup (figure);
}

/* People say "£19 million" of £19.2m, and that is no contradiction. One digit alone says too little to tell a
 * rounded figure from a wrong one. */
static gboolean
rounds_to (gint64 exact, gint64 said)
{
  gint64 unit = 1, difference;

  while (said / unit >= 10 && said % (unit * 10) == 0)
    unit *= 10;
  return said / unit >= 10 && accord_money_subtract (exact, said, &difference)
         && ABS (difference) <= unit / 2;
}

static AccordClaimCheck *
check_amount (AccordRecord *claim, const AccordFundSummary *fund)
{
  const char *comparison = accord_record_get_text (claim, "comparison");
  gint64 said = accord_record_get_int (claim, "amount");
  g_autofree char *is = NULL, *claimed = NULL, *limit = NULL;
  AccordClaimCheck *check;
  gboolean holds, rounded = FALSE;

  if (fund->award == ACCORD_UNKNOWN)
    return check_new (ACCORD_CLAIM_CANNOT_CHECK,
                      g_strdup_printf (_ ("The amount of “%s” is not known."), fund->name));
  if (said == ACCORD_UNKNOWN)
    return cannot_check (_ ("The claim gives no amount to hold against the fund's."));

  if (g_strcmp0 (comparison, "at-least") == 0)
    holds = fund->award >= said;
  else if (g_strcmp0 (comparison, "at-most") == 0)
    holds = fund->award <= said;
  else
    {
      rounded = fund->award != said && rounds_to (fund->award, said);
      holds = fund->award == said || rounded;
    }

  is = dup_money (fund->award);
  claimed = dup_money (said);
  limit = dup_limit (comparison, claimed);
  check = check_new (holds ? ACCORD_CLAIM_CONFIRMED : ACCORD_CLAIM_CONTRADICTED, NULL);
  if (rounded)
    /* Translators: the name of a fund, its amount, and the amount that was claimed. */
    check->sentence =
        g_strdup_printf (_ ("“%s” is %s, which the claim rounds to %s."), fund->name, is, limit);
  else
    /* Translators: the name of a fund, its amount, and what was claimed, such as "at least £19,000,000".
     */
    check->sentence = g_strdup_printf (_ ("“%s” is %s; the claim says %s."), fund->name, is, limit);
  check->pence = fund->award;
  return check;
}

static gboolean
read_paid (AccordReader *reader, AccordRecord *claim, gboolean by_category, Paid *paid, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, by_category ? CATEGORY_SQL : ORGANISATION_SQL, error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, accord_record_get_int (claim, "fund"));
  if (by_category)
    accord_rows_bind_text (rows, 2, accord_record_get_text (claim, "category"));
  else
    accord_rows_bind_int (rows, 2, accord_record_get_int (claim, "organisation"));
  /* Without GROUP BY there is always a row. */
  if (!accord_rows_next (rows, error))
    return FALSE;
  paid->n = accord_rows_int (rows, 8);
  paid->n_unknown = accord_rows_int (rows, 9);
  return accord_fund_read_sum (rows, 0, &paid->part, error)
         && accord_fund_read_sum (rows, 2, &paid->lower, error)
         && accord_fund_read_sum (rows, 4, &paid->raise, error)
         && accord_fund_read_sum (rows, 6, &paid->whole, error);
}

/* Which way @part lies of @threshold of @whole: in whole numbers, since a rounded share would decide wrongly
 * just beside the threshold. */
static gboolean
weigh (gint64 part, gint64 whole, gint64 threshold, int *order, GError **error)
{
  gint64 left, right;

  if (__builtin_mul_overflow (part, 10000, &left) || __builtin_mul_overflow (whole, threshold, &right))
    return accord_fund_fail_range (error);
  *order = left < right ? -1 : left > right;
  return TRUE;
}

static gboolean
judge (const Paid *paid, gboolean at_least, gint64 threshold, AccordClaimVerdict *verdict, GError **error)
{
  gint64 least, most;
  int low = 0, high = 0;

  if (!accord_money_add (paid->part, paid->lower, &least)
      || !accord_money_add (paid->part, paid->raise, &most))
    return accord_fund_fail_range (error);
  if (!weigh (least, paid->whole, threshold, &low, error)
      || !weigh (most, paid->whole, threshold, &high, error))
    return FALSE;

  *verdict = ACCORD_CLAIM_CANNOT_CHECK;
  if (at_least ? low >= 0 : high <= 0)
    *verdict = ACCORD_CLAIM_CONFIRMED;
  else if (at_least ? high < 0 : low > 0)
    *verdict = ACCORD_CLAIM_CONTRADICTED;
  return TRUE;
}

/* What is claimed, or %NULL when the claim leaves it open. */
static char *
dup_claimed (AccordRecord *claim)
{
  const char *comparison = accord_record_get_text (claim, "comparison");
  gint64 threshold = accord_record_get_int (claim, "threshold");
  g_autofree char *percent = NULL;

  if (comparison == NULL || threshold == ACCORD_UNKNOWN)
    return NULL;
  percent = dup_percent (threshold);
  return dup_limit (comparison, percent);
}

static char *
dup_share_sentence (const AccordFundSummary *fund, const Paid *paid, const char *to, const char *claimed)
{
  g_autofree char *part = dup_money (paid->part);
  g_autofree char *whole = dup_money (paid->whole);
  g_autofree char *share = dup_percent (accord_fund_share (paid->part, paid->whole));
  g_autofree char *open = dup_money (paid->raise);
  g_autofree char *back = dup_money (ABS (paid->lower));
  GString *sentence = g_string_new (NULL);

  /* Translators: a sum, the sum it is part of, the name of a fund, a category or organisation, and the share.
   */
  g_string_printf (sentence, _ ("%s of the %s paid from “%s” went to %s: %s."), part, whole, fund->name, to,
                   share);
  g_string_append_c (sentence, ' ');
  if (claimed != NULL)
    /* Translators: the %s is such as "at least 50%". */
    g_string_append_printf (sentence, _ ("The claim says %s."), claimed);
  else
    g_string_append (sentence, _ ("The claim gives no share to hold against it."));
  if (paid->raise != 0 || paid->lower != 0)
    g_string_append_c (sentence, ' ');
  if (paid->lower == 0 && paid->raise != 0)
    g_string_append_printf (sentence, _ ("Nobody has recorded where another %s went."), open);
  else if (paid->lower != 0)
    g_string_append_printf (
        sentence, _ ("Nobody has recorded where another %s went and what %s came back from."), open, back);
  return g_string_free (sentence, FALSE);
}

static AccordClaimCheck *
check_share (AccordReader *reader, AccordRecord *claim, const AccordFundSummary *fund, gboolean by_category,
             GError **error)
{
  const char *comparison = accord_record_get_text (claim, "comparison");
  const char *category = accord_record_get_text (claim, "category");
  g_autofree char *claimed = dup_claimed (claim);
  g_autofree char *to = NULL;
  AccordClaimVerdict verdict = ACCORD_CLAIM_CANNOT_CHECK;
  AccordClaimCheck *check;
  Paid paid;

  if (by_category && category == NULL)
    return cannot_check (_ ("The claim does not say which category it is about."));
  if (!by_category && accord_record_get_int (claim, "organisation") == ACCORD_UNKNOWN)
    return cannot_check (_ ("The claim does not say which organisation it is about."));
  if (!read_paid (reader, claim, by_category, &paid, error))
    return NULL;
  if (paid.n == 0)
    return check_new (ACCORD_CLAIM_CANNOT_CHECK,
                      g_strdup_printf (_ ("No payment from “%s” is recorded."), fund->name));
  if (paid.n_unknown > 0 || paid.whole <= 0)
    return check_new (
        ACCORD_CLAIM_CANNOT_CHECK,
        g_strdup_printf (_ ("What was paid from “%s” is not known well enough to take a share of it."),
                         fund->name));
  if (claimed != NULL
      && !judge (&paid, g_strcmp0 (comparison, "at-least") == 0, accord_record_get_int (claim, "threshold"),
                 &verdict, error))
    return NULL;

  to = by_category ? g_utf8_strdown (accord_category_get_label (category), -1)
                   : g_strdup_printf ("“%s”", accord_record_get_reference_title (claim, "organisation"));
  check = check_new (verdict, dup_share_sentence (fund, &paid, to, claimed));
  check->pence = paid.part;
  check->whole = paid.whole;
  check->share = accord_fund_share (paid.part, paid.whole);
  return check;
}

void
accord_claim_check_free (AccordClaimCheck *self)
{
  g_free (self->sentence);
  g_free (self);
}

/**
 * accord_claim_verdict_get_state:
 * @verdict: a verdict
 *
 * Returns: the word for @verdict in a claim's field `state`
 */
const char *
accord_claim_verdict_get_state (AccordClaimVerdict verdict)
{
  switch (verdict)
    {
    case ACCORD_CLAIM_CONFIRMED:
      return "confirmed";
    case ACCORD_CLAIM_CONTRADICTED:
      return "contradicted";
    default:
      return "cannot-check";
    }
}

/**
 * accord_claim_check:
 * @reader: a reader
 * @claim: identifier of a claim
 * @error: return location for %ACCORD_STORE_ERROR_NOT_FOUND, %ACCORD_MODEL_ERROR_RANGE or the store's own
 * errors
 *
 * Holds a claim against the figures that the workspace keeps. Money whose category or organisation nobody
 * knows might belong anywhere, so that a claim counts as confirmed or contradicted only when it makes no
 * difference.
 *
 * Returns: (transfer full): the outcome, or %NULL
 */
AccordClaimCheck *
accord_claim_check (AccordReader *reader, gint64 claim, GError **error)
{
  g_autoptr (AccordRecord) record =
      accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_CLAIM), claim, error);
  g_autoptr (AccordFundSummary) fund = NULL;
  const char *measure;

  if (record == NULL)
    return NULL;
  measure = accord_record_get_text (record, "measure");
  if (measure == NULL || g_str_equal (measure, "none"))
    return cannot_check (_ ("The claim rests on no figure that can be worked out."));
  if (accord_record_get_int (record, "fund") == ACCORD_UNKNOWN)
    return cannot_check (_ ("The claim does not say which fund it is about."));

  fund = accord_fund_summary (reader, accord_record_get_int (record, "fund"), error);
  if (fund == NULL)
    return NULL;
  if (g_str_equal (measure, "fund-amount"))
    return check_amount (record, fund);
  return check_share (reader, record, fund, g_str_equal (measure, "share-to-category"), error);
}
