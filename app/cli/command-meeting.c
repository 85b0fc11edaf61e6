/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "lookup.h"
#include "meeting-agenda.h"
#include "meeting-context.h"
#include "text-table.h"

/* As many sentences around a passage as the window shows. */
#define SENTENCES_AROUND 2

static const char *const match_words[] = { "not-found", "part", "like", "exact" };

static void
write_record (AccordJson *json, AccordRecord *record, gboolean with_kind)
{
  g_autofree char *title = accord_record_dup_title (record);

  if (with_kind)
    accord_json_member_string (json, "kind", accord_record_get_kind (record)->name);
  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, "title", title);
}

/* Places are told in characters, as people and most languages count them. */
static void
write_place (AccordJson *json, AccordPassageMatch match, glong start, glong end)
{
  accord_json_member_string (json, "match", match_words[match]);
  accord_json_key (json, "start");
  if (match != ACCORD_PASSAGE_NOT_FOUND)
    accord_json_int (json, start);
  else
    accord_json_null (json);
  accord_json_key (json, "end");
  if (match != ACCORD_PASSAGE_NOT_FOUND)
    accord_json_int (json, end);
  else
    accord_json_null (json);
}

static void
write_part (AccordJson *json, const AccordText *text, const AccordTextPart *part)
{
  gboolean found = part->range.match != ACCORD_PASSAGE_NOT_FOUND;

  accord_json_begin_object (json);
  write_place (json, part->range.match, found ? g_utf8_strlen (text->text, part->range.start) : 0,
               found ? g_utf8_strlen (text->text, part->range.end) : 0);
  accord_json_member_string (json, "words", part->passage);
  accord_json_member_string (json, "group", part->group);
  accord_json_member_boolean (json, "cut_short", part->cut);
  accord_json_key (json, "records");
  accord_json_begin_array (json);
  for (guint i = 0; i < part->records->len; i++)
    {
      accord_json_begin_object (json);
      write_record (json, part->records->pdata[i], TRUE);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_item (AccordJson *json, const AccordAgendaItem *item)
{
  accord_json_begin_object (json);
  if (item->item != NULL)
    write_record (json, item->item, FALSE);
  accord_json_member_string (json, "number", item->number);
  accord_json_member_string (json, "outcome", item->outcome);
  accord_json_member_boolean (json, "cut_short", item->incomplete);
  accord_json_member_int (json, "records", item->text->n_records);
  accord_json_member_int (json, "records_not_found", item->text->n_lost);
  accord_json_member_string (json, "text", item->text->text);
  accord_json_key (json, "passages");
  accord_json_begin_array (json);
  for (guint i = 0; i < item->text->parts->len; i++)
    write_part (json, item->text, item->text->parts->pdata[i]);
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_owed (AccordJson *json, const AccordOwed *owed)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "owner", owed->owner);
  accord_json_key (json, "actions");
  accord_json_begin_array (json);
  for (guint i = 0; i < owed->actions->len; i++)
    {
      AccordRecord *action = owed->actions->pdata[i];

      accord_json_begin_object (json);
      write_record (json, action, FALSE);
      accord_json_member_string (json, "due", accord_record_get_text (action, "due"));
      accord_json_member_string (json, "due_words", accord_record_get_text (action, "due-words"));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_agenda (AccordOutput *output, const AccordAgenda *agenda)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  write_record (&json, agenda->meeting, FALSE);
  accord_json_member_string (&json, "date", accord_record_get_text (agenda->meeting, "date"));
  accord_json_member_int (&json, "items_on_agenda", agenda->n_items);
  accord_json_member_int (&json, "items_cut_short", agenda->n_incomplete);
  accord_json_key (&json, "items");
  accord_json_begin_array (&json);
  for (guint i = 0; i < agenda->items->len; i++)
    write_item (&json, agenda->items->pdata[i]);
  accord_json_end_array (&json);
  accord_json_key (&json, "owed");
  accord_json_begin_array (&json);
  for (guint i = 0; i < agenda->owed->len; i++)
    write_owed (&json, agenda->owed->pdata[i]);
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static void
tell_part (AccordOutput *output, guint number, const AccordTextPart *part)
{
  for (guint i = 0; i < part->records->len; i++)
    {
      AccordRecord *record = part->records->pdata[i];
      g_autofree char *title = accord_record_dup_title (record);
      g_autofree char *line = accord_terminal_line (title);

      if (i == 0 && part->range.match != ACCORD_PASSAGE_NOT_FOUND)
        accord_output_printf (output, "  %3u  ", number);
      else
        accord_output_printf (output, "  %3s  ", i == 0 ? "–" : "");
      accord_output_printf (output, "%s %" G_GINT64_FORMAT ": %s%s\n",
                            _ (accord_record_get_kind (record)->label), accord_record_get_id (record), line,
                            part->cut ? _ (" (cut short)") : "");
    }
}

static void
tell_item (AccordOutput *output, const AccordAgendaItem *item)
{
  g_autofree char *title = accord_terminal_line (item->title);
  g_autofree char *outcome = accord_terminal_line (item->outcome);

  accord_output_printf (output, "\n%s%s%s: %s%s\n", item->number != NULL ? item->number : "",
                        item->number != NULL ? "  " : "", title, outcome,
                        item->incomplete ? _ (" (cut short)") : "");
  for (guint i = 0; i < item->text->parts->len; i++)
    tell_part (output, i + 1, item->text->parts->pdata[i]);
}

static void
tell_owed (AccordOutput *output, const AccordAgenda *agenda)
{
  if (agenda->owed->len == 0)
    return;
  accord_output_printf (output, "\n");
  accord_output_heading (output, _ ("Who owes what"));
  accord_output_printf (output, "\n");
  for (guint i = 0; i < agenda->owed->len; i++)
    {
      const AccordOwed *owed = agenda->owed->pdata[i];

      for (guint k = 0; k < owed->actions->len; k++)
        {
          g_autofree char *title = accord_record_dup_title (owed->actions->pdata[k]);
          g_autofree char *line = accord_terminal_line (title);
          g_autofree char *owner =
              accord_terminal_line (owed->owner != NULL ? owed->owner : _ ("Nobody named"));

          accord_output_printf (output, "  %s: %s\n", owner, line);
        }
    }
}

static void
tell_agenda (AccordOutput *output, const AccordAgenda *agenda)
{
  g_autofree char *title = accord_record_dup_title (agenda->meeting);
  g_autofree char *name = accord_terminal_line (title);
  const char *date = accord_record_get_text (agenda->meeting, "date");
  g_autofree char *day = date != NULL ? accord_date_format (date) : NULL;
  g_autofree char *heading = day != NULL ? g_strdup_printf ("%s, %s", name, day) : g_strdup (name);

  accord_output_heading (output, heading);
  accord_output_printf (output, "\n");
  if (agenda->items->len == 0)
    accord_output_printf (output, "%s\n", _ ("No agenda is kept for this meeting."));
  for (guint i = 0; i < agenda->items->len; i++)
    tell_item (output, agenda->items->pdata[i]);
  tell_owed (output, agenda);
}

static gpointer
read_meeting (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  gint64 id = accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "meeting"),
                                     run->arguments[0], error);
  g_autoptr (AccordAgenda) agenda = id > 0 ? accord_agenda_read (reader, id, error) : NULL;

  if (agenda == NULL)
    return NULL;
  if (run->options->json)
    write_agenda (run->output, agenda);
  else
    tell_agenda (run->output, agenda);
  return run;
}

/**
 * accord_command_meeting:
 * @run: the run
 * @error: return location for an error
 *
 * Tells what was on the agenda of a meeting, what came of each item and from which words, and who owes what.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_meeting (AccordRun *run, GError **error)
{
  accord_workspace_read (run->workspace, read_meeting, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}

static void
write_context (AccordOutput *output, const AccordPassageContext *context)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  write_place (&json, context->match, context->start, context->end);
  accord_json_member_string (&json, "before", context->before);
  accord_json_member_string (&json, "words", context->words);
  accord_json_member_string (&json, "after", context->after);
  accord_json_member_string (&json, "in_kind", context->id != ACCORD_UNKNOWN ? context->kind : NULL);
  accord_json_key (&json, "in");
  if (context->id != ACCORD_UNKNOWN)
    accord_json_int (&json, context->id);
  else
    accord_json_null (&json);
  accord_json_member_string (&json, "in_title", context->title);
  accord_json_member_string (&json, "source_title", context->source_title);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static void
tell_lines (AccordOutput *output, const char *before, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; text != NULL && *line != NULL; line++)
    {
      g_autofree char *clean = accord_terminal_line (*line);

      accord_output_printf (output, "%s%s\n", before, clean);
    }
}

static void
tell_context (AccordOutput *output, const AccordPassageContext *context)
{
  if (context->words == NULL)
    {
      accord_output_printf (output, "%s\n", _ ("The record names no words of a document."));
      return;
    }
  if (context->title != NULL)
    {
      g_autofree char *title = accord_terminal_line (context->title);

      accord_output_heading (output, title);
      accord_output_printf (output, "\n");
    }
  if (context->match == ACCORD_PASSAGE_NOT_FOUND && context->kept)
    accord_output_printf (output, "%s\n", _ ("Its words are not in the text that is kept:"));
  tell_lines (output, "  ", context->before);
  tell_lines (output, "> ", context->words);
  tell_lines (output, "  ", context->after);
}

static gpointer
read_passage (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  const AccordKind *kind = accord_schema_find_kind (run->schema, run->arguments[0]);
  gint64 id = accord_reader_resolve (reader, kind, run->arguments[1], error);
  g_autoptr (AccordPassageContext) context =
      id > 0 ? accord_passage_context_read (reader, kind, id, SENTENCES_AROUND, error) : NULL;

  if (context == NULL)
    return NULL;
  if (run->options->json)
    write_context (run->output, context);
  else
    tell_context (run->output, context);
  return run;
}

/**
 * accord_command_passage:
 * @run: the run
 * @error: return location for an error
 *
 * Shows the sentence that a record was made from, in its source.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_passage (AccordRun *run, GError **error)
{
  if (accord_cli_kind (run->schema, run->arguments[0], error) == NULL)
    return ACCORD_EXIT_USAGE;
  accord_workspace_read (run->workspace, read_passage, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
