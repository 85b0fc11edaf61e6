/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "appraisal-lines.h"
#include "edition.h"
#include "editions.h"
#include "money.h"
#include "text-table.h"
#include "unit-costs.h"

/**
 * Asked:
 * @schema: the kinds there are
 * @search: words that a unit cost holds
 * @prices: whether values in the prices of a year are wanted
 * @years: what kind of year that is
 * @year: it
 * @lines: (element-type AccordRecord): what was found
 * @series: (element-type AccordPriceSeries): the price series of the workspace, the newest first
 * @series_titles: (element-type utf8): what they are called
 */
typedef struct
{
  AccordSchema *schema;
  const char *search;
  gboolean prices;
  AccordPriceYears years;
  int year;
  GPtrArray *lines;
  GPtrArray *series;
} Asked;

static gint
compare_newest (gconstpointer a, gconstpointer b)
{
  return accord_edition_compare (*(AccordRecord *const *) b, *(AccordRecord *const *) a);
}

/* Those that Accord comes with count where the workspace has none. */
static gboolean
read_series (AccordReader *reader, Asked *asked, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (accord_kind_for_type (ACCORD_TYPE_EDITION));
  g_autoptr (GPtrArray) editions = accord_reader_list (reader, query, error);
  g_autoptr (GPtrArray) shipped = accord_editions_shipped (asked->schema);

  if (editions == NULL)
    return FALSE;
  g_ptr_array_sort (editions, compare_newest);
  g_ptr_array_extend (editions, shipped, (GCopyFunc) (GCallback) g_object_ref, NULL);
  for (guint i = 0; i < editions->len; i++)
    if (g_strcmp0 (accord_record_get_text (editions->pdata[i], "sort"), "deflator") == 0)
      {
        AccordPriceSeries *series = accord_edition_get_series (editions->pdata[i], NULL);

        if (series != NULL)
          g_ptr_array_add (asked->series, series);
      }
  return TRUE;
}

static gpointer
read_unit_costs (AccordReader *reader, gpointer data, GError **error)
{
  Asked *asked = data;
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (asked->schema, "unit-cost"));

  if (asked->search != NULL)
    accord_query_set_search (query, asked->search);
  asked->lines = accord_reader_list (reader, query, error);
  if (asked->lines == NULL || (asked->prices && !read_series (reader, asked, error)))
    return NULL;
  return asked;
}

