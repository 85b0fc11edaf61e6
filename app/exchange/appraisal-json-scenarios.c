/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-private.h"

#include <glib/gi18n-lib.h>

/* What the file calls the numbers that can be changed: as it calls them in a line. */
static const struct
{
  const char *name;
  AccordCbaField field;
} names[] = {
  { "amounts_pence", ACCORD_CBA_FIELD_AMOUNT },
  { "optimism_bias", ACCORD_CBA_FIELD_BIAS },
  { "mitigation", ACCORD_CBA_FIELD_MITIGATED },
  { "need", ACCORD_CBA_FIELD_NEED },
  { "engagement", ACCORD_CBA_FIELD_ENGAGEMENT },
  { "impact", ACCORD_CBA_FIELD_IMPACT },
  { "deadweight", ACCORD_CBA_FIELD_DEADWEIGHT },
  { "unit_value_pence", ACCORD_CBA_FIELD_UNIT_VALUE },
  { "attribution", ACCORD_CBA_FIELD_ATTRIBUTION },
  { "displacement", ACCORD_CBA_FIELD_DISPLACEMENT },
  { "leakage", ACCORD_CBA_FIELD_LEAKAGE },
  { "lag_years", ACCORD_CBA_FIELD_LAG },
  { "drop_off", ACCORD_CBA_FIELD_DROP_OFF },
  { "lasts", ACCORD_CBA_FIELD_LASTS },
  { "grade", ACCORD_CBA_FIELD_GRADE },
  { "cashable", ACCORD_CBA_FIELD_CASHABLE },
  { "rate", ACCORD_CBA_FIELD_RATE },
  { "horizon", ACCORD_CBA_FIELD_HORIZON },
};

/**
 * accord_json_field_name:
 * @field: a number of a line or of the whole
 *
 * Returns: (nullable): what files call it
 */
const char *
accord_json_field_name (AccordCbaField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].field == field)
      return names[i].name;
  return NULL;
}

static gboolean
find_field (const char *name, AccordCbaField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        *field = names[i].field;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_of_costs (AccordCbaField field)
{
  return field == ACCORD_CBA_FIELD_AMOUNT || field == ACCORD_CBA_FIELD_BIAS
         || field == ACCORD_CBA_FIELD_MITIGATED || field == ACCORD_CBA_FIELD_GRADE;
}

static gboolean
is_of_outcomes (AccordCbaField field)
{
  return field == ACCORD_CBA_FIELD_GRADE || !is_of_costs (field);
}

static gboolean
is_of_all (AccordCbaField field)
{
  return field == ACCORD_CBA_FIELD_RATE || field == ACCORD_CBA_FIELD_HORIZON;
}

static gboolean
is_meant (const char *line, const char *uid, const char *name)
{
  return line == NULL || g_strcmp0 (line, uid) == 0 || g_strcmp0 (line, name) == 0;
}

/* The lines that have the number, or those of them that are called @line. */
static guint
add_changes (const AccordCba *cba, const char *line, AccordScenarioChange *change, GArray *changes)
{
  const guint before = changes->len;

  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len && is_of_costs (change->input.field); j++)
        {
          const AccordCbaCost *cost = option->costs->pdata[j];

          change->input = (AccordCbaInput){ i, FALSE, j, change->input.field };
          if (is_meant (line, cost->uid, cost->name))
            g_array_append_vals (changes, change, 1);
        }
      for (guint j = 0; j < option->outcomes->len && is_of_outcomes (change->input.field); j++)
        {
          const AccordCbaOutcome *outcome = option->outcomes->pdata[j];

          change->input = (AccordCbaInput){ i, TRUE, j, change->input.field };
          if (is_meant (line, outcome->uid, outcome->name))
            g_array_append_vals (changes, change, 1);
        }
    }
  return changes->len - before;
}

