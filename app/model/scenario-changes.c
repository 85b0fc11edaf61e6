/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-changes.h"

#include "model-error.h"
#include "money.h"
#include "text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  OF_COSTS = 1 << 0,
  OF_OUTCOMES = 1 << 1,
  OF_ALL = 1 << 2,
} Owner;

typedef enum
{
  TIMES = 1 << 0,
  EQUALS = 1 << 1,
  PLUS = 1 << 2,
} Sign;

/* The numbers that can be changed, by the names that the records' fields have. */
static const struct
{
  const char *name;
  AccordCbaField field;
  guint owners;
  guint signs;
} numbers[] = {
  { "amounts", ACCORD_CBA_FIELD_AMOUNT, OF_COSTS, TIMES },
  { "bias-rate", ACCORD_CBA_FIELD_BIAS, OF_COSTS, TIMES | EQUALS },
  { "mitigated", ACCORD_CBA_FIELD_MITIGATED, OF_COSTS, TIMES | EQUALS },
  { "grade", ACCORD_CBA_FIELD_GRADE, OF_COSTS | OF_OUTCOMES, EQUALS },
  { "need", ACCORD_CBA_FIELD_NEED, OF_OUTCOMES, TIMES | EQUALS },
  { "engagement", ACCORD_CBA_FIELD_ENGAGEMENT, OF_OUTCOMES, TIMES | EQUALS },
  { "impact", ACCORD_CBA_FIELD_IMPACT, OF_OUTCOMES, TIMES | EQUALS },
  { "deadweight", ACCORD_CBA_FIELD_DEADWEIGHT, OF_OUTCOMES, TIMES | EQUALS },
  { "unit-value", ACCORD_CBA_FIELD_UNIT_VALUE, OF_OUTCOMES, TIMES | EQUALS },
  { "attribution", ACCORD_CBA_FIELD_ATTRIBUTION, OF_OUTCOMES, TIMES | EQUALS },
  { "displacement", ACCORD_CBA_FIELD_DISPLACEMENT, OF_OUTCOMES, TIMES | EQUALS },
  { "leakage", ACCORD_CBA_FIELD_LEAKAGE, OF_OUTCOMES, TIMES | EQUALS },
  { "lag-years", ACCORD_CBA_FIELD_LAG, OF_OUTCOMES, EQUALS },
  { "drop-off", ACCORD_CBA_FIELD_DROP_OFF, OF_OUTCOMES, TIMES | EQUALS },
  { "lasts", ACCORD_CBA_FIELD_LASTS, OF_OUTCOMES, EQUALS },
  { "cashable", ACCORD_CBA_FIELD_CASHABLE, OF_OUTCOMES, TIMES | EQUALS },
  { "rate", ACCORD_CBA_FIELD_RATE, OF_ALL, PLUS },
  { "horizon", ACCORD_CBA_FIELD_HORIZON, OF_ALL, EQUALS },
};

static const struct
{
  const char *text;
  Sign sign;
  double factor;
} signs[] = {
  { "\xc3\x97", TIMES, 1 },     { "*", TIMES, 1 }, { "x", TIMES, 1 }, { "=", EQUALS, 1 }, { "+", PLUS, 1 },
  { "\xe2\x88\x92", PLUS, -1 }, { "-", PLUS, -1 },
};

typedef struct
{
  const AccordCba *cba; /* or NULL, to look at the form alone */
  GArray *changes;
} Reading;

static int
find_number (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, name))
      return (int) i;
  return -1;
}

static gboolean
read_value (const char *text, AccordCbaField field, Sign sign, double *value)
{
  AccordDecimal decimal;
  gint64 pence;

  if (field == ACCORD_CBA_FIELD_UNIT_VALUE && sign == EQUALS)
    {
      if (!accord_money_parse (text, &pence, NULL))
        return FALSE;
      *value = (double) pence;
      return TRUE;
    }
  if (!accord_decimal_parse (text, &decimal))
    return FALSE;
  *value = accord_decimal_to_double (decimal);
  return TRUE;
}

/* "× 1.2" */
static gboolean
read_change (const char *text, int number, AccordScenarioChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i].text);

      if (strncmp (text, signs[i].text, length) != 0 || !(numbers[number].signs & signs[i].sign))
        continue;
      text += length + strspn (text + length, " \t");
      if (!read_value (text, numbers[number].field, signs[i].sign, &change->value))
        return FALSE;
      change->relative = signs[i].sign == TIMES;
      change->value *= signs[i].factor;
      return TRUE;
    }
  return FALSE;
}

static void
add_line (Reading *reading, AccordScenarioChange *change, guint option, gboolean is_outcome, guint line)
{
  change->input.option = option;
  change->input.is_outcome = is_outcome;
  change->input.line = line;
  g_array_append_vals (reading->changes, change, 1);
}

