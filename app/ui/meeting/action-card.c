/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/action-card.h"

#include "action-updates.h"
#include "date.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "meeting/record-write.h"
#include "status.h"

#include <glib/gi18n-lib.h>

/* How an action stands, changed in place, and what became of it as a thread. */
struct _AccordActionCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *states[3];
  GtkWidget *due;
  GtkWidget *thread;
  GtkWidget *none;
  GtkWidget *adding;
  GtkWidget *entry;
  GtkWidget *add;
  GtkWidget *failure;

  AccordWorkspace *workspace;
  AccordRecord *action;
  char *today;
  char *shown;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordActionCard, accord_action_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const state_words[] = { "open", "done", "cancelled" };

static const AccordField *
state_field (AccordActionCard *self)
{
  return accord_kind_get_field (
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "action"), "state");
}

static void
settle_states (AccordActionCard *self)
{
  const char *state = accord_record_get_text (self->action, "state");

  self->settling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[i]),
                                  g_strcmp0 (state, state_words[i]) == 0);
  self->settling = FALSE;
}

static void
on_written (const char *failure, gpointer data)
{
  AccordActionCard *self = data;

  if (self->card == NULL)
    return;
  gtk_widget_set_visible (self->failure, failure != NULL);
  gtk_label_set_label (GTK_LABEL (self->failure), failure != NULL ? failure : "");
  if (failure == NULL)
    return;
  settle_states (self);
}

