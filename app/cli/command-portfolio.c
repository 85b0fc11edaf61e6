/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assignment.h"
#include "cba-words.h"
#include "financial-year.h"
#include "money.h"
#include "portfolio-choice-words.h"
#include "text-table.h"

/* --- What is asked. */

static gboolean
fail_usage (GError **error, const char *written, const char *why)
{
  g_autofree char *shown = accord_terminal_line (written);

  /* Translators: what was written, and what is wrong with it. */
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, _ ("“%s”: %s"), shown, why);
  return FALSE;
}

static gboolean
take_limit (AccordPortfolioQuestion *question, const char *written, GError **error)
{
  if (written == NULL)
    return TRUE;
  if (!accord_cli_read_pence (written, &question->limit) || question->limit < 0)
    return fail_usage (error, written, _ ("a limit is written in whole pence."));
  return TRUE;
}

/* "2019/20=400000000" */
static gboolean
take_year (AccordPortfolioQuestion *question, const char *written, GError **error)
{
  const char *sign = strchr (written, '=');
  g_autofree char *words = sign != NULL ? g_strndup (written, sign - written) : NULL;
  gint64 pence;
  int year;

  if (sign == NULL || !accord_financial_year_parse (words, &year, NULL)
      || !accord_cli_read_pence (sign + 1, &pence) || pence < 0)
    return fail_usage (error, written,
                       _ ("the limit of a year is written as 2019/20=PENCE, in whole pence."));
  accord_portfolio_question_set_year (question, year, pence);
  return TRUE;
}

static gboolean
take_cases (AccordReader *reader, AccordPortfolioQuestion *question, char **words, gboolean required,
            GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      gint64 id = accord_reader_resolve (reader, kind, *word, error);

      if (id <= 0)
        return FALSE;
      if (!required && accord_portfolio_question_requires (question, id))
        return fail_usage (error, *word, _ ("a case cannot both be in and be left out."));
      accord_portfolio_question_set (question, id, required, !required);
    }
  return TRUE;
}

/* What a saved portfolio asks, where one is named, and over it what the command line asks. */
static AccordPortfolioQuestion *
begin_question (AccordReader *reader, AccordRun *run, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (run->schema, "portfolio");
  g_autoptr (AccordRecord) record = NULL;
  gint64 id;

  if (run->n_arguments == 0)
    return accord_portfolio_question_new ();
  id = accord_reader_resolve (reader, kind, run->arguments[0], error);
  record = id > 0 ? accord_reader_get (reader, kind, id, error) : NULL;
  return record != NULL ? accord_portfolio_question_from_record (record, error) : NULL;
}

static AccordPortfolioQuestion *
read_question (AccordReader *reader, AccordRun *run, GError **error)
{
  g_autoptr (AccordPortfolioQuestion) question = begin_question (reader, run, error);

  if (question == NULL || !take_limit (question, run->options->limit, error))
    return NULL;
  for (char **year = run->options->years; year != NULL && *year != NULL; year++)
    if (!take_year (question, *year, error))
      return NULL;
  if (run->options->fund != NULL)
    {
      question->fund = accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "fund"),
                                              run->options->fund, error);
      if (question->fund <= 0)
        return NULL;
      if (run->options->limit == NULL)
        question->limit = ACCORD_UNKNOWN;
    }
  if (!take_cases (reader, question, run->options->must, TRUE, error)
      || !take_cases (reader, question, run->options->exclude, FALSE, error))
    return NULL;
  return g_steal_pointer (&question);
}

static gpointer
read_choice (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordPortfolioQuestion) question = read_question (reader, data, error);

  return question != NULL ? accord_portfolio_choice_read (reader, question, error) : NULL;
}

/* --- Words. */

static void
write_line (AccordOutput *output, const char *words)
{
  g_autofree char *line = accord_terminal_line (words);

  accord_output_printf (output, "%s\n", line);
}

static const char *
place_of (const AccordPortfolioChoice *choice, guint index)
{
  const AccordPortfolioCase *one = choice->cases->pdata[index];
  gint64 id = accord_record_get_id (one->record);

  if (accord_portfolio_question_requires (choice->question, id))
    return _ ("must be in");
  if (accord_portfolio_question_excludes (choice->question, id))
    return _ ("left out");
  return choice->chosen != NULL && choice->chosen[index] ? _ ("in") : "–";
}

