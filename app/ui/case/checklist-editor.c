/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/checklist-editor.h"

#include "case/answer-parts.h"
#include "form/field-editor.h"
#include "form/page-parts.h"
#include "room/autosave.h"

#include <glib/gi18n-lib.h>

static const char *const field_names[] = { "note", "reviewer", "reviewed" };

#define N_EDITORS G_N_ELEMENTS (field_names)
#define N_STATES 4

/* The answer to a question of the checklist, given where the question stands. */
struct _AccordChecklistEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *states[N_STATES];
  GtkWidget *editors[N_EDITORS];
  GtkWidget *notice;

  AccordWorkspace *workspace;
  AccordRecord *answer;
  gboolean settling;
  gboolean saving;
  gboolean keeps; /* what is typed is kept at once, as all of a review is */
  guint due;
};

G_DEFINE_FINAL_TYPE (AccordChecklistEditor, accord_checklist_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const AccordField *
state_field (AccordChecklistEditor *self)
{
  return accord_kind_get_field (accord_record_get_kind (self->answer), "state");
}

static const char *
chosen_state (AccordChecklistEditor *self)
{
  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->states[i])))
      return state_field (self)->choices[i].value;
  return NULL;
}

static AccordReviewChange *make_change (AccordChecklistEditor *self, GError **error);

/* What cannot be kept as it stands, such as half a date, is told when the person has done. */
static void
keep (AccordChecklistEditor *self)
{
  AccordReviewChange *change = make_change (self, NULL);

  g_clear_handle_id (&self->due, g_source_remove);
  if (change != NULL)
    accord_workspace_write_async (self->workspace, _ ("Answer the checklist of the review"),
                                  accord_review_change_write, change,
                                  (GDestroyNotify) accord_review_change_free, NULL, NULL, NULL);
}

static gboolean
on_due (gpointer data)
{
  AccordChecklistEditor *self = data;

  self->due = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
note_edit (AccordChecklistEditor *self)
{
  if (self->settling)
    return;
  if (self->keeps && self->due == 0)
    self->due = g_timeout_add (ACCORD_AUTOSAVE_MS, on_due, self);
  gtk_widget_hide (self->notice);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Of the findings one holds, or none: one that is pressed again is let go. */
static void
on_state (GtkToggleButton *button, AccordChecklistEditor *self)
{
  if (self->settling)
    return;
  self->settling = TRUE;
  for (guint i = 0; i < N_STATES; i++)
    if (self->states[i] != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[i]), FALSE);
  self->settling = FALSE;
  note_edit (self);
}

static void
show_refusal (AccordChecklistEditor *self, const char *message)
{
  accord_answer_show_refusal (self->editors, N_EDITORS, self->notice, accord_record_get_kind (self->answer),
                              message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordChecklistEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  self->saving = FALSE;
  if (self->box == NULL)
    return;
  gtk_widget_set_sensitive (self->box, TRUE);
  if (change == NULL)
    show_refusal (self, error->message);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
accord_checklist_editor_dispose (GObject *object)
{
  AccordChecklistEditor *self = ACCORD_CHECKLIST_EDITOR (object);

  if (self->due != 0)
    keep (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->answer);

  G_OBJECT_CLASS (accord_checklist_editor_parent_class)->dispose (object);
}

static void
accord_checklist_editor_class_init (AccordChecklistEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_checklist_editor_dispose;

  /**
   * AccordChecklistEditor::edited:
   *
   * A person changed something.
   */
  signals[EDITED] = g_signal_new ("edited", ACCORD_TYPE_CHECKLIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  /**
   * AccordChecklistEditor::done:
   *
   * The answer is saved, or given up.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_CHECKLIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklisteditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_checklist_editor_init (AccordChecklistEditor *self)
{
}

static GtkWidget *
make_state (AccordChecklistEditor *self, guint index)
{
  GtkWidget *button = accord_answer_state_button (self->answer, state_field (self), index);

  g_signal_connect_object (button, "toggled", G_CALLBACK (on_state), self, 0);
  return button;
}

/* They wrap where there is little room. */
static GtkWidget *
make_states (AccordChecklistEditor *self)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), N_STATES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_widget_add_css_class (box, "states");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (state_field (self)->label), -1);
  for (guint i = 0; i < N_STATES; i++)
    {
      self->states[i] = make_state (self, i);
      gtk_flow_box_append (GTK_FLOW_BOX (box), self->states[i]);
      /* The boxes around the buttons are no stops of their own. */
      gtk_widget_set_focusable (gtk_widget_get_parent (self->states[i]), FALSE);
    }
  return box;
}

static void
add_fields (AccordChecklistEditor *self)
{
  const AccordKind *kind = accord_record_get_kind (self->answer);

  for (guint i = 0; i < N_EDITORS; i++)
    {
      self->editors[i] =
          accord_field_editor_new (self->workspace, kind, accord_kind_find_field (kind, field_names[i]));
      accord_field_editor_load (ACCORD_FIELD_EDITOR (self->editors[i]), self->answer);
      g_signal_connect_object (self->editors[i], "edited", G_CALLBACK (note_edit), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), self->editors[i]);
    }
}

static GtkWidget *
make_buttons (AccordChecklistEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *save = accord_page_button (self->keeps ? _ ("_Done") : _ ("_Save"));

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_visible (cancel, !self->keeps);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), save);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (accord_checklist_editor_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (accord_checklist_editor_save), self,
                           G_CONNECT_SWAPPED);
  return box;
}

