/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-figures.h"

#include "form/form-model.h"
#include "list/list-words.h"
#include "date.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_A_WEEK 7
#define DAYS_A_MONTH 30
#define DAYS_A_YEAR 365

void
accord_form_figure_free (AccordFormFigure *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self->exact);
  g_free (self->note);
  g_free (self->rule);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_free (self);
}

static char *
dup_span (int days)
{
  if (days < 2 * DAYS_A_WEEK)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  if (days < 2 * DAYS_A_MONTH)
    return g_strdup_printf (ngettext ("%d week", "%d weeks", days / DAYS_A_WEEK), days / DAYS_A_WEEK);
  if (days < 2 * DAYS_A_YEAR)
    return g_strdup_printf (ngettext ("%d month", "%d months", days / DAYS_A_MONTH), days / DAYS_A_MONTH);
  return g_strdup_printf (ngettext ("%d year", "%d years", days / DAYS_A_YEAR), days / DAYS_A_YEAR);
}

/**
 * accord_form_dup_relative:
 * @iso: an ISO date
 * @today: today as an ISO date
 *
 * Returns: (transfer full): how far off it is, roughly: "in 3 weeks", "2 years ago"
 */
char *
accord_form_dup_relative (const char *iso, const char *today)
{
  int days = accord_date_days_until (iso, today);
  g_autofree char *span = NULL;

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  span = dup_span (ABS (days));
  /* Translators: %s is a span of time such as “3 weeks”. */
  return days > 0 ? g_strdup_printf (_ ("in %s"), span) : g_strdup_printf (_ ("%s ago"), span);
}

static AccordFormFigure *
figure_new (const char *label, char *text, char *exact, char *note)
{
  AccordFormFigure *self = g_new0 (AccordFormFigure, 1);

  self->label = g_strdup (label);
  self->known = text != NULL;
  self->text = text != NULL ? text : g_strdup (_ ("not known"));
  self->exact = exact != NULL ? exact : g_strdup (self->text);
  self->note = note;
  return self;
}

static AccordFormFigure *
money_figure (const char *label, gint64 pence, char *note)
{
  if (pence == ACCORD_UNKNOWN)
    return figure_new (label, NULL, NULL, note);
  return figure_new (label, accord_money_format (pence, ACCORD_MONEY_SHORT),
                     accord_money_format (pence, ACCORD_MONEY_FULL), note);
}

/**
 * accord_form_figure_new:
 * @label: what it is the figure of
 * @text: (nullable): the figure, or %NULL where nobody knows
 * @note: (nullable): what stands beneath
 *
 * Returns: (transfer full): a figure that explains itself
 */
AccordFormFigure *
accord_form_figure_new (const char *label, const char *text, const char *note)
{
  return figure_new (label, g_strdup (text), NULL, g_strdup (note));
}

/**
 * accord_form_figure_new_money:
 * @label: what it is the figure of
 * @pence: a sum, or %ACCORD_UNKNOWN
 * @note: (nullable): what stands beneath
 *
 * Returns: (transfer full): the sum in short form, its pence in the exact words
 */
AccordFormFigure *
accord_form_figure_new_money (const char *label, gint64 pence, const char *note)
{
  return money_figure (label, pence, g_strdup (note));
}

/**
 * accord_form_figure_explain:
 * @self: a figure
 * @rule: how it is made, in a sentence that a person can check
 * @rows: (nullable): the records that it is made from
 *
 * Says where a figure comes from, for whoever asks.
 */
void
accord_form_figure_explain (AccordFormFigure *self, const char *rule, AccordQuery *rows)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rule != NULL);

  g_free (self->rule);
  self->rule = g_strdup (rule);
  g_clear_pointer (&self->rows, accord_query_unref);
  if (rows != NULL)
    self->rows = accord_query_ref (rows);
}

