/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-bar.h"

#include "date.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* Which month is shown, and the ways to another. */
struct _AccordCalendarBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *refusal;
};

G_DEFINE_FINAL_TYPE (AccordCalendarBar, accord_calendar_bar, GTK_TYPE_WIDGET)

enum
{
  STEP,
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_before (AccordCalendarBar *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
on_after (AccordCalendarBar *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
on_today (AccordCalendarBar *self)
{
  g_signal_emit (self, signals[GO], 0, NULL);
}

static void
refuse (AccordCalendarBar *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->refusal), words != NULL ? words : "");
  gtk_widget_set_visible (self->refusal, words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
on_typed (AccordCalendarBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  if (!accord_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &day, &error))
    {
      refuse (self, error->message);
      return;
    }
  refuse (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[GO], 0, day);
}

static void
accord_calendar_bar_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_CALENDAR_BAR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_calendar_bar_parent_class)->dispose (object);
}

static void
accord_calendar_bar_class_init (AccordCalendarBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_calendar_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordCalendarBar::step:
   * @months: how many months later
   *
   * A person goes to another month.
   */
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * AccordCalendarBar::go:
   * @day: (nullable): an ISO date; %NULL for today
   *
   * A person goes to a day.
   */
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_button (AccordCalendarBar *self, GtkWidget *to, GtkWidget *button, GCallback callback)
{
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (to), button);
}

static GtkWidget *
make_popover (AccordCalendarBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _ ("A day, such as 12 Jul 2017"),
                              "width-chars", 26, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to a day"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  self->refusal = accord_page_label (NULL, "refusal");
  gtk_label_set_max_width_chars (GTK_LABEL (self->refusal), 30);
  gtk_widget_hide (self->refusal);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->refusal);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  return self->popover;
}

static GtkWidget *
make_go (AccordCalendarBar *self)
{
  GtkWidget *go = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (go), "accord-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (go), make_popover (self));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (go), FALSE);
  gtk_widget_set_tooltip_text (go, _ ("Go to a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (go)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Go to a day"), -1);
  return go;
}

static void
accord_calendar_bar_init (AccordCalendarBar *self)
{
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                              "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "page-title");
  gtk_box_append (GTK_BOX (self->box), self->title);
  add_button (self, ways, accord_page_icon_button ("go-previous-symbolic", _ ("The month before")),
              G_CALLBACK (on_before));
  add_button (self, ways, accord_page_button (_ ("_Today")), G_CALLBACK (on_today));
  add_button (self, ways, accord_page_icon_button ("go-next-symbolic", _ ("The month after")),
              G_CALLBACK (on_after));
  gtk_box_append (GTK_BOX (ways), make_go (self));
  gtk_widget_set_valign (ways, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (ways, "calendar-tools");
  gtk_box_append (GTK_BOX (self->box), ways);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_calendar_bar_new:
 *
 * Returns: (transfer floating): a bar with the month and the ways to another
 */
GtkWidget *
accord_calendar_bar_new (void)
{
  return g_object_new (ACCORD_TYPE_CALENDAR_BAR, NULL);
}

/**
 * accord_calendar_bar_show:
 * @self: a bar
 * @title: what is shown
 */
void
accord_calendar_bar_show (AccordCalendarBar *self, const char *title)
{
  g_return_if_fail (ACCORD_IS_CALENDAR_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->title), title);
}