/* The lines of one sort that are meant. */
static gboolean
add_lines (Reading *reading, AccordScenarioChange *change, const char *uid, guint option, gboolean is_outcome)
{
  const AccordCbaOption *of = g_ptr_array_index (reading->cba->options, option);
  const GPtrArray *lines = is_outcome ? of->outcomes : of->costs;
  gboolean found = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *own =
          is_outcome ? ((AccordCbaOutcome *) lines->pdata[i])->uid : ((AccordCbaCost *) lines->pdata[i])->uid;

      if (uid != NULL && g_strcmp0 (uid, own) != 0)
        continue;
      add_line (reading, change, option, is_outcome, i);
      found = TRUE;
    }
  return found;
}

static gboolean
add_changes (Reading *reading, AccordScenarioChange *change, const char *target, int number)
{
  const char *uid = g_str_equal (target, "*") ? NULL : target;
  gboolean found = uid == NULL;

  change->input.field = numbers[number].field;
  if (reading->cba == NULL)
    return TRUE;
  if (numbers[number].owners & OF_ALL)
    {
      add_line (reading, change, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE);
      return TRUE;
    }
  for (guint i = 0; i < reading->cba->options->len; i++)
    {
      if (numbers[number].owners & OF_COSTS)
        found = add_lines (reading, change, uid, i, FALSE) || found;
      if (numbers[number].owners & OF_OUTCOMES)
        found = add_lines (reading, change, uid, i, TRUE) || found;
    }
  return found;
}

static gboolean
take_change (const char *target, const char *rest, guint line, gpointer data, GError **error)
{
  g_autofree char *name = NULL;
  const char *sign = accord_text_next_word (rest, &name);
  int number = find_number (name);
  AccordScenarioChange change = { 0 };

  if (number < 0)
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                 _ ("Line %u: no number of a line or of the appraisal is called “%.40s”."), line, name);
  else if (!read_change (sign, number, &change))
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                 numbers[number].signs & PLUS ? _ ("Line %u does not say by how much, such as * rate + 0.01.")
                 : numbers[number].signs & TIMES
                     ? _ ("Line %u does not say by or to what, such as * need × 1.2.")
                     : _ ("Line %u does not say to what, such as * horizon = 10."),
                 line);
  else if ((numbers[number].owners & OF_ALL) && !g_str_equal (target, "*"))
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                 _ ("Line %u: “%s” is of the whole appraisal, so the line begins with *."), line, name);
  else if (add_changes (data, &change, target, number))
    return TRUE;
  else
    g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                 _ ("Line %u: no line of the appraisal that has “%s” is known as “%.40s”."), line, name,
                 target);
  return FALSE;
}

/**
 * accord_scenario_changes_parse:
 * @text: (nullable): changes, one a line: `* need × 0.8`, `* rate + 0.01`, or beginning with a line's uid
 * @cba: the analysis they change
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is wrong
 *
 * `×` (or `x`, `*`) multiplies a number, `=` puts another in its place; to the discount rates only something
 * can be added. A unit value is in pounds. `*` is every line that has such a number.
 *
 * Returns: (transfer full) (element-type AccordScenarioChange): the changes; %NULL on failure
 */
GArray *
accord_scenario_changes_parse (const char *text, const AccordCba *cba, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (AccordScenarioChange));
  Reading reading = { cba, changes };

  g_return_val_if_fail (cba != NULL, NULL);

  if (!accord_text_lines_each (text, take_change, &reading, error))
    return NULL;
  return g_steal_pointer (&changes);
}

/**
 * accord_scenario_changes_check:
 * @text: (nullable): changes, one a line
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is wrong
 *
 * Returns: whether every line has the form of a change, whether or not there is such a line
 */
gboolean
accord_scenario_changes_check (const char *text, GError **error)
{
  Reading reading = { 0 };

  return accord_text_lines_each (text, take_change, &reading, error);
}

static const char *
find_uid (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option;

  if (input->option == ACCORD_CBA_NONE || input->line == ACCORD_CBA_NONE)
    return "*";
  option = g_ptr_array_index (cba->options, input->option);
  if (input->is_outcome)
    return ((const AccordCbaOutcome *) g_ptr_array_index (option->outcomes, input->line))->uid;
  return ((const AccordCbaCost *) g_ptr_array_index (option->costs, input->line))->uid;
}

/**
 * accord_scenario_change_format:
 * @cba: the analysis
 * @change: a change of it
 *
 * Returns: (transfer full) (nullable): the change as a line that accord_scenario_changes_parse() reads; %NULL
 * where it cannot be written so
 */
char *
accord_scenario_change_format (const AccordCba *cba, const AccordScenarioChange *change)
{
  AccordDecimal decimal;
  g_autofree char *value = NULL;

  if (change->input.field == ACCORD_CBA_FIELD_UNIT_VALUE && !change->relative)
    value = accord_money_format ((gint64) change->value, ACCORD_MONEY_PLAIN);
  else if (accord_decimal_from_double (change->value, &decimal))
    value = accord_decimal_format (decimal);
  for (guint i = 0; i < G_N_ELEMENTS (numbers) && value != NULL; i++)
    if (numbers[i].field == change->input.field)
      return g_strdup_printf ("%s %s %s %s", find_uid (cba, &change->input), numbers[i].name,
                              change->relative          ? "\xc3\x97"
                              : numbers[i].signs & PLUS ? "+"
                                                        : "=",
                              value);
  return NULL;
}
