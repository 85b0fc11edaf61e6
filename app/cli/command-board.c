/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "board.h"
#include "lookup.h"
#include "text-table.h"

static gpointer
read_board (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  const AccordKind *kind = accord_schema_find_kind (run->schema, "body");
  gint64 id = accord_reader_resolve (reader, kind, run->arguments[0], error);

  return id > 0 ? accord_board_read (reader, id, error) : NULL;
}

/* "Cabinet (Bury Council)", for there is more than one. */
static char *
dup_name (AccordRecord *body)
{
  g_autofree char *title = accord_record_dup_title (body);
  const char *organisation = accord_record_get_reference_title (body, "organisation");

  return organisation != NULL ? g_strdup_printf ("%s (%s)", title, organisation) : g_steal_pointer (&title);
}

/* --- Words. */

static void
write_lines (AccordOutput *output, AccordBoard *board)
{
  for (guint i = 0; i < board->lines->len; i++)
    {
      const AccordBoardLine *line = board->lines->pdata[i];
      g_autofree char *from = dup_name (line->from);
      g_autofree char *to = dup_name (line->to);
      g_autofree char *sentence = line->scrutiny ? g_strdup_printf (_ ("%s is scrutinised by %s."), from, to)
                                                 : g_strdup_printf (_ ("%s is accountable to %s."), from, to);
      g_autofree char *words = accord_terminal_line (sentence);

      accord_output_printf (output, "%s\n", words);
    }
}

/* @second is a field of @records, or %NULL. */
static void
write_table (AccordOutput *output, GPtrArray *records, const char *heading, const char *second,
             const char *second_heading)
{
  g_autoptr (AccordTable) table = NULL;

  if (records->len == 0)
    return;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, heading, FALSE);
  accord_table_add_column (table, second_heading, FALSE);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = accord_record_dup_title (records->pdata[i]);

      accord_table_add_cell (table, title);
      accord_table_add_cell (table, accord_record_get_text (records->pdata[i], second));
    }
  accord_table_finish (table);
}

static void
write_words (AccordOutput *output, AccordBoard *board)
{
  g_autofree char *name = dup_name (board->body);
  g_autofree char *heading = accord_terminal_line (name);

  accord_output_heading (output, heading);
  accord_output_write (output, "\n", 1);
  if (board->lines->len > 0)
    write_lines (output, board);
  else
    accord_output_printf (output, "%s\n", _ ("Whom it answers to is not known."));
  write_table (output, board->posts, _ ("Post"), "holder", _ ("Holder"));
  write_table (output, board->meetings, _ ("Meeting"), "date", _ ("Date"));
  write_table (output, board->decisions, _ ("Decision"), "number", _ ("Number"));
}

/* --- JSON. */

static void
write_record (AccordJson *json, AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);

  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", accord_record_get_kind (record)->name);
  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, "title", title);
  if (accord_kind_find_field (accord_record_get_kind (record), "organisation") >= 0)
    accord_json_member_string (json, "organisation",
                               accord_record_get_reference_title (record, "organisation"));
  accord_json_end_object (json);
}

static void
write_records (AccordJson *json, const char *key, GPtrArray *records)
{
  accord_json_key (json, key);
  accord_json_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    write_record (json, records->pdata[i]);
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, AccordBoard *board)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_key (&json, "board");
  write_record (&json, board->body);
  write_records (&json, "above", board->above);
  write_records (&json, "below", board->below);
  accord_json_key (&json, "lines");
  accord_json_begin_array (&json);
  for (guint i = 0; i < board->lines->len; i++)
    {
      const AccordBoardLine *line = board->lines->pdata[i];

      accord_json_begin_object (&json);
      accord_json_member_string (&json, "type", line->scrutiny ? "scrutinised-by" : "accountable-to");
      accord_json_key (&json, "from");
      write_record (&json, line->from);
      accord_json_key (&json, "to");
      write_record (&json, line->to);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
  write_records (&json, "posts", board->posts);
  write_records (&json, "meetings", board->meetings);
  write_records (&json, "decisions", board->decisions);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_board:
 * @run: the run
 * @error: return location for an error
 *
 * Says whom a board or committee answers to, who answers to it, and what it met on and decided.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_board (AccordRun *run, GError **error)
{
  g_autoptr (AccordBoard) board =
      accord_workspace_read (run->workspace, read_board, run, run->cancellable, error);

  if (board == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, board);
  else
    write_words (run->output, board);
  return ACCORD_EXIT_DONE;
}
