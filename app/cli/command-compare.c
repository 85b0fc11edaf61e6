/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-version.h"

#include <glib/gi18n-lib.h>

#include "compare.h"
#include "text-diff.h"
#include "text-table.h"

/* --- Words. */

static void
write_line (AccordOutput *output, const char *indent, const char *text)
{
  g_autofree char *line = accord_terminal_line (text);

  accord_output_printf (output, "%s%s\n", indent, line);
}

static void
write_figures (AccordOutput *output, GPtrArray *figures)
{
  g_autoptr (AccordTable) table = NULL;

  if (figures->len == 0)
    return;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Of"), FALSE);
  accord_table_add_column (table, _ ("Figure"), FALSE);
  accord_table_add_column (table, _ ("Before"), TRUE);
  accord_table_add_column (table, _ ("After"), TRUE);
  accord_table_add_column (table, _ ("Difference"), TRUE);
  for (guint i = 0; i < figures->len; i++)
    {
      const AccordCompareRow *row = figures->pdata[i];

      accord_table_add_cell (table, row->title);
      accord_table_add_cell (table, row->label);
      accord_table_add_cell (table, row->before != NULL ? row->before : "–");
      accord_table_add_cell (table, row->after != NULL ? row->after : "–");
      accord_table_add_cell (table, row->delta != NULL && row->sort != '=' ? row->delta : "–");
    }
  accord_table_finish (table);
}

/* “Cost line “Van”, Teams”; what came and went says so. */
static char *
dup_heading (AccordSchema *schema, const AccordCompareRow *row)
{
  const AccordKind *kind = accord_schema_find_kind (schema, row->kind);
  const char *label = kind != NULL ? _ (kind->label) : row->kind;
  g_autofree char *what = NULL;

  /* Translators: a kind of record and what one is called; then what it is part of. */
  what = row->within != NULL ? g_strdup_printf (_ ("%s “%s”, %s"), label, row->title, row->within)
                             : g_strdup_printf (_ ("%s “%s”"), label, row->title);
  if (row->sort == '+')
    /* Translators: a record that only the later of two versions has */
    return g_strdup_printf (_ ("%s: added"), what);
  if (row->sort == '-')
    return g_strdup_printf (_ ("%s: removed"), what);
  return g_steal_pointer (&what);
}

/* “The team [-starts-] {+begins+} in May”, as wdiff writes it. */
static char *
dup_marked (const GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const AccordDiffPart *part = words->pdata[i];

      if (part->kind == '-')
        g_string_append_printf (text, "[-%s-]", part->text);
      else if (part->kind == '+')
        g_string_append_printf (text, "{+%s+}", part->text);
      else
        g_string_append (text, part->text);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_change (const AccordCompareRow *row)
{
  if (row->words != NULL && row->before != NULL && row->after != NULL && row->delta == NULL)
    return dup_marked (row->words);
  return g_strdup_printf ("%s → %s", row->before != NULL ? row->before : "–",
                          row->after != NULL ? row->after : "–");
}

static void
write_row (AccordOutput *output, const AccordCompareRow *row)
{
  g_autofree char *change = NULL, *line = NULL, *effect = NULL;

  if (row->npsv != NULL)
    /* Translators: what a difference does to the net present social value, with its sign. */
    effect = g_strdup_printf (_ ("NPSV %s"), row->npsv);
  if (row->field == NULL)
    {
      const char *total = row->after != NULL ? row->after : row->before;

      if (total != NULL)
        write_line (output, "  ", total);
      if (effect != NULL)
        write_line (output, "  ", effect);
      return;
    }
  change = dup_change (row);
  line = g_strdup_printf ("%s: %s", row->label, change);
  write_line (output, "  ", line);
  if (row->delta != NULL)
    write_line (output, "    ", row->delta);
  if (effect != NULL)
    write_line (output, "    ", effect);
}

static void
write_words (AccordRun *run, const AccordComparison *comparison)
{
  AccordOutput *output = run->output;
  g_autofree char *both = g_strdup_printf ("%s → %s", comparison->before, comparison->after);

  write_line (output, "", both);
  for (guint i = 0; i < comparison->remarks->len; i++)
    write_line (output, "", comparison->remarks->pdata[i]);
  write_figures (output, comparison->figures);
  accord_output_write (output, "\n", 1);
  if (comparison->rows->len == 0)
    accord_output_printf (output, "%s\n", _ ("Nothing differs."));
  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const AccordCompareRow *row = comparison->rows->pdata[i];
      const AccordCompareRow *last = i > 0 ? comparison->rows->pdata[i - 1] : NULL;

      if (last == NULL || !g_str_equal (last->uid, row->uid))
        {
          g_autofree char *heading = dup_heading (run->schema, row);

          write_line (output, "", heading);
        }
      write_row (output, row);
    }
}

