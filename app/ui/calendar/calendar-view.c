/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-view.h"

#include "bank-holidays.h"
#include "calendar/calendar-bar.h"
#include "calendar/calendar-choice.h"
#include "calendar/calendar-export.h"
#include "calendar/calendar-grid.h"
#include "calendar/calendar-list.h"
#include "calendar/calendar-month.h"
#include "calendar/calendar-nothing.h"
#include "calendar/calendar-words.h"
#include "date.h"
#include "day-words.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* So many letters a day of a month needs before its entries can be read. */
#define DAY_CHARS 17
/* Rows of the list at once. */
#define MOST_ROWS 60

/* The calendar that was read: as a month, or as a list where there is no room or a person likes that better.
 */
struct _AccordCalendarView
{
  GtkWidget parent_instance;

  GtkWidget *column;
  GtkWidget *bar;
  GtkWidget *as_month;
  GtkWidget *as_list;
  GtkWidget *choice;
  GtkWidget *chosen_box;
  GtkWidget *chosen;
  GtkWidget *month_card;
  GtkWidget *grid;
  GtkWidget *undated;
  GtkWidget *list;
  GtkWidget *later;
  GtkWidget *nothing;
  GtkWidget *note;

  const AccordCalendar *calendar;
  char today[ACCORD_DATE_ISO_SIZE];
  char day[ACCORD_DATE_ISO_SIZE];
  guint most;
  gboolean list_wanted;
  gboolean narrow;
  guint settle;
};

G_DEFINE_FINAL_TYPE (AccordCalendarView, accord_calendar_view, GTK_TYPE_WIDGET)

static gboolean
is_list (AccordCalendarView *self)
{
  return self->list_wanted || self->narrow;
}

static void
show_nothing (AccordCalendarView *self, GPtrArray *all, gboolean nothing, const char *first, const char *last)
{
  g_autofree char *month = accord_month_dup_label (self->day);
  /* Translators: a month, such as November 2026. */
  g_autofree char *words = is_list (self) ? g_strdup_printf (_ ("Nothing from %s on."), month)
                                          : g_strdup_printf (_ ("Nothing in %s."), month);
  const char *after = is_list (self) ? NULL : accord_calendar_find_day (all, last, TRUE);

  if (nothing)
    accord_calendar_nothing_show (self->nothing, words, accord_calendar_find_day (all, first, FALSE), after);
  else
    accord_calendar_nothing_show (self->nothing, NULL, NULL, NULL);
}

static void
show_note (AccordCalendarView *self, const char *last)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint undated = self->calendar->n_undated;
  gint first_known, last_known, day = 0;

  accord_date_to_day_number (last, &day);
  accord_holidays_get_span (accord_bank_holidays_get (), &first_known, &last_known);
  if (!is_list (self) && !accord_holidays_know (accord_bank_holidays_get (), day))
    {
      char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

      accord_date_from_day_number (first_known, from);
      accord_date_from_day_number (last_known, until);
      /* Translators: two years. */
      g_string_append_printf (words, _ ("Bank holidays are on record from %.4s to %.4s only. "), from, until);
    }
  if (undated > 0)
    g_string_append_printf (words,
                            ngettext ("%u date is stated without a year, and so has no place here.",
                                      "%u dates are stated without a year, and so have no place here.",
                                      undated),
                            undated);
  gtk_label_set_label (GTK_LABEL (self->note), words->str);
  gtk_widget_set_visible (self->note, words->len > 0);
}

static GPtrArray *
find_entries (AccordCalendarView *self, const char *from, const char *until)
{
  AccordCalendarFilter filter;

  accord_calendar_choice_get (ACCORD_CALENDAR_CHOICE (self->choice), &filter);
  filter.from = from;
  filter.until = until;
  return accord_calendar_filter (self->calendar, &filter);
}

static gboolean
show_month (AccordCalendarView *self, GPtrArray *all, const char *first, const char *last)
{
  g_autoptr (GPtrArray) here = find_entries (self, first, last);

  accord_calendar_grid_show (ACCORD_CALENDAR_GRID (self->grid), all, self->day, self->today);
  accord_calendar_undated_show (self->undated, here, self->day);
  gtk_widget_hide (self->later);
  return here->len == 0;
}

static gboolean
show_list (AccordCalendarView *self, const char *first)
{
  g_autoptr (GPtrArray) from_here = find_entries (self, first, NULL);

  gtk_widget_hide (self->undated);
  gtk_widget_set_visible (self->later, accord_calendar_list_show (self->list, from_here, first, self->most));
  return from_here->len == 0;
}

static void
show_chosen (AccordCalendarView *self)
{
  AccordCalendarFilter filter;
  g_autofree char *words = NULL;

  accord_calendar_choice_get (ACCORD_CALENDAR_CHOICE (self->choice), &filter);
  words = accord_calendar_dup_filter (&filter, self->calendar->bodies);
  gtk_label_set_label (GTK_LABEL (self->chosen), words != NULL ? words : "");
  gtk_widget_set_visible (self->chosen_box, words != NULL);
}

