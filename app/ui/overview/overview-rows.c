/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "date.h"
#include "form/form-figures.h"
#include "fund-entries.h"
#include "fund/flow-lines.h"
#include "list/list-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMED_CASES 4
#define MOST_CASES 6
#define MOST_FUNDS 6
#define MOST_PARTS 2
#define MOST_CHANGES 5

static char *
dup_capitalised (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

static void
append_awaited (GString *detail, const AccordOverviewCases *group)
{
  g_autofree char *names = accord_overview_dup_names (group->awaited, 2);
  const AccordOverviewThing *first = group->awaited->len > 0 ? group->awaited->pdata[0] : NULL;
  static const char *const decided[] = { "approved", "not-endorsed", "withdrawn", NULL };
  g_autofree char *when = first != NULL ? accord_overview_dup_when (first->date, first->words) : NULL;

  if (first == NULL || (group->status != NULL && g_strv_contains (decided, group->status)))
    return;
  /* Translators: %s is a list of boards. */
  g_string_append_printf (detail, _ ("\nStill to endorse: %s"), names);
  if (when != NULL)
    g_string_append_printf (detail, ", %s", when);
}

static AccordOverviewRow *
add_cases (GPtrArray *rows, const AccordOverviewCases *group, AccordSchema *schema)
{
  const AccordOverviewThing *first = group->cases->pdata[0];
  const AccordKind *kind = accord_schema_find_kind (schema, "case");
  const AccordField *status = accord_kind_get_field (kind, "status");
  const char *stage = accord_overview_choice (schema, "case", "stage", group->stage);
  g_autofree char *names = accord_overview_dup_names (group->cases, NAMED_CASES);
  GString *detail = g_string_new (NULL);
  AccordOverviewRow *row;

  if (group->cases->len > 1)
    g_string_append_printf (detail, "%s: %s", stage, names);
  else
    g_string_append_printf (detail, "%s%s%s", group->programme != NULL ? group->programme : "",
                            group->programme != NULL ? ", " : "", stage);
  append_awaited (detail, group);
  row = accord_overview_row_add (
      rows, NULL, group->cases->len > 1 && group->programme != NULL ? group->programme : first->title,
      detail->str);
  g_string_free (detail, TRUE);
  row->status = accord_status_find (status, group->status);
  row->words = g_strdup (accord_overview_choice (schema, "case", "status", group->status));
  if (group->cases->len == 1)
    {
      row->kind = first->kind;
      row->id = first->id;
      return row;
    }
  row->rows = accord_overview_new_query (schema, "case", "stage", group->stage);
  if (group->status != NULL)
    accord_query_add_text (row->rows, (guint) accord_kind_find_field (kind, "status"), ACCORD_OPERATOR_EQUAL,
                           group->status);
  if (first->other != 0)
    accord_query_add_number (row->rows, (guint) accord_kind_find_field (kind, "programme"),
                             ACCORD_OPERATOR_EQUAL, first->other);
  return row;
}

/*
 * accord_overview_cases:
 * @overview: what was found
 * @schema: the kinds
 *
 * Returns: (transfer full) (element-type AccordOverviewRow): how the cases stand and who has still to endorse
 *   them
 */
GPtrArray *
accord_overview_cases (const AccordOverview *overview, AccordSchema *schema)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint rest = 0;

  for (guint i = 0; i < overview->cases->len; i++)
    {
      const AccordOverviewCases *group = overview->cases->pdata[i];

      if (rows->len < MOST_CASES)
        add_cases (rows, group, schema);
      else
        rest += group->cases->len;
    }
  if (rest > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u more case", "%u more cases", rest), rest);

      accord_overview_row_add (rows, NULL, title, NULL)->rows =
          accord_overview_new_query (schema, "case", NULL, NULL);
    }
  return rows;
}

static void
add_fund (GPtrArray *rows, const AccordFundSummary *fund)
{
  g_autofree char *award = accord_money_format (fund->award, ACCORD_MONEY_SHORT);
  AccordOverviewRow *row;

  if (fund->n_payments > 0)
    {
      g_autofree char *paid = accord_money_format (fund->paid, ACCORD_MONEY_SHORT);
      g_autofree char *rest = accord_money_format (ABS (fund->left), ACCORD_MONEY_SHORT);
      gint64 spent = accord_fund_share (fund->paid, fund->award);
      g_autofree char *share = spent != ACCORD_UNKNOWN ? accord_flow_dup_percent (spent) : NULL;
      /* Translators: a percentage and two sums. */
      g_autofree char *detail = share != NULL ? g_strdup_printf (_ ("%s paid · %s of %s"), share, paid, award)
                                              : g_strdup_printf (_ ("%s of %s paid"), paid, award);

      row = accord_overview_row_add (rows, NULL, fund->name, detail);
      row->share = fund->award > 0 ? CLAMP ((double) fund->paid / (double) fund->award, 0, 1) : 0;
      if (fund->left < 0)
        accord_overview_row_set_pill (row, "overdue", g_strdup_printf (_ ("%s too much"), rest));
      else
        row->words = g_strdup_printf (_ ("%s left"), rest);
    }
  else
    {
      gboolean gap = g_strcmp0 (fund->type, "financial-gap") == 0;

      row = accord_overview_row_add (rows, NULL, fund->name, NULL);
      row->words = gap ? g_strdup_printf (_ ("%s to close"), award) : g_strdup (award);
    }
  row->kind = "fund";
  row->id = fund->fund;
}

