/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "alliance.h"
#include "date.h"
#include "lookup.h"
#include "text-table.h"
#include "today.h"

typedef struct
{
  AccordRun *run;
  char *day;
} Wanted;

static gpointer
read_alliance (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  AccordRun *run = wanted->run;
  const AccordKind *kind = accord_schema_find_kind (run->schema, "organisation");
  gint64 id = accord_reader_resolve (reader, kind, run->arguments[0], error);

  return id > 0 ? accord_alliance_read (reader, id, wanted->day, error) : NULL;
}

static const char *
choice_of (AccordRecord *record, const char *field)
{
  const AccordField *description = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *value = accord_record_get_text (record, field);

  return value != NULL ? accord_field_choice_label (description, value) : NULL;
}

/* --- Words. */

static void
write_memberships (AccordOutput *output, GPtrArray *memberships, const char *heading, const char *field)
{
  g_autoptr (AccordTable) table = NULL;

  if (memberships->len == 0)
    return;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, heading, FALSE);
  accord_table_add_column (table, _ ("Role"), FALSE);
  accord_table_add_column (table, _ ("From"), FALSE);
  accord_table_add_column (table, _ ("Until"), FALSE);
  for (guint i = 0; i < memberships->len; i++)
    {
      AccordRecord *membership = memberships->pdata[i];
      const char *from = accord_record_get_text (membership, "from");
      const char *words = accord_record_get_text (membership, "from-words");

      accord_table_add_cell (table, accord_record_get_reference_title (membership, field));
      accord_table_add_cell (table, choice_of (membership, "role"));
      accord_table_add_cell (table, from != NULL ? from : words != NULL ? words : _ ("date not known"));
      accord_table_add_cell (table, accord_record_get_text (membership, "until"));
    }
  accord_table_finish (table);
}

static void
write_posts (AccordOutput *output, GPtrArray *posts, const char *heading)
{
  g_autoptr (AccordTable) table = NULL;

  if (posts->len == 0)
    return;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, heading, FALSE);
  accord_table_add_column (table, _ ("Holder"), FALSE);
  accord_table_add_column (table, _ ("Status"), FALSE);
  for (guint i = 0; i < posts->len; i++)
    {
      g_autofree char *name = accord_record_dup_title (posts->pdata[i]);

      accord_table_add_cell (table, name);
      accord_table_add_cell (table, accord_record_get_text (posts->pdata[i], "holder"));
      accord_table_add_cell (table, choice_of (posts->pdata[i], "status"));
    }
  accord_table_finish (table);
}

static void
write_sentence (AccordOutput *output, const char *sentence)
{
  g_autofree char *line = accord_terminal_line (sentence);

  accord_output_printf (output, "%s\n", line);
}

static void
write_succession (AccordOutput *output, AccordAllianceFacts *facts)
{
  for (guint i = 0; i < facts->succession->len; i++)
    {
      const AccordAllianceStep *step = facts->succession->pdata[i];
      g_autofree char *name = accord_record_dup_title (step->organisation);
      g_autofree char *beside = accord_record_dup_title (step->from != NULL ? step->from : step->to);
      g_autofree char *sentence = step->from != NULL
                                      ? g_strdup_printf (_ ("%s was succeeded by %s."), beside, name)
                                      : g_strdup_printf (_ ("%s was succeeded by %s."), name, beside);

      write_sentence (output, sentence);
    }
}

static void
write_words (AccordOutput *output, AccordAlliance *alliance)
{
  g_autofree char *headline = accord_alliance_dup_headline (alliance);
  g_autofree char *rule = accord_alliance_dup_rule (alliance);
  g_autofree char *heading = accord_terminal_line (headline);

  accord_output_heading (output, heading);
  accord_output_write (output, "\n", 1);
  if (rule != NULL)
    write_sentence (output, rule);
  write_memberships (output, alliance->members, _ ("Partner"), "organisation");
  write_memberships (output, alliance->partner_in, _ ("Partner in"), "alliance");
  write_posts (output, alliance->posts, _ ("Post"));
  write_posts (output, alliance->joint, _ ("Joint post of its partners"));
  if (alliance->lines->len + alliance->facts->succession->len > 0)
    accord_output_write (output, "\n", 1);
  for (guint i = 0; i < alliance->lines->len; i++)
    {
      g_autofree char *sentence = accord_alliance_line_dup_sentence (alliance->lines->pdata[i]);

      write_sentence (output, sentence);
    }
  write_succession (output, alliance->facts);
}

