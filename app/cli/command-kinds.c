/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "lookup.h"
#include "text-table.h"

static const char *const type_names[] = {
  [ACCORD_FIELD_TEXT] = "text",
  [ACCORD_FIELD_LONG_TEXT] = "long-text",
  [ACCORD_FIELD_CODE] = "code",
  [ACCORD_FIELD_CHOICE] = "choice",
  [ACCORD_FIELD_DATE] = "date",
  [ACCORD_FIELD_DECIMAL] = "decimal",
  [ACCORD_FIELD_MONEY] = "money",
  [ACCORD_FIELD_COUNT] = "count",
  [ACCORD_FIELD_YEAR] = "year",
  [ACCORD_FIELD_PERCENT] = "percent",
  [ACCORD_FIELD_BOOLEAN] = "boolean",
  [ACCORD_FIELD_REFERENCE] = "reference",
  [ACCORD_FIELD_REFERENCES] = "references",
};

static void
write_field_json (AccordJson *json, const AccordField *field)
{
  g_autofree char *key = accord_field_json_key (field);

  accord_json_begin_object (json);
  accord_json_member_string (json, "name", field->name);
  accord_json_member_string (json, "key", key);
  accord_json_member_string (json, "type", type_names[field->type]);
  accord_json_member_string (json, "label", _ (field->label));
  accord_json_member_boolean (json, "required", (field->flags & ACCORD_FIELD_REQUIRED) != 0);
  accord_json_member_boolean (json, "derived", (field->flags & ACCORD_FIELD_DERIVED) != 0);
  accord_json_member_boolean (json, "title", (field->flags & ACCORD_FIELD_TITLE) != 0);
  if (field->target != NULL)
    accord_json_member_string (json, "target", field->target);
  if (field->choices != NULL)
    {
      accord_json_key (json, "choices");
      accord_json_begin_array (json);
      for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
        accord_json_string (json, choice->value);
      accord_json_end_array (json);
    }
  accord_json_end_object (json);
}

static void
write_kind_json (AccordJson *json, const AccordKind *kind)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", kind->name);
  accord_json_member_string (json, "label", _ (kind->label));
  accord_json_member_string (json, "plural", _ (kind->plural));
  accord_json_key (json, "fields");
  accord_json_begin_array (json);
  for (guint i = 0; i < kind->n_fields; i++)
    write_field_json (json, &kind->fields[i]);
  accord_json_end_array (json);
  accord_json_end_object (json);
}

/* What may be written as the field's value, where the type alone does not say it. */
static char *
describe_values (const AccordField *field)
{
  GString *words;

  if (field->target != NULL)
    return g_strdup (field->target);
  if (field->choices == NULL)
    return g_strdup (field->hint != NULL ? _ (field->hint) : "");
  words = g_string_new (NULL);
  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", choice->value);
  return g_string_free (words, FALSE);
}

/* Whether a person has to state a field, or cannot. */
static const char *
get_rule (const AccordField *field)
{
  if (field->flags & ACCORD_FIELD_DERIVED)
    /* Translators: of a field that Accord works out itself; at most eight letters. */
    return _ ("derived");
  return field->flags & ACCORD_FIELD_REQUIRED ? _ ("required") : "";
}

static void
write_fields (AccordOutput *output, const AccordKind *kind)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint widest = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    widest = MAX (widest, accord_terminal_width (kind->fields[i].name));
  accord_output_heading (output, _ (kind->label));
  accord_output_write (output, "\n", 1);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      g_autofree char *values = describe_values (field);

      g_string_printf (line, "  %-*s  %-10s  %-8s  %s", (int) widest, field->name, type_names[field->type],
                       get_rule (field), values);
      accord_output_printf (output, "%s\n", g_strchomp (line->str));
    }
}

static void
write_kinds (AccordRun *run)
{
  g_autoptr (AccordTable) table = accord_table_new (run->output);

  accord_table_add_column (table, _ ("Kind"), FALSE);
  accord_table_add_column (table, _ ("Called"), FALSE);
  accord_table_add_column (table, _ ("Fields"), TRUE);
  for (guint i = 0; i < accord_schema_get_n_kinds (run->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (run->schema, i);
      g_autofree char *fields = g_strdup_printf ("%u", kind->n_fields);

      accord_table_add_cell (table, kind->name);
      accord_table_add_cell (table, _ (kind->plural));
      accord_table_add_cell (table, fields);
    }
  accord_table_finish (table);
}

/**
 * accord_command_kinds:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the kinds of record there are, or the fields of one.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_kinds (AccordRun *run, GError **error)
{
  const AccordKind *only = NULL;
  AccordJson json;

  if (run->n_arguments > 0)
    {
      only = accord_cli_kind (run->schema, run->arguments[0], error);
      if (only == NULL)
        return ACCORD_EXIT_USAGE;
    }
  if (!run->options->json)
    {
      if (only != NULL)
        write_fields (run->output, only);
      else
        write_kinds (run);
      return ACCORD_EXIT_DONE;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < accord_schema_get_n_kinds (run->schema); i++)
    if (only == NULL || only == accord_schema_get_kind (run->schema, i))
      write_kind_json (&json, accord_schema_get_kind (run->schema, i));
  accord_json_end_array (&json);
  return ACCORD_EXIT_DONE;
}