/* Those that were paid from first, then by their size. */
static int
compare_funds (gconstpointer a, gconstpointer b)
{
  const AccordFundSummary *one = *(AccordFundSummary *const *) a;
  const AccordFundSummary *other = *(AccordFundSummary *const *) b;

  if ((one->n_payments > 0) != (other->n_payments > 0))
    return one->n_payments > 0 ? -1 : 1;
  if ((g_strcmp0 (one->type, "transformation-fund") == 0)
      != (g_strcmp0 (other->type, "transformation-fund") == 0))
    return g_strcmp0 (one->type, "transformation-fund") == 0 ? -1 : 1;
  return one->award != other->award ? (one->award > other->award ? -1 : 1) : strcmp (one->name, other->name);
}

/* What is not known, in one sentence. */
static char *
dup_money_note (guint n_unpaid, guint n_unknown, guint n_rest, guint n_known)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (n_unpaid > 0 && n_unpaid == n_known)
    g_ptr_array_add (words, g_strdup (_ ("No payments are recorded, so that nobody can say what is left.")));
  else if (n_unpaid > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("From %u of them no payments are recorded.",
                                                       "From %u of them no payments are recorded.", n_unpaid),
                                             n_unpaid));
  if (n_unknown > 0)
    g_ptr_array_add (words,
                     g_strdup_printf (ngettext ("The amount of %u more fund is not known.",
                                                "The amounts of %u more funds are not known.", n_unknown),
                                      n_unknown));
  if (n_rest > 0)
    g_ptr_array_add (
        words, g_strdup_printf (
                   ngettext ("%u more fund is not shown.", "%u more funds are not shown.", n_rest), n_rest));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

/*
 * accord_overview_money:
 * @overview: what was found
 * @note: (out) (transfer full) (nullable): what is not known
 *
 * Returns: (transfer full) (element-type AccordOverviewRow): what is left of each fund whose amount is known
 */
GPtrArray *
accord_overview_money (const AccordOverview *overview, char **note)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  guint n_unpaid = 0;

  if (overview->funds == NULL)
    {
      *note = g_strdup (_ ("The payments are being added up."));
      return rows;
    }
  for (guint i = 0; i < overview->funds->len; i++)
    if (((AccordFundSummary *) overview->funds->pdata[i])->award != ACCORD_UNKNOWN)
      g_ptr_array_add (known, overview->funds->pdata[i]);
  g_ptr_array_sort (known, compare_funds);
  for (guint i = 0; i < known->len; i++)
    {
      n_unpaid += ((AccordFundSummary *) known->pdata[i])->n_payments == 0;
      if (i < MOST_FUNDS)
        add_fund (rows, known->pdata[i]);
    }
  *note = dup_money_note (n_unpaid, overview->funds->len - known->len, known->len - rows->len, known->len);
  return rows;
}

/*
 * accord_overview_decisions:
 * @overview: what was found
 *
 * Returns: (transfer full) (element-type AccordOverviewRow): the latest decisions on record
 */
GPtrArray *
accord_overview_decisions (const AccordOverview *overview)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < overview->decisions->len; i++)
    {
      const AccordOverviewThing *decision = overview->decisions->pdata[i];
      g_autofree char *date = accord_overview_dup_when (decision->date, NULL);
      g_autofree char *title = dup_capitalised (decision->title);
      const char *who = decision->where != NULL ? decision->where : decision->who;
      AccordOverviewRow *row =
          accord_overview_row_add (rows, date != NULL ? date : _ ("no date"), title, who);

      row->kind = decision->kind;
      row->id = decision->id;
    }
  return rows;
}

/* What was done to the records of a part; *@owned is freed by the caller. */
static const char *
find_verb (const AccordOverviewPart *part, AccordSchema *schema, char **owned)
{
  const AccordKind *kind = accord_schema_find_kind (schema, part->kind);

  if (strcmp (part->operation, "insert") == 0)
    return _ ("added");
  if (strcmp (part->operation, "delete") == 0)
    return _ ("deleted");
  if (strcmp (part->operation, "restore") == 0)
    return _ ("restored");
  if (part->state == NULL || accord_kind_find_field (kind, "state") < 0)
    return _ ("changed");
  return *owned = accord_list_dup_noun (accord_overview_choice (schema, part->kind, "state", part->state));
}

static char *
dup_part (const AccordOverviewPart *part, AccordSchema *schema)
{
  const AccordKind *kind = accord_schema_find_kind (schema, part->kind);
  g_autofree char *noun = accord_list_dup_noun (_ (part->n == 1 ? kind->label : kind->plural));
  g_autofree char *number = accord_list_dup_number ((guint64) part->n);
  g_autofree char *owned = NULL;
  const char *verb = find_verb (part, schema, &owned);

  /* Translators: “5 caveats answered”: how many, of what, and what was done to them. */
  return g_strdup_printf (_ ("%s %s %s"), number, noun, verb);
}