static void
on_state (GtkToggleButton *button, AccordActionCard *self)
{
  const char *state = NULL;
  AccordFieldValue values[2] = { 0 };

  if (self->settling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (GTK_WIDGET (button) == self->states[i])
      state = state_words[i];
  values[0] = (AccordFieldValue){ "state", state };
  accord_record_write (self->workspace, self->action, _ ("Change how an action stands"), values, on_written,
                       g_object_ref (self), g_object_unref);
}

static void
on_add (AccordActionCard *self)
{
  g_autofree char *updates =
      accord_action_updates_add (accord_record_get_text (self->action, "updates"), self->today,
                                 gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  AccordFieldValue values[2] = { { "updates", updates } };

  accord_record_write (self->workspace, self->action, _ ("Add an update to an action"), values, on_written,
                       g_object_ref (self), g_object_unref);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
is_dirty (AccordActionCard *self)
{
  return self->add != NULL && gtk_widget_get_sensitive (self->add);
}

static void
on_typed (AccordActionCard *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_widget_set_sensitive (self->add, *words != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static void
accord_action_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, is_dirty (ACCORD_ACTION_CARD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_action_card_dispose (GObject *object)
{
  AccordActionCard *self = ACCORD_ACTION_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->action);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_action_card_parent_class)->dispose (object);
}

static void
accord_action_card_class_init (AccordActionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = accord_action_card_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_action_card_dispose;

  /**
   * AccordActionCard:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_action_card_init (AccordActionCard *self)
{
}

static GtkWidget *
make_state (AccordActionCard *self, const char *value)
{
  const AccordField *field = state_field (self);
  const AccordStatus *status = accord_status_find (field, value);
  const char *words = _ (accord_field_choice_label (field, value));
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", status->icon_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, status->style_class);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), gtk_label_new (words));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_state), self, 0);
  return button;
}

static void
add_states (AccordActionCard *self, GtkWidget *head)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "states");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      self->states[i] = make_state (self, state_words[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->states[i]),
                                     GTK_TOGGLE_BUTTON (self->states[0]));
      gtk_box_append (GTK_BOX (box), self->states[i]);
    }
  gtk_box_append (GTK_BOX (head), box);
}

static void
add_adding (AccordActionCard *self, GtkWidget *body)
{
  self->adding = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->entry =
      g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "placeholder-text", _ ("What was done about it"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was done about it"), -1);
  self->add = accord_page_button (_ ("Add an _update"));
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->adding), self->entry);
  gtk_box_append (GTK_BOX (self->adding), self->add);
  gtk_box_append (GTK_BOX (body), self->adding);
}

/**
 * accord_action_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without an action
 */
GtkWidget *
accord_action_card_new (AccordWorkspace *workspace)
{
  AccordActionCard *self = g_object_new (ACCORD_TYPE_ACTION_CARD, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head;

  self->workspace = g_object_ref (workspace);
  self->card = accord_page_card (&head, _ ("What became of it"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  add_states (self, head);
  gtk_widget_add_css_class (body, "card-body");
  self->due = accord_page_label (NULL, "second-line");
  self->none = accord_page_label (_ ("Nothing has been reported yet."), "second-line");
  self->thread = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->failure = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->failure);
  gtk_box_append (GTK_BOX (body), self->due);
  gtk_box_append (GTK_BOX (body), self->none);
  gtk_box_append (GTK_BOX (body), self->thread);
  add_adding (self, body);
  gtk_box_append (GTK_BOX (body), self->failure);
  gtk_box_append (GTK_BOX (self->card), body);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_update (const AccordUpdate *update, const char *today)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 1,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *day = update->date != NULL ? accord_date_format (update->date) : NULL;
  g_autofree char *since = update->date != NULL ? accord_form_dup_relative (update->date, today) : NULL;
  g_autofree char *caption = day == NULL     ? g_strdup (_ ("Date not known"))
                             : since != NULL ? g_strdup_printf ("%s, %s", day, since)
                                             : g_strdup (day);
  g_autofree char *name = g_strdup_printf ("%s: %s", caption, update->words);

  gtk_widget_add_css_class (box, "thread-entry");
  gtk_box_append (GTK_BOX (box), accord_page_label (caption, "caption-line"));
  gtk_box_append (GTK_BOX (box), accord_page_prose (update->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
show_thread (AccordActionCard *self)
{
  const char *updates = accord_record_get_text (self->action, "updates");
  g_autoptr (GPtrArray) list = accord_action_updates (updates);

  gtk_widget_set_visible (self->none, list->len == 0);
  gtk_widget_set_visible (self->thread, list->len > 0);
  if (self->shown != NULL && g_strcmp0 (self->shown, updates) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (updates != NULL ? updates : "");
  accord_page_empty_box (self->thread);
  for (guint i = 0; i < list->len; i++)
    gtk_box_append (GTK_BOX (self->thread), make_update (list->pdata[i], self->today));
}

static void
show_due (AccordActionCard *self)
{
  const char *owner = accord_record_get_text (self->action, "owner");
  const char *date = accord_record_get_text (self->action, "due");
  const char *words = accord_record_get_text (self->action, "due-words");
  gboolean open = g_strcmp0 (accord_record_get_text (self->action, "state"), "open") == 0;
  g_autofree char *day = date != NULL ? accord_date_format (date) : g_strdup (words);
  g_autofree char *away = date != NULL && open ? accord_form_dup_relative (date, self->today) : NULL;
  g_autofree char *line = NULL;

  if (owner != NULL && day != NULL)
    /* Translators: who owes an action, and until when. */
    line = g_strdup_printf (_ ("Owed by %s, due %s%s%s"), owner, day, away != NULL ? ", " : "",
                            away != NULL ? away : "");
  else if (owner != NULL)
    line = g_strdup_printf (_ ("Owed by %s; no day was named"), owner);
  else if (day != NULL)
    line = g_strdup_printf (_ ("Nobody is named; due %s"), day);
  else
    line = g_strdup (_ ("Neither who owes it nor until when was named"));
  gtk_label_set_label (GTK_LABEL (self->due), line);
}

/**
 * accord_action_card_show:
 * @self: a card
 * @action: an action
 * @today: today as an ISO date
 *
 * Shows how an action stands. What is being typed about the same action stays.
 */
void
accord_action_card_show (AccordActionCard *self, AccordRecord *action, const char *today)
{
  gboolean read_only;

  g_return_if_fail (ACCORD_IS_ACTION_CARD (self));

  read_only = accord_workspace_get_read_only (self->workspace);
  if (self->action != NULL && accord_record_get_id (self->action) != accord_record_get_id (action))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      gtk_widget_hide (self->failure);
    }
  g_set_object (&self->action, action);
  g_free (self->today);
  self->today = g_strdup (today);
  settle_states (self);
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    gtk_widget_set_sensitive (self->states[i], !read_only);
  gtk_widget_set_visible (self->adding, !read_only);
  show_due (self);
  show_thread (self);
}
