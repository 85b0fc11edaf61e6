/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-entry.h"

#include "calendar/calendar-words.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"

#define LEAD_CHARS 12

typedef struct
{
  const char *kind;
  gint64 id;
} Way;

/* From within a popover it goes on from what the popover belongs to, because the popover closes. */
static void
on_clicked (GtkWidget *button, const Way *way)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *from = popover != NULL ? gtk_widget_get_parent (popover) : button;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  accord_go_to_record (from, way->kind, way->id);
}

static void
free_way (gpointer way, GClosure *closure)
{
  g_free (way);
}

static GtkWidget *
make_button (const AccordCalendarEntry *entry, GtkWidget *child, const char *style_class)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = accord_calendar_dup_name (entry);
  Way way = { entry->kind, entry->id };

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, style_class);
  gtk_widget_add_css_class (button, accord_calendar_style (entry));
  if (entry->standing == ACCORD_CALENDAR_DONE || accord_calendar_is_struck (entry))
    gtk_widget_add_css_class (button, "settled");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), g_memdup2 (&way, sizeof way), free_way,
                         0);
  return button;
}

static GtkWidget *
make_image (const AccordCalendarEntry *entry)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", accord_calendar_icon (entry), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
strike (GtkWidget *label, const AccordCalendarEntry *entry)
{
  PangoAttrList *attributes;

  if (!accord_calendar_is_struck (entry))
    return;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

/**
 * accord_calendar_chip_new:
 * @entry: an entry
 *
 * Returns: (transfer floating): a button of one line that opens its record, for a day of a month
 */
GtkWidget *
accord_calendar_chip_new (const AccordCalendarEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *words = accord_calendar_dup_short (entry);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  strike (label, entry);
  gtk_box_append (GTK_BOX (box), make_image (entry));
  gtk_box_append (GTK_BOX (box), label);
  return make_button (entry, box, "calendar-chip");
}

/**
 * accord_calendar_row_new:
 * @entry: an entry
 * @lead: (nullable): what stands before it, such as its day
 *
 * Returns: (transfer floating): a button of two lines that opens its record, for a list
 */
GtkWidget *
accord_calendar_row_new (const AccordCalendarEntry *entry, const char *lead)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = accord_words_new (1);
  GtkWidget *title = accord_page_label (entry->title, "first-line");
  g_autofree char *second = accord_calendar_dup_second (entry);

  if (lead != NULL)
    {
      GtkWidget *day = accord_page_label (lead, "calendar-lead");
      /* A label beside others would take as much width as its height leaves it; here it keeps to its own. */
      GtkWidget *column = accord_words_new (0);

      gtk_label_set_width_chars (GTK_LABEL (day), LEAD_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (day), LEAD_CHARS);
      gtk_widget_set_valign (column, GTK_ALIGN_START);
      accord_words_append (column, day);
      gtk_box_append (GTK_BOX (box), column);
    }
  strike (title, entry);
  gtk_widget_set_hexpand (words, TRUE);
  accord_words_append (words, title);
  accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_box_append (GTK_BOX (box), make_image (entry));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_valign (gtk_widget_get_prev_sibling (words), GTK_ALIGN_START);
  return make_button (entry, box, "calendar-row");
}
