/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/row-text.h"

#include "action-updates.h"
#include "date.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NONE "–"

/* What a state says once its due date is past is not in the file: it is seen by the calendar. */
static const AccordStatus overdue_status = { "accord-status-overdue-symbolic", "overdue" };

static gboolean
is_overdue (AccordRecord *record, guint field, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int due = accord_kind_find_field (kind, "due");
  const char *date;

  if (today == NULL || due < 0 || strcmp (kind->fields[field].name, "state") != 0
      || g_strcmp0 (accord_record_peek_text (record, field), "open") != 0)
    return FALSE;

  date = accord_record_peek_text (record, due);
  return date != NULL && accord_date_is_past (date, today);
}

/* Documents say "late 2017" or "about 600"; the words stand in where there is no date or number, unless they
 * are shown themselves. */
static const char *
peek_stated (AccordRecord *record, guint field, const guint *fields, guint n_fields)
{
  int words = accord_kind_find_words (accord_record_get_kind (record), field);

  for (guint i = 0; i < n_fields; i++)
    if ((int) fields[i] == words)
      return NULL;
  return words >= 0 ? accord_record_peek_text (record, (guint) words) : NULL;
}

static char *
dup_missing (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_DECIMAL:
      /* A dash could be read as nought. */
      return g_strdup (_ ("not known"));
    default:
      return g_strdup (NONE);
    }
}

/* Ledgers show pence; announced sums show them only where there are any. The heading has the pound sign. */
static char *
format_money (gint64 pence, const AccordField *field)
{
  char *text = accord_money_format (pence, ACCORD_MONEY_LEDGER);
  gsize length = strlen (text);

  if (!(field->flags & ACCORD_FIELD_SIGNED) && pence % 100 == 0 && length > 3 && text[length - 3] == '.')
    text[length - 3] = '\0';
  return text;
}

static char *
one_line (char *text)
{
  g_strdelimit (text, "\r\n\t", ' ');
  return text;
}

/**
 * accord_row_summary_clear:
 * @self: a summary
 */
void
accord_row_summary_clear (AccordRowSummary *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->figure, g_free);
  g_clear_pointer (&self->words, g_free);
  self->status = NULL;
}

/**
 * accord_column_is_figure:
 * @field: a field
 *
 * Returns: whether a column of it is aligned to the right, in tabular figures
 */
gboolean
accord_column_is_figure (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_DECIMAL:
    case ACCORD_FIELD_DATE:
    case ACCORD_FIELD_YEAR:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * accord_column_dup_title:
 * @field: a field
 *
 * Returns: (transfer full): the heading of its column, which names the unit once for all rows
 */
char *
accord_column_dup_title (const AccordField *field)
{
  if (field->type == ACCORD_FIELD_MONEY)
    /* Translators: heading of a column of sums in pounds, such as “Amount (£)”. */
    return g_strdup_printf (_ ("%s (£)"), _ (field->label));
  if (field->type == ACCORD_FIELD_PERCENT)
    return g_strdup_printf (_ ("%s (%%)"), _ (field->label));
  return g_strdup (_ (field->label));
}

/* The longest word that may stand there, the shape before it, and the space around them. */
static guint
width_of_choices (const AccordField *field)
{
  guint longest = 0;
  gboolean shapes = FALSE;

  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      longest = MAX (longest, g_utf8_strlen (_ (choice->label), -1));
      shapes |= accord_status_find (field, choice->value) != NULL;
    }
  return longest + (shapes ? 9 : 5);
}

/**
 * accord_column_get_width:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: how wide a column of it is unless a person said otherwise, in characters; at least as wide as its
 * heading
 */
guint
accord_column_get_width (const AccordKind *kind, guint field)
{
  g_autofree char *title = accord_column_dup_title (&kind->fields[field]);
  /* The heading is bold and has room for the arrow that says it is sorted by; the rest is the space around
   * it. */
  guint heading = g_utf8_strlen (title, -1) + 7;

  if (field == kind->title_field)
    return MAX (heading, 34);
  switch (kind->fields[field].type)
    {
    case ACCORD_FIELD_DATE:
      return MAX (heading, accord_kind_find_words (kind, field) >= 0 ? 27 : 17);
    case ACCORD_FIELD_MONEY:
      return MAX (heading, 21);
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_DECIMAL:
    case ACCORD_FIELD_YEAR:
      return MAX (heading, 14);
    case ACCORD_FIELD_BOOLEAN:
      return MAX (heading, 8);
    case ACCORD_FIELD_CODE:
      return MAX (heading, 13);
    case ACCORD_FIELD_CHOICE:
      return MAX (heading, MIN (width_of_choices (&kind->fields[field]), 34));
    case ACCORD_FIELD_LONG_TEXT:
      return MAX (heading, 40);
    default:
      return MAX (heading, 22);
    }
}

/**
 * accord_row_is_missing:
 * @record: a record
 * @field: index of a field
 * @fields: (array length=n_fields): indices of the fields that are shown
 * @n_fields: how many
 *
 * Returns: whether what the table shows there stands for something that is not known
 */
gboolean
accord_row_is_missing (AccordRecord *record, guint field, const guint *fields, guint n_fields)
{
  return accord_record_is_empty (record, field) && peek_stated (record, field, fields, n_fields) == NULL;
}

