/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-caveat.h"

#include "case-file.h"
#include "caveat-steps.h"
#include "form/head-layout.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "room/room-go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_CHARS 18

enum
{
  ACCEPT,
  OPEN_AGAIN,
  N_BUTTONS
};

static const char *const states[N_BUTTONS] = { "accepted", "open" };

/* A caveat with its answer and how it stands. Who raised it says here whether the answer is enough. */
struct _AccordRoomCaveat
{
  GtkWidget parent_instance;

  GtkWidget *text;
  GtkWidget *answer;
  GtkWidget *way;
  GtkWidget *note;
  GtkWidget *pill;
  GtkWidget *actions;
  GtkWidget *buttons[N_BUTTONS];

  AccordRecord *caveat;
};

G_DEFINE_FINAL_TYPE (AccordRoomCaveat, accord_room_caveat, GTK_TYPE_WIDGET)

static void
on_button (GtkButton *button, AccordRoomCaveat *self)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == GTK_WIDGET (button) && self->caveat != NULL)
      accord_room_settle_caveat (GTK_WIDGET (self), accord_record_get_id (self->caveat), states[i]);
}

static void
accord_room_caveat_dispose (GObject *object)
{
  AccordRoomCaveat *self = ACCORD_ROOM_CAVEAT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->caveat);

  G_OBJECT_CLASS (accord_room_caveat_parent_class)->dispose (object);
}

static void
accord_room_caveat_class_init (AccordRoomCaveatClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_caveat_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "roomcaveat");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_room_caveat_init (AccordRoomCaveat *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "room-row");
}

static GtkWidget *
add_line (GtkWidget *words, const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARS);
  accord_words_append (words, label);
  return label;
}

/* They go below each other where there is no room for them side by side. */
static GtkWidget *
make_actions (AccordRoomCaveat *self)
{
  const char *const labels[N_BUTTONS] = { _ ("Accept answer"), _ ("Not enough: open again") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, accord_head_layout_new (6));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      self->buttons[i] = gtk_button_new_with_label (labels[i]);
      gtk_widget_set_halign (self->buttons[i], GTK_ALIGN_START);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (on_button), self, 0);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  return box;
}

/**
 * accord_room_caveat_new:
 * @theirs_to_say: whether who reads says if the answer is enough
 *
 * Returns: (transfer floating): a row without a caveat
 */
GtkWidget *
accord_room_caveat_new (gboolean theirs_to_say)
{
  AccordRoomCaveat *self = g_object_new (ACCORD_TYPE_ROOM_CAVEAT, NULL);
  GtkWidget *words = accord_words_new (2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  self->text = add_line (words, NULL);
  self->answer = add_line (words, "second-line");
  self->way = add_line (words, "second-line");
  self->note = add_line (words, "second-line");
  if (theirs_to_say)
    {
      self->actions = make_actions (self);
      gtk_widget_add_css_class (self->actions, "room-actions");
      accord_words_append (words, self->actions);
    }
  self->pill = accord_status_pill_new ();
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (self->pill));
  gtk_widget_set_valign (self->pill, GTK_ALIGN_START);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* --- What is shown. */

static gboolean
is_open (AccordRecord *caveat)
{
  return g_strcmp0 (accord_record_get_text (caveat, "state"), "open") == 0;
}

static void
set_line (GtkWidget *label, const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL && *words != '\0');
}

static void
show_answer (AccordRoomCaveat *self)
{
  const char *response = accord_record_get_text (self->caveat, "response");
  /* Translators: what was done about a caveat. */
  g_autofree char *answer = response != NULL ? g_strdup_printf (_ ("Answer: %s"), response) : NULL;

  set_line (self->answer, answer != NULL ? answer : _ ("No answer yet"));
}

/* The steps that were taken. */
static void
show_way (AccordRoomCaveat *self)
{
  g_autoptr (GPtrArray) steps = accord_caveat_list_steps (self->caveat);
  g_autoptr (GString) way = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const AccordCaveatStep *step = steps->pdata[i];

      if (step->done)
        g_string_append_printf (way, "%s%s", way->len > 0 ? " · " : "", step->sentence);
    }
  set_line (self->way, way->str);
}

static void
show_note (AccordRoomCaveat *self, const char *today)
{
  const gboolean answer = accord_record_get_text (self->caveat, "response") != NULL;

  if (is_open (self->caveat) && answer)
    set_line (self->note, self->actions != NULL ? _ (
                              "It is open although there is an answer. Say in a comment what is wanting.")
                                                : _ ("It is open although there is an answer."));
  else if (accord_caveat_is_overdue (self->caveat, today))
    set_line (self->note, _ ("The day it was due on is past."));
  else
    set_line (self->note, NULL);
}

static void
show_state (AccordRoomCaveat *self)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (self->caveat), "state");
  const char *state = accord_record_get_text (self->caveat, "state");
  const char *label = accord_field_choice_label (field, state);
  g_autofree char *title = accord_record_dup_title (self->caveat);
  const char *words = label != NULL ? _ (label) : _ ("not known");
  g_autofree char *name = NULL;

  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), accord_status_find (field, state), words);
  /* Translators: a caveat’s words, and how it stands. */
  name = g_strdup_printf (_ ("Caveat: %s, %s"), title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkWidget *button, const char *caveat)
{
  /* Translators: what a button does, then the words of the caveat that it does it to. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (GTK_BUTTON (button)), caveat);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The keyboard goes on from where it was, and is seen there if it was seen. */
static void
hand_over (AccordRoomCaveat *self, guint to)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean seen = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));

  gtk_widget_grab_focus (self->buttons[to]);
  if (seen)
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/* What it is already need not be said. The button that goes hands the keyboard to the one that stays. */
static void
show_actions (AccordRoomCaveat *self)
{
  const gboolean answer = accord_record_get_text (self->caveat, "response") != NULL;
  const char *state = accord_record_get_text (self->caveat, "state");
  g_autofree char *title = accord_record_dup_title (self->caveat);
  gboolean wanted[N_BUTTONS];

  gtk_widget_set_visible (self->actions, answer);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      wanted[i] = answer && g_strcmp0 (state, states[i]) != 0;
      if (wanted[i])
        gtk_widget_show (self->buttons[i]);
      name_button (self->buttons[i], title);
    }
  for (guint i = 0; i < N_BUTTONS; i++)
    if (!wanted[i])
      {
        if (gtk_widget_has_focus (self->buttons[i]) && wanted[N_BUTTONS - 1 - i])
          hand_over (self, N_BUTTONS - 1 - i);
        gtk_widget_hide (self->buttons[i]);
      }
}

/**
 * accord_room_caveat_show:
 * @self: a row
 * @caveat: a caveat
 * @today: today as an ISO date
 *
 * Shows the caveat as it is now.
 */
void
accord_room_caveat_show (AccordRoomCaveat *self, AccordRecord *caveat, const char *today)
{
  g_return_if_fail (ACCORD_IS_ROOM_CAVEAT (self));

  g_set_object (&self->caveat, caveat);
  set_line (self->text, accord_record_get_text (caveat, "text"));
  show_answer (self);
  show_way (self);
  show_note (self, today);
  show_state (self);
  if (self->actions != NULL)
    show_actions (self);
}

/**
 * accord_room_caveat_get_id:
 * @self: a row
 *
 * Returns: the caveat that it shows, or 0
 */
gint64
accord_room_caveat_get_id (AccordRoomCaveat *self)
{
  return self->caveat != NULL ? accord_record_get_id (self->caveat) : 0;
}
