/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/choice-bar.h"

/* A few words side by side, of which one is chosen. */
struct _AccordChoiceBar
{
  GtkWidget parent_instance;

  guint chosen;
};

G_DEFINE_FINAL_TYPE (AccordChoiceBar, accord_choice_bar, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_toggled (GtkToggleButton *button, AccordChoiceBar *self)
{
  guint choice = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != GTK_WIDGET (button);
       child = gtk_widget_get_next_sibling (child))
    choice++;
  if (choice == self->chosen)
    return;
  self->chosen = choice;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_choice_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_choice_bar_parent_class)->dispose (object);
}

static void
accord_choice_bar_class_init (AccordChoiceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_choice_bar_dispose;

  /**
   * AccordChoiceBar::chosen:
   *
   * Another word was chosen.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", ACCORD_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "choicebar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_choice_bar_init (AccordChoiceBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * accord_choice_bar_new:
 * @label: what is chosen, for a screen reader
 * @choices: (array zero-terminated=1): the words
 *
 * Returns: (transfer floating): a bar with the first word chosen
 */
GtkWidget *
accord_choice_bar_new (const char *label, const char *const *choices)
{
  AccordChoiceBar *self = g_object_new (ACCORD_TYPE_CHOICE_BAR, NULL);
  GtkToggleButton *first = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (choices[i]);

      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, choices[i], -1);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  gtk_toggle_button_set_active (first, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_signal_connect_object (child, "toggled", G_CALLBACK (on_toggled), self, 0);
  return GTK_WIDGET (self);
}

guint
accord_choice_bar_get_chosen (AccordChoiceBar *self)
{
  g_return_val_if_fail (ACCORD_IS_CHOICE_BAR (self), 0);

  return self->chosen;
}

/**
 * accord_choice_bar_choose:
 * @self: a bar
 * @choice: the place of a word
 *
 * Chooses it as a person does.
 */
void
accord_choice_bar_choose (AccordChoiceBar *self, guint choice)
{
  GtkWidget *child;

  g_return_if_fail (ACCORD_IS_CHOICE_BAR (self));

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (child != NULL && choice-- > 0)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}