static void
write_row (AccordTable *table, const AccordPortfolioChoice *choice, guint index)
{
  const AccordPortfolioCase *one = choice->cases->pdata[index];
  g_autofree char *title = accord_record_dup_title (one->record);
  g_autofree char *bcr = accord_cba_value_dup_display (NULL, one->bcr, ACCORD_UNIT_RATIO);
  g_autofree char *npsv = accord_money_format (one->npsv, ACCORD_MONEY_LEDGER);
  g_autofree char *cost = accord_money_format (one->cost, ACCORD_MONEY_LEDGER);
  g_autofree char *per_pound = accord_portfolio_case_dup_per_pound (one);

  accord_table_add_cell (table, title);
  accord_table_add_cell (table, bcr);
  accord_table_add_cell (table, per_pound);
  accord_table_add_cell (table, npsv);
  accord_table_add_cell (table, cost);
  accord_table_add_cell (table, place_of (choice, index));
}

static void
write_table (AccordOutput *output, const AccordPortfolioChoice *choice)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Business case"), FALSE);
  accord_table_add_column (table, _ ("BCR"), TRUE);
  accord_table_add_column (table, _ ("NPSV a pound"), TRUE);
  accord_table_add_column (table, _ ("NPSV £"), TRUE);
  accord_table_add_column (table, _ ("Asks for £"), TRUE);
  accord_table_add_column (table, _ ("Best set"), FALSE);
  for (guint i = 0; i < choice->n_ready; i++)
    write_row (table, choice, i);
  accord_table_finish (table);
}

static void
write_text (AccordOutput *output, const AccordPortfolioChoice *choice)
{
  g_autofree char *limit = accord_portfolio_choice_dup_limit (choice);
  g_autofree char *result = accord_portfolio_choice_dup_result (choice);
  g_autofree char *more = accord_portfolio_choice_dup_more (choice);
  g_autoptr (GPtrArray) remarks = accord_portfolio_choice_list_remarks (choice);

  write_line (output, limit);
  if (g_strcmp0 (limit, result) != 0)
    write_line (output, result);
  if (more != NULL)
    write_line (output, more);
  for (guint i = 0; i < remarks->len; i++)
    write_line (output, remarks->pdata[i]);
  accord_output_write (output, "\n", 1);
  if (choice->n_ready > 0)
    write_table (output, choice);
  for (guint i = choice->n_ready; i < choice->cases->len; i++)
    {
      const AccordPortfolioCase *one = choice->cases->pdata[i];
      g_autofree char *title = accord_record_dup_title (one->record);
      g_autofree char *why = accord_portfolio_case_dup_standing (one);
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), title, why);

      write_line (output, line);
    }
  accord_output_write (output, "\n", 1);
  write_line (output, accord_portfolio_get_rule ());
}

/* --- JSON. */

static void
json_number (AccordJson *json, const char *name, AccordCbaValue value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  accord_json_key (json, name);
  if (value.defined == ACCORD_DEFINED)
    accord_json_raw (json, g_ascii_dtostr (buffer, sizeof buffer, value.value));
  else
    accord_json_null (json);
}

static void
json_pence (AccordJson *json, const char *name, gboolean known, gint64 pence)
{
  accord_json_key (json, name);
  if (known)
    accord_json_int (json, pence);
  else
    accord_json_null (json);
}

static void
json_figures (AccordJson *json, const AccordPortfolioCase *one)
{
  accord_json_member_string (json, "option", one->option);
  accord_json_member_boolean (json, "preferred", one->preferred);
  accord_json_member_int (json, "cost_pence", one->cost);
  accord_json_key (json, "years");
  accord_json_begin_object (json);
  for (guint i = 0; i < one->years->len; i++)
    {
      const AccordYearAmount *amount = &g_array_index (one->years, AccordYearAmount, i);
      g_autofree char *year = accord_financial_year_format (amount->year);

      accord_json_member_int (json, year, amount->amount);
    }
  accord_json_end_object (json);
  accord_json_member_int (json, "npsv_pence", one->npsv);
  json_number (json, "bcr", one->bcr);
  if (one->bcr.defined != ACCORD_DEFINED)
    accord_json_member_string (json, "bcr_undefined", accord_undefined_get_words (one->bcr.defined));
  json_number (json, "npsv_per_pound", one->per_pound);
}

