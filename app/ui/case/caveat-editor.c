/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/caveat-editor.h"

#include "case/answer-parts.h"
#include "case/caveat-settle.h"
#include "caveat-steps.h"
#include "form/field-editor.h"
#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

static const char *const field_names[] = { "response",    "owner",       "due",         "due-words",
                                           "answered-on", "answered-by", "accepted-on", "accepted-by" };

#define N_EDITORS G_N_ELEMENTS (field_names)
#define N_STATES 3

/* A caveat's answer, edited where it stands. */
struct _AccordCaveatEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *states[N_STATES];
  GtkWidget *editors[N_EDITORS];
  GtkWidget *notice;
  GtkWidget *buttons;

  AccordWorkspace *workspace;
  AccordRecord *caveat;
  char *today;
  gboolean saving;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordCaveatEditor, accord_caveat_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What was typed, to be laid over the caveat as it is when it is written. */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
  AccordRecord *typed;
  gboolean touched[N_EDITORS];
  char *state;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_object_unref (self->typed);
  g_free (self->state);
  g_free (self);
}

static gboolean
write_answer (AccordWriter *writer, gpointer data, GError **error)
{
  Answer *self = data;
  g_autoptr (AccordRecord) caveat =
      accord_reader_get (accord_writer_get_reader (writer), self->kind, self->id, error);

  if (caveat == NULL)
    return FALSE;
  accord_record_set_text (caveat, "state", self->state);
  for (guint i = 0; i < N_EDITORS; i++)
    if (self->touched[i])
      accord_record_set_text (caveat, field_names[i], accord_record_get_text (self->typed, field_names[i]));
  return accord_writer_update (writer, caveat, error);
}

static const AccordField *
state_field (AccordCaveatEditor *self)
{
  return accord_kind_get_field (accord_record_get_kind (self->caveat), "state");
}

static const char *
chosen_state (AccordCaveatEditor *self)
{
  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->states[i])))
      return state_field (self)->choices[i].value;
  return "open";
}

static AccordFieldEditor *
editor_of (AccordCaveatEditor *self, const char *field)
{
  for (guint i = 0; i < N_EDITORS; i++)
    if (g_str_equal (field_names[i], field))
      return ACCORD_FIELD_EDITOR (self->editors[i]);
  g_assert_not_reached ();
}

static void
note_edit (AccordCaveatEditor *self)
{
  if (self->settling)
    return;
  gtk_widget_hide (self->notice);
  g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
is_accepted (AccordCaveatEditor *self)
{
  return g_str_equal (chosen_state (self), "accepted");
}

/* Only who raised a caveat can say that the answer will do. */
static void
settle_steps (AccordCaveatEditor *self)
{
  g_autofree char *raiser = accord_caveat_dup_raiser (self->caveat);

  accord_caveat_settle (editor_of (self, "answered-on"), editor_of (self, "answered-by"),
                        !g_str_equal (chosen_state (self), "open"), self->caveat, self->today,
                        accord_record_get_text (self->caveat, "owner"));
  accord_caveat_settle (editor_of (self, "accepted-on"), editor_of (self, "accepted-by"), is_accepted (self),
                        self->caveat, self->today, raiser);
}

static void
on_state (GtkToggleButton *button, AccordCaveatEditor *self)
{
  if (!gtk_toggle_button_get_active (button) || self->settling)
    return;
  settle_steps (self);
  note_edit (self);
}

static void
show_refusal (AccordCaveatEditor *self, const char *message)
{
  accord_answer_show_refusal (self->editors, N_EDITORS, self->notice, accord_record_get_kind (self->caveat),
                              message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordCaveatEditor) self = user_data;
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
on_open (AccordCaveatEditor *self)
{
  accord_go_to_record (GTK_WIDGET (self), "caveat", accord_record_get_id (self->caveat));
}

static void
accord_caveat_editor_dispose (GObject *object)
{
  AccordCaveatEditor *self = ACCORD_CAVEAT_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_caveat_editor_parent_class)->dispose (object);
}

static void
accord_caveat_editor_finalize (GObject *object)
{
  AccordCaveatEditor *self = ACCORD_CAVEAT_EDITOR (object);

  g_clear_object (&self->caveat);
  g_free (self->today);

  G_OBJECT_CLASS (accord_caveat_editor_parent_class)->finalize (object);
}

static void
accord_caveat_editor_class_init (AccordCaveatEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_caveat_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_caveat_editor_finalize;

  /**
   * AccordCaveatEditor::edited:
   *
   * A person changed something.
   */
  signals[EDITED] = g_signal_new ("edited", ACCORD_TYPE_CAVEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * AccordCaveatEditor::done:
   *
   * The answer is saved, or given up.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_CAVEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "caveateditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_caveat_editor_init (AccordCaveatEditor *self)
{
}

static GtkWidget *
make_state (AccordCaveatEditor *self, guint index)
{
  GtkWidget *button = accord_answer_state_button (self->caveat, state_field (self), index);

  if (index > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->states[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_state), self, 0);
  return button;
}

static GtkWidget *
make_states (AccordCaveatEditor *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_HORIZONTAL, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, "halign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "states");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (state_field (self)->label), -1);
  for (guint i = 0; i < N_STATES; i++)
    {
      self->states[i] = make_state (self, i);
      gtk_box_append (GTK_BOX (box), self->states[i]);
    }
  return box;
}

static GtkWidget *
make_fields (AccordCaveatEditor *self)
{
  const AccordKind *kind = accord_record_get_kind (self->caveat);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *few = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (few), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (few), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (few), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (few), 9);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (few), TRUE);
  for (guint i = 0; i < N_EDITORS; i++)
    {
      GtkWidget *editor =
          accord_field_editor_new (self->workspace, kind, accord_kind_find_field (kind, field_names[i]));

      self->editors[i] = editor;
      accord_field_editor_load (ACCORD_FIELD_EDITOR (editor), self->caveat);
      g_signal_connect_object (editor, "edited", G_CALLBACK (note_edit), self, G_CONNECT_SWAPPED);
      if (i == 0)
        gtk_box_append (GTK_BOX (all), editor);
      else
        gtk_flow_box_append (GTK_FLOW_BOX (few), editor);
    }
  /* The boxes around the fields are no stops of their own. */
  for (GtkWidget *child = gtk_widget_get_first_child (few); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_box_append (GTK_BOX (all), few);
  return all;
}

/* What is not known of a step that was taken is not filled in unasked. */
static void
show_steps (AccordCaveatEditor *self)
{
  gboolean open = g_str_equal (chosen_state (self), "open");

  gtk_widget_set_visible (GTK_WIDGET (editor_of (self, "answered-on")), !open);
  gtk_widget_set_visible (GTK_WIDGET (editor_of (self, "answered-by")), !open);
  gtk_widget_set_visible (GTK_WIDGET (editor_of (self, "accepted-on")), is_accepted (self));
  gtk_widget_set_visible (GTK_WIDGET (editor_of (self, "accepted-by")), is_accepted (self));
}

static GtkWidget *
make_buttons (AccordCaveatEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = accord_page_button (_ ("Open the _caveat"));
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));
  GtkWidget *save = accord_page_button (_ ("_Save"));

  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), save);
  g_signal_connect_object (open, "clicked", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (accord_caveat_editor_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (accord_caveat_editor_save), self, G_CONNECT_SWAPPED);
  return box;
}