/* By what, to what, or what is added. */
static gboolean
take_value (AccordJsonNode *node, AccordScenarioChange *change, GError **error)
{
  AccordDecimal multiply = ACCORD_DECIMAL_UNKNOWN, set = ACCORD_DECIMAL_UNKNOWN, add = ACCORD_DECIMAL_UNKNOWN;
  const gboolean rate = change->input.field == ACCORD_CBA_FIELD_RATE;
  const gboolean amounts = change->input.field == ACCORD_CBA_FIELD_AMOUNT;

  if (!accord_json_take_decimal (node, "multiply", &multiply, error)
      || !accord_json_take_decimal (node, "set", &set, error)
      || !accord_json_take_decimal (node, "add", &add, error))
    return FALSE;
  if ((multiply != ACCORD_DECIMAL_UNKNOWN) + (set != ACCORD_DECIMAL_UNKNOWN) + (add != ACCORD_DECIMAL_UNKNOWN)
      != 1)
    return accord_json_fail (node, error, _ ("One of “multiply”, “set” and “add” must stand here."));
  if (rate != (add != ACCORD_DECIMAL_UNKNOWN))
    return accord_json_fail (node, error,
                             rate ? _ ("To the discount rates something is added, with “add”.")
                                  : _ ("Only to “rate” something can be added."));
  if (amounts && multiply == ACCORD_DECIMAL_UNKNOWN)
    return accord_json_fail (node, error, _ ("Amounts can only be multiplied, with “multiply”."));
  change->relative = multiply != ACCORD_DECIMAL_UNKNOWN;
  change->value = accord_decimal_to_double (change->relative ? multiply : rate ? add : set);
  return TRUE;
}

static gboolean
read_change (AccordJsonNode *node, const AccordCba *cba, GArray *changes, GError **error)
{
  const char *line = "*", *field = NULL;
  AccordScenarioChange change = { 0 };

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "line", &line, error)
      || !accord_json_take_text (node, "field", &field, error))
    return FALSE;
  if (field == NULL)
    return accord_json_fail_missing (node, "field", error);
  if (!find_field (field, &change.input.field))
    return accord_json_fail (accord_json_node_find (node, "field"), error,
                             _ ("No number of a line or of the appraisal is called so."));
  if (!take_value (node, &change, error))
    return FALSE;
  if (is_of_all (change.input.field))
    {
      change.input.option = change.input.line = ACCORD_CBA_NONE;
      g_array_append_val (changes, change);
      return TRUE;
    }
  return add_changes (cba, g_str_equal (line, "*") ? NULL : line, &change, changes) > 0
         || g_str_equal (line, "*")
         || accord_json_fail (accord_json_node_find (node, "line"), error,
                              _ ("No line that has such a number is called so."));
}

static gboolean
read_scenario (AccordJsonNode *node, AccordAppraisalJson *self, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (AccordScenarioChange));
  const char *name = NULL;
  AccordJsonNode *all;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_array (node, "changes", &all, error))
    return FALSE;
  if (name == NULL)
    return accord_json_fail_missing (node, "name", error);
  for (AccordJsonNode *one = all != NULL ? all->first : NULL; one != NULL; one = one->next)
    if (!read_change (one, self->cba, changes, error))
      return FALSE;
  accord_appraisal_json_add_scenario (self, name, changes);
  return TRUE;
}

/**
 * accord_json_read_scenarios:
 * @root: the whole file
 * @self: what is read, with its analysis
 * @error: return location for an error
 *
 * Returns: whether every scenario could be read
 */
gboolean
accord_json_read_scenarios (AccordJsonNode *root, AccordAppraisalJson *self, GError **error)
{
  AccordJsonNode *scenarios;

  if (!accord_json_take_array (root, "scenarios", &scenarios, error))
    return FALSE;
  for (AccordJsonNode *node = scenarios != NULL ? scenarios->first : NULL; node != NULL; node = node->next)
    if (!read_scenario (node, self, error))
      return FALSE;
  return TRUE;
}