static void
update (AccordCalendarView *self)
{
  char first[ACCORD_DATE_ISO_SIZE], last[ACCORD_DATE_ISO_SIZE];
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *month = NULL, *title = NULL;
  gboolean list = is_list (self), nothing;

  if (self->calendar == NULL)
    return;
  accord_calendar_month_of (self->day, first, last);
  all = find_entries (self, NULL, NULL);
  month = accord_month_dup_label (self->day);
  /* Translators: a month, such as July 2017. */
  title = list ? g_strdup_printf (_ ("From %s"), month) : g_steal_pointer (&month);
  accord_calendar_bar_show (ACCORD_CALENDAR_BAR (self->bar), title);
  gtk_widget_set_visible (self->month_card, !list);
  gtk_widget_set_visible (self->list, list);
  nothing = list ? show_list (self, first) : show_month (self, all, first, last);
  show_nothing (self, all, nothing, first, last);
  show_chosen (self);
  show_note (self, last);
}

static void
on_step (AccordCalendarBar *bar, int months, AccordCalendarView *self)
{
  char day[ACCORD_DATE_ISO_SIZE];

  if (accord_calendar_step_months (self->day, months, day))
    accord_calendar_view_go (self, day);
}

static void
on_go (AccordCalendarBar *bar, const char *day, AccordCalendarView *self)
{
  accord_calendar_view_go (self, day != NULL ? day : self->today);
}

static void
on_go_action (GtkWidget *widget, const char *name, GVariant *day)
{
  if (accord_date_is_iso (g_variant_get_string (day, NULL)))
    accord_calendar_view_go (ACCORD_CALENDAR_VIEW (widget), g_variant_get_string (day, NULL));
}

static void
on_day_chosen (AccordCalendarGrid *grid, const char *day, AccordCalendarView *self)
{
  accord_calendar_view_go (self, day);
}

static void
on_view_toggled (AccordCalendarView *self)
{
  self->list_wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_list));
  update (self);
}

static void
on_later (AccordCalendarView *self)
{
  self->most += MOST_ROWS;
  update (self);
}

static void
on_everything (AccordCalendarView *self)
{
  accord_calendar_choice_clear (ACCORD_CALENDAR_CHOICE (self->choice));
  gtk_widget_child_focus (self->choice, GTK_DIR_TAB_FORWARD);
}

static void
on_export (AccordCalendarView *self)
{
  AccordCalendarFilter filter;

  accord_calendar_choice_get (ACCORD_CALENDAR_CHOICE (self->choice), &filter);
  if (self->calendar != NULL)
    accord_calendar_export (GTK_WIDGET (self), self->calendar, &filter, _ ("Calendar"));
}

static gboolean
on_settled (gpointer data)
{
  AccordCalendarView *self = data;

  self->settle = 0;
  /* There is no choice where there is room for the list only. */
  gtk_widget_set_visible (gtk_widget_get_parent (self->as_month), !self->narrow);
  update (self);
  return G_SOURCE_REMOVE;
}

static int
least_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return ACCORD_CALENDAR_DAYS_A_WEEK * DAY_CHARS * letter;
}

static void
accord_calendar_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACCORD_CALENDAR_VIEW (widget)->column, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

/* What is shown cannot change while it is laid out, so it does right after. */
static void
accord_calendar_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordCalendarView *self = ACCORD_CALENDAR_VIEW (widget);
  gboolean narrow = width < least_width (widget);

  gtk_widget_size_allocate (self->column, &(GtkAllocation){ 0, 0, width, height }, -1);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->settle == 0)
    self->settle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_settled, self, NULL);
}

static GtkSizeRequestMode
accord_calendar_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_calendar_view_dispose (GObject *object)
{
  AccordCalendarView *self = ACCORD_CALENDAR_VIEW (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  self->calendar = NULL;
  g_clear_pointer (&self->column, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_calendar_view_parent_class)->dispose (object);
}

static void
accord_calendar_view_class_init (AccordCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_calendar_view_dispose;
  widget_class->measure = accord_calendar_view_measure;
  widget_class->size_allocate = accord_calendar_view_size_allocate;
  widget_class->get_request_mode = accord_calendar_view_get_request_mode;
  gtk_widget_class_install_action (widget_class, "calendar.go", "s", on_go_action);
}

static GtkWidget *
make_tools (AccordCalendarView *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *export = accord_page_button (_ ("_Export…"));

  self->as_month = gtk_toggle_button_new_with_label (_ ("Month"));
  self->as_list = gtk_toggle_button_new_with_label (_ ("List"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->as_list), GTK_TOGGLE_BUTTON (self->as_month));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->as_month), TRUE);
  g_signal_connect_object (self->as_list, "toggled", G_CALLBACK (on_view_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (ways), self->as_month);
  gtk_box_append (GTK_BOX (ways), self->as_list);
  gtk_widget_add_css_class (ways, "linked");
  self->choice = accord_calendar_choice_new ();
  gtk_widget_set_hexpand (self->choice, TRUE);
  gtk_widget_set_halign (self->choice, GTK_ALIGN_END);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (export, _ ("Save what is shown for other calendars"));
  g_signal_connect_object (export, "clicked", G_CALLBACK (on_export), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), ways);
  gtk_box_append (GTK_BOX (tools), self->choice);
  gtk_box_append (GTK_BOX (tools), export);
  gtk_widget_add_css_class (tools, "calendar-tools");
  return tools;
}

