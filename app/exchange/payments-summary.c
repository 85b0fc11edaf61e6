/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-summary.h"

#include "date.h"
#include "money.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

static void append_line (GString *text, const char *sentence, ...) G_GNUC_PRINTF (2, 3);

static void
append_line (GString *text, const char *sentence, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  va_start (args, sentence);
  g_string_append_vprintf (text, sentence, args);
  va_end (args);
}

static void
append_counts (GString *text, const AccordSpendTally *tally)
{
  g_autofree char *sum = accord_money_format (tally->pence, ACCORD_MONEY_FULL);
  g_autofree char *first = accord_date_format (tally->first_date);
  g_autofree char *last = accord_date_format (tally->last_date);
  guint64 n_skipped = tally->n_blank + tally->n_totals + tally->n_headings;

  append_line (text,
               g_dngettext (GETTEXT_PACKAGE, "%" PRIu64 " payment of %s, on %s.",
                            "%" PRIu64 " payments of %s, from %s to %s.", tally->n_rows),
               tally->n_rows, sum, first, last);
  if (n_skipped > 0)
    append_line (text,
                 g_dngettext (GETTEXT_PACKAGE, "%" PRIu64 " row of blanks, totals or headings is skipped.",
                              "%" PRIu64 " rows of blanks, totals or headings are skipped.", n_skipped),
                 n_skipped);
  if (tally->n_rejected > 0)
    append_line (text,
                 g_dngettext (GETTEXT_PACKAGE, "%" PRIu64 " row is rejected.",
                              "%" PRIu64 " rows are rejected.", tally->n_rejected),
                 tally->n_rejected);
}

/**
 * accord_payments_dup_title:
 * @file: a file without a problem
 *
 * Returns: (transfer full): what to call it: who paid and when, or its name if it does not say who
 */
char *
accord_payments_dup_title (AccordPaymentsFile *file)
{
  const AccordSpendPreview *preview = accord_payments_file_get_preview (file);
  const char *body = accord_payments_file_get_paying_body (file);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (preview == NULL || body == NULL || preview->tally.n_rows == 0)
    return g_strdup (accord_payments_file_get_probe (file)->name);
  first = accord_date_format (preview->tally.first_date);
  last = accord_date_format (preview->tally.last_date);
  return g_strdup_printf (_ ("%s: payments, %s to %s"), body, first, last);
}

/**
 * accord_payments_dup_summary:
 * @file: a file
 *
 * Says in a few sentences, a line each, what is in the file and how it is read: counts, charset, which
 * amounts and which dates.
 *
 * Returns: (transfer full): the lines; the problem alone if there is one
 */
char *
accord_payments_dup_summary (AccordPaymentsFile *file)
{
  const AccordSpendPreview *preview = accord_payments_file_get_preview (file);
  AccordSpendLayout *layout = accord_payments_file_get_layout (file);
  GString *text = g_string_new (NULL);
  g_autofree char *amounts = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *form = NULL;

  if (preview == NULL)
    {
      append_line (text, "%s", accord_payments_file_get_problem (file)->message);
      return g_string_free (text, FALSE);
    }
  amounts = accord_spend_layout_dup_amount_note (layout);
  dates = accord_spend_layout_dup_date_note (layout);
  form = accord_spend_preview_dup_date_form (preview);
  append_counts (text, &preview->tally);
  append_line (text, "%s", amounts);
  append_line (text, "%s", dates);
  append_line (text, _ ("Dates are written as %s."), form);
  append_line (text, _ ("Headings are on line %" PRIu64 "; letters are in %s."),
               accord_spend_layout_get_header_line (layout),
               accord_charset_get_name (accord_payments_file_get_probe (file)->charset));
  return g_string_free (text, FALSE);
}
