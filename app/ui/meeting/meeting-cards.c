/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/meeting-cards.h"

#include "form/page-parts.h"
#include "meeting/besides.h"
#include "meeting/owed-card.h"
#include "meeting/text-panel.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define AGENDA_WIDTH 250
#define LEAST_WIDTH 960
#define TITLE_WIDTH 250
#define LEAST_ROW_WIDTH 440

/* The agenda, and of the chosen item its text beside what came of it. */
struct _AccordMeetingCards
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *agenda_card;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *panel;
  GtkWidget *owed;

  AccordWorkspace *workspace;
  const AccordAgenda *agenda;
  char *today;
  char *state;
  gint64 meeting;
  gint64 chosen;
};

G_DEFINE_FINAL_TYPE (AccordMeetingCards, accord_meeting_cards, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_dirty (AccordMeetingCards *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

static gint64
entry_id (const AccordAgendaItem *entry)
{
  return entry->item != NULL ? accord_record_get_id (entry->item) : 0;
}

static char *
dup_title (const AccordAgendaItem *entry)
{
  if (entry->number == NULL)
    return g_strdup (entry->title);
  /* Translators: the number of an agenda item and what it is called. */
  return g_strdup_printf (_ ("Item %s: %s"), entry->number, entry->title);
}

static void
show_chosen (AccordMeetingCards *self)
{
  for (guint i = 0; i < self->agenda->items->len; i++)
    {
      const AccordAgendaItem *entry = self->agenda->items->pdata[i];
      g_autofree char *title = dup_title (entry);

      if (entry_id (entry) == self->chosen)
        accord_text_panel_show (ACCORD_TEXT_PANEL (self->panel), entry->text, title, entry->item,
                                self->today);
    }
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *row, AccordMeetingCards *self)
{
  const AccordAgendaItem *entry;

  if (row == NULL || (guint) gtk_list_box_row_get_index (row) >= self->agenda->items->len)
    return;
  entry = self->agenda->items->pdata[gtk_list_box_row_get_index (row)];
  if (entry_id (entry) == self->chosen)
    return;
  self->chosen = entry_id (entry);
  show_chosen (self);
}

static void
accord_meeting_cards_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (
        value, accord_text_panel_get_dirty (ACCORD_TEXT_PANEL (ACCORD_MEETING_CARDS (object)->panel)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_meeting_cards_dispose (GObject *object)
{
  AccordMeetingCards *self = ACCORD_MEETING_CARDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_meeting_cards_parent_class)->dispose (object);
}

static void
accord_meeting_cards_class_init (AccordMeetingCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = accord_meeting_cards_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_meeting_cards_dispose;

  /**
   * AccordMeetingCards:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_meeting_cards_init (AccordMeetingCards *self)
{
}

static void
add_agenda (AccordMeetingCards *self)
{
  GtkWidget *head;

  self->agenda_card = accord_page_card (&head, _ ("Agenda"));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "card-rows");
  gtk_widget_add_css_class (self->list, "agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Agenda"),
                                  -1);
  self->empty = accord_page_label (_ ("No agenda is kept for this meeting."), "card-body");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_selected), self, 0);
  gtk_box_append (GTK_BOX (self->agenda_card), self->empty);
  gtk_box_append (GTK_BOX (self->agenda_card), self->list);
}

/**
 * accord_meeting_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards of a meeting
 */
GtkWidget *
accord_meeting_cards_new (AccordWorkspace *workspace)
{
  AccordMeetingCards *self = g_object_new (ACCORD_TYPE_MEETING_CARDS, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_agenda (self);
  self->panel = accord_text_panel_new (workspace);
  g_signal_connect_object (self->panel, "notify::dirty", G_CALLBACK (on_dirty), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box),
                  accord_besides_new (self->agenda_card, self->panel, AGENDA_WIDTH, LEAST_WIDTH));
  self->owed = accord_owed_card_new ();
  gtk_box_append (GTK_BOX (self->box), self->owed);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_row (const AccordAgendaItem *entry)
{
  static const AccordStatus cut = { "accord-status-overdue-symbolic", "overdue" };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *outcome = accord_page_label (entry->outcome, "second-line");
  GtkWidget *words = accord_besides_new (accord_page_label (entry->title, "first-line"), outcome, TITLE_WIDTH,
                                         LEAST_ROW_WIDTH);
  GtkWidget *number = accord_page_label (entry->number != NULL ? entry->number : "", "agenda-number");
  g_autofree char *title = dup_title (entry);
  g_autofree char *name = g_strdup_printf ("%s, %s%s%s", title, entry->outcome, entry->incomplete ? ", " : "",
                                           entry->incomplete ? _ ("cut short") : "");

  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_yalign (GTK_LABEL (outcome), 0);
  accord_besides_set_spacing (ACCORD_BESIDES (words), 18, 1);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), words);
  if (entry->incomplete)
    {
      GtkWidget *glyph = g_object_new (GTK_TYPE_IMAGE, "icon-name", cut.icon_name, "tooltip-text",
                                       _ ("Cut short"), "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (glyph, cut.style_class);
      gtk_box_append (GTK_BOX (line), glyph);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* That of which most came, unless a person chose another. */
static guint
find_first (const AccordAgenda *agenda)
{
  guint best = 0;

  for (guint i = 1; i < agenda->items->len; i++)
    if (((AccordAgendaItem *) agenda->items->pdata[i])->text->n_records
        > ((AccordAgendaItem *) agenda->items->pdata[best])->text->n_records)
      best = i;
  return best;
}

static guint
find_chosen (AccordMeetingCards *self)
{
  for (guint i = 0; i < self->agenda->items->len; i++)
    if (entry_id (self->agenda->items->pdata[i]) == self->chosen)
      return i;
  return find_first (self->agenda);
}

static char *
dup_state (const AccordAgenda *agenda)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < agenda->items->len; i++)
    {
      const AccordAgendaItem *entry = agenda->items->pdata[i];

      g_string_append_printf (state, "%" G_GINT64_FORMAT " %s %s %s %d\n", entry_id (entry),
                              entry->number != NULL ? entry->number : "", entry->title, entry->outcome,
                              entry->incomplete);
    }
  return g_string_free (state, FALSE);
}

static void
fill_list (AccordMeetingCards *self)
{
  g_autofree char *state = dup_state (self->agenda);
  gboolean focused = gtk_widget_get_focus_child (self->list) != NULL;
  GtkListBoxRow *row;

  if (g_strcmp0 (state, self->state) == 0)
    return;
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->agenda->items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self->agenda->items->pdata[i]));
  if (focused && self->agenda->items->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), find_chosen (self))));
}

