/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-decision.h"

#include "date.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "room/autosave.h"

#include <glib/gi18n-lib.h>

#define N_OUTCOMES 4
#define N_ENTRIES 3
#define LEAST_HEIGHT 76

static const char *const entry_fields[N_ENTRIES] = { "who", "decided", "reviewer" };

/* What the partner decided, kept as it is typed; and what is still wanting before it can be returned. */
struct _AccordRoomDecision
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *outcomes[N_OUTCOMES];
  GtkWidget *entries[N_ENTRIES];
  GtkWidget *fault;
  GtkWidget *words;
  GtkWidget *missing;

  AccordWorkspace *workspace;
  AccordAutosave *autosave;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordRoomDecision, accord_room_decision, GTK_TYPE_WIDGET)

static const AccordKind *
review_kind (AccordRoomDecision *self)
{
  return accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "review");
}

static void
on_outcome (GtkCheckButton *button, AccordRoomDecision *self)
{
  const AccordField *field = accord_kind_get_field (review_kind (self), "outcome");

  if (self->settling || self->autosave == NULL || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_OUTCOMES; i++)
    if (self->outcomes[i] == GTK_WIDGET (button))
      accord_autosave_put_text (self->autosave, "outcome", field->choices[i].value);
  accord_autosave_flush (self->autosave);
}

static void
tell_fault (AccordRoomDecision *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->fault), message != NULL ? message : "");
  gtk_widget_set_visible (self->fault, message != NULL);
}

/* A day is kept once it is one; what is typed until then is not lost, for it stands there. */
static void
put_day (AccordRoomDecision *self, const char *typed)
{
  g_autofree char *iso = NULL;

  if (*typed != '\0' && !accord_date_parse (typed, &iso, NULL))
    {
      tell_fault (self, _ ("The day is written as 4 December 2026 or 2026-12-04."));
      return;
    }
  tell_fault (self, NULL);
  accord_autosave_put_text (self->autosave, "decided", iso);
}

static void
on_entry (GtkEditable *entry, AccordRoomDecision *self)
{
  const char *typed = gtk_editable_get_text (entry);

  if (self->settling || self->autosave == NULL)
    return;
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      if (self->entries[i] != GTK_WIDGET (entry))
        continue;
      if (g_str_equal (entry_fields[i], "decided"))
        put_day (self, typed);
      else
        accord_autosave_put_text (self->autosave, entry_fields[i], typed);
    }
}

static char *
dup_words (AccordRoomDecision *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_words (AccordRoomDecision *self)
{
  g_autofree char *typed = NULL;

  if (self->settling || self->autosave == NULL)
    return;
  typed = dup_words (self);
  accord_autosave_put_text (self->autosave, "words", typed);
}

static void
on_refused (AccordAutosave *autosave, const char *message, AccordRoomDecision *self)
{
  tell_fault (self, message);
}

static void
on_left (AccordRoomDecision *self)
{
  accord_room_decision_flush (self);
}

static void
accord_room_decision_unmap (GtkWidget *widget)
{
  accord_room_decision_flush (ACCORD_ROOM_DECISION (widget));
  GTK_WIDGET_CLASS (accord_room_decision_parent_class)->unmap (widget);
}

static void
accord_room_decision_dispose (GObject *object)
{
  AccordRoomDecision *self = ACCORD_ROOM_DECISION (object);

  if (self->autosave != NULL)
    accord_autosave_flush (self->autosave);
  g_clear_object (&self->autosave);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_room_decision_parent_class)->dispose (object);
}

static void
accord_room_decision_class_init (AccordRoomDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_decision_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = accord_room_decision_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_decision_init (AccordRoomDecision *self)
{
}

static void
add_outcomes (AccordRoomDecision *self, GtkWidget *box)
{
  const AccordField *field = accord_kind_get_field (review_kind (self), "outcome");

  for (guint i = 0; i < N_OUTCOMES; i++)
    {
      self->outcomes[i] = gtk_check_button_new_with_label (_ (field->choices[i].label));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->outcomes[i]),
                                    GTK_CHECK_BUTTON (self->outcomes[0]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcomes[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (field->choices[i].label), -1);
      g_signal_connect_object (self->outcomes[i], "toggled", G_CALLBACK (on_outcome), self, 0);
      gtk_box_append (GTK_BOX (box), self->outcomes[i]);
    }
}

static void
add_labelled (GtkWidget *box, const char *label, GtkWidget *widget, GtkWidget *target)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (group), accord_page_label (label, "caption-line"));
  gtk_box_append (GTK_BOX (group), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), group);
}

static void
watch_focus (AccordRoomDecision *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static GtkWidget *
make_words (AccordRoomDecision *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->words), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->words), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->words), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->words), 10);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "changed",
                           G_CALLBACK (on_words), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->words);
  gtk_widget_add_css_class (scrolled, "entry-frame");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 3 * LEAST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->words);
  return scrolled;
}

