/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "field.h"

#include <string.h>

/**
 * accord_field_choice_label:
 * @field: a field of type %ACCORD_FIELD_CHOICE
 * @value: (nullable): the word kept in the file
 *
 * Returns: (nullable): the untranslated label of @value, or %NULL when it is none of the choices
 */
const char *
accord_field_choice_label (const AccordField *field, const char *value)
{
  g_return_val_if_fail (field->choices != NULL, NULL);

  for (const AccordChoice *choice = field->choices; value != NULL && choice->value != NULL; choice++)
    if (strcmp (choice->value, value) == 0)
      return choice->label;
  return NULL;
}

/**
 * accord_field_column:
 * @field: a field
 *
 * Returns: (transfer full): the name of the column that keeps @field: its name in snake_case
 */
char *
accord_field_column (const AccordField *field)
{
  return g_strdelimit (g_strdup (field->name), "-", '_');
}

/**
 * accord_field_json_key:
 * @field: a field
 *
 * Returns: (transfer full): the key of @field in JSON that leaves the program; money says its unit
 */
char *
accord_field_json_key (const AccordField *field)
{
  g_autofree char *column = accord_field_column (field);

  return field->type == ACCORD_FIELD_MONEY ? g_strconcat (column, "_pence", NULL) : g_steal_pointer (&column);
}
