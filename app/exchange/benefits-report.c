/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefits-report.h"

#include "benefit.h"
#include "csv-writer.h"
#include "date.h"
#include "financial-year.h"
#include "money.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* The columns of a benefits register, as the field calls them. */
static const char *const fields[] = {
  "number",     "category",    "cash",        "measure",      "description", "feature",
  "cost-words", "activities",  "responsible", "organisation", "unit",        "baseline",
  "target",     "target-date", "full-year",   "timescale",    "actuals",     "realised",
};

static char *
dup_field (AccordRecord *record, const char *field)
{
  int index = accord_kind_find_field (accord_record_get_kind (record), field);

  return accord_record_dup_display (record, (guint) index);
}

static const char *
dash (const char *text)
{
  return *text != '\0' ? text : "–";
}

static const char *
timing_of (const AccordBenefitEntry *entry)
{
  if (entry->outcome == NULL)
    return _ ("not known");
  return entry->recurrent ? _ ("Recurrent") : _ ("One-off");
}

static void
add_entry (AccordReport *report, const AccordBenefitEntry *entry)
{
  g_autofree char *number = dup_field (entry->record, "number"),
                  *measure = dup_field (entry->record, "measure");
  g_autofree char *category = dup_field (entry->record, "category"),
                  *cash = dup_field (entry->record, "cash");
  g_autofree char *who = dup_field (entry->record, "organisation");
  g_autofree char *post = dup_field (entry->record, "responsible");
  g_autofree char *year = dup_field (entry->record, "full-year");
  g_autofree char *scale = dup_field (entry->record, "timescale");
  g_autofree char *realised = dup_field (entry->record, "realised");
  g_autofree char *sort = g_strdup_printf ("%s\n%s", dash (category), dash (cash));
  g_autofree char *when = g_strdup_printf ("%s\n%s", timing_of (entry), dash (scale));
  const char *const cells[] = { dash (number), measure,         sort, dash (who), dash (post),
                                dash (year),   dash (realised), when, NULL };

  accord_report_add_row (report, cells);
}

static void
add_years (AccordReport *report, const AccordBenefitsRegister *benefits)
{
  const char *const headings[] = { _ ("Year"),     _ ("Costs forecast"),
                                   _ ("Paid"),     _ ("Benefits forecast"),
                                   _ ("Realised"), NULL };

  accord_report_add_heading (report, 2, _ ("By year"));
  accord_report_begin_figures_table (report, headings, 4);
  for (guint i = 0; i < benefits->years->len; i++)
    {
      const AccordBenefitYear *year = &g_array_index (benefits->years, AccordBenefitYear, i);
      g_autofree char *label = accord_financial_year_format (year->year);
      g_autofree char *cost = accord_money_format (year->forecast_cost, ACCORD_MONEY_LEDGER);
      g_autofree char *benefit = accord_money_format (year->forecast_benefit, ACCORD_MONEY_LEDGER);
      g_autofree char *spent = year->spent != ACCORD_UNKNOWN
                                   ? accord_money_format (year->spent, ACCORD_MONEY_LEDGER)
                                   : g_strdup ("–");
      g_autofree char *realised = year->realised != ACCORD_UNKNOWN
                                      ? accord_money_format (year->realised, ACCORD_MONEY_LEDGER)
                                      : g_strdup ("–");
      const char *const cells[] = { label, cost, spent, benefit, realised, NULL };

      accord_report_add_row (report, cells);
    }
}

/**
 * accord_benefits_report_new:
 * @benefits: the benefits register of a case
 *
 * Returns: (transfer full): the same for paper
 */
AccordReport *
accord_benefits_report_new (const AccordBenefitsRegister *benefits)
{
  const char *const headings[] = { _ ("No."),       _ ("Benefit"), _ ("Category and class"),
                                   _ ("Who gains"), _ ("Post"),    _ ("Full-year value"),
                                   _ ("Realised"),  _ ("When"),    NULL };
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);
  g_autofree char *title = accord_record_dup_title (benefits->file->business_case);
  g_autofree char *subtitle = g_strdup_printf (_ ("Benefits register, %s"), day);
  g_autofree char *bcr = accord_benefits_register_dup_bcr (benefits);
  AccordReport *report = accord_report_new (title, subtitle);

  accord_report_set_landscape (report, TRUE);
  accord_report_add_text (report, bcr);
  if (benefits->entries->len == benefits->n_missing)
    accord_report_add_text (report, _ ("No benefit is in the register yet."));
  else
    accord_report_begin_table (report, headings);
  for (guint i = 0; i < benefits->entries->len; i++)
    if (((AccordBenefitEntry *) benefits->entries->pdata[i])->record != NULL)
      add_entry (report, benefits->entries->pdata[i]);
  if (benefits->years->len > 0)
    add_years (report, benefits);
  accord_report_add_note (report, accord_benefits_register_get_rule ());
  return report;
}

/**
 * accord_benefits_write_csv:
 * @benefits: the benefits register of a case
 * @stream: where it goes
 * @error: return location for an error
 *
 * Writes the register with all of its columns as separated values.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_benefits_write_csv (const AccordBenefitsRegister *benefits, GOutputStream *stream, GError **error)
{
  g_autoptr (AccordCsvWriter) writer = accord_csv_writer_new (stream);
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_BENEFIT);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_csv_writer_add_text (writer, _ (accord_kind_get_field (kind, fields[i])->label));
  accord_csv_writer_add_text (writer, _ ("Timing"));
  if (!accord_csv_writer_end_row (writer, NULL, error))
    return FALSE;
  for (guint i = 0; i < benefits->entries->len; i++)
    {
      const AccordBenefitEntry *entry = benefits->entries->pdata[i];

      if (entry->record == NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *text =
              accord_record_dup_plain (entry->record, (guint) accord_kind_find_field (kind, fields[j]));

          accord_csv_writer_add_text (writer, text != NULL ? text : "");
        }
      accord_csv_writer_add_text (writer, timing_of (entry));
      if (!accord_csv_writer_end_row (writer, NULL, error))
        return FALSE;
    }
  return accord_csv_writer_finish (writer, NULL, error);
}
