/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-export.h"

#include "compat.h"
#include "ics.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A calendar on its way into a file. Its text is made at once: what is shown then is what is saved. */
typedef struct
{
  GtkWidget *from;
  char *text;
  guint n_events;
  guint n_left_out;
  GFile *file;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->from);
  g_clear_object (&self->file);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
say (GtkWidget *from, const char *words)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (words));
}

static void
say_saved (const Export *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  /* Translators: how many events, and the name of a file. */
  g_autofree char *saved = g_strdup_printf (
      ngettext ("Saved %u event as “%s”", "Saved %u events as “%s”", self->n_events), self->n_events, name);
  g_autofree char *more =
      self->n_left_out > 0
          /* Translators: added to how many events were saved. */
          ? g_strdup_printf (ngettext ("; %u has no exact day", "; %u have no exact day", self->n_left_out),
                             self->n_left_out)
          : NULL;
  g_autofree char *words = g_strconcat (saved, more, NULL);

  say (self->from, words);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    say_saved (self);
  else
    say (self->from, error->message);
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GBytes) bytes = NULL;
  GFile *file = accord_choose_file_finish (result, NULL);

  self->file = file;
  if (file == NULL)
    return;
  bytes = g_bytes_new (self->text, strlen (self->text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written,
                                       g_steal_pointer (&self));
}

/**
 * accord_calendar_export:
 * @from: a widget in a window
 * @calendar: a calendar
 * @filter: which of its entries
 * @name: what it is called
 *
 * Asks for a file and saves the entries to it, for other calendars to read.
 */
void
accord_calendar_export (GtkWidget *from, const AccordCalendar *calendar, const AccordCalendarFilter *filter,
                        const char *name)
{
  g_autoptr (GPtrArray) entries = accord_calendar_filter (calendar, filter);
  Export *self = g_new0 (Export, 1);
  g_autofree char *file_name = g_strdelimit (g_strdup_printf ("%s.ics", name), "/\\:*?\"<>|", '-');
  AccordFileRequest request = { ACCORD_FILE_SAVE, _ ("Export the calendar"),   _ ("_Save"),
                                file_name,        _ ("Calendars (iCalendar)"), "*.ics" };

  self->from = g_object_ref (from);
  self->text = accord_ics_dup (entries, name, &self->n_left_out);
  self->n_events = entries->len - self->n_left_out;
  accord_choose_files_async (GTK_WINDOW (gtk_widget_get_root (from)), &request, NULL, on_named, self);
}