/* The value in the prices that are wanted, by the newest series that can say. */
static gboolean
rebase (const Asked *asked, AccordRecord *line, gint64 *pence, const AccordPriceSeries **by)
{
  for (guint i = 0; asked->prices && i < asked->series->len; i++)
    {
      const AccordPriceSeries *series = asked->series->pdata[i];

      if (series->years == asked->years && accord_unit_cost_rebase (line, series, asked->year, pence, NULL))
        {
          *by = series;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
dup_money (gint64 pence)
{
  return pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_LEDGER) : g_strdup ("");
}

static void
write_words (AccordRun *run, const Asked *asked)
{
  g_autoptr (AccordTable) table = accord_table_new (run->output);
  g_autofree char *year = accord_price_year_format (asked->years, asked->year);
  g_autofree char *heading = g_strdup_printf (_ ("In %s prices"), year);

  accord_table_add_column (table, _ ("Code"), FALSE);
  accord_table_add_column (table, _ ("Description"), FALSE);
  accord_table_add_column (table, _ ("Unit"), FALSE);
  accord_table_add_column (table, _ ("Cost (£)"), TRUE);
  accord_table_add_column (table, _ ("Prices of"), FALSE);
  if (asked->prices)
    accord_table_add_column (table, heading, TRUE);
  for (guint i = 0; i < asked->lines->len; i++)
    {
      AccordRecord *line = asked->lines->pdata[i];
      g_autofree char *cost = dup_money (accord_record_get_int (line, "amount")), *rebased = NULL;
      const AccordPriceSeries *by;
      gint64 pence = ACCORD_UNKNOWN;

      accord_table_add_cell (table, accord_record_get_text (line, "code"));
      accord_table_add_cell (table, accord_record_get_text (line, "description"));
      accord_table_add_cell (table, accord_record_get_text (line, "unit"));
      accord_table_add_cell (table, cost);
      accord_table_add_cell (table, accord_record_get_text (line, "price-year"));
      if (!asked->prices)
        continue;
      rebase (asked, line, &pence, &by);
      rebased = dup_money (pence);
      accord_table_add_cell (table, rebased);
    }
  accord_table_finish (table);
}

static void
write_rebased (AccordJson *json, const Asked *asked, AccordRecord *line)
{
  g_autofree char *year = accord_price_year_format (asked->years, asked->year);
  const AccordPriceSeries *by;
  gint64 pence;

  accord_json_key (json, "rebased");
  if (!rebase (asked, line, &pence, &by))
    {
      accord_json_null (json);
      return;
    }
  accord_json_begin_object (json);
  accord_json_member_int (json, "amount_pence", pence);
  accord_json_member_string (json, "price_year", year);
  accord_json_member_string (json, "series", by->name);
  accord_json_member_string (json, "edition", by->edition);
  accord_json_end_object (json);
}

static void
write_json (AccordRun *run, const Asked *asked)
{
  static const struct
  {
    const char *key;
    const char *field;
  } texts[] = {
    { "code", "code" },         { "description", "description" },
    { "category", "category" }, { "detail", "detail" },
    { "unit", "unit" },         { "price_year", "price-year" },
    { "agency", "agency" },     { "agency_detail", "agency-detail" },
    { "note", "note" },
  };
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < asked->lines->len; i++)
    {
      AccordRecord *line = asked->lines->pdata[i];
      const gint64 amount = accord_record_get_int (line, "amount");

      accord_json_begin_object (&json);
      accord_json_member_int (&json, "id", accord_record_get_id (line));
      accord_json_member_string (&json, "uid", accord_record_get_uid (line));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        accord_json_member_string (&json, texts[j].key, accord_record_get_text (line, texts[j].field));
      accord_json_key (&json, "amount_pence");
      if (amount != ACCORD_UNKNOWN)
        accord_json_int (&json, amount);
      else
        accord_json_null (&json);
      accord_json_member_string (&json, "edition", accord_record_get_reference_title (line, "edition"));
      if (asked->prices)
        write_rebased (&json, asked, line);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

/**
 * accord_command_unit_costs:
 * @run: the run
 * @error: return location for an error
 *
 * Finds unit costs by their words.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_unit_costs (AccordRun *run, GError **error)
{
  g_autofree char *search = g_strjoinv (" ", run->arguments);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_price_series_free);
  Asked asked = { run->schema, *search != '\0' ? search : NULL, run->options->prices != NULL };

  asked.series = series;
  if (asked.prices)
    {
      g_autoptr (GError) problem = NULL;

      if (!accord_price_year_parse (run->options->prices, &asked.years, &asked.year, &problem)
          || asked.year == ACCORD_NO_YEAR)
        {
          g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, "%s",
                       problem != NULL ? problem->message : _ ("--prices names no year."));
          return ACCORD_EXIT_USAGE;
        }
    }
  if (accord_workspace_read (run->workspace, read_unit_costs, &asked, run->cancellable, error) == NULL)
    {
      g_clear_pointer (&asked.lines, g_ptr_array_unref);
      return ACCORD_EXIT_BROKEN;
    }
  if (run->options->json)
    write_json (run, &asked);
  else if (asked.lines->len == 0)
    accord_output_printf (run->output, "%s\n", _ ("No unit cost holds these words."));
  else
    write_words (run, &asked);
  g_ptr_array_unref (asked.lines);
  return ACCORD_EXIT_DONE;
}
