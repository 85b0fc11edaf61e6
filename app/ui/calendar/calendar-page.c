/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-page.h"

#include "form/page-parts.h"
#include "page/place-view.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 1240

/* The days that matter, read from the workspace and kept in step with it. */
struct _AccordCalendarPage
{
  GtkWidget parent_instance;

  GtkWidget *place;
  GtkWidget *view;

  AccordCalendar *calendar;
  char *today;
};

G_DEFINE_FINAL_TYPE (AccordCalendarPage, accord_calendar_page, GTK_TYPE_WIDGET)

static gpointer
read_calendar (AccordReader *reader, gpointer data, GError **error)
{
  return accord_calendar_read (reader, data, error);
}

static gpointer
dup_question (GtkWidget *page)
{
  AccordCalendarPage *self = ACCORD_CALENDAR_PAGE (page);

  g_free (self->today);
  self->today = accord_today_dup ();
  return g_strdup (self->today);
}

static gboolean
show_calendar (GtkWidget *page, gpointer answer)
{
  AccordCalendarPage *self = ACCORD_CALENDAR_PAGE (page);
  AccordCalendar *calendar = answer;

  accord_calendar_view_show (ACCORD_CALENDAR_VIEW (self->view), calendar, self->today);
  g_clear_pointer (&self->calendar, accord_calendar_free);
  self->calendar = calendar;
  return calendar->entries->len > 0 || calendar->n_undated > 0;
}

static const AccordPlaceKind place = {
  .daily = TRUE,
  .read = read_calendar,
  .free = (GDestroyNotify) accord_calendar_free,
  .dup_question = dup_question,
  .free_question = g_free,
  .show = show_calendar,
  .icon_name = "accord-calendar-symbolic",
  .error = N_ ("The calendar cannot be read"),
};

static void
accord_calendar_page_dispose (GObject *object)
{
  AccordCalendarPage *self = ACCORD_CALENDAR_PAGE (object);

  g_clear_pointer (&self->place, gtk_widget_unparent);
  g_clear_pointer (&self->calendar, accord_calendar_free);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (accord_calendar_page_parent_class)->dispose (object);
}

static void
accord_calendar_page_class_init (AccordCalendarPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_calendar_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
on_add (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.add", "s", "meeting");
}

static void
fill_empty (AccordCalendarPage *self)
{
  AdwStatusPage *empty = ADW_STATUS_PAGE (accord_place_view_get_empty (ACCORD_PLACE_VIEW (self->place)));
  GtkWidget *add = accord_page_button (_ ("_Add a meeting"));

  adw_status_page_set_title (empty, _ ("No day is on record yet"));
  adw_status_page_set_description (empty,
                                   _ ("Meetings, what is due and the last days for call-ins stand here once "
                                      "they are recorded or imported."));
  gtk_widget_add_css_class (GTK_WIDGET (empty), "calendar-empty");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), NULL);
  adw_status_page_set_child (empty, add);
}

static void
accord_calendar_page_init (AccordCalendarPage *self)
{
}

/**
 * accord_calendar_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page with the days that matter, which follows what changes in @workspace
 */
GtkWidget *
accord_calendar_page_new (AccordWorkspace *workspace)
{
  AccordCalendarPage *self;
  GtkWidget *column;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_CALENDAR_PAGE, NULL);
  column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = accord_calendar_view_new ();
  gtk_box_append (GTK_BOX (column), self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  self->place = accord_place_view_new (workspace, &place, GTK_WIDGET (self),
                                       accord_place_view_make_column (column, WIDTH));
  gtk_widget_set_parent (self->place, GTK_WIDGET (self));
  fill_empty (self);
  accord_place_view_read (ACCORD_PLACE_VIEW (self->place));
  return GTK_WIDGET (self);
}

/**
 * accord_calendar_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): what shows the calendar in it
 */
AccordCalendarView *
accord_calendar_page_get_view (AccordCalendarPage *self)
{
  g_return_val_if_fail (ACCORD_IS_CALENDAR_PAGE (self), NULL);

  return ACCORD_CALENDAR_VIEW (self->view);
}
