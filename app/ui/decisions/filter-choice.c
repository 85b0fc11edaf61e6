/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/filter-choice.h"

#include "form/drop-down-rows.h"

#include <glib/gi18n-lib.h>

/* What a page is narrowed to: one of a few, or all of them. */
struct _AccordFilterChoice
{
  GtkWidget parent_instance;

  GtkWidget *drop_down;
  GtkStringList *words;
  GPtrArray *keys;
  char *label;
  char *all;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (AccordFilterChoice, accord_filter_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* GTK 4.8 does not say the value of a drop-down to a screen reader; the button inside it has to. */
static void
say_value (AccordFilterChoice *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  GtkWidget *button = gtk_widget_get_first_child (self->drop_down);
  g_autofree char *label = NULL;

  if (item == NULL || button == NULL)
    return;
  /* Translators: the label of a field, then what is chosen there. */
  label = g_strdup_printf (_ ("%s: %s"), self->label, gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_selected (AccordFilterChoice *self)
{
  say_value (self);
  if (!self->quiet)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_filter_choice_dispose (GObject *object)
{
  AccordFilterChoice *self = ACCORD_FILTER_CHOICE (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_object (&self->words);

  G_OBJECT_CLASS (accord_filter_choice_parent_class)->dispose (object);
}

static void
accord_filter_choice_finalize (GObject *object)
{
  AccordFilterChoice *self = ACCORD_FILTER_CHOICE (object);

  g_ptr_array_unref (self->keys);
  g_free (self->label);
  g_free (self->all);

  G_OBJECT_CLASS (accord_filter_choice_parent_class)->finalize (object);
}

static void
accord_filter_choice_class_init (AccordFilterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_filter_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_filter_choice_finalize;

  /**
   * AccordFilterChoice::chosen:
   *
   * A person chose something else.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_FILTER_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_filter_choice_init (AccordFilterChoice *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->words = gtk_string_list_new (NULL);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  accord_drop_down_name_rows (self->drop_down);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (self->words));
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

/**
 * accord_filter_choice_new:
 * @label: what is chosen, for a screen reader
 * @all: what it is called when nothing is narrowed, such as “All stages”
 *
 * Returns: (transfer floating): a choice with nothing but all
 */
GtkWidget *
accord_filter_choice_new (const char *label, const char *all)
{
  AccordFilterChoice *self = g_object_new (ACCORD_TYPE_FILTER_CHOICE, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->label = g_strdup (label);
  self->all = g_strdup (all);
  accord_filter_choice_offer (self, none, none);
  return GTK_WIDGET (self);
}

static gboolean
is_offered (AccordFilterChoice *self, GPtrArray *keys, GPtrArray *words)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->words)) != words->len + 1 || self->keys->len != keys->len)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (g_strcmp0 (keys->pdata[i], self->keys->pdata[i]) != 0
        || g_strcmp0 (words->pdata[i], gtk_string_list_get_string (self->words, i + 1)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * accord_filter_choice_offer:
 * @self: a choice
 * @keys: (element-type utf8): what can be chosen
 * @words: (element-type utf8): what each is called
 *
 * Offers something else. What is chosen stays, if it is still there; with one thing alone there is nothing to
 * choose, and the choice is hidden.
 */
void
accord_filter_choice_offer (AccordFilterChoice *self, GPtrArray *keys, GPtrArray *words)
{
  g_autofree char *chosen = g_strdup (accord_filter_choice_get_key (self));

  g_return_if_fail (ACCORD_IS_FILTER_CHOICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), keys->len > 1);
  if (is_offered (self, keys, words))
    return;
  self->quiet = TRUE;
  gtk_string_list_splice (self->words, 0, g_list_model_get_n_items (G_LIST_MODEL (self->words)), NULL);
  gtk_string_list_append (self->words, self->all);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      g_ptr_array_add (self->keys, g_strdup (keys->pdata[i]));
      gtk_string_list_append (self->words, words->pdata[i]);
    }
  accord_filter_choice_choose (self, chosen);
  say_value (self);
  self->quiet = FALSE;
}

/**
 * accord_filter_choice_get_key:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): what is chosen, or %NULL for all
 */
const char *
accord_filter_choice_get_key (AccordFilterChoice *self)
{
  guint selected;

  g_return_val_if_fail (ACCORD_IS_FILTER_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  return selected == 0 || selected > self->keys->len ? NULL : self->keys->pdata[selected - 1];
}

/**
 * accord_filter_choice_choose:
 * @self: a choice
 * @key: (nullable): what to choose, or %NULL for all
 *
 * Chooses it as a person does.
 */
void
accord_filter_choice_choose (AccordFilterChoice *self, const char *key)
{
  guint selected = 0;

  g_return_if_fail (ACCORD_IS_FILTER_CHOICE (self));

  for (guint i = 0; key != NULL && i < self->keys->len; i++)
    if (g_strcmp0 (self->keys->pdata[i], key) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}
