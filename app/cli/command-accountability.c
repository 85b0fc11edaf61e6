/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "accountability.h"
#include "alliance.h"
#include "date.h"
#include "text-table.h"

#define LATEST 5

typedef struct
{
  AccordRun *run;
  gint64 only;
} Wanted;

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  AccordRun *run = wanted->run;

  if (run->n_arguments > 0)
    {
      wanted->only = accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "body"),
                                            run->arguments[0], error);
      if (wanted->only <= 0)
        return NULL;
    }
  return accord_accountability_read (reader, LATEST, error);
}

/* --- Words. */

static void
write_line (AccordOutput *output, const char *format, AccordRecord *other)
{
  g_autofree char *name = accord_alliance_dup_body_name (other);
  g_autofree char *words = g_strdup_printf ("%s %s", format, name);
  g_autofree char *line = accord_terminal_line (words);

  accord_output_printf (output, "  %s\n", line);
}

static void
write_latest (AccordOutput *output, const AccordAnswerableDecision *decision)
{
  g_autofree char *date =
      decision->date != NULL ? accord_date_format (decision->date) : g_strdup (_ ("date not known"));
  g_autofree char *words = g_strdup_printf ("%s: %s", date, decision->text);
  g_autofree char *line = accord_terminal_line (words);

  accord_output_printf (output, "    %s\n", line);
}

static void
write_words (AccordOutput *output, const AccordAnswerable *one)
{
  g_autofree char *name = accord_alliance_dup_body_name (one->body);
  g_autofree char *heading = accord_terminal_line (name);
  g_autofree char *count = accord_answerable_dup_count (one);

  accord_output_heading (output, heading);
  accord_output_write (output, "\n", 1);
  if (one->accountable_to != NULL)
    write_line (output, _ ("Accountable to"), one->accountable_to);
  for (guint i = 0; i < one->scrutinised_by->len; i++)
    write_line (output, _ ("Scrutinised by"), one->scrutinised_by->pdata[i]);
  for (guint i = 0; i < one->scrutinises->len; i++)
    write_line (output, _ ("Scrutinises"), one->scrutinises->pdata[i]);
  if (one->accountable_to == NULL && one->scrutinised_by->len == 0)
    accord_output_printf (output, "  %s\n", _ ("Whom it answers to is not known."));
  accord_output_printf (output, "  %s\n", count);
  for (guint i = 0; i < one->latest->len; i++)
    write_latest (output, one->latest->pdata[i]);
}

/* --- JSON. */

static void
write_body (AccordJson *json, AccordRecord *body)
{
  accord_json_begin_object (json);
  accord_json_member_int (json, "id", accord_record_get_id (body));
  accord_json_member_string (json, "uid", accord_record_get_uid (body));
  accord_json_member_string (json, "name", accord_record_get_text (body, "name"));
  accord_json_member_string (json, "organisation", accord_record_get_reference_title (body, "organisation"));
  accord_json_end_object (json);
}

static void
write_bodies (AccordJson *json, const char *key, GPtrArray *bodies)
{
  accord_json_key (json, key);
  accord_json_begin_array (json);
  for (guint i = 0; i < bodies->len; i++)
    write_body (json, bodies->pdata[i]);
  accord_json_end_array (json);
}

static void
write_decisions (AccordJson *json, GPtrArray *latest)
{
  accord_json_key (json, "latest");
  accord_json_begin_array (json);
  for (guint i = 0; i < latest->len; i++)
    {
      const AccordAnswerableDecision *decision = latest->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "kind", decision->kind);
      accord_json_member_int (json, "id", decision->id);
      accord_json_member_string (json, "text", decision->text);
      accord_json_member_string (json, "date", decision->date);
      accord_json_member_string (json, "meeting", decision->meeting);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordJson *json, const AccordAnswerable *one)
{
  accord_json_begin_object (json);
  accord_json_key (json, "body");
  write_body (json, one->body);
  accord_json_key (json, "accountable_to");
  if (one->accountable_to != NULL)
    write_body (json, one->accountable_to);
  else
    accord_json_null (json);
  write_bodies (json, "scrutinised_by", one->scrutinised_by);
  write_bodies (json, "scrutinises", one->scrutinises);
  write_bodies (json, "below", one->below);
  accord_json_member_int (json, "resolved", one->n_resolved);
  accord_json_member_int (json, "noted", one->n_noted);
  accord_json_member_int (json, "decisions", one->n_decisions);
  write_decisions (json, one->latest);
  accord_json_end_object (json);
}

/**
 * accord_command_accountability:
 * @run: the run
 * @error: return location for an error
 *
 * Says for every board, or for one, whom it answers to and what it decided.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_accountability (AccordRun *run, GError **error)
{
  Wanted wanted = { run, 0 };
  g_autoptr (GPtrArray) all =
      accord_workspace_read (run->workspace, read_all, &wanted, run->cancellable, error);
  gboolean first = TRUE;
  AccordJson json;

  if (all == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    {
      accord_json_init (&json, run->output);
      accord_json_begin_array (&json);
    }
  else if (all->len == 0)
    accord_output_printf (run->output, "%s\n", _ ("There is no board or committee yet."));
  for (guint i = 0; i < all->len; i++)
    {
      const AccordAnswerable *one = all->pdata[i];

      if (wanted.only != 0 && accord_record_get_id (one->body) != wanted.only)
        continue;
      if (run->options->json)
        write_json (&json, one);
      else
        {
          if (!first)
            accord_output_write (run->output, "\n", 1);
          write_words (run->output, one);
        }
      first = FALSE;
    }
  if (run->options->json)
    accord_json_end_array (&json);
  return ACCORD_EXIT_DONE;
}
