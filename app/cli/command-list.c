/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "condition.h"
#include "json-record.h"
#include "lookup.h"
#include "query-words.h"
#include "record-lines.h"
#include "text-table.h"
#include "total.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  AccordNames *names;
  AccordTable *table;
  AccordJson json;
  guint64 n_rows;
} Listing;

static gboolean
is_figure (const AccordField *field)
{
  return field->type == ACCORD_FIELD_MONEY || field->type == ACCORD_FIELD_COUNT
         || field->type == ACCORD_FIELD_PERCENT || field->type == ACCORD_FIELD_DECIMAL;
}

static gboolean
is_column (const AccordKind *kind, guint index)
{
  return index != kind->title_field && (kind->fields[index].flags & ACCORD_FIELD_LISTED);
}

static AccordTable *
make_table (AccordOutput *output, const AccordKind *kind)
{
  AccordTable *table = accord_table_new (output);

  accord_table_add_column (table, _ ("ID"), TRUE);
  accord_table_add_column (table, _ (kind->fields[kind->title_field].label), FALSE);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (kind, i))
      accord_table_add_column (table, _ (kind->fields[i].label), is_figure (&kind->fields[i]));
  return table;
}

static gboolean
add_value (Listing *listing, AccordRecord *record, guint index, GError **error)
{
  g_autofree char *value = accord_cli_dup_value (record, index, listing->names, error);

  if (value == NULL)
    return FALSE;
  accord_table_add_cell (listing->table, value);
  return TRUE;
}

static gboolean
add_row (Listing *listing, AccordRecord *record, GError **error)
{
  const AccordKind *kind = listing->kind;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_get_id (record));

  accord_table_add_cell (listing->table, id);
  if (!add_value (listing, record, kind->title_field, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (kind, i) && !add_value (listing, record, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_record (AccordRecord *record, gpointer data, GError **error)
{
  Listing *listing = data;
  gboolean taken;

  if (listing->table != NULL)
    taken = add_row (listing, record, error);
  else
    taken = accord_json_record (&listing->json, record, listing->names, error);
  listing->n_rows++;
  return taken && accord_output_check (listing->run->output, error);
}

/* A saved search says itself what it lists; a kind beside it can only agree. */
static AccordQuery *
make_query (Listing *listing, AccordReader *reader, GError **error)
{
  AccordRun *run = listing->run;
  g_autoptr (AccordQuery) query = NULL;

  if (run->options->saved == NULL)
    return accord_cli_query (listing->kind, run->options, reader, error);

  query = accord_cli_saved_query (run->options, reader, error);
  if (query != NULL && listing->kind != NULL && listing->kind != accord_query_get_kind (query))
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, _ ("“%s” does not list %s."),
                   run->options->saved, run->arguments[0]);
      return NULL;
    }
  if (query != NULL)
    listing->kind = accord_query_get_kind (query);
  return g_steal_pointer (&query);
}

/* What is asked, in words, and what it comes to. */
static gboolean
tell_total (Listing *listing, AccordReader *reader, AccordQuery *query, GError **error)
{
  const AccordKind *kind = accord_query_get_kind (query);
  int field = accord_kind_find_ledger (kind);
  AccordTotal total;
  g_autofree char *sentence = NULL, *number = NULL, *noun = NULL, *counted = NULL, *words = NULL;

  if (!accord_reader_total (reader, query, field, &total, error)
      || (sentence = accord_reader_dup_sentence (reader, query, error)) == NULL)
    return FALSE;
  if (!listing->run->options->json)
    {
      number = accord_words_dup_number (total.count);
      noun = accord_words_dup_noun (_ (total.count == 1 ? kind->label : kind->plural));
      /* Translators: a number and what is counted, such as “1,204 payments”. */
      counted = g_strdup_printf (C_ ("count", "%s %s"), number, noun);
      words = accord_total_dup_words (&total, field, counted);
      accord_output_printf (listing->run->output, "%s\n%s\n", sentence, words);
      return TRUE;
    }
  accord_json_begin_object (&listing->json);
  accord_json_member_string (&listing->json, "sentence", sentence);
  accord_json_member_int (&listing->json, "count", total.count);
  if (field >= 0)
    {
      accord_json_member_string (&listing->json, "field", kind->fields[field].name);
      accord_json_member_int (&listing->json, "sum_pence", total.sum);
      accord_json_member_int (&listing->json, "unknown", total.unknown);
    }
  accord_json_end_object (&listing->json);
  return TRUE;
}

static gpointer
read_list (AccordReader *reader, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autoptr (AccordNames) names = accord_names_new (reader);
  g_autoptr (AccordQuery) query = make_query (listing, reader, error);
  gboolean done = FALSE;

  if (query != NULL && listing->run->options->total)
    return tell_total (listing, reader, query, error) ? listing : NULL;
  if (query != NULL)
    {
      listing->names = names;
      if (listing->run->options->json)
        accord_json_begin_array (&listing->json);
      else
        listing->table = make_table (listing->run->output, listing->kind);
      done = accord_reader_walk (reader, query, take_record, listing, error);
      listing->names = NULL;
    }
  return done ? listing : NULL;
}

/**
 * accord_command_list:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the records of a kind, holding a few of them at a time.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_list (AccordRun *run, GError **error)
{
  Listing listing = { run };
  g_autoptr (AccordTable) table = NULL;
  gpointer read;

  if (run->n_arguments == 0 && run->options->saved == NULL)
    {
      g_set_error_literal (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
          _ ("Something is missing; the form is: accordctl list KIND, or list --saved NAME."));
      return ACCORD_EXIT_USAGE;
    }
  if (run->n_arguments > 0
      && (listing.kind = accord_cli_kind (run->schema, run->arguments[0], error)) == NULL)
    return ACCORD_EXIT_USAGE;
  if (run->options->json)
    accord_json_init (&listing.json, run->output);

  read = accord_workspace_read (run->workspace, read_list, &listing, run->cancellable, error);
  table = listing.table;
  if (read == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->total)
    return ACCORD_EXIT_DONE;
  if (table == NULL)
    accord_json_end_array (&listing.json);
  else if (listing.n_rows > 0)
    accord_table_finish (table);
  else
    /* Translators: %s is the plural of a kind of record, such as "Funds". */
    accord_output_printf (run->output, _ ("%s: none.\n"), _ (listing.kind->plural));
  return ACCORD_EXIT_DONE;
}
