/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "calendar/calendar-cell.h"
#include "calendar/calendar-grid.h"
#include "calendar/calendar-page.h"
#include "print/printable.h"

#include <string.h>

static gint64
add_meeting (FormFixture *self, const char *name, const char *date)
{
  g_autoptr (AccordRecord) meeting = form_fixture_new (self, "meeting", name);

  accord_record_set_text (meeting, "date", date);
  return form_fixture_save (self, meeting);
}

static GtkWidget *
find_day (GtkWidget *within, const char *day)
{
  GtkWidget *found = NULL;

  if (ACCORD_IS_CALENDAR_CELL (within) && gtk_widget_get_visible (within)
      && g_strcmp0 (accord_calendar_cell_get_day (ACCORD_CALENDAR_CELL (within)), day) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_day (child, day);
  return found;
}

typedef struct
{
  GtkWidget *page;
  const char *day;
  const char *text;
  gboolean there;
} OnDay;

/* The days are made anew where the month has room for them, so that they are looked for each time. */
static gboolean
is_on_day (gpointer data)
{
  OnDay *wanted = data;
  GtkWidget *day = find_day (wanted->page, wanted->day);

  return day != NULL && form_fixture_has_text (day, wanted->text) == wanted->there;
}

static void
await_on_day (GtkWidget *page, const char *day, const char *text, gboolean there)
{
  OnDay wanted = { page, day, text, there };

  if (!ui_wait_until (is_on_day, &wanted))
    g_error ("“%s” is %s on %s", text, there ? "not" : "still", day);
}

static gboolean
has_day (gpointer data)
{
  OnDay *wanted = data;

  return find_day (wanted->page, wanted->day) != NULL;
}

static GtkWidget *
await_day (GtkWidget *page, const char *day)
{
  OnDay wanted = { page, day, NULL, TRUE };

  if (!ui_wait_until (has_day, &wanted))
    g_error ("%s is not shown", day);
  return find_day (page, day);
}

static GtkWidget *
present (FormFixture *self, const char *day)
{
  GtkWidget *page = accord_calendar_page_new (self->workspace);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 900);
  form_fixture_present (self, page);
  form_fixture_await (page, "Mon");
  accord_calendar_view_go (accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page)), day);
  return page;
}

static void
test_month_and_list (FormFixture *self, gconstpointer data)
{
  gint64 id = add_meeting (self, "Cabinet in July", "2017-07-12");
  GtkWidget *page = present (self, "2017-07-01");
  AccordCalendarView *view = accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page));

  form_fixture_await (page, "July 2017");
  await_on_day (page, "2017-07-12", "Cabinet in July", TRUE);
  await_on_day (page, "2017-07-13", "Cabinet in July", FALSE);
  accord_calendar_view_set_list (view, TRUE);
  form_fixture_await (page, "From July 2017");
  form_fixture_await (page, "Wed 12");
  accord_calendar_view_set_list (view, FALSE);

  /* Every day follows what is changed elsewhere. */
  form_fixture_set (self, "meeting", id, "date", "2017-07-13");
  await_on_day (page, "2017-07-12", "Cabinet in July", FALSE);
  await_on_day (page, "2017-07-13", "Cabinet in July", TRUE);
}

static void
test_more_than_there_is_room_for (FormFixture *self, gconstpointer data)
{
  GtkWidget *page;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Meeting %u", i);

      add_meeting (self, name, "2017-07-12");
    }
  page = present (self, "2017-07-12");
  await_on_day (page, "2017-07-12", "3 more", TRUE);
}

/* The month alone is known: it is no day's, and not the next month's either. */
static void
test_half_known (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) milestone = form_fixture_new (self, "milestone", "Boards decide");
  GtkWidget *page;

  accord_record_set_text (milestone, "date-words", "in July 2017");
  accord_record_set_text (milestone, "status", "planned");
  form_fixture_save (self, milestone);
  page = present (self, "2017-07-12");
  form_fixture_await (page, "This month, the day is not known");
  form_fixture_await (page, "in July 2017");
  g_assert_false (form_fixture_has_text (ui_find_type (page, ACCORD_TYPE_CALENDAR_GRID), "Boards decide"));
  accord_calendar_view_go (accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page)), "2017-08-01");
  form_fixture_await (page, "Nothing in August 2017.");
  form_fixture_await_no (page, "in July 2017");
  form_fixture_await (page, "Last before: 1 Jul 2017");
}

