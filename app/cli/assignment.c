/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assignment.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "exit.h"
#include "lookup.h"
#include "text-table.h"

static void
assignment_clear (gpointer data)
{
  g_free (((AccordAssignment *) data)->value);
}

static gboolean
parse_one (const AccordKind *kind, const char *word, AccordAssignment *assignment, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = NULL;
  int field;

  if (equals == NULL || equals == word)
    {
      g_autofree char *shown = accord_terminal_line (word);

      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("“%s” is not of the form FIELD=VALUE, such as name=“Bury Council”."), shown);
      return FALSE;
    }
  name = g_strndup (word, equals - word);
  field = accord_cli_field (kind, name, &assignment->pence, error);
  if (field < 0)
    return FALSE;
  if (kind->fields[field].flags & ACCORD_FIELD_DERIVED)
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                   _ ("%s: this is worked out from other records."), _ (kind->fields[field].label));
      return FALSE;
    }
  assignment->field = field;
  assignment->value = g_strdup (equals + 1);
  return TRUE;
}

static gboolean
is_given (GArray *assignments, guint field)
{
  for (guint i = 0; i < assignments->len; i++)
    if (g_array_index (assignments, AccordAssignment, i).field == field)
      return TRUE;
  return FALSE;
}

/**
 * accord_assignments_parse:
 * @kind: a kind
 * @words: (array length=n_words): arguments of the form `FIELD=VALUE`; what follows the first `=` is the
 * value
 * @n_words: how many
 * @error: return location for a usage error
 *
 * Finds the fields of assignments, each at most once.
 *
 * Returns: (transfer full) (element-type AccordAssignment): the assignments, or %NULL
 */
GArray *
accord_assignments_parse (const AccordKind *kind, char **words, guint n_words, GError **error)
{
  g_autoptr (GArray) assignments = g_array_new (FALSE, TRUE, sizeof (AccordAssignment));

  g_array_set_clear_func (assignments, assignment_clear);
  for (guint i = 0; i < n_words; i++)
    {
      AccordAssignment assignment = { 0 };

      if (!parse_one (kind, words[i], &assignment, error))
        return NULL;
      if (is_given (assignments, assignment.field))
        {
          g_free (assignment.value);
          g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, _ ("“%s” is given more than once."),
                       kind->fields[assignment.field].name);
          return NULL;
        }
      g_array_append_val (assignments, assignment);
    }
  return g_steal_pointer (&assignments);
}

/**
 * accord_cli_read_pence:
 * @text: a whole number of pence, without any sign of a currency
 * @pence: (out): the number
 *
 * Returns: %FALSE when @text is something else
 */
gboolean
accord_cli_read_pence (const char *text, gint64 *pence)
{
  return g_ascii_string_to_signed (text, 10, -G_MAXINT64, G_MAXINT64, pence, NULL);
}

static gboolean
refuse (const AccordField *field, const char *message, GError **error)
{
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED, "%s: %s", _ (field->label), message);
  return FALSE;
}

/* Finds what a reference means; when nothing is found the message says for which field. */
static gint64
resolve (const AccordField *field, const char *words, AccordReader *reader, GError **error)
{
  const AccordKind *target = accord_schema_find_kind (accord_reader_get_schema (reader), field->target);
  gint64 id = accord_reader_resolve (reader, target, words, error);

  if (id <= 0)
    g_prefix_error (error, "%s: ", _ (field->label));
  return id;
}

static gboolean
apply_references (AccordRecord *record, guint index, const char *value, AccordReader *reader, GError **error)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  g_auto (GStrv) words = g_strsplit (value, ";", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **word = words; *word != NULL; word++)
    {
      gint64 id;

      if (*g_strstrip (*word) == '\0')
        continue;
      id = resolve (field, *word, reader, error);
      if (id <= 0)
        return FALSE;
      g_array_append_val (ids, id);
    }
  accord_record_put_ids (record, index, (gint64 *) (gpointer) ids->data, ids->len);
  return TRUE;
}

static gboolean
apply_one (const AccordAssignment *assignment, AccordRecord *record, AccordReader *reader, GError **error)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[assignment->field];
  g_autofree char *value = g_strstrip (g_strdup (assignment->value));
  gint64 number;

  if (*value != '\0' && assignment->pence)
    {
      if (!accord_cli_read_pence (value, &number))
        return refuse (field, _ ("“_pence” takes a whole number of pence, such as 123456."), error);
      accord_record_put_int (record, assignment->field, number);
      return TRUE;
    }
  if (*value != '\0' && field->type == ACCORD_FIELD_REFERENCE)
    {
      number = resolve (field, value, reader, error);
      if (number > 0)
        accord_record_put_int (record, assignment->field, number);
      return number > 0;
    }
  if (field->type == ACCORD_FIELD_REFERENCES)
    return apply_references (record, assignment->field, value, reader, error);
  return accord_record_parse_field (record, assignment->field, assignment->value, error);
}

/**
 * accord_assignments_apply:
 * @assignments: (element-type AccordAssignment): assignments
 * @record: a record of their kind
 * @reader: where the records are that references mean
 * @error: return location for an error
 *
 * Reads the values and puts them into @record.
 *
 * Returns: %FALSE when a value cannot be read; some fields of @record are then changed already
 */
gboolean
accord_assignments_apply (GArray *assignments, AccordRecord *record, AccordReader *reader, GError **error)
{
  for (guint i = 0; i < assignments->len; i++)
    if (!apply_one (&g_array_index (assignments, AccordAssignment, i), record, reader, error))
      return FALSE;
  return TRUE;
}
