/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "bank-holidays.h"
#include "lookup.h"
#include "notice.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  char *today;
} Wanted;

static const char *const call_in_states[] = {
  [ACCORD_CALL_IN_NOT_KNOWN] = "not-known", [ACCORD_CALL_IN_NOT_SUBJECT] = "not-subject",
  [ACCORD_CALL_IN_EXEMPT] = "exempt",       [ACCORD_CALL_IN_CALLED_IN] = "called-in",
  [ACCORD_CALL_IN_TO_OPEN] = "to-open",     [ACCORD_CALL_IN_OPEN] = "open",
  [ACCORD_CALL_IN_CLOSED] = "closed",
};

static const char *const notice_states[] = {
  [ACCORD_NOTICE_NOT_KNOWN] = "not-known",
  [ACCORD_NOTICE_NOT_NEEDED] = "not-needed",
  [ACCORD_NOTICE_ENOUGH] = "enough",
  [ACCORD_NOTICE_SHORT] = "short",
};

static void
write_day (AccordJson *json, const char *name, const char *iso)
{
  accord_json_member_string (json, name, iso != NULL && *iso != '\0' ? iso : NULL);
}

static void
write_number (AccordJson *json, const char *name, gint64 number, gboolean known)
{
  accord_json_key (json, name);
  if (known)
    accord_json_int (json, number);
  else
    accord_json_null (json);
}

static void
write_call_in (AccordJson *json, const AccordCallInFacts *facts, const AccordCallIn *call_in)
{
  accord_json_key (json, "call_in");
  accord_json_begin_object (json);
  accord_json_member_string (json, "state", call_in_states[call_in->state]);
  write_day (json, "opens", call_in->opens);
  write_day (json, "last", call_in->last);
  write_day (json, "carried_out", call_in->carried_out);
  accord_json_member_string (json, "council", facts->council);
  write_number (json, "signatories", facts->signatories, facts->signatories != ACCORD_UNKNOWN);
  write_number (json, "days", facts->days, facts->days != ACCORD_UNKNOWN);
  accord_json_member_string (json, "counting", facts->counting);
  accord_json_member_string (json, "why", call_in->sentence);
  accord_json_end_object (json);
}

static void
write_notice (AccordJson *json, const AccordNotice *notice)
{
  accord_json_key (json, "notice");
  accord_json_begin_object (json);
  accord_json_member_string (json, "state", notice_states[notice->state]);
  write_number (json, "clear_days", notice->clear_days, notice->clear_days >= 0);
  write_number (json, "missing", notice->missing_days, notice->clear_days >= 0);
  write_day (json, "earliest", notice->earliest);
  accord_json_member_string (json, "why", notice->sentence);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, gint64 id, const char *title, const AccordCallInFacts *facts,
            const AccordCallIn *call_in, const AccordNotice *notice)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "id", id);
  accord_json_member_string (&json, "title", title);
  write_day (&json, "date", facts->date);
  write_day (&json, "due", facts->due);
  write_day (&json, "published", facts->published);
  write_day (&json, "effective", facts->effective);
  write_call_in (&json, facts, call_in);
  write_notice (&json, notice);
  accord_json_end_object (&json);
}

static void
tell_answer (AccordOutput *output, const char *heading, const char *headline, const char *sentence)
{
  g_autofree char *first = accord_terminal_line (headline);
  g_autofree char *why = accord_terminal_line (sentence);

  accord_output_write (output, "\n", 1);
  accord_output_heading (output, heading);
  accord_output_printf (output, "\n  %s\n  %s\n", first, why);
}

static gpointer
read_decision (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  AccordRun *run = wanted->run;
  const AccordKind *kind = accord_schema_find_kind (run->schema, "decision");
  gint64 id = accord_reader_resolve (reader, kind, run->arguments[0], error);
  g_autofree char *title = id > 0 ? accord_reader_dup_title (reader, kind, id, error) : NULL;
  g_autoptr (AccordCallInFacts) facts =
      title != NULL ? accord_call_in_facts_read (reader, "decision", id, error) : NULL;
  g_autoptr (AccordCallIn) call_in = NULL;
  g_autoptr (AccordNotice) notice = NULL;
  g_autofree char *line = NULL;

  if (facts == NULL)
    return NULL;
  call_in = accord_call_in_judge (facts, accord_bank_holidays_get (), wanted->today);
  notice = accord_notice_judge (facts);
  if (run->options->json)
    {
      write_json (run->output, id, title, facts, call_in, notice);
      return wanted;
    }
  line = accord_terminal_line (title);
  accord_output_heading (run->output, line);
  accord_output_write (run->output, "\n", 1);
  tell_answer (run->output, _ ("Call-in"), call_in->headline, call_in->sentence);
  tell_answer (run->output, _ ("Notice of a key decision"), notice->headline, notice->sentence);
  return wanted;
}

/**
 * accord_command_decision:
 * @run: the run
 * @error: return location for an error
 *
 * Says until when a decision can be called in, and whether notice of it was given early enough.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_decision (AccordRun *run, GError **error)
{
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);
  Wanted wanted = { run, today };

  if (today == NULL)
    return ACCORD_EXIT_USAGE;
  accord_workspace_read (run->workspace, read_decision, &wanted, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
