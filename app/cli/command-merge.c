/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "duplicates.h"
#include "lookup.h"
#include "merge.h"
#include "tell.h"
#include "text-table.h"

static void
write_table (AccordRun *run, GPtrArray *pairs)
{
  g_autoptr (AccordTable) table = accord_table_new (run->output);

  accord_table_add_column (table, _ ("Number"), TRUE);
  accord_table_add_column (table, _ ("Record"), FALSE);
  accord_table_add_column (table, _ ("Number"), TRUE);
  accord_table_add_column (table, _ ("May be the same"), FALSE);
  accord_table_add_column (table, _ ("Because of"), FALSE);
  for (guint i = 0; i < pairs->len; i++)
    {
      const AccordDuplicate *pair = pairs->pdata[i];
      g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, pair->one);
      g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, pair->other);

      accord_table_add_cell (table, one);
      accord_table_add_cell (table, pair->one_title);
      accord_table_add_cell (table, other);
      accord_table_add_cell (table, pair->other_title);
      accord_table_add_cell (table, pair->why);
    }
  accord_table_finish (table);
}

static void
write_json (AccordRun *run, GPtrArray *pairs)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < pairs->len; i++)
    {
      const AccordDuplicate *pair = pairs->pdata[i];

      accord_json_begin_object (&json);
      accord_json_member_int (&json, "keep", pair->one);
      accord_json_member_string (&json, "keep_title", pair->one_title);
      accord_json_member_int (&json, "drop", pair->other);
      accord_json_member_string (&json, "drop_title", pair->other_title);
      accord_json_member_string (&json, "why", pair->why);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

static gpointer
find_pairs (AccordReader *reader, gpointer data, GError **error)
{
  return accord_duplicates_find (reader, data, error);
}

/**
 * accord_command_duplicates:
 * @run: the run
 * @error: return location for an error
 *
 * Lists what may be kept twice.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_duplicates (AccordRun *run, GError **error)
{
  const AccordKind *kind =
      accord_cli_kind (run->schema, run->n_arguments > 0 ? run->arguments[0] : "organisation", error);
  g_autoptr (GPtrArray) pairs = NULL;

  if (kind == NULL)
    return ACCORD_EXIT_USAGE;
  pairs = accord_workspace_read (run->workspace, find_pairs, (gpointer) kind, run->cancellable, error);
  if (pairs == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run, pairs);
  else if (pairs->len == 0)
    accord_output_printf (run->output, _ ("Nothing seems to be kept twice.\n"));
  else
    write_table (run, pairs);
  return ACCORD_EXIT_DONE;
}

typedef struct
{
  AccordMerge merge;
  const char *keep;
  const char *drop;
  char *label;
} Merging;

static gpointer
find_both (AccordReader *reader, gpointer data, GError **error)
{
  Merging *self = data;
  g_autoptr (AccordRecord) keep = NULL, drop = NULL;

  self->merge.keep = accord_reader_resolve (reader, self->merge.kind, self->keep, error);
  if (self->merge.keep <= 0)
    return NULL;
  self->merge.drop = accord_reader_resolve (reader, self->merge.kind, self->drop, error);
  if (self->merge.drop <= 0)
    return NULL;
  keep = accord_reader_get (reader, self->merge.kind, self->merge.keep, error);
  drop = keep != NULL ? accord_reader_get (reader, self->merge.kind, self->merge.drop, error) : NULL;
  if (drop == NULL)
    return NULL;
  self->label = accord_merge_dup_label (keep, drop);
  return self;
}

/**
 * accord_command_merge:
 * @run: the run
 * @error: return location for an error
 *
 * Makes two records one, as one change.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_merge (AccordRun *run, GError **error)
{
  Merging merging = { { accord_cli_kind (run->schema, run->arguments[0], error) } };
  g_autofree char *keep = NULL, *drop = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *label = NULL;

  if (merging.merge.kind == NULL)
    return ACCORD_EXIT_USAGE;
  merging.keep = keep = accord_options_text (run->arguments[1], error);
  merging.drop = drop = keep != NULL ? accord_options_text (run->arguments[2], error) : NULL;
  if (drop == NULL)
    return ACCORD_EXIT_USAGE;
  if (accord_workspace_read (run->workspace, find_both, &merging, run->cancellable, error) == NULL)
    return ACCORD_EXIT_REJECTED;
  label = merging.label;
  change = accord_workspace_write (run->workspace, label, accord_merge_write, &merging.merge,
                                   run->cancellable, error);
  if (change == NULL)
    return ACCORD_EXIT_REJECTED;
  accord_cli_tell_change (run, change);
  return ACCORD_EXIT_DONE;
}
