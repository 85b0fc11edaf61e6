/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "appraisal-result.h"
#include "cba-words.h"
#include "financial-year.h"
#include "fold.h"
#include "text-table.h"

/* A tree of a long appraisal would be a book: of more children than these the rest is counted, and beyond so
 * many values none is opened any more. */
#define MOST_CHILDREN 60
#define MOST_LINES 5000
#define MOST_VALUES 200000

/* Figures by the names that the answer of `appraise` has for them as well. */
static const struct
{
  const char *word;
  AccordFigure figure;
} aliases[] = {
  { "npv", ACCORD_FIGURE_NPSV },
  { "net-budget-impact", ACCORD_FIGURE_BUDGET_IMPACT },
  { "payback-year", ACCORD_FIGURE_PAYBACK },
  { "discounted-payback-year", ACCORD_FIGURE_DISCOUNTED_PAYBACK },
};

static gboolean
find_part (const char *word, AccordFigureRef *ref)
{
  static const char *const classes[] = { "fiscal", "economic", "social" };
  static const char *const kinds[] = { "capital", "revenue", "in-kind" };

  for (guint i = 0; i < 3; i++)
    if (g_str_equal (word, classes[i]) || g_str_equal (word, kinds[i]))
      {
        ref->figure = g_str_equal (word, classes[i]) ? ACCORD_FIGURE_CLASS : ACCORD_FIGURE_KIND;
        ref->part = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_figure (const char *word, AccordFigureRef *ref, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_ascii_strdown (word, -1), "_ ", '-');
  g_autofree char *shown = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  if (g_str_has_suffix (plain, "-pence"))
    plain[strlen (plain) - strlen ("-pence")] = '\0';
  if (accord_figure_from_code (plain, &ref->figure) && ref->figure != ACCORD_FIGURE_CLASS
      && ref->figure != ACCORD_FIGURE_KIND)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (plain, aliases[i].word))
      {
        ref->figure = aliases[i].figure;
        return TRUE;
      }
  if (find_part (plain, ref))
    return TRUE;
  for (guint i = 0; i < ACCORD_N_FIGURES; i++)
    if (i != ACCORD_FIGURE_CLASS && i != ACCORD_FIGURE_KIND)
      g_string_append_printf (list, "%s, ", accord_figure_get_code (i));
  shown = accord_terminal_line (word);
  g_set_error (
      error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
      _ ("There is no figure “%s”; there are: %sfiscal, economic, social, capital, revenue, in-kind."), shown,
      list->str);
  return FALSE;
}

static gboolean
is_called (const char *word, const char *name, const char *uid)
{
  g_autofree char *one = accord_text_fold (word), *other = accord_text_fold (name != NULL ? name : "");

  return g_strcmp0 (word, uid) == 0 || g_str_equal (one, other);
}

static gboolean
needs (AccordFigure figure, AccordFigure first, AccordFigure last)
{
  return figure >= first && figure <= last;
}

static gboolean
find_year (AccordRun *run, const AccordCba *cba, AccordFigureRef *ref, GError **error)
{
  const char *word = run->options->years != NULL ? run->options->years[0] : NULL;
  guint64 counted;
  int named;

  if (!needs (ref->figure, ACCORD_FIGURE_YEAR_COST, ACCORD_FIGURE_YEAR_CUMULATIVE)
      && ref->figure != ACCORD_FIGURE_LINE_YEAR)
    return TRUE;
  if (word != NULL && g_ascii_string_to_unsigned (word, 10, 0, cba->horizon - 1, &counted, NULL))
    {
      ref->year = (guint) counted;
      return TRUE;
    }
  if (word != NULL && cba->base_year != ACCORD_NO_YEAR && accord_financial_year_parse (word, &named, NULL)
      && named >= cba->base_year && (guint) (named - cba->base_year) < cba->horizon)
    {
      ref->year = (guint) (named - cba->base_year);
      return TRUE;
    }
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("This figure is of a year: --year needs one of those counted, such as 0 to %u."),
               cba->horizon - 1);
  return FALSE;
}

static gboolean
find_organisation (AccordRun *run, const AccordCba *cba, AccordFigureRef *ref, GError **error)
{
  const char *word = run->options->organisation;
  g_autofree char *shown = NULL;

  ref->organisation = ACCORD_CBA_NONE;
  if (!needs (ref->figure, ACCORD_FIGURE_POSITION_COST, ACCORD_FIGURE_POSITION_DEEPEST))
    return TRUE;
  for (guint i = 0; word != NULL && i < cba->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = cba->organisations->pdata[i];

      if (!is_called (word, organisation->name, organisation->uid))
        continue;
      ref->organisation = i;
      return TRUE;
    }
  if (word == NULL)
    g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                         _ ("This figure is of an organisation, which --organisation has to name."));
  else
    {
      shown = accord_terminal_line (word);
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                   _ ("No organisation of the appraisal is called “%s”."), shown);
    }
  return FALSE;
}

static gboolean
find_line (AccordRun *run, const AccordCba *cba, AccordFigureRef *ref, GError **error)
{
  const AccordCbaOption *option = cba->options->pdata[ref->option];
  const char *word = run->options->line;
  g_autofree char *shown = NULL;

  if (!needs (ref->figure, ACCORD_FIGURE_LINE, ACCORD_FIGURE_LINE_YEAR))
    return TRUE;
  for (guint i = 0; word != NULL && i < option->costs->len + option->outcomes->len; i++)
    {
      const gboolean is_outcome = i >= option->costs->len;
      const guint line = is_outcome ? i - option->costs->len : i;
      const AccordCbaCost *cost = is_outcome ? NULL : option->costs->pdata[line];
      const AccordCbaOutcome *outcome = is_outcome ? option->outcomes->pdata[line] : NULL;

      if (!(is_outcome ? is_called (word, outcome->name, outcome->uid)
                       : is_called (word, cost->name, cost->uid)))
        continue;
      ref->is_outcome = is_outcome;
      ref->line = line;
      return TRUE;
    }
  if (word == NULL)
    g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                         _ ("This figure is of a line, which --line has to name."));
  else
    {
      shown = accord_terminal_line (word);
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                   _ ("No line of the option is called “%s”."), shown);
    }
  return FALSE;
}