/* "Caveat answered". */
static char *
dup_one (const AccordOverviewPart *part, AccordSchema *schema)
{
  const AccordKind *kind = accord_schema_find_kind (schema, part->kind);
  g_autofree char *owned = NULL;

  /* Translators: “Caveat answered”: a kind of record, and what was done to one. */
  return g_strdup_printf (_ ("%s %s"), _ (kind->label), find_verb (part, schema, &owned));
}

/* "5 caveats answered, 1 action added". What touched one record is called after that record already, and what
 * touched many kinds cannot be told so. */
static char *
dup_change_title (const AccordOverviewChange *change, AccordSchema *schema)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (change->n_records < 2 || change->parts->len > MOST_PARTS)
    return g_strdup (change->label);
  for (guint i = 0; i < change->parts->len; i++)
    g_ptr_array_add (words, dup_part (change->parts->pdata[i], schema));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

/* "yesterday", and for what is older than a week the day itself. */
static char *
dup_moment (const char *at, const char *today)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *hour = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *day = NULL;

  if (iso == NULL)
    return g_strdup (at);
  day = accord_date_days_until (iso, today) > -7 ? accord_form_dup_relative (iso, today)
                                                 : accord_date_format (iso);
  return g_strdup_printf ("%s, %s", day, hour);
}

/* Whether two changes, one after the other, read the same but for their moment. */
static gboolean
reads_alike (const AccordOverviewChange *one, const AccordOverviewChange *other)
{
  if (strcmp (one->label, other->label) != 0 || g_strcmp0 (one->who, other->who) != 0
      || one->undone != other->undone || one->parts->len != 1 || other->parts->len != 1)
    return FALSE;
  return g_str_equal (((AccordOverviewPart *) one->parts->pdata[0])->kind,
                      ((AccordOverviewPart *) other->parts->pdata[0])->kind);
}

static void
add_change (GPtrArray *rows, const AccordOverviewChange *change, guint n_alike, AccordSchema *schema,
            const char *today)
{
  g_autofree char *once = dup_change_title (change, schema);
  /* Translators: what was done, and how many times: “Add a payment × 5”. */
  g_autofree char *title = n_alike > 1 ? g_strdup_printf (_ ("%s × %u"), once, n_alike) : g_strdup (once);
  g_autofree char *moment = dup_moment (change->at, today);
  g_autofree char *number = accord_list_dup_number ((guint64) change->n_records);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *records = NULL, *detail = NULL;
  AccordOverviewRow *row;

  if (strcmp (once, change->label) != 0)
    g_ptr_array_add (words, change->label);
  else if (change->n_records == 1)
    g_ptr_array_add (words, records = dup_one (change->parts->pdata[0], schema));
  else if (change->n_records > 1)
    g_ptr_array_add (words, records = g_strdup_printf (_ ("%s records"), number));
  if (change->who != NULL && *change->who != '\0')
    g_ptr_array_add (words, change->who);
  g_ptr_array_add (words, moment);
  g_ptr_array_add (words, NULL);
  detail = g_strjoinv (" · ", (char **) words->pdata);
  row = accord_overview_row_add (rows, NULL, title, detail);
  if (change->undone)
    accord_overview_row_set_pill (row, "unknown", g_strdup (_ ("Taken back")));
  if (change->parts->len > 0)
    {
      const AccordOverviewPart *part = change->parts->pdata[0];

      if (part->n == 1 && n_alike == 1 && strcmp (part->operation, "delete") != 0)
        {
          row->kind = part->kind;
          row->id = part->record;
        }
      else
        row->rows = accord_overview_new_query (schema, part->kind, NULL, NULL);
    }
}

/*
 * accord_overview_changes:
 * @overview: what was found
 * @schema: the kinds
 * @today: today as an ISO date
 * @note: (out) (transfer full) (nullable): what else there is to say
 *
 * Returns: (transfer full) (element-type AccordOverviewRow): what has changed, the newest first; changes that
 *   read alike, one after the other, are one row
 */
GPtrArray *
accord_overview_changes (const AccordOverview *overview, AccordSchema *schema, const char *today, char **note)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint shown = 0, rest;

  *note = NULL;
  while (shown < overview->changes->len && rows->len < MOST_CHANGES)
    {
      const AccordOverviewChange *change = overview->changes->pdata[shown];
      guint n = 1;

      while (shown + n < overview->changes->len && reads_alike (change, overview->changes->pdata[shown + n]))
        n++;
      add_change (rows, change, n, schema, today);
      shown += n;
    }
  rest = (guint) overview->n_changes - shown;
  if (overview->n_changes == 0)
    *note = g_strdup (_ ("Nothing has changed since you last looked."));
  else if (rest > 0)
    {
      g_autofree char *number = accord_list_dup_number (rest);
      g_autofree char *title = g_strdup_printf (ngettext ("%s more change", "%s more changes", rest), number);

      accord_overview_row_add (rows, NULL, title, NULL)->action = "win.changes";
    }
  return rows;
}
