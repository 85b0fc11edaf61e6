/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-choice.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* A button with what a person can choose to see: sorts of entries, and one board's alone. */
struct _AccordCalendarChoice
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *checks[ACCORD_CALENDAR_N];
  GtkWidget *bodies;
  GArray *ids;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (AccordCalendarChoice, accord_calendar_choice, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (AccordCalendarChoice *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* GTK 4.8 says nothing of what is chosen in a list that drops down. */
static void
on_body (AccordCalendarChoice *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->bodies));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Board or committee"),
                                           chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->bodies)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  on_changed (self);
}

static void
accord_calendar_choice_dispose (GObject *object)
{
  AccordCalendarChoice *self = ACCORD_CALENDAR_CHOICE (object);

  self->quiet = TRUE;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (accord_calendar_choice_parent_class)->dispose (object);
}

static void
accord_calendar_choice_class_init (AccordCalendarChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_calendar_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordCalendarChoice::changed:
   *
   * Something else is to be seen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_check (AccordCalendarChoice *self, AccordCalendarWhat what)
{
  const char *label = accord_calendar_what_get_plural (what);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return check;
}

static GtkWidget *
make_popover (AccordCalendarChoice *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint what = 0; what < ACCORD_CALENDAR_N; what++)
    {
      self->checks[what] = make_check (self, what);
      gtk_box_append (GTK_BOX (box), self->checks[what]);
    }
  self->bodies = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_margin_top (self->bodies, 6);
  g_signal_connect_object (self->bodies, "notify::selected-item", G_CALLBACK (on_body), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->bodies);
  gtk_widget_add_css_class (popover, "calendar-choice");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
accord_calendar_choice_init (AccordCalendarChoice *self)
{
  const char *const all[] = { _ ("All boards and committees"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (all);
  const gint64 none = 0;

  self->quiet = TRUE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, none);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Show"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_tooltip_text (self->button, _ ("Choose what the calendar shows"));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose what the calendar shows"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->bodies), G_LIST_MODEL (names));
  self->quiet = FALSE;
}

/**
 * accord_calendar_choice_new:
 *
 * Returns: (transfer floating): a button to choose with what is seen; at first all is
 */
GtkWidget *
accord_calendar_choice_new (void)
{
  return g_object_new (ACCORD_TYPE_CALENDAR_CHOICE, NULL);
}

static gboolean
is_same (AccordCalendarChoice *self, GPtrArray *bodies)
{
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (self->bodies));

  if (self->ids->len != bodies->len + 1)
    return FALSE;
  for (guint i = 0; i < bodies->len; i++)
    {
      const AccordCalendarBody *body = bodies->pdata[i];

      if (g_array_index (self->ids, gint64, i + 1) != body->id
          || g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i + 1), body->name) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_calendar_choice_set_bodies:
 * @self: a button
 * @bodies: (element-type AccordCalendarBody): boards and committees
 *
 * Says whose entries can be chosen. The one that is chosen stays so while it is among them.
 */
void
accord_calendar_choice_set_bodies (AccordCalendarChoice *self, GPtrArray *bodies)
{
  const char *const all[] = { _ ("All boards and committees"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (all);
  AccordCalendarFilter filter;
  guint selected = 0;

  g_return_if_fail (ACCORD_IS_CALENDAR_CHOICE (self));

  if (is_same (self, bodies))
    return;
  accord_calendar_choice_get (self, &filter);
  g_array_set_size (self->ids, 1);
  for (guint i = 0; i < bodies->len; i++)
    {
      const AccordCalendarBody *body = bodies->pdata[i];

      gtk_string_list_append (names, body->name);
      g_array_append_val (self->ids, body->id);
      if (body->id == filter.body)
        selected = i + 1;
    }
  self->quiet = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->bodies), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->bodies), selected);
  self->quiet = FALSE;
}

/**
 * accord_calendar_choice_get:
 * @self: a button
 * @filter: (out): what is to be seen, of any day
 */
void
accord_calendar_choice_get (AccordCalendarChoice *self, AccordCalendarFilter *filter)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->bodies));

  *filter = (AccordCalendarFilter){ 0 };
  for (guint what = 0; what < ACCORD_CALENDAR_N; what++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[what])))
      filter->whats |= 1u << what;
  if (selected < self->ids->len)
    filter->body = g_array_index (self->ids, gint64, selected);
}

/**
 * accord_calendar_choice_clear:
 * @self: a button
 *
 * Everything is seen again.
 */
void
accord_calendar_choice_clear (AccordCalendarChoice *self)
{
  g_return_if_fail (ACCORD_IS_CALENDAR_CHOICE (self));

  self->quiet = TRUE;
  for (guint what = 0; what < ACCORD_CALENDAR_N; what++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[what]), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->bodies), 0);
  self->quiet = FALSE;
  on_changed (self);
}
