/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-lines.h"

#include <glib/gi18n-lib.h>

#include "text-table.h"

static gboolean
append_name (GString *text, const AccordField *field, gint64 id, AccordNames *names, GError **error)
{
  const AccordName *name = accord_names_get (names, field->target, id, error);

  if (name == NULL)
    return FALSE;
  if (text->len > 0)
    g_string_append (text, "; ");
  if (name->title != NULL)
    g_string_append (text, name->title);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, id);
  return TRUE;
}

/**
 * accord_cli_dup_value:
 * @record: a record
 * @index: index of a field
 * @names: the names of what it refers to
 * @error: return location for an error
 *
 * Returns: (transfer full): the field's value for people, references by what they are called; "" when it is
 * not known, and %NULL with @error set
 */
char *
accord_cli_dup_value (AccordRecord *record, guint index, AccordNames *names, GError **error)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  g_autoptr (GString) text = NULL;
  const gint64 *ids;
  gint64 id;
  gsize n_ids = 1;

  if (field->target == NULL || accord_record_is_empty (record, index))
    return accord_record_dup_display (record, index);
  text = g_string_new (NULL);
  if (field->type == ACCORD_FIELD_REFERENCES)
    ids = accord_record_peek_ids (record, index, &n_ids);
  else
    {
      id = accord_record_peek_int (record, index);
      ids = &id;
    }
  for (gsize i = 0; i < n_ids; i++)
    if (!append_name (text, field, ids[i], names, error))
      return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Lines after the first stand under the first, so that no line of a text looks like the name of a field. */
static void
write_value (AccordOutput *output, const char *value, guint indent)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (char **at = lines; *at != NULL; at++)
    {
      g_autofree char *line = accord_terminal_line (*at);

      if (at != lines && *line != '\0')
        accord_output_repeat (output, ' ', indent);
      accord_output_printf (output, "%s\n", line);
    }
}

static gboolean
is_shown (AccordRecord *record, guint index)
{
  AccordFieldFlags flags = accord_record_get_kind (record)->fields[index].flags;

  if (flags & ACCORD_FIELD_TITLE)
    return FALSE;
  return ((flags & (ACCORD_FIELD_LISTED | ACCORD_FIELD_REQUIRED)) && !(flags & ACCORD_FIELD_IF_ANY))
         || !accord_record_is_empty (record, index);
}

static guint
widest_label (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  guint widest = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_shown (record, i))
      widest = MAX (widest, accord_terminal_width (_ (kind->fields[i].label)));
  return widest;
}

static void
write_unknown (AccordOutput *output, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!is_shown (record, i) && accord_record_is_empty (record, i)
        && !(kind->fields[i].flags & ACCORD_FIELD_IF_ANY))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", _ (kind->fields[i].label));
  if (labels->len > 0)
    accord_output_printf (output, "\n  %s: %s\n", _ ("Not known"), labels->str);
}

/**
 * accord_cli_dup_heading:
 * @record: a record
 *
 * Returns: (transfer full): its kind and number, as in "fund 12", the way the command line takes them
 */
char *
accord_cli_dup_heading (AccordRecord *record)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, accord_record_get_kind (record)->name,
                          accord_record_get_id (record));
}

/**
 * accord_cli_write_record:
 * @output: where to write
 * @record: a record
 * @names: the names of what it refers to
 * @error: return location for an error
 *
 * Writes a record in full, a line for each field that has a value or ought to have one.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_cli_write_record (AccordOutput *output, AccordRecord *record, AccordNames *names, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autofree char *heading = accord_cli_dup_heading (record);
  g_autofree char *title = accord_cli_dup_value (record, kind->title_field, names, error);
  g_autofree char *line = NULL;
  guint widest = widest_label (record);

  if (title == NULL)
    return FALSE;
  line = accord_terminal_line (title);
  accord_output_heading (output, *line != '\0' ? line : _ ("Untitled"));
  accord_output_printf (output, "\n%s · %s\n\n", heading, accord_record_get_uid (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = NULL;
      const char *label = _ (kind->fields[i].label);

      if (!is_shown (record, i))
        continue;
      value = accord_cli_dup_value (record, i, names, error);
      if (value == NULL)
        return FALSE;
      accord_output_printf (output, "  %s", label);
      accord_output_repeat (output, ' ', widest - accord_terminal_width (label) + 2);
      write_value (output, *value != '\0' ? value : _ ("not known"), widest + 4);
    }
  write_unknown (output, record);
  return TRUE;
}