/**
 * accord_caveat_editor_new:
 * @workspace: where records are kept
 * @caveat: the caveat
 * @today: today as an ISO date
 *
 * Returns: (transfer floating): an editor of its state, its answer and who owes it by when
 */
GtkWidget *
accord_caveat_editor_new (AccordWorkspace *workspace, AccordRecord *caveat, const char *today)
{
  AccordCaveatEditor *self = g_object_new (ACCORD_TYPE_CAVEAT_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  self->caveat = accord_record_copy (caveat);
  self->today = g_strdup (today);
  self->settling = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_states (self));
  gtk_box_append (GTK_BOX (self->box), make_fields (self));
  self->notice = accord_answer_notice ();
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  show_steps (self);
  self->settling = FALSE;
  return GTK_WIDGET (self);
}

/**
 * accord_caveat_editor_get_dirty:
 * @self: an editor
 *
 * Returns: whether a person changed something that is not saved
 */
gboolean
accord_caveat_editor_get_dirty (AccordCaveatEditor *self)
{
  g_return_val_if_fail (ACCORD_IS_CAVEAT_EDITOR (self), FALSE);

  return accord_answer_is_touched (self->editors, N_EDITORS)
         || g_strcmp0 (chosen_state (self), accord_record_get_text (self->caveat, "state")) != 0;
}

void
accord_caveat_editor_focus (AccordCaveatEditor *self)
{
  accord_field_editor_focus (editor_of (self, "response"));
}

/**
 * accord_caveat_editor_cancel:
 * @self: an editor
 *
 * Gives up what was typed, unless it is being written.
 */
void
accord_caveat_editor_cancel (AccordCaveatEditor *self)
{
  g_return_if_fail (ACCORD_IS_CAVEAT_EDITOR (self));

  if (!self->saving)
    g_signal_emit (self, signals[DONE], 0);
}

static Answer *
make_answer (AccordCaveatEditor *self, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->kind = accord_record_get_kind (self->caveat);
  answer->id = accord_record_get_id (self->caveat);
  answer->typed = accord_record_copy (self->caveat);
  answer->state = g_strdup (chosen_state (self));
  for (guint i = 0; i < N_EDITORS; i++)
    {
      AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (self->editors[i]);

      accord_field_editor_set_error (editor, NULL);
      answer->touched[i] = accord_field_editor_get_touched (editor);
      if (accord_field_editor_store (editor, answer->typed, error))
        continue;
      answer_free (answer);
      return NULL;
    }
  accord_record_set_text (answer->typed, "state", answer->state);
  if (accord_record_validate (answer->typed, error))
    return answer;
  answer_free (answer);
  return NULL;
}

/**
 * accord_caveat_editor_save:
 * @self: an editor
 *
 * Writes what a person changed, as one change with a name of its own. What is refused is said where it is.
 */
void
accord_caveat_editor_save (AccordCaveatEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  Answer *answer;

  g_return_if_fail (ACCORD_IS_CAVEAT_EDITOR (self));

  if (self->saving)
    return;
  if (!accord_caveat_editor_get_dirty (self))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  answer = make_answer (self, &error);
  if (answer == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  label = accord_caveat_dup_change_label (self->caveat, answer->state);
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->box, FALSE);
  accord_workspace_write_async (self->workspace, label, write_answer, answer, answer_free, NULL, on_written,
                                g_object_ref (self));
}