/**
 * accord_meeting_cards_show:
 * @self: the cards of a meeting
 * @agenda: a meeting; it must live until the next is shown
 * @today: today as an ISO date
 *
 * Shows a meeting. Of the same as before, the chosen item stays.
 */
void
accord_meeting_cards_show (AccordMeetingCards *self, const AccordAgenda *agenda, const char *today)
{
  gint64 meeting = accord_record_get_id (agenda->meeting);

  g_return_if_fail (ACCORD_IS_MEETING_CARDS (self));

  self->agenda = agenda;
  g_free (self->today);
  self->today = g_strdup (today);
  if (meeting != self->meeting)
    self->chosen = -1;
  self->meeting = meeting;
  gtk_widget_set_visible (self->empty, agenda->items->len == 0);
  gtk_widget_set_visible (self->list, agenda->items->len > 0);
  gtk_widget_set_visible (self->panel, agenda->items->len > 0);
  g_signal_handlers_block_by_func (self->list, on_selected, self);
  fill_list (self);
  if (agenda->items->len > 0)
    {
      guint index = find_chosen (self);

      self->chosen = entry_id (agenda->items->pdata[index]);
      gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
      show_chosen (self);
    }
  g_signal_handlers_unblock_by_func (self->list, on_selected, self);
  accord_owed_card_show (self->owed, agenda->owed, agenda->n_actions, today);
}
