/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "benefits-report.h"
#include "financial-year.h"
#include "money.h"
#include "report-file.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  AccordBenefitsUpdate update;
} Wanted;

static gint64
find_case (AccordReader *reader, AccordRun *run, GError **error)
{
  return accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"), run->arguments[0],
                                error);
}

static gpointer
read_benefits (AccordReader *reader, gpointer data, GError **error)
{
  gint64 id = find_case (reader, data, error);

  return id > 0 ? accord_benefits_register_read (reader, id, error) : NULL;
}

static gboolean
write_update (AccordWriter *writer, gpointer data, GError **error)
{
  Wanted *wanted = data;

  wanted->update.business_case = find_case (accord_writer_get_reader (writer), wanted->run, error);
  return wanted->update.business_case > 0 && accord_benefits_update_write (writer, &wanted->update, error);
}

/* --- Words. */

static void
write_line (AccordOutput *output, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *safe = accord_terminal_line (*line);

      accord_output_printf (output, "%s\n", safe);
    }
}

static void
add_field (AccordTable *table, AccordRecord *record, const char *field)
{
  g_autofree char *text = accord_record_dup_display (
      record, (guint) accord_kind_find_field (accord_record_get_kind (record), field));

  accord_table_add_cell (table, *text != '\0' ? text : "–");
}

static void
write_entries (AccordOutput *output, const AccordBenefitsRegister *benefits)
{
  static const char *const fields[] = { "number",       "measure",   "category", "cash",
                                        "organisation", "full-year", "timescale" };
  const char *const headings[] = { _ ("No."),       _ ("Benefit"),         _ ("Category"), _ ("Class"),
                                   _ ("Who gains"), _ ("Full-year value"), _ ("Timescale") };
  g_autoptr (AccordTable) table = accord_table_new (output);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_table_add_column (table, headings[i], i == 5);
  for (guint i = 0; i < benefits->entries->len; i++)
    {
      const AccordBenefitEntry *entry = benefits->entries->pdata[i];

      for (guint j = 0; entry->record != NULL && j < G_N_ELEMENTS (fields); j++)
        add_field (table, entry->record, fields[j]);
    }
  accord_table_finish (table);
}

static void
add_pence (AccordTable *table, gint64 pence)
{
  g_autofree char *text = pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_LEDGER) : NULL;

  accord_table_add_cell (table, text != NULL ? text : "–");
}

static void
write_years (AccordOutput *output, const AccordBenefitsRegister *benefits)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Year"), FALSE);
  accord_table_add_column (table, _ ("Costs forecast £"), TRUE);
  accord_table_add_column (table, _ ("Paid £"), TRUE);
  accord_table_add_column (table, _ ("Benefits forecast £"), TRUE);
  accord_table_add_column (table, _ ("Realised £"), TRUE);
  for (guint i = 0; i < benefits->years->len; i++)
    {
      const AccordBenefitYear *year = &g_array_index (benefits->years, AccordBenefitYear, i);
      g_autofree char *label = accord_financial_year_format (year->year);

      accord_table_add_cell (table, label);
      add_pence (table, year->forecast_cost);
      add_pence (table, year->spent);
      add_pence (table, year->forecast_benefit);
      add_pence (table, year->realised);
    }
  accord_table_finish (table);
}

static void
write_text (AccordOutput *output, const AccordBenefitsRegister *benefits)
{
  g_autofree char *bcr = accord_benefits_register_dup_bcr (benefits);
  g_autofree char *differences = accord_benefits_register_dup_differences (benefits);

  write_line (output, bcr);
  if (benefits->n_missing > 0)
    accord_output_printf (output,
                          ngettext ("%u outcome line has no benefit in the register yet; see --update.\n",
                                    "%u outcome lines have no benefit in the register yet; see --update.\n",
                                    benefits->n_missing),
                          benefits->n_missing);
  if (differences != NULL)
    write_line (output, differences);
  if (benefits->entries->len > benefits->n_missing)
    {
      accord_output_write (output, "\n", 1);
      write_entries (output, benefits);
    }
  if (benefits->years->len > 0)
    {
      accord_output_write (output, "\n", 1);
      write_years (output, benefits);
    }
}

/* --- JSON. */

static void
json_pence (AccordJson *json, const char *name, gint64 pence)
{
  accord_json_key (json, name);
  if (pence != ACCORD_UNKNOWN)
    accord_json_int (json, pence);
  else
    accord_json_null (json);
}

static void
json_ratio (AccordJson *json, const char *name, gboolean known, AccordCbaValue value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  accord_json_key (json, name);
  if (known && value.defined == ACCORD_DEFINED)
    accord_json_raw (json, g_ascii_dtostr (buffer, sizeof buffer, value.value));
  else
    accord_json_null (json);
}

static void
json_amounts (AccordJson *json, const char *name, GArray *amounts)
{
  accord_json_key (json, name);
  accord_json_begin_object (json);
  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    {
      const AccordYearAmount *amount = &g_array_index (amounts, AccordYearAmount, i);
      g_autofree char *year = accord_financial_year_format (amount->year);

      accord_json_member_int (json, year, amount->amount);
    }
  accord_json_end_object (json);
}