/* Numbers that tell one record from another are no figures. */
static gboolean
is_figure (const AccordField *field)
{
  static const char *const ordinals[] = { "position", "number", "line", NULL };

  if (field->flags & ACCORD_FIELD_FACT)
    return FALSE;
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_DECIMAL:
      return TRUE;
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_DATE:
      return !g_strv_contains (ordinals, field->name);
    default:
      return FALSE;
    }
}

static AccordFormFigure *
field_figure (AccordRecord *record, guint index, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const AccordField *field = &kind->fields[index];
  int words_field = accord_kind_find_words (kind, index);
  const char *words = words_field >= 0 ? accord_record_peek_text (record, words_field) : NULL;
  char *note = NULL;

  if (accord_record_is_empty (record, index))
    return figure_new (_ (field->label), g_strdup (words), NULL,
                       g_strdup (words != NULL ? _ ("as stated") : NULL));
  if (words != NULL)
    note = g_strdup_printf (_ ("“%s”"), words);
  else if (field->type == ACCORD_FIELD_DATE && accord_date_is_iso (accord_record_peek_text (record, index)))
    note = accord_form_dup_relative (accord_record_peek_text (record, index), today);
  /* In a ledger every penny counts. */
  if (field->type == ACCORD_FIELD_MONEY && field->flags & ACCORD_FIELD_SIGNED)
    return figure_new (_ (field->label),
                       accord_money_format (accord_record_peek_int (record, index), ACCORD_MONEY_FULL), NULL,
                       note);
  if (field->type == ACCORD_FIELD_MONEY)
    return money_figure (_ (field->label), accord_record_peek_int (record, index), note);
  return figure_new (_ (field->label), accord_record_dup_display (record, index), NULL, note);
}

/* A sum that is not known is worth saying where the kind is about that sum; other gaps are named below. */
static gboolean
is_worth_saying (AccordRecord *record, guint index)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int words = accord_kind_find_words (kind, index);

  if (!accord_record_is_empty (record, index) || (words >= 0 && !accord_record_is_empty (record, words)))
    return TRUE;
  return kind->fields[index].type == ACCORD_FIELD_MONEY && kind->fields[index].flags & ACCORD_FIELD_LISTED;
}

/**
 * accord_form_figures:
 * @record: a record
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the figures that its page begins with: sums
 * first, then what is counted, then dates; at most %ACCORD_FORM_MAX_FIGURES
 */
GPtrArray *
accord_form_figures (AccordRecord *record, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < kind->n_fields && figures->len < ACCORD_FORM_MAX_FIGURES; i++)
      {
        AccordFieldType type = kind->fields[i].type;
        int turn = type == ACCORD_FIELD_MONEY ? 0 : type == ACCORD_FIELD_DATE ? 2 : 1;

        if (turn == pass && is_figure (&kind->fields[i]) && is_worth_saying (record, i))
          g_ptr_array_add (figures, field_figure (record, i, today));
      }
  return figures;
}

/**
 * accord_form_add_open_figure:
 * @figures: (element-type AccordFormFigure): the figures of a page
 * @kind: a kind of record that waits for an answer
 * @open: how many of those that belong to the page still wait
 * @total: how many there are
 * @rows: (nullable): those that wait
 *
 * Adds how many wait, if any do and there is room for one more figure.
 */
void
accord_form_add_open_figure (GPtrArray *figures, const AccordKind *kind, gint64 open, gint64 total,
                             AccordQuery *rows)
{
  AccordFormFigure *figure;

  if (open <= 0 || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = figure_new (_ (kind->plural),
                       /* Translators: how many records wait for an answer. */
                       g_strdup_printf (_ ("%d open"), (int) open), NULL,
                       /* Translators: of how many records that is. */
                       g_strdup_printf (_ ("of %d"), (int) total));
  accord_form_figure_explain (figure, _ ("Those that belong to this page and whose state is still “Open”."),
                              rows);
  g_ptr_array_add (figures, figure);
}