/* --- JSON. */

static const char *
sort_word (char sort)
{
  return sort == '+' ? "added" : sort == '-' ? "removed" : sort == '=' ? "same" : "changed";
}

static void
json_words (AccordJson *json, const GPtrArray *words)
{
  accord_json_key (json, "words");
  if (words == NULL)
    {
      accord_json_null (json);
      return;
    }
  accord_json_begin_array (json);
  for (guint i = 0; i < words->len; i++)
    {
      const AccordDiffPart *part = words->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "change", part->kind == ' ' ? "same" : sort_word (part->kind));
      accord_json_member_string (json, "text", part->text);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_row (AccordJson *json, const AccordCompareRow *row, gboolean figure)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", row->kind);
  accord_json_member_string (json, "uid", row->uid);
  accord_json_member_string (json, "title", row->title);
  accord_json_member_string (json, "within", row->within);
  accord_json_member_string (json, "change", sort_word (row->sort));
  accord_json_member_string (json, figure ? "figure" : "field", row->field);
  accord_json_member_string (json, "label", row->label);
  accord_json_member_string (json, "before", row->before);
  accord_json_member_string (json, "after", row->after);
  accord_json_member_string (json, "delta", row->delta);
  if (!figure)
    {
      json_words (json, row->words);
      accord_json_key (json, "npsv_effect_pence");
      if (row->pence == ACCORD_UNKNOWN)
        accord_json_null (json);
      else
        accord_json_int (json, row->pence);
    }
  accord_json_end_object (json);
}

static void
json_rows (AccordJson *json, const char *name, const GPtrArray *rows, gboolean figure)
{
  accord_json_key (json, name);
  accord_json_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    json_row (json, rows->pdata[i], figure);
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, const AccordComparison *comparison)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "before", comparison->before);
  accord_json_member_string (&json, "after", comparison->after);
  accord_json_key (&json, "remarks");
  accord_json_begin_array (&json);
  for (guint i = 0; i < comparison->remarks->len; i++)
    accord_json_string (&json, comparison->remarks->pdata[i]);
  accord_json_end_array (&json);
  json_rows (&json, "figures", comparison->figures, TRUE);
  json_rows (&json, "differences", comparison->rows, FALSE);
  accord_json_end_object (&json);
}

static gpointer
read_both (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  gint64 id =
      accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"), run->arguments[0], error);
  g_autoptr (GPtrArray) versions = id > 0 ? accord_cli_list_versions (reader, id, error) : NULL;
  g_autoptr (AccordComparison) comparison = NULL;
  gint64 before, after = 0;

  if (versions == NULL || !accord_cli_find_version (versions, run->arguments[1], &before, error)
      || (run->n_arguments > 2 && !accord_cli_find_version (versions, run->arguments[2], &after, error)))
    return NULL;
  comparison = accord_compare_versions (reader, id, before, after, error);
  if (comparison == NULL)
    return NULL;
  if (run->options->json)
    write_json (run->output, comparison);
  else
    write_words (run, comparison);
  return run;
}

/**
 * accord_command_compare:
 * @run: the run
 * @error: return location for an error
 *
 * Holds two versions of a business case against each other, or one against the case as it stands.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_compare (AccordRun *run, GError **error)
{
  accord_workspace_read (run->workspace, read_both, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
