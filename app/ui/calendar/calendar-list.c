/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-list.h"

#include "bank-holidays.h"
#include "calendar/calendar-entry.h"
#include "calendar/calendar-month.h"
#include "calendar/calendar-words.h"
#include "date.h"
#include "day-words.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define STATE "accord-state"

/* "Fri 14 · Good Friday"; nothing where the row above is of the same day. */
static char *
dup_lead (const AccordCalendarEntry *entry, const AccordCalendarEntry *above)
{
  const char *holiday;
  gint day = 0;

  if (entry->vague)
    return g_strdup (entry->words);
  if (above != NULL && !above->vague && strcmp (above->from, entry->from) == 0)
    return g_strdup ("");
  accord_date_to_day_number (entry->from, &day);
  holiday = accord_holidays_get_name (accord_bank_holidays_get (), day);
  return g_strdup_printf ("%s %d%s%s", accord_weekday_get_short_label (accord_weekday (day)),
                          atoi (entry->from + 8), holiday != NULL ? "\n" : "",
                          holiday != NULL ? holiday : "");
}

static GtkWidget *
add_month (GtkWidget *list, const char *day)
{
  g_autofree char *month = accord_month_dup_label (day);
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, month);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (rows, "calendar-rows");
  gtk_box_append (GTK_BOX (card), rows);
  gtk_box_append (GTK_BOX (list), card);
  return rows;
}

/* What differs in it differs on the screen. */
static gboolean
is_shown (GtkWidget *list, GPtrArray *entries, const char *first, guint most)
{
  GString *state = g_string_new (first);

  for (guint i = 0; i < MIN (entries->len, most); i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];
      g_autofree char *name = accord_calendar_dup_name (entry);

      g_string_append_printf (state, "%s %" G_GINT64_FORMAT " %s %s\n", entry->kind, entry->id, entry->from,
                              name);
    }
  if (g_strcmp0 (g_object_get_data (G_OBJECT (list), STATE), state->str) == 0)
    {
      g_string_free (state, TRUE);
      return TRUE;
    }
  g_object_set_data_full (G_OBJECT (list), STATE, g_string_free (state, FALSE), g_free);
  return FALSE;
}

/**
 * accord_calendar_list_new:
 *
 * Returns: (transfer floating): a list of what comes, month by month
 */
GtkWidget *
accord_calendar_list_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
}

/**
 * accord_calendar_list_show:
 * @list: a list by accord_calendar_list_new()
 * @entries: (element-type AccordCalendarEntry): what to show
 * @first: the day from which on; what has begun before stands in its month
 * @most: how many of them at once
 *
 * Shows the first entries under the heading of their month. What is known by the month only stands there with
 * the words of its source in place of a day.
 *
 * Returns: whether there are more
 */
gboolean
accord_calendar_list_show (GtkWidget *list, GPtrArray *entries, const char *first, guint most)
{
  const AccordCalendarEntry *above = NULL;
  const char *month = NULL;
  GtkWidget *rows = NULL;

  if (is_shown (list, entries, first, most))
    return entries->len > most;
  accord_page_empty_box (list);
  for (guint i = 0; i < MIN (entries->len, most); i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];
      const char *begins = strcmp (entry->from, first) < 0 ? first : entry->from;
      g_autofree char *lead = NULL;

      if (month == NULL || !accord_calendar_same_month (month, begins))
        {
          rows = add_month (list, begins);
          above = NULL;
        }
      month = begins;
      lead = dup_lead (entry, above);
      gtk_box_append (GTK_BOX (rows), accord_calendar_row_new (entry, lead));
      above = entry;
    }
  return entries->len > most;
}

/**
 * accord_calendar_undated_new:
 *
 * Returns: (transfer floating): a card for what has no day in a month
 */
GtkWidget *
accord_calendar_undated_new (void)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("This month, the day is not known"));
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (rows, "calendar-rows");
  gtk_box_append (GTK_BOX (card), rows);
  g_object_set_data (G_OBJECT (card), "accord-rows", rows);
  return card;
}

/**
 * accord_calendar_undated_show:
 * @card: a card by accord_calendar_undated_new()
 * @entries: (element-type AccordCalendarEntry): entries
 * @month: an ISO date
 *
 * Shows those of @entries that may be of the month of that date but have no exact day; there is no card where
 * none is so.
 */
void
accord_calendar_undated_show (GtkWidget *card, GPtrArray *entries, const char *month)
{
  GtkWidget *rows = g_object_get_data (G_OBJECT (card), "accord-rows");
  char first[ACCORD_DATE_ISO_SIZE], last[ACCORD_DATE_ISO_SIZE];
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  accord_calendar_month_of (month, first, last);
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];

      if (entry->vague && strcmp (entry->until, first) >= 0 && strcmp (entry->from, last) <= 0)
        g_ptr_array_add (found, entries->pdata[i]);
    }
  gtk_widget_set_visible (card, found->len > 0);
  if (is_shown (card, found, first, found->len))
    return;
  accord_page_empty_box (rows);
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (GTK_BOX (rows), accord_calendar_row_new (
                                        found->pdata[i], ((AccordCalendarEntry *) found->pdata[i])->words));
}