static void
add_entries (AccordRoomDecision *self, GtkWidget *box)
{
  const char *const labels[N_ENTRIES] = { _ ("Board or committee that decided"), _ ("Decided on"),
                                          _ ("Your post (not your name), such as Chief Finance Officer") };

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      self->entries[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[i]), 8);
      g_signal_connect_object (self->entries[i], "changed", G_CALLBACK (on_entry), self, 0);
      watch_focus (self, self->entries[i]);
      add_labelled (box, labels[i], self->entries[i], self->entries[i]);
    }
}

/**
 * accord_room_decision_new:
 * @workspace: a reading file
 *
 * Returns: (transfer floating): a card without a decision
 */
GtkWidget *
accord_room_decision_new (AccordWorkspace *workspace)
{
  AccordRoomDecision *self = g_object_new (ACCORD_TYPE_ROOM_DECISION, NULL);
  GtkWidget *head, *words, *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *back;

  self->workspace = g_object_ref (workspace);
  self->card = accord_page_card (&head, _ ("Decision"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_add_css_class (box, "room-foot");
  gtk_widget_add_css_class (box, "text-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choices), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Decision"),
                                  -1);
  add_outcomes (self, choices);
  gtk_box_append (GTK_BOX (box), choices);
  add_entries (self, box);
  words = make_words (self);
  add_labelled (box, _ ("In its own words"), words, self->words);
  self->fault = accord_page_label (NULL, "error");
  gtk_widget_hide (self->fault);
  gtk_box_append (GTK_BOX (box), self->fault);
  self->missing = accord_words_new (3);
  gtk_box_append (GTK_BOX (box), self->missing);
  back = accord_page_button (_ ("_Return…"));
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "room.return");
  gtk_box_append (GTK_BOX (box), back);
  gtk_widget_set_sensitive (choices, !accord_workspace_get_read_only (workspace));
  gtk_box_append (GTK_BOX (self->card), box);
  return GTK_WIDGET (self);
}

/* --- What is shown. */

static void
set_entry (AccordRoomDecision *self, guint index, AccordRecord *review)
{
  const char *value = accord_record_get_text (review, entry_fields[index]);
  g_autofree char *date =
      value != NULL && g_str_equal (entry_fields[index], "decided") ? accord_date_format (value) : NULL;

  if (date != NULL)
    value = date;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entries[index])), value != NULL ? value : "")
      != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[index]), value != NULL ? value : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->entries[index]),
                             !accord_workspace_get_read_only (self->workspace));
}

static void
load (AccordRoomDecision *self, AccordRecord *review)
{
  const AccordField *field = accord_kind_get_field (review_kind (self), "outcome");
  const char *outcome = accord_record_get_text (review, "outcome");
  const char *words = accord_record_get_text (review, "words");
  g_autofree char *typed = dup_words (self);

  self->settling = TRUE;
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->outcomes[i]),
                                 g_strcmp0 (field->choices[i].value, outcome) == 0);
  for (guint i = 0; i < N_ENTRIES; i++)
    set_entry (self, i, review);
  if (g_strcmp0 (typed, words != NULL ? words : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)),
                              words != NULL ? words : "", -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->words), !accord_workspace_get_read_only (self->workspace));
  self->settling = FALSE;
}

static void
show_missing (AccordRoomDecision *self, AccordRoomData *data)
{
  g_autoptr (GPtrArray) missing = accord_room_data_list_missing (data);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->missing)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < missing->len; i++)
    accord_words_append (self->missing, accord_page_label (missing->pdata[i], "second-line"));
  gtk_widget_set_visible (self->missing, missing->len > 0);
}

/**
 * accord_room_decision_show:
 * @self: a decision
 * @data: a reading
 *
 * Shows the decision so far and what is wanting. What a person is typing stays.
 */
void
accord_room_decision_show (AccordRoomDecision *self, AccordRoomData *data)
{
  g_return_if_fail (ACCORD_IS_ROOM_DECISION (self));

  if (self->autosave == NULL)
    {
      self->autosave = accord_autosave_new (self->workspace, data->review, _ ("Write the decision"), NULL);
      g_signal_connect_object (self->autosave, "refused", G_CALLBACK (on_refused), self, 0);
      load (self, data->review);
    }
  else if (accord_autosave_follow (self->autosave, data->review))
    {
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

      /* A day that is half typed is not what was kept. */
      if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
        load (self, data->review);
    }
  show_missing (self, data);
}

/**
 * accord_room_decision_flush:
 * @self: a decision
 *
 * Keeps at once what was typed.
 */
void
accord_room_decision_flush (AccordRoomDecision *self)
{
  if (self->autosave != NULL)
    accord_autosave_flush (self->autosave);
}

void
accord_room_decision_focus (AccordRoomDecision *self)
{
  guint first = 0;

  for (guint i = 0; i < N_OUTCOMES; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->outcomes[i])))
      first = i;
  gtk_widget_grab_focus (self->outcomes[first]);
}