static void
json_case (AccordJson *json, const AccordPortfolioChoice *choice, guint index)
{
  const AccordPortfolioCase *one = choice->cases->pdata[index];
  gint64 id = accord_record_get_id (one->record);
  g_autofree char *why = accord_portfolio_case_dup_standing (one);
  g_autofree char *title = accord_record_dup_title (one->record);

  accord_json_begin_object (json);
  accord_json_member_int (json, "id", id);
  accord_json_member_string (json, "uid", accord_record_get_uid (one->record));
  accord_json_member_string (json, "name", title);
  accord_json_member_string (json, "standing", accord_portfolio_standing_get_code (one->standing));
  accord_json_member_string (json, "problem", *why != '\0' ? why : NULL);
  accord_json_member_boolean (json, "must", accord_portfolio_question_requires (choice->question, id));
  accord_json_member_boolean (json, "excluded", accord_portfolio_question_excludes (choice->question, id));
  accord_json_member_boolean (json, "chosen", choice->chosen != NULL && choice->chosen[index]);
  if (one->standing == ACCORD_PORTFOLIO_READY)
    json_figures (json, one);
  accord_json_end_object (json);
}

static void
json_next (AccordJson *json, const AccordPortfolioChoice *choice)
{
  accord_json_key (json, "next");
  if (choice->best == NULL || !choice->best->next_known || choice->best->next_cost == 0)
    {
      accord_json_null (json);
      return;
    }
  accord_json_begin_object (json);
  accord_json_member_int (json, "cost_pence", choice->best->next_cost);
  accord_json_member_int (json, "worth_pence", choice->best->next_worth);
  accord_json_key (json, "chosen");
  accord_json_begin_array (json);
  for (guint i = 0; choice->more != NULL && i < choice->n_ready; i++)
    if (choice->more[i])
      accord_json_int (json,
                       accord_record_get_id (((AccordPortfolioCase *) choice->cases->pdata[i])->record));
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
json_best (AccordJson *json, const AccordPortfolioChoice *choice)
{
  static const char *const statuses[] = { "exact", "impossible", "stopped" };
  const AccordPortfolio *best = choice->best;

  accord_json_member_string (json, "status", best != NULL ? statuses[best->status] : "no-limit");
  json_pence (json, "limit_pence", choice->limit != ACCORD_UNKNOWN, choice->limit);
  json_pence (json, "cost_pence", best != NULL, best != NULL ? best->cost : 0);
  json_pence (json, "worth_pence", best != NULL, best != NULL ? best->worth : 0);
  json_pence (json, "bound_pence", best != NULL, best != NULL ? best->bound : 0);
  json_pence (json, "left_pence", best != NULL, best != NULL ? best->left : 0);
  json_next (json, choice);
}

static void
write_json (AccordOutput *output, const AccordPortfolioChoice *choice)
{
  g_autofree char *words = accord_portfolio_choice_dup_result (choice);
  g_autofree char *more = accord_portfolio_choice_dup_more (choice);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "fund", choice->fund != NULL ? choice->fund->name : NULL);
  json_best (&json, choice);
  accord_json_member_string (&json, "words", words);
  accord_json_member_string (&json, "more", more);
  accord_json_key (&json, "chosen");
  accord_json_begin_array (&json);
  for (guint i = 0; choice->chosen != NULL && i < choice->n_ready; i++)
    if (choice->chosen[i])
      accord_json_string (
          &json, accord_record_get_text (((AccordPortfolioCase *) choice->cases->pdata[i])->record, "name"));
  accord_json_end_array (&json);
  accord_json_key (&json, "cases");
  accord_json_begin_array (&json);
  for (guint i = 0; i < choice->cases->len; i++)
    json_case (&json, choice, i);
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_output_write (output, "\n", 1);
}

/**
 * accord_command_portfolio:
 * @run: the run
 * @error: return location for an error
 *
 * Ranks the business cases, and says which of them are the best set within the money.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_portfolio (AccordRun *run, GError **error)
{
  g_autoptr (AccordPortfolioChoice) choice =
      accord_workspace_read (run->workspace, read_choice, run, run->cancellable, error);

  if (choice == NULL)
    return ACCORD_EXIT_BROKEN;
  accord_portfolio_choice_work_out (choice, NULL, NULL);
  if (run->options->json)
    write_json (run->output, choice);
  else
    write_text (run->output, choice);
  return ACCORD_EXIT_DONE;
}
