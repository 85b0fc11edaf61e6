/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-case.h"

#include "case/five-case-card.h"
#include "form/page-parts.h"
#include "room/room-caveats.h"
#include "room/room-decision.h"
#include "room/room-figures.h"
#include "room/room-lists.h"
#include "room/room-parts.h"
#include "room/room-section.h"

#include <glib/gi18n-lib.h>

/* The summary and the five cases. */
#define N_SECTIONS (1 + ACCORD_FIVE_N)

/* The case from its summary to the reviewer's decision, below each other. */
struct _AccordRoomCase
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *contents;
  GtkWidget *scrolled;
  GtkWidget *column;
  GtkWidget *sections[N_SECTIONS];
  GtkWidget *options;
  GtkWidget *figures;
  GtkWidget *caveats;
  GtkWidget *endorsements;
  GtkWidget *checklist;
  GtkWidget *decision;

  AccordWorkspace *workspace;
  GtkWidget *wanted;
  guint later;
};

G_DEFINE_FINAL_TYPE (AccordRoomCase, accord_room_case, GTK_TYPE_WIDGET)

static const char *
field_at (guint index)
{
  return index == 0 ? "summary" : accord_five_case_get_field ((AccordFiveCase) (index - 1));
}

/* --- Going to a place. */

static gboolean
on_later (gpointer data)
{
  AccordRoomCase *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double x, y;

  self->later = 0;
  if (self->wanted != NULL && gtk_widget_translate_coordinates (self->wanted, self->scrolled, 0, 0, &x, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 12);
  g_clear_weak_pointer (&self->wanted);
  return G_SOURCE_REMOVE;
}

/* Once it is laid out, which it may not be where it was just unfolded. */
static void
scroll_to (AccordRoomCase *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->wanted, widget);
  if (self->later == 0)
    self->later = g_timeout_add (60, on_later, self);
}

static void
go_to (AccordRoomCase *self, const char *word)
{
  const struct
  {
    const char *word;
    GtkWidget *widget;
  } others[] = {
    { "options", self->options },           { "figures", self->figures },     { "caveats", self->caveats },
    { "endorsements", self->endorsements }, { "checklist", self->checklist }, { "decision", self->decision },
  };

  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (word, field_at (i)))
      scroll_to (self, self->sections[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (word, others[i].word))
      scroll_to (self, others[i].widget);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomCase *self = ACCORD_ROOM_CASE (widget);

  go_to (self, g_variant_get_string (parameter, NULL));
  gtk_widget_child_focus (self->wanted != NULL ? self->wanted : self->scrolled, GTK_DIR_TAB_FORWARD);
}

static void
accord_room_case_dispose (GObject *object)
{
  AccordRoomCase *self = ACCORD_ROOM_CASE (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_weak_pointer (&self->wanted);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_room_case_parent_class)->dispose (object);
}

static void
accord_room_case_class_init (AccordRoomCaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_case_dispose;
  gtk_widget_class_install_action (widget_class, "reading.go", "s", on_go);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_case_init (AccordRoomCase *self)
{
}

static void
add_entry (GMenu *menu, const char *label, const char *word)
{
  g_autofree char *action = g_strdup_printf ("reading.go::%s", word);

  g_menu_append (menu, label, action);
}

static GtkWidget *
make_contents (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < N_SECTIONS; i++)
    add_entry (menu, i == 0 ? _ ("Summary") : accord_five_case_get_label ((AccordFiveCase) (i - 1)),
               field_at (i));
  add_entry (menu, _ ("Options"), "options");
  add_entry (menu, _ ("Appraisal"), "figures");
  add_entry (menu, _ ("Caveats so far"), "caveats");
  add_entry (menu, _ ("Endorsements so far"), "endorsements");
  add_entry (menu, _ ("Checklist"), "checklist");
  add_entry (menu, _ ("Decision"), "decision");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Contents"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  accord_room_name_choice (button, _ ("Contents"));
  return button;
}

static GtkWidget *
make_head (AccordRoomCase *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = accord_page_label (_ ("The case"), "section-title");

  gtk_widget_set_hexpand (title, TRUE);
  self->contents = make_contents ();
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->contents);
  gtk_widget_add_css_class (head, "pane-head");
  return head;
}

