/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-list.h"

#include "chart/timeline-data.h"
#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define DATE_CHARS 15

typedef struct
{
  const char *kind;
  gint64 id;
} Way;

static void
on_activated (GtkListBox *list, GtkListBoxRow *row)
{
  const Way *way = g_object_get_data (G_OBJECT (row), "way");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  if (way == NULL)
    return;
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  accord_go_to_record (popover != NULL ? gtk_widget_get_parent (popover) : GTK_WIDGET (list), way->kind,
                       way->id);
}

static GtkWidget *
append_row (GtkWidget *list, GtkWidget *content, const char *kind, gint64 id)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), kind != NULL);
  gtk_widget_set_focusable (row, kind != NULL);
  if (kind != NULL)
    g_object_set_data_full (G_OBJECT (row), "way", g_memdup2 (&(Way){ kind, id }, sizeof (Way)), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
append_heading (GtkWidget *list, const AccordTimelineLane *lane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), accord_page_label (lane->label, "section-title"));
  if (lane->note != NULL)
    gtk_box_append (GTK_BOX (box), accord_page_label (lane->note, "second-line"));
  append_row (list, box, lane->kind, lane->id);
}

static void
append_line (GtkWidget *list, const char *date, const char *words, const char *note, const char *kind,
             gint64 id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = accord_page_label (date != NULL ? date : _ ("no date"), "tabular");
  GtkWidget *what = accord_page_label (words, NULL);
  GtkWidget *how = accord_page_label (note, "second-line");

  gtk_label_set_width_chars (GTK_LABEL (when), DATE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (when), DATE_CHARS);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  if (date == NULL)
    gtk_widget_add_css_class (when, "second-line");
  gtk_label_set_max_width_chars (GTK_LABEL (what), 30);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_label_set_wrap (GTK_LABEL (how), FALSE);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), how);
  append_row (list, box, kind, id);
}

static void
append_event (GtkWidget *list, const AccordTimelineEvent *event)
{
  g_autofree char *date = accord_timeline_event_dup_date (event);

  append_line (list, date, event->label, accord_timeline_state_get_label (event->state), event->kind,
               event->id);
}

static void
empty (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

/* As the days come; what nobody knows the day of comes last. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const AccordTimelineEvent *one = *(AccordTimelineEvent *const *) a;
  const AccordTimelineEvent *other = *(AccordTimelineEvent *const *) b;
  int first = G_MAXINT, last = 0, other_first = G_MAXINT, other_last = 0;

  accord_timeline_event_get_span (one, &first, &last);
  accord_timeline_event_get_span (other, &other_first, &other_last);
  return (first > other_first) - (first < other_first);
}

/**
 * accord_timeline_list_new:
 *
 * Returns: (transfer floating): a list that opens records
 */
GtkWidget *
accord_timeline_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_activated), NULL);
  return list;
}

/**
 * accord_timeline_list_show_events:
 * @list: a list
 * @events: (element-type AccordTimelineEvent): events
 *
 * Shows events, by date.
 */
void
accord_timeline_list_show_events (GtkWidget *list, GPtrArray *events)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  empty (list);
  g_ptr_array_extend (sorted, events, NULL, NULL);
  g_ptr_array_sort (sorted, compare_events);
  for (guint i = 0; i < sorted->len; i++)
    append_event (list, sorted->pdata[i]);
}

/**
 * accord_timeline_list_show_lanes:
 * @list: a list
 * @lanes: (element-type AccordTimelineLane): lanes
 *
 * Shows what a timeline shows, in words: each lane with its events by date.
 */
void
accord_timeline_list_show_lanes (GtkWidget *list, GPtrArray *lanes)
{
  empty (list);
  for (guint i = 0; i < lanes->len; i++)
    {
      const AccordTimelineLane *lane = lanes->pdata[i];
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
      int first, last;

      append_heading (list, lane);
      if (accord_timeline_lane_get_bar (lane, &first, &last))
        {
          g_autoptr (AccordTimelineEvent) from =
              accord_timeline_event_new (lane->from, NULL, "", ACCORD_TIMELINE_PLANNED, NULL, 0);
          g_autoptr (AccordTimelineEvent) until = accord_timeline_event_new (
              lane->until, lane->until_words, "", ACCORD_TIMELINE_PLANNED, NULL, 0);
          g_autofree char *begin = accord_timeline_event_dup_date (from);
          g_autofree char *end = accord_timeline_event_dup_date (until);
          g_autofree char *span =
              g_strdup_printf ("%s – %s", begin != NULL ? begin : "", end != NULL ? end : "");

          append_line (list, span, lane->bar_label, NULL, lane->kind, lane->id);
        }
      g_ptr_array_extend (sorted, lane->events, NULL, NULL);
      g_ptr_array_sort (sorted, compare_events);
      for (guint j = 0; j < sorted->len; j++)
        append_event (list, sorted->pdata[j]);
    }
}