/**
 * accord_row_dup_cell:
 * @record: a record
 * @field: index of a field
 * @fields: (array length=n_fields): indices of the fields that are shown
 * @n_fields: how many
 * @today: (nullable): today as an ISO date, to tell what is overdue
 * @status: (out) (optional) (nullable): the shape that goes with a word that says how things stand
 *
 * Returns: (transfer full): what the table shows: one line, never empty
 */
char *
accord_row_dup_cell (AccordRecord *record, guint field, const guint *fields, guint n_fields,
                     const char *today, const AccordStatus **status)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  const AccordStatus *found = NULL;
  char *text;

  if (field == accord_record_get_kind (record)->title_field && accord_record_is_empty (record, field))
    text = accord_record_dup_title (record);
  else if (accord_row_is_missing (record, field, fields, n_fields))
    text = dup_missing (row);
  else if (accord_record_is_empty (record, field))
    text = g_strdup (peek_stated (record, field, fields, n_fields));
  else if (is_overdue (record, field, today))
    {
      found = &overdue_status;
      text = g_strdup (_ ("Overdue"));
    }
  else if (g_str_equal (row->name, "updates"))
    /* The whole story is on the page; a row tells its end. */
    text = accord_action_updates_dup_latest (accord_record_peek_text (record, field));
  else
    {
      if (row->type == ACCORD_FIELD_CHOICE)
        found = accord_status_find (row, accord_record_peek_text (record, field));
      text = row->type == ACCORD_FIELD_MONEY ? format_money (accord_record_peek_int (record, field), row)
                                             : accord_record_dup_display (record, field);
    }

  if (status != NULL)
    *status = found;
  return one_line (text);
}

/**
 * accord_row_dup_label:
 * @record: a record
 * @fields: (array length=n_fields): indices of the fields that are shown
 * @n_fields: how many
 * @today: (nullable): today as an ISO date
 *
 * Returns: (transfer full): what a screen reader says for the row: the title first, then what else is known,
 * sums with their unit
 */
char *
accord_row_dup_label (AccordRecord *record, const guint *fields, guint n_fields, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autofree char *title = accord_record_dup_title (record);
  GString *label = g_string_new (title);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (fields[i] == kind->title_field)
        continue;
      if (accord_record_is_empty (record, fields[i]))
        text = g_strdup (peek_stated (record, fields[i], fields, n_fields));
      else if (kind->fields[fields[i]].type == ACCORD_FIELD_BOOLEAN)
        /* "Yes" alone would not say to what; "no" is not worth hearing. */
        text = accord_record_peek_int (record, fields[i]) == 1 ? g_strdup (_ (kind->fields[fields[i]].label))
                                                               : NULL;
      else if (kind->fields[fields[i]].type == ACCORD_FIELD_MONEY)
        text = accord_record_dup_display (record, fields[i]);
      else
        text = accord_row_dup_cell (record, fields[i], fields, n_fields, today, NULL);
      if (text != NULL && *text != '\0')
        g_string_append_printf (label, ", %s", text);
    }
  return one_line (g_string_free (label, FALSE));
}

static char *
dup_figure (AccordRecord *record, guint index, const AccordField *field)
{
  if (accord_record_is_empty (record, index))
    {
      const char *stated = peek_stated (record, index, NULL, 0);

      return stated != NULL ? g_strdup (stated) : dup_missing (field);
    }
  return accord_money_format (accord_record_peek_int (record, index),
                              field->flags & ACCORD_FIELD_SIGNED ? ACCORD_MONEY_FULL : ACCORD_MONEY_SHORT);
}

/**
 * accord_row_summarise:
 * @record: a record
 * @fields: (array length=n_fields): indices of the fields that are shown, the most telling first
 * @n_fields: how many
 * @today: (nullable): today as an ISO date
 *
 * Says in two lines what the row says: the title and the first sum; then how it stands, and what else is
 * known until there are two of these.
 *
 * Returns: (transfer full): the two lines
 */
AccordRowSummary
accord_row_summarise (AccordRecord *record, const guint *fields, guint n_fields, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  AccordRowSummary summary = { accord_record_dup_title (record), NULL, NULL, NULL };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  one_line (summary.title);
  for (guint i = 0; i < n_fields; i++)
    {
      const AccordField *field = &kind->fields[fields[i]];
      const AccordStatus *status = NULL;
      g_autofree char *text = NULL;

      if (fields[i] == kind->title_field || field->type == ACCORD_FIELD_BOOLEAN)
        continue;
      if (field->type == ACCORD_FIELD_MONEY)
        {
          if (summary.figure == NULL)
            summary.figure = dup_figure (record, fields[i], field);
          continue;
        }

      text = accord_record_is_empty (record, fields[i])
                 ? g_strdup (peek_stated (record, fields[i], fields, n_fields))
                 : accord_row_dup_cell (record, fields[i], fields, n_fields, today, &status);
      /* A number without its heading says nothing. */
      if (text == NULL || field->type == ACCORD_FIELD_COUNT || field->type == ACCORD_FIELD_PERCENT
          || field->type == ACCORD_FIELD_DECIMAL)
        continue;
      if (status != NULL && summary.status == NULL)
        {
          summary.status = status;
          g_ptr_array_insert (words, 0, g_steal_pointer (&text));
        }
      else
        g_ptr_array_add (words, g_steal_pointer (&text));
    }

  if (words->len > 0)
    summary.words = words->len == 1 ? g_strdup (words->pdata[0])
                                    : g_strjoin (" · ", words->pdata[0], words->pdata[1], NULL);
  return summary;
}