static void
fill_column (AccordRoomCase *self)
{
  gboolean writable = !accord_workspace_get_read_only (self->workspace);

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->sections[i] = accord_room_section_new (field_at (i), (int) i - 1, writable);
      gtk_box_append (GTK_BOX (self->column), self->sections[i]);
    }
  self->options = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->figures = accord_room_figures_new (writable);
  self->caveats = accord_room_caveats_new (writable);
  self->endorsements = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->checklist = accord_five_case_card_new (self->workspace);
  self->decision = accord_room_decision_new (self->workspace);
  gtk_box_append (GTK_BOX (self->column), self->options);
  gtk_box_append (GTK_BOX (self->column), self->figures);
  gtk_box_append (GTK_BOX (self->column), self->caveats);
  gtk_box_append (GTK_BOX (self->column), self->endorsements);
  gtk_box_append (GTK_BOX (self->column), self->checklist);
  gtk_box_append (GTK_BOX (self->column), self->decision);
}

/**
 * accord_room_case_new:
 * @workspace: a reading file
 *
 * Returns: (transfer floating): a case to be read, without one yet
 */
GtkWidget *
accord_room_case_new (AccordWorkspace *workspace)
{
  AccordRoomCase *self = g_object_new (ACCORD_TYPE_ROOM_CASE, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "pane-body");
  fill_column (self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->column);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
put_in (GtkWidget *box, GtkWidget *card)
{
  accord_page_empty_box (box);
  gtk_box_append (GTK_BOX (box), card);
}

/**
 * accord_room_case_show:
 * @self: a case
 * @data: a reading
 * @today: today as an ISO date
 *
 * Shows it. What a person is typing stays, and so does the scroll.
 */
void
accord_room_case_show (AccordRoomCase *self, AccordRoomData *data, const char *today)
{
  g_return_if_fail (ACCORD_IS_ROOM_CASE (self));

  for (guint i = 0; i < N_SECTIONS; i++)
    accord_room_section_show (ACCORD_ROOM_SECTION (self->sections[i]),
                              accord_record_get_text (data->file->record, field_at (i)), data->comments);
  put_in (self->options, accord_room_options_new (data->file));
  accord_room_figures_show (ACCORD_ROOM_FIGURES (self->figures), data);
  accord_room_caveats_show (ACCORD_ROOM_CAVEATS (self->caveats), data, today);
  put_in (self->endorsements, accord_room_endorsements_new (data->file));
  accord_five_case_card_show (ACCORD_FIVE_CASE_CARD (self->checklist), data->checklist, today);
  accord_room_decision_show (ACCORD_ROOM_DECISION (self->decision), data);
}

/**
 * accord_room_case_show_place:
 * @self: a case
 * @comment: a comment
 *
 * Brings what the comment is on into view.
 *
 * Returns: whether it is here
 */
gboolean
accord_room_case_show_place (AccordRoomCase *self, AccordRecord *comment)
{
  GtkWidget *place = accord_room_figures_find (ACCORD_ROOM_FIGURES (self->figures), comment);

  for (guint i = 0; i < N_SECTIONS && place == NULL; i++)
    place = accord_room_section_find (ACCORD_ROOM_SECTION (self->sections[i]), comment);
  if (place == NULL && accord_comment_get_on (comment) == ACCORD_COMMENT_ON_CASE)
    place = self->sections[0];
  if (place != NULL)
    scroll_to (self, place);
  return place != NULL;
}

void
accord_room_case_show_decision (AccordRoomCase *self)
{
  scroll_to (self, self->decision);
  accord_room_decision_focus (ACCORD_ROOM_DECISION (self->decision));
}

void
accord_room_case_show_checklist (AccordRoomCase *self)
{
  scroll_to (self, self->checklist);
  gtk_widget_child_focus (self->checklist, GTK_DIR_TAB_FORWARD);
}

void
accord_room_case_flush (AccordRoomCase *self)
{
  accord_room_decision_flush (ACCORD_ROOM_DECISION (self->decision));
}

/**
 * accord_room_case_get_option:
 * @self: a case
 *
 * Returns: index of the option whose figures are looked at, or %ACCORD_CBA_NONE
 */
guint
accord_room_case_get_option (AccordRoomCase *self)
{
  return accord_room_figures_get_option (ACCORD_ROOM_FIGURES (self->figures));
}
