/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-page.h"

#include "form/page-parts.h"
#include "list/skeleton.h"
#include "today.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 1240
/* Changes that follow on each other's heels are read once; a page that takes longer says that it is coming.
 */
#define SETTLE_MS 120
#define SKELETON_MS 150

/* The days that matter, read from the workspace and kept in step with it. */
struct _AccordCalendarPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *skeleton;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *error;

  AccordWorkspace *workspace;
  AccordCalendar *calendar;
  GCancellable *reading;
  char *today;
  guint settle;
  guint patience;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (AccordCalendarPage, accord_calendar_page, GTK_TYPE_WIDGET)

static gpointer
read_calendar (AccordReader *reader, gpointer data, GError **error)
{
  return accord_calendar_read (reader, data, error);
}

static void
show_calendar (AccordCalendarPage *self, AccordCalendar *calendar)
{
  gboolean empty = calendar->entries->len == 0 && calendar->n_undated == 0;

  accord_calendar_view_show (ACCORD_CALENDAR_VIEW (self->view), calendar, self->today);
  g_clear_pointer (&self->calendar, accord_calendar_free);
  self->calendar = calendar;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), empty ? self->empty : self->scrolled);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCalendarPage) self = data;
  g_autoptr (GError) error = NULL;
  AccordCalendar *calendar = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&calendar, accord_calendar_free);
      return;
    }
  g_clear_handle_id (&self->patience, g_source_remove);
  if (calendar != NULL)
    {
      show_calendar (self, calendar);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error), error->message);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->error);
}

static gboolean
on_patience (gpointer data)
{
  AccordCalendarPage *self = data;

  self->patience = 0;
  gtk_widget_show (self->skeleton);
  return G_SOURCE_REMOVE;
}

static void
refresh (AccordCalendarPage *self)
{
  self->stale = FALSE;
  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->skeleton && self->patience == 0)
    self->patience = g_timeout_add (SKELETON_MS, on_patience, self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_free (self->today);
  self->today = accord_today_dup ();
  accord_workspace_read_async (self->workspace, read_calendar, g_strdup (self->today), g_free,
                               (GDestroyNotify) accord_calendar_free, self->reading, on_read,
                               g_object_ref (self));
}

static gboolean
on_settled (gpointer data)
{
  AccordCalendarPage *self = data;

  self->settle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_changed (AccordCalendarPage *self)
{
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
accord_calendar_page_map (GtkWidget *widget)
{
  AccordCalendarPage *self = ACCORD_CALENDAR_PAGE (widget);
  g_autofree char *today = accord_today_dup ();

  GTK_WIDGET_CLASS (accord_calendar_page_parent_class)->map (widget);
  /* A window that was open overnight shows another day. */
  if (self->stale || g_strcmp0 (today, self->today) != 0)
    refresh (self);
}

static void
accord_calendar_page_dispose (GObject *object)
{
  AccordCalendarPage *self = ACCORD_CALENDAR_PAGE (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->calendar, accord_calendar_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_calendar_page_parent_class)->dispose (object);
}

static void
accord_calendar_page_class_init (AccordCalendarPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_calendar_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = accord_calendar_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
on_add (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.add", "s", "meeting");
}

static GtkWidget *
make_status (const char *icon, const char *title)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  return status;
}

static void
make_states (AccordCalendarPage *self)
{
  GtkWidget *add = accord_page_button (_ ("_Add a meeting"));

  self->skeleton = g_object_new (ACCORD_TYPE_SKELETON, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->skeleton, "page-column");
  self->empty = make_status ("accord-calendar-symbolic", _ ("No day is on record yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   _ ("Meetings, what is due and the last days for call-ins stand here once "
                                      "they are recorded or imported."));
  gtk_widget_add_css_class (self->empty, "calendar-empty");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add), NULL);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), add);
  self->error = make_status ("accord-warning-symbolic", _ ("The calendar cannot be read"));
  gtk_widget_add_css_class (self->error, "error-page");
}

static void
accord_calendar_page_init (AccordCalendarPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  make_states (self);
  self->view = accord_calendar_view_new ();
  gtk_widget_add_css_class (column, "page-column");
  gtk_box_append (GTK_BOX (column), self->view);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->skeleton);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->error);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
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

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_CALENDAR_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
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
