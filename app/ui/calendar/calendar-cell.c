/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-cell.h"

#include "calendar/calendar-entry.h"
#include "calendar/calendar-words.h"
#include "day-words.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Lines under the number of the day; where there are more entries the last line says how many. */
#define LINES 3
#define POPOVER_WIDTH 340

/* A day of a month, with its entries. */
struct _AccordCalendarCell
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *holiday;
  GtkWidget *entries;
  char *day;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordCalendarCell, accord_calendar_cell, GTK_TYPE_WIDGET)

static void
accord_calendar_cell_dispose (GObject *object)
{
  AccordCalendarCell *self = ACCORD_CALENDAR_CELL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (accord_calendar_cell_parent_class)->dispose (object);
}

static void
accord_calendar_cell_class_init (AccordCalendarCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_calendar_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "calendarcell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
accord_calendar_cell_init (AccordCalendarCell *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "day-number");
  self->holiday = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->holiday, "day-holiday");
  gtk_label_set_wrap (GTK_LABEL (self->holiday), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->holiday), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->holiday), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->holiday), 0);
  gtk_widget_set_hexpand (self->holiday, TRUE);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), self->number);
  gtk_box_append (GTK_BOX (head), self->holiday);
  self->entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->entries);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * accord_calendar_cell_new:
 *
 * Returns: (transfer floating): a day that is not known yet
 */
GtkWidget *
accord_calendar_cell_new (void)
{
  return g_object_new (ACCORD_TYPE_CALENDAR_CELL, NULL);
}

static void
set_class (GtkWidget *widget, const char *style_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

static GtkWidget *
make_popover (AccordCalendarCell *self, const char *holiday, GPtrArray *entries)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *day = accord_date_dup_in_full (self->day);

  gtk_widget_set_size_request (box, POPOVER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), accord_page_label (day, "section-title"));
  if (holiday != NULL)
    gtk_box_append (GTK_BOX (box), accord_page_label (holiday, "second-line"));
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (GTK_BOX (box), accord_calendar_row_new (entries->pdata[i], NULL));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_WIDTH);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "calendar-day");
  return popover;
}

static GtkWidget *
make_more (AccordCalendarCell *self, const char *holiday, GPtrArray *entries, guint n_more)
{
  GtkWidget *more = gtk_menu_button_new ();
  /* Translators: how many entries of a day are not shown for want of room. */
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u more", "%u more", n_more), n_more);
  g_autofree char *day = accord_date_dup_in_full (self->day);
  g_autofree char *name = g_strdup_printf ("%s, %s", words, day);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (more), words);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (more), make_popover (self, holiday, entries));
  gtk_widget_add_css_class (more, "calendar-more");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (more), FALSE);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (more)),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (more)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return more;
}

/* What differs in it differs on the screen. */
static char *
dup_shown (const AccordCalendarCellState *state, GPtrArray *entries)
{
  GString *shown = g_string_new (state->day);

  for (guint i = 0; i < entries->len; i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];
      g_autofree char *name = accord_calendar_dup_name (entry);

      g_string_append_printf (shown, "\n%s %" G_GINT64_FORMAT " %s", entry->kind, entry->id, name);
    }
  return g_string_free (shown, FALSE);
}

static void
show_entries (AccordCalendarCell *self, const char *holiday, GPtrArray *entries)
{
  guint n = entries->len > LINES ? LINES - 1 : entries->len;

  accord_page_empty_box (self->entries);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->entries), accord_calendar_chip_new (entries->pdata[i]));
  if (n < entries->len)
    gtk_box_append (GTK_BOX (self->entries), make_more (self, holiday, entries, entries->len - n));
}

/* Only the day at which the keyboard is takes it, and with it its entries: Tab would else walk through every
 * day of the month. */
static void
set_reachable (AccordCalendarCell *self, gboolean reachable)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), reachable);
  for (GtkWidget *entry = gtk_widget_get_first_child (self->entries); entry != NULL;
       entry = gtk_widget_get_next_sibling (entry))
    gtk_widget_set_focusable (GTK_IS_MENU_BUTTON (entry) ? gtk_widget_get_first_child (entry) : entry,
                              reachable);
}

/**
 * accord_calendar_cell_show:
 * @self: a day
 * @state: which day it is, and how it is shown
 * @entries: (element-type AccordCalendarEntry): its entries
 *
 * Shows a day; buttons that stay the same keep the focus.
 */
void
accord_calendar_cell_show (AccordCalendarCell *self, const AccordCalendarCellState *state, GPtrArray *entries)
{
  g_autofree char *number = g_strdup_printf ("%d", atoi (state->day + 8));
  g_autofree char *name =
      accord_calendar_dup_day_name (state->day, entries->len, state->holiday, state->today);
  char *shown = dup_shown (state, entries);

  g_free (self->day);
  self->day = g_strdup (state->day);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->holiday), state->holiday != NULL ? state->holiday : "");
  gtk_widget_set_tooltip_text (self->holiday, state->holiday);
  set_class (GTK_WIDGET (self), "other-month", state->other_month);
  set_class (GTK_WIDGET (self), "today", state->today);
  set_class (GTK_WIDGET (self), "chosen", state->chosen);
  set_class (GTK_WIDGET (self), "holiday", state->holiday != NULL);
  if (g_strcmp0 (shown, self->shown) != 0)
    show_entries (self, state->holiday, entries);
  g_free (self->shown);
  self->shown = shown;
  set_reachable (self, state->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, state->chosen, -1);
}

/**
 * accord_calendar_cell_get_day:
 * @self: a day
 *
 * Returns: (transfer none) (nullable): which it is, as an ISO date
 */
const char *
accord_calendar_cell_get_day (AccordCalendarCell *self)
{
  g_return_val_if_fail (ACCORD_IS_CALENDAR_CELL (self), NULL);

  return self->day;
}

/**
 * accord_calendar_cell_enter:
 * @self: a day
 *
 * Opens its entry or, where it has several, hands the keyboard to the first of them.
 */
void
accord_calendar_cell_enter (AccordCalendarCell *self)
{
  GtkWidget *first;

  g_return_if_fail (ACCORD_IS_CALENDAR_CELL (self));

  first = gtk_widget_get_first_child (self->entries);
  if (first == NULL)
    return;
  if (gtk_widget_get_next_sibling (first) == NULL)
    gtk_widget_activate (first);
  else
    gtk_widget_grab_focus (first);
}
