/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/checklist-row.h"

#include "case/checklist-editor.h"
#include "case/open-line.h"
#include "date.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_CHARS 20

/* One question of the checklist: a line to read, and under it the editor of its answer once it is opened. */
struct _AccordChecklistRow
{
  GtkWidget parent_instance;

  AccordOpenLine line;

  AccordWorkspace *workspace;
  AccordCaseReview *review;
  AccordReviewAnswer answer;
  char *today;
};

G_DEFINE_FINAL_TYPE (AccordChecklistRow, accord_checklist_row, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_edited (AccordChecklistRow *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
open_editor (AccordChecklistRow *self)
{
  GtkWidget *editor = accord_checklist_editor_new (self->workspace, self->review, &self->answer, self->today);

  g_signal_connect_object (editor, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "done", G_CALLBACK (accord_checklist_row_close), self, G_CONNECT_SWAPPED);
  accord_open_line_open (&self->line, editor);
  accord_checklist_editor_focus (ACCORD_CHECKLIST_EDITOR (editor));
  on_edited (self);
}

static void
on_clicked (AccordChecklistRow *self)
{
  if (self->answer.question == NULL)
    return;
  if (self->line.editor != NULL)
    {
      if (!accord_checklist_row_get_dirty (self))
        accord_checklist_row_close (self);
    }
  else if (!accord_workspace_get_read_only (self->workspace))
    open_editor (self);
  else if (self->answer.record != NULL)
    accord_go_to_record (GTK_WIDGET (self), "answer", accord_record_get_id (self->answer.record));
}

/* What else was said, by whom and when: what there is of it. */
static char *
dup_second_line (AccordRecord *answer)
{
  const char *note = answer != NULL ? accord_record_get_text (answer, "note") : NULL;
  const char *who = answer != NULL ? accord_record_get_text (answer, "reviewer") : NULL;
  const char *when = answer != NULL ? accord_record_get_text (answer, "reviewed") : NULL;
  g_autofree char *date = when != NULL ? accord_date_format (when) : NULL;
  g_autofree char *by = NULL;

  if (who != NULL && date != NULL)
    by = g_strdup_printf ("%s · %s", who, date);
  else
    by = g_strdup (who != NULL ? who : date);
  if (note == NULL || by == NULL)
    return g_strdup (note != NULL ? note : by != NULL ? by : "");
  return g_strdup_printf ("%s\n%s", note, by);
}

static void
show_answer (AccordChecklistRow *self)
{
  static const AccordStatus waiting = { "accord-status-open-symbolic", "unknown" };
  AccordRecord *record = self->answer.record;
  const char *state = record != NULL ? accord_record_get_text (record, "state") : NULL;
  const AccordField *field = accord_kind_get_field (
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "answer"), "state");
  const char *label = accord_field_choice_label (field, state);
  const char *words = label != NULL ? _ (label) : _ ("Not answered");
  const char *question = _ (self->answer.question->choice->label);
  g_autofree char *second = dup_second_line (record);
  g_autofree char *name = NULL;

  accord_open_line_show (&self->line, question, second);
  accord_status_pill_show (ACCORD_STATUS_PILL (self->line.pill),
                           label != NULL ? accord_status_find (field, state) : &waiting, words);
  /* Translators: a question of the checklist, and what was found. */
  name = g_strdup_printf (_ ("%s %s"), question, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line.button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (*second != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->line.button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    second, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->line.button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_checklist_row_cancel (ACCORD_CHECKLIST_ROW (widget));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_checklist_row_save (ACCORD_CHECKLIST_ROW (widget));
}

static void
accord_checklist_row_dispose (GObject *object)
{
  AccordChecklistRow *self = ACCORD_CHECKLIST_ROW (object);

  accord_open_line_clear (&self->line);
  g_clear_object (&self->workspace);
  g_clear_object (&self->answer.record);
  g_clear_pointer (&self->review, accord_case_review_unref);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (accord_checklist_row_parent_class)->dispose (object);
}

static void
accord_checklist_row_class_init (AccordChecklistRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_checklist_row_dispose;

  /**
   * AccordChecklistRow::edited:
   *
   * The row was opened or closed, or something was changed in it.
   */
  signals[EDITED] = g_signal_new ("edited", ACCORD_TYPE_CHECKLIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklistrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_checklist_row_init (AccordChecklistRow *self)
{
  accord_open_line_init (&self->line, GTK_WIDGET (self), NULL, FEW_CHARS);
  g_signal_connect_object (self->line.button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
}

/**
 * accord_checklist_row_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a row without a question
 */
GtkWidget *
accord_checklist_row_new (AccordWorkspace *workspace)
{
  AccordChecklistRow *self = g_object_new (ACCORD_TYPE_CHECKLIST_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_checklist_row_show:
 * @self: a row
 * @review: the review of a business case
 * @answer: a question of it
 * @today: today as an ISO date
 *
 * Shows the question and its answer as they are now. What a person is typing stays.
 */
void
accord_checklist_row_show (AccordChecklistRow *self, AccordCaseReview *review,
                           const AccordReviewAnswer *answer, const char *today)
{
  g_return_if_fail (ACCORD_IS_CHECKLIST_ROW (self));

  accord_case_review_ref (review);
  g_clear_pointer (&self->review, accord_case_review_unref);
  self->review = review;
  self->answer.question = answer->question;
  g_set_object (&self->answer.record, answer->record);
  g_free (self->today);
  self->today = g_strdup (today);
  show_answer (self);
}

/**
 * accord_checklist_row_close:
 * @self: a row
 *
 * Forgets what was typed and shows the line alone.
 */
void
accord_checklist_row_close (AccordChecklistRow *self)
{
  g_return_if_fail (ACCORD_IS_CHECKLIST_ROW (self));

  if (!accord_open_line_close (&self->line))
    return;
  on_edited (self);
}

gboolean
accord_checklist_row_is_editing (AccordChecklistRow *self)
{
  return self->line.editor != NULL;
}

gboolean
accord_checklist_row_get_dirty (AccordChecklistRow *self)
{
  return self->line.editor != NULL
         && accord_checklist_editor_get_dirty (ACCORD_CHECKLIST_EDITOR (self->line.editor));
}

/**
 * accord_checklist_row_save:
 * @self: a row
 *
 * Saves what is being typed, as its button does.
 *
 * Returns: whether the row was being edited
 */
gboolean
accord_checklist_row_save (AccordChecklistRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CHECKLIST_ROW (self), FALSE);

  if (self->line.editor == NULL)
    return FALSE;
  accord_checklist_editor_save (ACCORD_CHECKLIST_EDITOR (self->line.editor));
  return TRUE;
}

/**
 * accord_checklist_row_cancel:
 * @self: a row
 *
 * Gives up what is being typed, as its button does.
 *
 * Returns: whether the row was being edited
 */
gboolean
accord_checklist_row_cancel (AccordChecklistRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CHECKLIST_ROW (self), FALSE);

  if (self->line.editor == NULL)
    return FALSE;
  accord_checklist_editor_cancel (ACCORD_CHECKLIST_EDITOR (self->line.editor));
  return TRUE;
}
