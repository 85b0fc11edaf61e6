/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-nothing.h"

#include "date.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

static void
add_jump (GtkWidget *to, const char *day, char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", day);
  gtk_box_append (GTK_BOX (to), button);
  g_free (label);
}

/**
 * accord_calendar_nothing_new:
 *
 * Returns: (transfer floating): what stands over days without entries. An empty month is no dead end: the
 *   nearest days before and after it are a press away, by the action `calendar.go`
 */
GtkWidget *
accord_calendar_nothing_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *jumps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (jumps, "calendar-tools");
  gtk_box_append (GTK_BOX (box), accord_page_label (NULL, "subtitle"));
  gtk_box_append (GTK_BOX (box), jumps);
  return box;
}

/**
 * accord_calendar_nothing_show:
 * @nothing: a box by accord_calendar_nothing_new()
 * @words: (nullable): what there is to say; %NULL where there are entries
 * @before: (nullable): the nearest ISO date before with an entry
 * @after: (nullable): the nearest one after
 */
void
accord_calendar_nothing_show (GtkWidget *nothing, const char *words, const char *before, const char *after)
{
  GtkWidget *label = gtk_widget_get_first_child (nothing);
  GtkWidget *jumps = gtk_widget_get_last_child (nothing);
  g_autofree char *last = before != NULL ? accord_date_format (before) : NULL;
  g_autofree char *next = after != NULL ? accord_date_format (after) : NULL;

  gtk_widget_set_visible (nothing, words != NULL);
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  accord_page_empty_box (jumps);
  gtk_widget_set_visible (jumps, last != NULL || next != NULL);
  if (last != NULL)
    /* Translators: a date, to which the button goes. */
    add_jump (jumps, before, g_strdup_printf (_ ("Last before: %s"), last));
  if (next != NULL)
    /* Translators: a date, to which the button goes. */
    add_jump (jumps, after, g_strdup_printf (_ ("Next after: %s"), next));
}