static void
test_holidays_and_far_years (FormFixture *self, gconstpointer data)
{
  GtkWidget *page;

  add_meeting (self, "Cabinet in July", "2017-07-12");
  page = present (self, "2022-09-01");
  await_on_day (page, "2022-09-19", "State funeral of Queen Elizabeth II", TRUE);
  accord_calendar_view_go (accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page)), "9999-12-31");
  form_fixture_await (page, "December 9999");
  form_fixture_await (page, "Bank holidays are on record from 2010 to 2027 only. ");
  accord_calendar_view_go (accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page)), "1000-01-01");
  form_fixture_await (page, "January 1000");
}

static void
test_nothing_on_record (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = accord_calendar_page_new (self->workspace);

  form_fixture_present (self, page);
  form_fixture_await (page, "No day is on record yet");
  add_meeting (self, "Cabinet in July", "2017-07-12");
  form_fixture_await (page, "Mon");
}

/* Tab comes to the chosen day and its entries, and to no other day. */
static void
test_keyboard (FormFixture *self, gconstpointer data)
{
  GtkWidget *page, *grid;

  add_meeting (self, "Cabinet in July", "2017-07-12");
  add_meeting (self, "Scrutiny in July", "2017-07-13");
  page = present (self, "2017-07-12");
  grid = ui_find_type (page, ACCORD_TYPE_CALENDAR_GRID);
  await_on_day (page, "2017-07-12", "Cabinet in July", TRUE);
  await_on_day (page, "2017-07-13", "Scrutiny in July", TRUE);
  g_assert_true (form_fixture_tab_reaches (self, await_day (page, "2017-07-12")));
  g_assert_true (gtk_widget_get_focusable (ui_find_type (await_day (page, "2017-07-12"), GTK_TYPE_BUTTON)));
  g_assert_false (gtk_widget_get_focusable (await_day (page, "2017-07-13")));
  g_assert_false (gtk_widget_get_focusable (ui_find_type (await_day (page, "2017-07-13"), GTK_TYPE_BUTTON)));
  gtk_widget_grab_focus (await_day (page, "2017-07-12"));
  g_signal_emit_by_name (grid, "day-chosen", "2017-08-01");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == find_day (page, "2017-08-01"));
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  *(AccordPrintout **) data = accord_printable_take_finish (result, NULL);
}

static gboolean
is_taken (gpointer data)
{
  return *(AccordPrintout **) data != NULL;
}

/* The month goes to paper as it is shown. */
static void
test_print (FormFixture *self, gconstpointer data)
{
  AccordPrintout *printout = NULL;
  GtkWidget *page, *printable;

  add_meeting (self, "Cabinet in July", "2017-07-12");
  page = present (self, "2017-07-12");
  await_day (page, "2017-07-12");
  printable = accord_printable_find (page);
  g_assert_true (gtk_widget_is_ancestor (ui_find_type (page, ACCORD_TYPE_CALENDAR_GRID), printable));
  accord_printable_take_async (printable, "Calendar", on_taken, &printout);
  g_assert_true (ui_wait_until (is_taken, &printout));
  g_assert_cmpuint (accord_printout_lay_out (printout, 595, 842), ==, 1);
  g_object_unref (printout);
}

static void
test_narrow (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = accord_calendar_page_new (self->workspace);

  add_meeting (self, "Cabinet in July", "2017-07-12");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 900);
  form_fixture_present (self, page);
  accord_calendar_view_go (accord_calendar_page_get_view (ACCORD_CALENDAR_PAGE (page)), "2017-07-01");
  form_fixture_await (page, "From July 2017");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/calendar-page/month-and-list", test_month_and_list);
  form_fixture_add_test ("/ui/calendar-page/more-than-there-is-room-for", test_more_than_there_is_room_for);
  form_fixture_add_test ("/ui/calendar-page/half-known", test_half_known);
  form_fixture_add_test ("/ui/calendar-page/holidays-and-far-years", test_holidays_and_far_years);
  form_fixture_add_test ("/ui/calendar-page/nothing-on-record", test_nothing_on_record);
  form_fixture_add_test ("/ui/calendar-page/keyboard", test_keyboard);
  form_fixture_add_test ("/ui/calendar-page/print", test_print);
  form_fixture_add_test ("/ui/calendar-page/narrow", test_narrow);

  return g_test_run ();
}