static void
write_source (AccordOutput *output, const AccordTrace *trace)
{
  g_autofree char *line = NULL;

  if (trace->rule != ACCORD_RULE_TYPED || trace->source == NULL || *trace->source == '\0')
    return;
  line = accord_terminal_line (trace->source);
  accord_output_printf (output, "  [%s]", line);
}

static void
write_tree (AccordOutput *output, AccordTrace *trace, const AccordCba *cba, guint depth, guint *left)
{
  GPtrArray *children = accord_trace_get_children (trace);
  g_autofree char *label = accord_trace_dup_label (trace, cba);
  g_autofree char *value = accord_trace_dup_value (trace, cba);
  g_autofree char *plain = g_strdup_printf ("%s: %s", label, value);
  g_autofree char *line = accord_terminal_line (plain);
  const guint n = children != NULL ? children->len : 0;
  guint shown = 0;

  *left -= MIN (*left, 1);
  accord_output_repeat (output, ' ', depth * 2);
  accord_output_printf (output, "%s", line);
  write_source (output, trace);
  accord_output_printf (output, "\n");
  for (; shown < MIN (n, MOST_CHILDREN) && *left > 0; shown++)
    write_tree (output, children->pdata[shown], cba, depth + 1, left);
  if (n == shown)
    return;
  accord_output_repeat (output, ' ', (depth + 1) * 2);
  accord_output_printf (output, ngettext ("and %u more", "and %u more", n - shown), n - shown);
  accord_output_printf (output, "\n");
}

/* What is not opened says how many there are. */
static void
json_tree (AccordJson *json, AccordTrace *trace, const AccordCba *cba, guint *left)
{
  static const char *const rules[] = { "typed",      "sum",    "difference", "product", "quotient",
                                       "complement", "uplift", "power",      "factor",  "annuity",
                                       "first-year", "lowest", "floor" };
  static const char *const units[] = { "pence", "ratio", "rate", "year", "count", "factor", "index" };
  const gboolean made = trace->children == NULL;
  GPtrArray *children = accord_trace_get_children (trace);
  g_autofree char *label = accord_trace_dup_label (trace, cba);

  accord_json_begin_object (json);
  accord_json_member_string (json, "what", label);
  accord_json_member_string (json, "rule", rules[trace->rule]);
  accord_json_member_string (json, "unit", units[trace->unit]);
  if (trace->defined == ACCORD_DEFINED)
    accord_json_member_number (json, "value", trace->value);
  else
    {
      accord_json_key (json, "value");
      accord_json_null (json);
      accord_json_member_string (json, "undefined", accord_undefined_get_words (trace->defined));
    }
  if (trace->uid != NULL)
    accord_json_member_string (json, "uid", trace->uid);
  if (trace->source != NULL)
    accord_json_member_string (json, "source", trace->source);
  *left -= MIN (*left, 1);
  if (children != NULL && *left == 0)
    accord_json_member_int (json, "children_left_out", children->len);
  else if (children != NULL)
    {
      accord_json_key (json, "children");
      accord_json_begin_array (json);
      for (guint i = 0; i < children->len; i++)
        json_tree (json, children->pdata[i], cba, left);
      accord_json_end_array (json);
    }
  accord_json_end_object (json);
  if (made && trace->recipe != NULL)
    g_clear_pointer (&trace->children, g_ptr_array_unref);
}

static void
write_answer (AccordRun *run, AccordTrace *trace, const AccordCba *cba)
{
  g_autofree char *sentence = accord_trace_dup_sentence (trace, cba);
  g_autofree char *line = accord_terminal_line (sentence);
  guint left = run->options->json ? MOST_VALUES : MOST_LINES;
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, "%s\n\n", line);
      write_tree (run->output, trace, cba, 0, &left);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "sentence", sentence);
  accord_json_key (&json, "trace");
  json_tree (&json, trace, cba, &left);
  accord_json_end_object (&json);
}

/**
 * accord_command_explain:
 * @run: the run
 * @error: return location for an error
 *
 * Says why a figure of an appraisal is what it is, down to the typed numbers.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_explain (AccordRun *run, GError **error)
{
  g_autoptr (AccordAppraisalSource) source = NULL;
  g_autoptr (AccordTrace) trace = NULL;
  AccordFigureRef ref = { 0 };

  if (!find_figure (run->arguments[1], &ref, error))
    return ACCORD_EXIT_USAGE;
  source = accord_appraisal_source_open (run, error);
  if (source == NULL)
    return ACCORD_EXIT_REJECTED;
  if (source->cba == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           _ ("A bare series has no lines that its figures could be explained by."));
      return ACCORD_EXIT_REJECTED;
    }
  if (accord_appraisal_source_complain (source))
    return ACCORD_EXIT_REJECTED;
  ref.option = source->option;
  if (!find_year (run, source->cba, &ref, error) || !find_organisation (run, source->cba, &ref, error)
      || !find_line (run, source->cba, &ref, error))
    return ACCORD_EXIT_USAGE;
  trace = accord_trace_new (source->cba, &ref);
  g_assert (trace != NULL);
  write_answer (run, trace, source->cba);
  return ACCORD_EXIT_DONE;
}
