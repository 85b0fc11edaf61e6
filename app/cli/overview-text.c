/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-text.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "money.h"
#include "text-table.h"

static void
heading (AccordOutput *output, const char *text)
{
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, text);
  accord_output_write (output, "\n", 1);
}

static char *
dup_when (const char *date, const char *words)
{
  if (date != NULL && accord_date_is_iso (date))
    return accord_date_format (date);
  return words != NULL ? accord_terminal_line (words) : g_strdup (_ ("no date"));
}

static void
write_things (AccordOutput *output, const char *title, GPtrArray *things, gint64 n)
{
  if (n == 0)
    return;
  heading (output, title);
  accord_output_printf (output, "  %" G_GINT64_FORMAT "\n", n);
  for (guint i = 0; i < things->len; i++)
    {
      const AccordOverviewThing *thing = things->pdata[i];
      g_autofree char *when = dup_when (thing->date, thing->words);
      g_autofree char *line = accord_terminal_line (thing->title);
      g_autofree char *who = thing->who != NULL ? accord_terminal_line (thing->who) : NULL;

      accord_output_printf (output, "  %s  %s%s%s\n", when, line, who != NULL ? " — " : "",
                            who != NULL ? who : "");
    }
}

static void
write_caveats (AccordOutput *output, const AccordOverview *overview)
{
  if (overview->n_caveats_open == 0)
    return;
  heading (output, _ ("Open caveats"));
  for (guint i = 0; i < overview->caveats->len; i++)
    {
      const AccordOverviewCaveats *group = overview->caveats->pdata[i];
      g_autofree char *when = dup_when (group->due, group->due_words);
      g_autofree char *who = accord_terminal_line (group->raised_by != NULL ? group->raised_by : "–");

      if (group->n_open > 0)
        /* Translators: how many caveats are open, of how many, who raised them, and by when they are to be
         * answered. */
        accord_output_printf (output, _ ("  %d of %d  %s, %s\n"), (int) group->n_open, (int) group->n_total,
                              who, when);
    }
}

static const char *
choice (AccordSchema *schema, const char *field, const char *value)
{
  const AccordField *found = accord_kind_get_field (accord_schema_find_kind (schema, "case"), field);
  const char *label = value != NULL ? accord_field_choice_label (found, value) : NULL;

  return label != NULL ? _ (label) : "–";
}

static void
write_cases (AccordOutput *output, const AccordOverview *overview, AccordSchema *schema)
{
  if (overview->cases->len == 0)
    return;
  heading (output, _ ("Business cases"));
  for (guint i = 0; i < overview->cases->len; i++)
    {
      const AccordOverviewCases *group = overview->cases->pdata[i];

      for (guint j = 0; j < group->cases->len; j++)
        {
          g_autofree char *name =
              accord_terminal_line (((AccordOverviewThing *) group->cases->pdata[j])->title);

          accord_output_printf (output, "  %s — %s, %s\n", name, choice (schema, "stage", group->stage),
                                choice (schema, "status", group->status));
        }
      for (guint j = 0; j < group->awaited->len; j++)
        {
          const AccordOverviewThing *one = group->awaited->pdata[j];
          g_autofree char *who = accord_terminal_line (one->title);
          g_autofree char *when = dup_when (one->date, one->words);

          accord_output_printf (output, _ ("    still to endorse: %s, %s\n"), who, when);
        }
    }
}

static void
write_money (AccordOutput *output, const AccordOverview *overview)
{
  if (overview->funds->len == 0)
    return;
  heading (output, _ ("Money left"));
  for (guint i = 0; i < overview->funds->len; i++)
    {
      const AccordFundSummary *fund = overview->funds->pdata[i];
      gboolean known = fund->left != ACCORD_UNKNOWN && fund->n_payments > 0;
      g_autofree char *left = known ? accord_money_format (fund->left, ACCORD_MONEY_FULL) : NULL;
      g_autofree char *name = accord_terminal_line (fund->name);

      accord_output_printf (output, "  %s: %s\n", name, left != NULL ? left : _ ("not known"));
    }
}

static void
write_changes (AccordOutput *output, const AccordOverview *overview)
{
  if (overview->n_changes == 0)
    return;
  heading (output, _ ("What has changed"));
  for (guint i = 0; i < overview->changes->len; i++)
    {
      const AccordOverviewChange *change = overview->changes->pdata[i];
      g_autofree char *label = accord_terminal_line (change->label);
      g_autofree char *who = accord_terminal_line (change->who);

      accord_output_printf (output, "  %" G_GINT64_FORMAT "  %s  %s — %s\n", change->id, change->at, label,
                            who);
    }
}

/**
 * accord_overview_write_text:
 * @output: where to write
 * @overview: what was found
 * @schema: the kinds
 *
 * Writes what needs a person today, for people.
 */
void
accord_overview_write_text (AccordOutput *output, const AccordOverview *overview, AccordSchema *schema)
{
  if (overview->empty)
    accord_output_printf (output, "%s\n", _ ("Nothing is on record yet."));
  write_caveats (output, overview);
  write_things (output, _ ("Actions overdue"), overview->actions, overview->n_actions_overdue);
  write_things (output, _ ("Questions without an answer"), overview->questions, overview->n_questions);
  write_things (output, _ ("Claims that cannot be checked"), overview->claims, overview->n_claims_unchecked);
  write_things (output, _ ("Partners whose answer is overdue"), overview->reviews,
                overview->n_reviews_overdue);
  write_things (output, _ ("Comments without a reply"), overview->comments, overview->n_comments);
  write_things (output, _ ("Agenda items cut short"), overview->minutes, overview->n_minutes);
  write_cases (output, overview, schema);
  write_money (output, overview);
  write_things (output, _ ("Dates"), overview->dates, overview->dates->len);
  write_things (output, _ ("Latest decisions"), overview->decisions, overview->decisions->len);
  write_changes (output, overview);
}

