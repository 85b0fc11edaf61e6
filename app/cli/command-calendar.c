/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "calendar.h"
#include "day-words.h"
#include "ics.h"
#include "lookup.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  char *today;
  char *from;
  char *until;
} Wanted;

static void
write_line (AccordOutput *output, const AccordCalendarEntry *entry)
{
  g_autofree char *title = accord_terminal_line (entry->title);
  g_autofree char *place = accord_terminal_line (entry->place != NULL ? entry->place : "");
  g_autofree char *hour = accord_terminal_line (entry->hour != NULL ? entry->hour : "");
  const char *standing = accord_calendar_standing_get_label (entry->standing);
  g_autofree char *when =
      entry->vague ? accord_terminal_line (entry->words) : accord_date_dup_with_weekday (entry->from);

  accord_output_printf (output, "  %-16s %s: %s", when, accord_calendar_what_get_label (entry->what), title);
  if (*hour != '\0')
    accord_output_printf (output, ", %s", hour);
  if (*place != '\0')
    accord_output_printf (output, " — %s", place);
  if (standing != NULL)
    accord_output_printf (output, " (%s)", standing);
  accord_output_write (output, "\n", 1);
}

static void
write_undated (AccordOutput *output, guint n)
{
  if (n > 0)
    accord_output_printf (output,
                          ngettext ("\n%u more is stated without a year, and so has no place here.\n",
                                    "\n%u more are stated without a year, and so have no place here.\n", n),
                          n);
}

/* A heading for each month, in which also stands what is known by the month only. */
static void
write_text (AccordOutput *output, GPtrArray *entries, guint n_undated)
{
  const char *month = "";

  if (entries->len == 0)
    accord_output_printf (output, "%s\n", _ ("There is nothing in the calendar for these days."));
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];

      if (strncmp (month, entry->from, strlen ("2017-07")) != 0)
        {
          g_autofree char *label = accord_month_dup_label (entry->from);

          if (i > 0)
            accord_output_write (output, "\n", 1);
          accord_output_heading (output, label);
          accord_output_write (output, "\n", 1);
        }
      month = entry->from;
      write_line (output, entry);
    }
  write_undated (output, n_undated);
}

static void
write_entry (AccordJson *json, const AccordCalendarEntry *entry)
{
  static const char *const standings[] = {
    [ACCORD_CALENDAR_PROVISIONAL] = "provisional",
    [ACCORD_CALENDAR_CONFIRMED] = "confirmed",
    [ACCORD_CALENDAR_NOT_BEFORE] = "not-before",
    [ACCORD_CALENDAR_DONE] = "done",
    [ACCORD_CALENDAR_MOVED] = "moved",
    [ACCORD_CALENDAR_CANCELLED] = "cancelled",
  };

  accord_json_begin_object (json);
  accord_json_member_string (json, "what", accord_calendar_what_get_name (entry->what));
  accord_json_member_string (json, "title", entry->title);
  accord_json_member_string (json, "from", entry->from);
  accord_json_member_string (json, "until", entry->until);
  accord_json_member_boolean (json, "exact", !entry->vague);
  accord_json_member_string (json, "words", entry->words);
  accord_json_member_string (json, "time", entry->hour);
  accord_json_member_string (json, "place", entry->place);
  accord_json_member_string (json, "venue", entry->venue);
  accord_json_member_string (json, "standing", standings[entry->standing]);
  accord_json_member_string (json, "kind", entry->kind);
  accord_json_member_int (json, "id", entry->id);
  accord_json_member_string (json, "uid", entry->uid);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, GPtrArray *entries, guint n_undated)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_key (&json, "entries");
  accord_json_begin_array (&json);
  for (guint i = 0; i < entries->len; i++)
    write_entry (&json, entries->pdata[i]);
  accord_json_end_array (&json);
  accord_json_member_int (&json, "undated", n_undated);
  accord_json_end_object (&json);
}

static void
tell (AccordRun *run, guint n_events, guint n_left_out)
{
  g_autofree char *path = g_filename_display_name (run->options->ics);
  AccordJson json;

  if (!run->options->json)
    {
      /* Translators: the first %s is a file, then counts of events. */
      accord_output_printf (run->output, _ ("Wrote %s (events: %u)\n"), path, n_events);
      if (n_left_out > 0)
        accord_output_printf (run->output,
                              ngettext ("Left out %u whose day is not known.\n",
                                        "Left out %u whose days are not known.\n", n_left_out),
                              n_left_out);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", path);
  accord_json_member_int (&json, "events", n_events);
  accord_json_member_int (&json, "left_out", n_left_out);
  accord_json_end_object (&json);
}

static gboolean
write_file (AccordRun *run, GPtrArray *entries, guint n_undated, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (run->options->ics);
  g_autofree char *name = accord_workspace_dup_display_name (run->workspace);
  guint n_left_out;

  if (!accord_ics_write (entries, name, file, &n_left_out, error))
    return FALSE;
  tell (run, entries->len - n_left_out, n_left_out + n_undated);
  return TRUE;
}

static gpointer
read_calendar (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  AccordRun *run = wanted->run;
  AccordCalendarFilter filter = { ACCORD_CALENDAR_ALL, 0, wanted->from, wanted->until };
  g_autoptr (AccordCalendar) calendar = accord_calendar_read (reader, wanted->today, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (calendar == NULL)
    return NULL;
  entries = accord_calendar_filter (calendar, &filter);
  if (run->options->ics != NULL)
    return write_file (run, entries, calendar->n_undated, error) ? wanted : NULL;
  if (run->options->json)
    write_json (run->output, entries, calendar->n_undated);
  else
    write_text (run->output, entries, calendar->n_undated);
  return wanted;
}

static gboolean
read_day (const char *text, char **iso, GError **error)
{
  return text == NULL || (*iso = accord_cli_dup_today (text, error)) != NULL;
}

/**
 * accord_command_calendar:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the days that matter, or writes them to a calendar file.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_calendar (AccordRun *run, GError **error)
{
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);
  g_autofree char *from = NULL, *until = NULL;
  Wanted wanted = { .run = run };

  if (today == NULL || !read_day (run->options->from, &from, error)
      || !read_day (run->options->until, &until, error))
    return ACCORD_EXIT_USAGE;
  if (from != NULL && until != NULL && strcmp (from, until) > 0)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("The last day (--until) is before the first (--from)."));
      return ACCORD_EXIT_USAGE;
    }
  wanted.today = today;
  wanted.from = from;
  wanted.until = until;
  accord_workspace_read (run->workspace, read_calendar, &wanted, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