static GtkWidget *
make_chosen (AccordCalendarView *self)
{
  GtkWidget *everything = gtk_button_new_with_label (_ ("Show everything"));

  self->chosen_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->chosen = accord_page_label (NULL, "subtitle");
  gtk_widget_set_hexpand (self->chosen, TRUE);
  gtk_widget_add_css_class (everything, "flat");
  gtk_widget_add_css_class (everything, "record-link");
  gtk_widget_set_valign (everything, GTK_ALIGN_CENTER);
  g_signal_connect_object (everything, "clicked", G_CALLBACK (on_everything), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chosen_box), self->chosen);
  gtk_box_append (GTK_BOX (self->chosen_box), everything);
  return self->chosen_box;
}

static void
accord_calendar_view_init (AccordCalendarView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->most = MOST_ROWS;
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->bar = accord_calendar_bar_new ();
  g_signal_connect_object (self->bar, "step", G_CALLBACK (on_step), self, 0);
  g_signal_connect_object (self->bar, "go", G_CALLBACK (on_go), self, 0);
  gtk_box_append (GTK_BOX (head), self->bar);
  gtk_box_append (GTK_BOX (head), make_tools (self));
  gtk_box_append (GTK_BOX (head), make_chosen (self));
  gtk_box_append (GTK_BOX (self->column), head);
  self->nothing = accord_calendar_nothing_new ();
  gtk_box_append (GTK_BOX (self->column), self->nothing);
  self->grid = accord_calendar_grid_new ();
  g_signal_connect_object (self->grid, "day-chosen", G_CALLBACK (on_day_chosen), self, 0);
  self->month_card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->month_card, "card");
  gtk_widget_set_overflow (self->month_card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->month_card), self->grid);
  gtk_box_append (GTK_BOX (self->column), self->month_card);
  self->undated = accord_calendar_undated_new ();
  gtk_box_append (GTK_BOX (self->column), self->undated);
  self->list = accord_calendar_list_new ();
  gtk_box_append (GTK_BOX (self->column), self->list);
  self->later = accord_page_button (_ ("Show _later days"));
  gtk_widget_set_halign (self->later, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (on_later), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->column), self->later);
  self->note = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (self->column), self->note);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

/**
 * accord_calendar_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
accord_calendar_view_new (void)
{
  return g_object_new (ACCORD_TYPE_CALENDAR_VIEW, NULL);
}

/**
 * accord_calendar_view_show:
 * @self: a view
 * @calendar: (transfer none): what was read; it stays the caller's, who shows another before letting it go
 * @today: today as an ISO date
 *
 * Shows a calendar, at first the month of today.
 */
void
accord_calendar_view_show (AccordCalendarView *self, const AccordCalendar *calendar, const char *today)
{
  g_return_if_fail (ACCORD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (accord_date_is_iso (today));

  self->calendar = calendar;
  g_strlcpy (self->today, today, sizeof self->today);
  if (*self->day == '\0')
    g_strlcpy (self->day, today, sizeof self->day);
  accord_calendar_choice_set_bodies (ACCORD_CALENDAR_CHOICE (self->choice), calendar->bodies);
  update (self);
}

/**
 * accord_calendar_view_go:
 * @self: a view
 * @day: an ISO date
 *
 * Shows the month of a day.
 */
void
accord_calendar_view_go (AccordCalendarView *self, const char *day)
{
  g_return_if_fail (ACCORD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (accord_date_is_iso (day));

  /* A day that cannot be counted has no week to stand in. */
  if (!accord_calendar_step_days (day, 0, self->day))
    return;
  self->most = MOST_ROWS;
  update (self);
}

/**
 * accord_calendar_view_set_list:
 * @self: a view
 * @list: whether a list is shown rather than a month
 */
void
accord_calendar_view_set_list (AccordCalendarView *self, gboolean list)
{
  g_return_if_fail (ACCORD_IS_CALENDAR_VIEW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (list ? self->as_list : self->as_month), TRUE);
}