static void
json_entry (AccordJson *json, const AccordBenefitEntry *entry)
{
  static const char *const fields[] = { "number",      "measure", "category",    "cash",
                                        "description", "feature", "activities",  "unit",
                                        "baseline",    "target",  "responsible", "timescale" };
  AccordRecord *shown = entry->record != NULL ? entry->record : entry->proposed;

  accord_json_begin_object (json);
  accord_json_member_boolean (json, "registered", entry->record != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_json_member_string (json, fields[i], accord_record_get_text (shown, fields[i]));
  accord_json_member_string (json, "cost", accord_record_get_text (shown, "cost-words"));
  accord_json_member_string (json, "organisation", accord_record_get_reference_title (shown, "organisation"));
  json_pence (json, "full_year_pence", accord_record_get_int (shown, "full-year"));
  accord_json_member_string (json, "outcome",
                             entry->outcome != NULL ? accord_record_get_uid (entry->outcome) : NULL);
  accord_json_member_string (json, "timing",
                             entry->outcome == NULL ? NULL
                             : entry->recurrent     ? "recurrent"
                                                    : "one-off");
  json_amounts (json, "forecast_pence", entry->forecast);
  json_amounts (json, "realised_pence", entry->realised);
  accord_json_key (json, "differs_in");
  accord_json_begin_array (json);
  for (guint i = 0; i < entry->differences->len; i++)
    accord_json_string (
        json, accord_record_get_kind (shown)->fields[g_array_index (entry->differences, guint, i)].name);
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
json_years (AccordJson *json, const AccordBenefitsRegister *benefits)
{
  accord_json_key (json, "by_year");
  accord_json_begin_array (json);
  for (guint i = 0; i < benefits->years->len; i++)
    {
      const AccordBenefitYear *year = &g_array_index (benefits->years, AccordBenefitYear, i);
      g_autofree char *label = accord_financial_year_format (year->year);

      accord_json_begin_object (json);
      accord_json_member_string (json, "year", label);
      json_pence (json, "forecast_cost_pence", year->forecast_cost);
      json_pence (json, "forecast_benefit_pence", year->forecast_benefit);
      json_pence (json, "spent_pence", year->spent);
      json_pence (json, "realised_pence", year->realised);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, const AccordBenefitsRegister *benefits)
{
  gboolean known = benefits->spent_known && benefits->realised_known;
  g_autofree char *until =
      benefits->until != ACCORD_NO_YEAR ? accord_financial_year_format (benefits->until) : NULL;
  g_autofree char *words = accord_benefits_register_dup_bcr (benefits);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "id", accord_record_get_id (benefits->file->business_case));
  accord_json_member_string (&json, "name", accord_record_get_text (benefits->file->business_case, "name"));
  accord_json_member_string (&json, "problem", benefits->problem);
  accord_json_member_string (&json, "until", until);
  json_ratio (&json, "realised_bcr", known, benefits->bcr);
  json_ratio (&json, "forecast_bcr", benefits->until != ACCORD_NO_YEAR, benefits->forecast_bcr);
  accord_json_member_string (&json, "words", words);
  json_pence (&json, "spent_present_pence", benefits->spent_known ? benefits->spent : ACCORD_UNKNOWN);
  json_pence (&json, "realised_present_pence",
              benefits->realised_known ? benefits->realised : ACCORD_UNKNOWN);
  accord_json_member_boolean (&json, "rebased", benefits->rebased);
  json_pence (&json, "recurrent_pence", benefits->recurrent_forecast);
  json_pence (&json, "one_off_pence", benefits->once_forecast);
  accord_json_key (&json, "benefits");
  accord_json_begin_array (&json);
  for (guint i = 0; i < benefits->entries->len; i++)
    json_entry (&json, benefits->entries->pdata[i]);
  accord_json_end_array (&json);
  json_years (&json, benefits);
  accord_json_end_object (&json);
  accord_output_write (output, "\n", 1);
}

static gboolean
write_csv (gpointer data, GOutputStream *stream, GError **error)
{
  return accord_benefits_write_csv (data, stream, error);
}

static gboolean
keep_update (AccordRun *run, GError **error)
{
  Wanted wanted = { run, { .overwrite = run->options->overwrite } };
  g_autoptr (AccordChange) change = accord_workspace_write (
      run->workspace, _ ("Update the benefits register"), write_update, &wanted, run->cancellable, error);

  if (change == NULL)
    return FALSE;
  if (!run->options->json)
    {
      g_autofree char *words = accord_benefits_update_dup_words (&wanted.update);

      write_line (run->output, words);
    }
  return TRUE;
}

/**
 * accord_command_benefits:
 * @run: the run
 * @error: return location for an error
 *
 * Tells the benefits register of a case, after bringing it in step with the appraisal where that is asked.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_benefits (AccordRun *run, GError **error)
{
  g_autoptr (AccordBenefitsRegister) benefits = NULL;

  if ((run->options->update || run->options->overwrite) && !keep_update (run, error))
    return ACCORD_EXIT_BROKEN;
  benefits = accord_workspace_read (run->workspace, read_benefits, run, run->cancellable, error);
  if (benefits == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->output != NULL)
    {
      g_autoptr (AccordReport) report = accord_benefits_report_new (benefits);

      accord_cli_write_report (run, report, write_csv, benefits, error);
    }
  else if (run->options->json)
    write_json (run->output, benefits);
  else
    write_text (run->output, benefits);
  return ACCORD_EXIT_DONE;
}