/* Who answers now, and when, is offered where nobody has answered: the reviewer of the answer before, today.
 */
static AccordRecord *
make_answer (AccordWorkspace *workspace, const AccordCaseReview *review, const AccordReviewAnswer *answer,
             const char *today)
{
  AccordRecord *record;

  if (answer->record != NULL)
    return accord_record_copy (answer->record);
  record = accord_record_new (accord_schema_find_kind (accord_workspace_get_schema (workspace), "answer"));
  accord_record_set_text (record, "question", answer->question->choice->value);
  accord_record_set_int (record, "case", accord_record_get_id (review->record));
  if (review->review > 0)
    accord_record_set_int (record, "review", review->review);
  accord_record_set_text (record, "reviewer", review->reviewer);
  accord_record_set_text (record, "reviewed", today);
  return record;
}

/**
 * accord_checklist_editor_new:
 * @workspace: where records are kept
 * @review: whose checklist it is
 * @answer: the question, and its answer if there is one
 * @today: today as an ISO date
 *
 * Returns: (transfer floating): an editor of the answer
 */
GtkWidget *
accord_checklist_editor_new (AccordWorkspace *workspace, const AccordCaseReview *review,
                             const AccordReviewAnswer *answer, const char *today)
{
  AccordChecklistEditor *self = g_object_new (ACCORD_TYPE_CHECKLIST_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  self->answer = make_answer (workspace, review, answer, today);
  self->keeps = review->review > 0;
  if (self->keeps)
    accord_autosave_make_quiet (_ ("Answer the checklist of the review"));
  self->settling = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_states (self));
  add_fields (self);
  self->notice = accord_answer_notice ();
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (answer->question->choice->label), -1);
  self->settling = FALSE;
  return GTK_WIDGET (self);
}

/**
 * accord_checklist_editor_get_dirty:
 * @self: an editor
 *
 * Returns: whether a person changed something that is not saved
 */
gboolean
accord_checklist_editor_get_dirty (AccordChecklistEditor *self)
{
  g_return_val_if_fail (ACCORD_IS_CHECKLIST_EDITOR (self), FALSE);

  return accord_answer_is_touched (self->editors, N_EDITORS)
         || g_strcmp0 (chosen_state (self), accord_record_get_text (self->answer, "state")) != 0;
}

void
accord_checklist_editor_focus (AccordChecklistEditor *self)
{
  guint first = 0;

  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->states[i])))
      first = i;
  gtk_widget_grab_focus (self->states[first]);
}

/**
 * accord_checklist_editor_cancel:
 * @self: an editor
 *
 * Gives up what was typed, unless it is being written.
 */
void
accord_checklist_editor_cancel (AccordChecklistEditor *self)
{
  g_return_if_fail (ACCORD_IS_CHECKLIST_EDITOR (self));

  if (self->saving)
    return;
  if (self->due != 0)
    keep (self);
  g_signal_emit (self, signals[DONE], 0);
}

static AccordReviewChange *
make_change (AccordChecklistEditor *self, GError **error)
{
  g_autoptr (AccordRecord) typed = accord_record_copy (self->answer);
  AccordReviewChange *change;

  for (guint i = 0; i < N_EDITORS; i++)
    {
      accord_field_editor_set_error (ACCORD_FIELD_EDITOR (self->editors[i]), NULL);
      if (!accord_field_editor_store (ACCORD_FIELD_EDITOR (self->editors[i]), typed, error))
        return NULL;
    }
  change = g_new0 (AccordReviewChange, 1);
  change->business_case = accord_record_get_int (typed, "case");
  change->review = MAX (accord_record_get_int (typed, "review"), 0);
  change->question = g_strdup (accord_record_get_text (typed, "question"));
  change->state = g_strdup (chosen_state (self));
  change->note = g_strdup (accord_record_get_text (typed, "note"));
  change->reviewer = g_strdup (accord_record_get_text (typed, "reviewer"));
  change->reviewed = g_strdup (accord_record_get_text (typed, "reviewed"));
  return change;
}

/**
 * accord_checklist_editor_save:
 * @self: an editor
 *
 * Keeps the answer as one change. What is refused is said where it is.
 */
void
accord_checklist_editor_save (AccordChecklistEditor *self)
{
  g_autoptr (GError) error = NULL;
  AccordReviewChange *change;

  g_return_if_fail (ACCORD_IS_CHECKLIST_EDITOR (self));

  if (self->saving)
    return;
  g_clear_handle_id (&self->due, g_source_remove);
  if (!accord_checklist_editor_get_dirty (self))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  change = make_change (self, &error);
  if (change == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->box, FALSE);
  accord_workspace_write_async (
      self->workspace, _ ("Answer a question of the checklist"), accord_review_change_write, change,
      (GDestroyNotify) accord_review_change_free, NULL, on_written, g_object_ref (self));
}
