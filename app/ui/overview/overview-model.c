/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
row_free (gpointer data)
{
  AccordOverviewRow *row = data;

  g_free (row->lead);
  g_free (row->title);
  g_free (row->detail);
  g_free (row->words);
  g_clear_pointer (&row->rows, accord_query_unref);
  g_free (row);
}

/*
 * accord_overview_row_add:
 * @rows: (nullable): an array of rows
 * @lead: (nullable): what stands before the row
 * @title: what it is about
 * @detail: (nullable): its second line
 *
 * Returns: (transfer none): the new row at the end of @rows
 */
AccordOverviewRow *
accord_overview_row_add (GPtrArray *rows, const char *lead, const char *title, const char *detail)
{
  AccordOverviewRow *row = g_new0 (AccordOverviewRow, 1);

  row->lead = g_strdup (lead);
  row->title = g_strdup (title != NULL ? title : "");
  row->detail = g_strdup (detail);
  row->share = -1;
  g_ptr_array_set_free_func (rows, row_free);
  g_ptr_array_add (rows, row);
  return row;
}

/*
 * accord_overview_row_set_pill:
 * @self: a row
 * @style_class: the status: `open`, `answered`, `accepted`, `overdue` or `unknown`
 * @words: (transfer full): what the pill says
 *
 * Gives the row a pill.
 */
void
accord_overview_row_set_pill (AccordOverviewRow *self, const char *style_class, char *words)
{
  static const AccordStatus statuses[] = {
    { "accord-status-open-symbolic", "open" },         { "accord-status-answered-symbolic", "answered" },
    { "accord-status-accepted-symbolic", "accepted" }, { "accord-status-overdue-symbolic", "overdue" },
    { "accord-status-unknown-symbolic", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (statuses[i].style_class, style_class) == 0)
      self->status = &statuses[i];
  g_free (self->words);
  self->words = words;
}

/*
 * accord_overview_new_query:
 * @schema: the kinds
 * @kind: a kind's name
 * @field: (nullable): a field that must have a value
 * @value: (nullable): that value; %NULL asks for the field to be empty
 *
 * Returns: (transfer full): a query for those records
 */
AccordQuery *
accord_overview_new_query (AccordSchema *schema, const char *kind, const char *field, const char *value)
{
  const AccordKind *found = accord_schema_find_kind (schema, kind);
  AccordQuery *query = accord_query_new (found);

  if (field == NULL)
    return query;
  accord_query_add_text (query, (guint) accord_kind_find_field (found, field),
                         value != NULL ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_UNKNOWN, value);
  return query;
}

/*
 * accord_overview_add_due:
 * @query: a query
 * @field: one of its kind's dates
 * @today: today as an ISO date
 *
 * Asks for what was due before today.
 */
void
accord_overview_add_due (AccordQuery *query, const char *field, const char *today)
{
  char yesterday[ACCORD_DATE_ISO_SIZE];
  int day;

  if (!accord_date_to_day_number (today, &day) || !accord_date_from_day_number (day - 1, yesterday))
    return;
  accord_query_add_text (query, (guint) accord_kind_find_field (accord_query_get_kind (query), field),
                         ACCORD_OPERATOR_AT_MOST, yesterday);
}

/*
 * accord_overview_choice:
 * @schema: the kinds
 * @kind: a kind's name
 * @field: one of its choices
 * @value: (nullable): a word as kept
 *
 * Returns: (transfer none): what people read
 */
const char *
accord_overview_choice (AccordSchema *schema, const char *kind, const char *field, const char *value)
{
  const AccordField *found = accord_kind_get_field (accord_schema_find_kind (schema, kind), field);
  const char *label = value != NULL ? accord_field_choice_label (found, value) : NULL;

  return label != NULL ? _ (label) : (value != NULL ? value : "");
}

/*
 * accord_overview_dup_when:
 * @date: (nullable): an ISO date
 * @words: (nullable): the date as stated
 *
 * Returns: (transfer full) (nullable): the day, or else the words
 */
char *
accord_overview_dup_when (const char *date, const char *words)
{
  if (date != NULL && accord_date_is_iso (date))
    return accord_date_format (date);
  return g_strdup (words);
}

/*
 * accord_overview_dup_names:
 * @things: (element-type AccordOverviewThing): records
 * @most: how many are named
 *
 * Returns: (transfer full): their titles in a line, and how many more there are
 */
char *
accord_overview_dup_names (GPtrArray *things, guint most)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (things->len, most); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((AccordOverviewThing *) things->pdata[i])->title);
  if (things->len > most)
    {
      guint rest = things->len - most;

      g_string_append_printf (names, ngettext (" and %u more", " and %u more", rest), rest);
    }
  return g_string_free (names, FALSE);
}

void
accord_overview_picture_free (AccordOverviewPicture *self)
{
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->money);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->lanes);
  g_free (self->money_note);
  g_free (self->changes_note);
  g_free (self->lanes_note);
  g_free (self);
}

/**
 * accord_overview_picture_new:
 * @overview: what was found
 * @schema: the kinds
 * @today: today as an ISO date
 *
 * Decides what the overview shows, and in which words.
 *
 * Returns: (transfer full): what to show
 */
AccordOverviewPicture *
accord_overview_picture_new (const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  AccordOverviewPicture *self = g_new0 (AccordOverviewPicture, 1);

  self->figures = accord_overview_figures (overview, schema, today);
  self->needs = accord_overview_needs (overview, schema, today);
  self->cases = accord_overview_cases (overview, schema);
  self->money = accord_overview_money (overview, &self->money_note);
  self->decisions = accord_overview_decisions (overview);
  self->changes = accord_overview_changes (overview, schema, today, &self->changes_note);
  self->lanes = accord_overview_lanes (overview, schema, today, &self->lanes_note);
  self->no_payments = self->money->len > 0;
  for (guint i = 0; overview->funds != NULL && i < overview->funds->len; i++)
    if (((AccordFundSummary *) overview->funds->pdata[i])->n_payments > 0)
      self->no_payments = FALSE;
  return self;
}
