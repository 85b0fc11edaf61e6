/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "condition.h"
#include "json-record.h"
#include "lookup.h"
#include "pins.h"
#include "query-form.h"
#include "text-table.h"

static gpointer
read_pins (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list_pins (reader, error);
}

static const char *
state_of (const AccordPin *pin)
{
  if (pin->query != NULL)
    return _ ("saved search");
  return pin->deleted ? _ ("deleted") : _ ("record");
}

static void
write_table (AccordOutput *output, GPtrArray *pins)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  /* Translators: the heading over numbers from 1 */
  accord_table_add_column (table, _ ("No."), TRUE);
  accord_table_add_column (table, _ ("Pinned"), FALSE);
  accord_table_add_column (table, _ ("Kind"), FALSE);
  accord_table_add_column (table, _ ("ID"), TRUE);
  accord_table_add_column (table, _ ("What"), FALSE);
  for (guint i = 0; i < pins->len; i++)
    {
      const AccordPin *pin = g_ptr_array_index (pins, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *id = pin->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, pin->id) : g_strdup ("");

      accord_table_add_cell (table, number);
      accord_table_add_cell (table, pin->title);
      accord_table_add_cell (table, _ (pin->query != NULL ? pin->kind->plural : pin->kind->label));
      accord_table_add_cell (table, id);
      accord_table_add_cell (table, state_of (pin));
    }
  accord_table_finish (table);
}

static void
write_json (AccordOutput *output, GPtrArray *pins)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < pins->len; i++)
    {
      const AccordPin *pin = g_ptr_array_index (pins, i);
      g_autofree char *query = pin->query != NULL ? accord_query_dup_json (pin->query) : NULL;

      accord_json_begin_object (&json);
      accord_json_member_string (&json, "title", pin->title);
      accord_json_member_string (&json, "kind", pin->kind->name);
      if (query != NULL)
        {
          accord_json_key (&json, "search");
          accord_json_raw (&json, query);
        }
      else
        {
          accord_json_member_int (&json, "id", pin->id);
          accord_json_member_boolean (&json, "deleted", pin->deleted);
        }
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

/**
 * accord_command_pins:
 * @run: the run
 * @error: return location for an error
 *
 * Lists what is pinned: records and saved searches.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pins (AccordRun *run, GError **error)
{
  g_autoptr (GPtrArray) pins =
      accord_workspace_read (run->workspace, read_pins, NULL, run->cancellable, error);

  if (pins == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, pins);
  else if (pins->len > 0)
    write_table (run->output, pins);
  else
    accord_output_printf (run->output, "%s\n", _ ("Nothing is pinned."));
  return ACCORD_EXIT_DONE;
}

static gboolean
pin_record (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRun *run = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_cli_kind (run->schema, run->arguments[0], error);
  gint64 id = kind != NULL ? accord_cli_record (reader, kind, run->arguments[1], error) : 0;

  return id != 0 && accord_writer_pin_record (writer, kind, id, -1, error);
}

static gboolean
save_search (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRun *run = data;
  const AccordKind *kind = accord_cli_kind (run->schema, run->arguments[1], error);
  g_autoptr (AccordQuery) query =
      kind != NULL ? accord_cli_query (kind, run->options, accord_writer_get_reader (writer), error) : NULL;

  return query != NULL && accord_writer_pin_search (writer, run->arguments[0], query, -1, error);
}

static gboolean
unpin (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRun *run = data;
  g_autoptr (AccordPin) pin =
      accord_reader_find_pin (accord_writer_get_reader (writer), run->arguments[0], error);

  return pin != NULL && accord_writer_remove_pin (writer, pin->key, error);
}

/* What is answered is what is pinned now. */
static AccordExit
change_pins (AccordRun *run, const char *label, AccordWriteFunc func, GError **error)
{
  g_autoptr (AccordChange) change =
      accord_workspace_write (run->workspace, label, func, run, run->cancellable, error);

  return change != NULL ? accord_command_pins (run, error) : ACCORD_EXIT_BROKEN;
}

/**
 * accord_command_pin:
 * @run: the run
 * @error: return location for an error
 *
 * Pins a record.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pin (AccordRun *run, GError **error)
{
  return change_pins (run, _ ("Pin a record"), pin_record, error);
}

/**
 * accord_command_save:
 * @run: the run
 * @error: return location for an error
 *
 * Saves a search under a name.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_save (AccordRun *run, GError **error)
{
  return change_pins (run, _ ("Save a search"), save_search, error);
}

/**
 * accord_command_unpin:
 * @run: the run
 * @error: return location for an error
 *
 * Lets go of a pinned record or a saved search.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_unpin (AccordRun *run, GError **error)
{
  return change_pins (run, _ ("Unpin"), unpin, error);
}