/* --- JSON. */

static void
write_reference (AccordJson *json, const char *key, AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);

  accord_json_key (json, key);
  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", accord_record_get_kind (record)->name);
  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, "title", title);
  accord_json_end_object (json);
}

static void
write_members (AccordJson *json, const char *key, AccordAlliance *alliance, GPtrArray *memberships,
               const char *field)
{
  accord_json_key (json, key);
  accord_json_begin_array (json);
  for (guint i = 0; i < memberships->len; i++)
    {
      AccordRecord *membership = memberships->pdata[i];
      gint64 id = accord_record_get_int (membership, field);
      AccordAllianceSpan span;

      accord_alliance_facts_get_span (alliance->facts, membership, &span);
      accord_json_begin_object (json);
      accord_json_member_int (json, "membership", accord_record_get_id (membership));
      write_reference (json, field, accord_alliance_facts_find (alliance->facts, id));
      accord_json_member_string (json, "role", accord_record_get_text (membership, "role"));
      accord_json_member_string (json, "counts_from", span.from);
      accord_json_member_string (json, "counts_until", span.until);
      accord_json_member_boolean (json, "from_known", span.from_known);
      accord_json_member_boolean (json, "on_both_sides", accord_alliance_is_on_both_sides (alliance, id));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_records (AccordJson *json, const char *key, GPtrArray *records)
{
  accord_json_key (json, key);
  accord_json_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = accord_record_dup_title (records->pdata[i]);

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", accord_record_get_id (records->pdata[i]));
      accord_json_member_string (json, "title", title);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_lines (AccordJson *json, AccordAlliance *alliance)
{
  static const char *const types[] = { "accountable-to", "scrutinised-by", "commissions", "transfer",
                                       "joint-posts" };

  accord_json_key (json, "lines");
  accord_json_begin_array (json);
  for (guint i = 0; i < alliance->lines->len; i++)
    {
      const AccordAllianceLine *line = alliance->lines->pdata[i];
      g_autofree char *sentence = accord_alliance_line_dup_sentence (line);

      accord_json_begin_object (json);
      accord_json_member_string (json, "type", types[line->type]);
      write_reference (json, "from", line->from);
      write_reference (json, "to", line->to);
      write_records (json, "records", line->records);
      accord_json_member_string (json, "sentence", sentence);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_steps (AccordJson *json, AccordAllianceFacts *facts)
{
  accord_json_key (json, "succession");
  accord_json_begin_array (json);
  for (guint i = 0; i < facts->succession->len; i++)
    {
      const AccordAllianceStep *step = facts->succession->pdata[i];

      accord_json_begin_object (json);
      write_reference (json, "organisation", step->organisation);
      accord_json_member_int (json, "step", step->step);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, AccordAlliance *alliance)
{
  static const char *const states[] = { "there", "not-yet", "ended" };
  g_autofree char *headline = accord_alliance_dup_headline (alliance);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  write_reference (&json, "organisation", alliance->facts->organisation);
  accord_json_member_string (&json, "on", alliance->day);
  accord_json_member_string (&json, "state", states[alliance->state]);
  accord_json_member_string (&json, "headline", headline);
  write_members (&json, "partners", alliance, alliance->members, "organisation");
  write_members (&json, "partner_in", alliance, alliance->partner_in, "alliance");
  write_records (&json, "posts", alliance->posts);
  write_records (&json, "joint_posts", alliance->joint);
  write_records (&json, "bodies", alliance->bodies);
  write_lines (&json, alliance);
  write_steps (&json, alliance->facts);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_alliance:
 * @run: the run
 * @error: return location for an error
 *
 * Says who was in an alliance on a day, and who answered to whom.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_alliance (AccordRun *run, GError **error)
{
  g_autofree char *day = run->options->on == NULL ? accord_today_dup () : NULL;
  g_autoptr (AccordAlliance) alliance = NULL;
  g_autoptr (GError) problem = NULL;
  Wanted wanted = { run };

  if (day == NULL && !accord_date_parse (run->options->on, &day, &problem))
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, "--on: %s", problem->message);
      return ACCORD_EXIT_USAGE;
    }
  wanted.day = day;
  alliance = accord_workspace_read (run->workspace, read_alliance, &wanted, run->cancellable, error);
  if (alliance == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, alliance);
  else
    write_words (run->output, alliance);
  return ACCORD_EXIT_DONE;
}