static void
json_pence (AccordJson *json, const char *key, gint64 pence)
{
  accord_json_key (json, key);
  if (pence == ACCORD_UNKNOWN)
    accord_json_null (json);
  else
    accord_json_int (json, pence);
}

static void
json_things (AccordJson *json, const char *key, GPtrArray *things)
{
  accord_json_key (json, key);
  accord_json_begin_array (json);
  for (guint i = 0; i < things->len; i++)
    {
      const AccordOverviewThing *thing = things->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "kind", thing->kind);
      accord_json_member_int (json, "id", thing->id);
      accord_json_member_string (json, "title", thing->title);
      accord_json_member_string (json, "who", thing->who);
      accord_json_member_string (json, "where", thing->where);
      accord_json_member_string (json, "date", thing->date);
      accord_json_member_string (json, "date_words", thing->words);
      accord_json_member_string (json, "state", thing->state);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_caveats (AccordJson *json, const AccordOverview *overview)
{
  accord_json_key (json, "caveats");
  accord_json_begin_array (json);
  for (guint i = 0; i < overview->caveats->len; i++)
    {
      const AccordOverviewCaveats *group = overview->caveats->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "raised_by", group->raised_by);
      accord_json_member_string (json, "programme", group->programme);
      accord_json_member_string (json, "due", group->due);
      accord_json_member_string (json, "due_words", group->due_words);
      accord_json_member_int (json, "total", group->n_total);
      accord_json_member_int (json, "open", group->n_open);
      accord_json_member_int (json, "overdue", group->n_overdue);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_cases (AccordJson *json, const AccordOverview *overview)
{
  accord_json_key (json, "cases");
  accord_json_begin_array (json);
  for (guint i = 0; i < overview->cases->len; i++)
    {
      const AccordOverviewCases *group = overview->cases->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "stage", group->stage);
      accord_json_member_string (json, "status", group->status);
      accord_json_member_string (json, "programme", group->programme);
      json_things (json, "cases", group->cases);
      json_things (json, "still_to_endorse", group->awaited);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_funds (AccordJson *json, const AccordOverview *overview)
{
  accord_json_key (json, "funds");
  accord_json_begin_array (json);
  for (guint i = 0; i < overview->funds->len; i++)
    {
      const AccordFundSummary *fund = overview->funds->pdata[i];
      gboolean paid = fund->n_payments > 0;

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", fund->fund);
      accord_json_member_string (json, "name", fund->name);
      json_pence (json, "amount_pence", fund->award);
      json_pence (json, "paid_pence", paid ? fund->paid : ACCORD_UNKNOWN);
      json_pence (json, "left_pence", paid ? fund->left : ACCORD_UNKNOWN);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_changes (AccordJson *json, const AccordOverview *overview)
{
  accord_json_key (json, "changes");
  accord_json_begin_array (json);
  for (guint i = 0; i < overview->changes->len; i++)
    {
      const AccordOverviewChange *change = overview->changes->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "change", change->id);
      accord_json_member_string (json, "at", change->at);
      accord_json_member_string (json, "who", change->who);
      accord_json_member_string (json, "label", change->label);
      accord_json_member_int (json, "records", change->n_records);
      accord_json_member_boolean (json, "undone", change->undone);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

/**
 * accord_overview_write_json:
 * @output: where to write
 * @overview: what was found
 * @today: the day it was found for
 *
 * Writes the same for programs.
 */
void
accord_overview_write_json (AccordOutput *output, const AccordOverview *overview, const char *today)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "today", today);
  json_caveats (&json, overview);
  accord_json_member_int (&json, "caveats_open", overview->n_caveats_open);
  accord_json_member_int (&json, "caveats_overdue", overview->n_caveats_overdue);
  accord_json_member_int (&json, "actions_open", overview->n_actions_open);
  accord_json_member_int (&json, "actions_overdue", overview->n_actions_overdue);
  json_things (&json, "overdue_actions", overview->actions);
  accord_json_member_int (&json, "questions_unanswered", overview->n_questions);
  json_things (&json, "unanswered_questions", overview->questions);
  accord_json_member_int (&json, "claims_unchecked", overview->n_claims_unchecked);
  json_things (&json, "unchecked_claims", overview->claims);
  accord_json_member_int (&json, "reviews_awaited", overview->n_reviews_awaited);
  accord_json_member_int (&json, "reviews_overdue", overview->n_reviews_overdue);
  json_things (&json, "overdue_reviews", overview->reviews);
  accord_json_member_int (&json, "comments_without_reply", overview->n_comments);
  json_things (&json, "comments_waiting", overview->comments);
  accord_json_member_int (&json, "items_cut_short", overview->n_minutes);
  json_things (&json, "cut_short", overview->minutes);
  json_cases (&json, overview);
  json_funds (&json, overview);
  accord_json_member_int (&json, "dates_passed", overview->n_dates_passed);
  json_things (&json, "dates", overview->dates);
  json_things (&json, "decisions", overview->decisions);
  accord_json_member_int (&json, "changes_since", overview->n_changes);
  accord_json_member_int (&json, "last_change", overview->last_change);
  json_changes (&json, overview);
  accord_json_end_object (&json);
}
