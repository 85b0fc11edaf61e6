/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/what-if-window.h"

#include "compat.h"
#include "form/page-parts.h"
#include "room/assumption-row.h"
#include "room/what-if-table.h"
#include "scenario-changes.h"
#include "thread.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
#define HEIGHT 680

/* As long as an autosave waits for the next letter. */
#define PAUSE_MS 500

/* Other assumptions, tried on a copy of the appraisal: what they do to NPSV and to each organisation shows at
 * every keystroke. The case itself stays as it is. */
struct _AccordWhatIfWindow
{
  AdwWindow parent_instance;

  GtkWidget *rows;
  GtkWidget *table;
  GtkWidget *fault;
  GtkWidget *attach;

  AccordRoomData *data;
  guint option;
  AccordWhatIf *found;
  guint n_asked;
  guint later;
};

G_DEFINE_FINAL_TYPE (AccordWhatIfWindow, accord_what_if_window, ADW_TYPE_WINDOW)

enum
{
  ATTACHED,
  TRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- What comes of it, on another thread. */

typedef struct
{
  AccordRoomData *data;
  guint option;
  char *changes;
  guint number;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  accord_room_data_unref (self->data);
  g_free (self->changes);
  g_free (self);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  AccordWhatIf *found =
      accord_what_if_new (question->data->appraisal->cba, question->option, question->changes, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) accord_what_if_free);
  else
    g_task_return_error (task, error);
}

static void
tell_fault (AccordWhatIfWindow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->fault), message != NULL ? message : "");
  gtk_widget_set_visible (self->fault, message != NULL);
}

static void
on_worked_out (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWhatIfWindow *self = ACCORD_WHAT_IF_WINDOW (source);
  const Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  AccordWhatIf *found = g_task_propagate_pointer (G_TASK (result), &error);

  /* One that another has taken the place of is not looked at. */
  if (self->data == NULL || question->number != self->n_asked)
    {
      g_clear_pointer (&found, accord_what_if_free);
      return;
    }
  g_clear_pointer (&self->found, accord_what_if_free);
  self->found = found;
  tell_fault (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->attach, found != NULL && *found->changes != '\0');
  if (found == NULL)
    return;
  accord_page_empty_box (self->table);
  gtk_box_append (GTK_BOX (self->table), accord_what_if_table_new (found, self->data->appraisal->cba));
}

static char *
dup_changes (AccordWhatIfWindow *self, gboolean *wrong)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *wrong = FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      AccordScenarioChange change;
      gboolean bad;
      g_autofree char *line = NULL;

      if (accord_assumption_row_get_change (ACCORD_ASSUMPTION_ROW (row), &change, &bad))
        line = accord_scenario_change_format (self->data->appraisal->cba, &change);
      *wrong = *wrong || bad;
      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_strdup (text->str);
}

static void
ask (AccordWhatIfWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_worked_out, NULL);
  Question *question = g_new0 (Question, 1);
  gboolean wrong;

  question->data = accord_room_data_ref (self->data);
  question->option = self->option;
  question->changes = dup_changes (self, &wrong);
  question->number = ++self->n_asked;
  if (wrong)
    gtk_widget_set_sensitive (self->attach, FALSE);
  g_task_set_task_data (task, question, question_free);
  accord_thread_run (task, work_out);
}

/* --- What the person does. */

static void
tell_tried (AccordWhatIfWindow *self)
{
  g_autofree char *changes = NULL;
  gboolean wrong;

  g_clear_handle_id (&self->later, g_source_remove);
  changes = dup_changes (self, &wrong);
  g_signal_emit (self, signals[TRIED], 0, changes);
}

static gboolean
on_pause (gpointer data)
{
  AccordWhatIfWindow *self = data;

  self->later = 0;
  tell_tried (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordWhatIfWindow *self)
{
  g_clear_handle_id (&self->later, g_source_remove);
  self->later = g_timeout_add (PAUSE_MS, on_pause, self);
  ask (self);
}

static gboolean
accord_what_if_window_close_request (GtkWindow *window)
{
  AccordWhatIfWindow *self = ACCORD_WHAT_IF_WINDOW (window);

  if (self->later != 0)
    tell_tried (self);
  return GTK_WINDOW_CLASS (accord_what_if_window_parent_class)->close_request (window);
}

static void
on_removed (AccordAssumptionRow *row, AccordWhatIfWindow *self)
{
  gtk_box_remove (GTK_BOX (self->rows), GTK_WIDGET (row));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  on_typed (self);
}

static AccordAssumptionRow *
add_row (AccordWhatIfWindow *self)
{
  GtkWidget *row = accord_assumption_row_new (self->data->appraisal->cba, self->option);

  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, 0);
  gtk_box_append (GTK_BOX (self->rows), row);
  return ACCORD_ASSUMPTION_ROW (row);
}

static void
on_add (AccordWhatIfWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (add_row (self)), GTK_DIR_TAB_FORWARD);
}

static void
on_attach (AccordWhatIfWindow *self)
{
  g_autofree char *json = self->found != NULL ? accord_what_if_dup_json (self->found) : NULL;

  if (json == NULL)
    return;
  g_clear_handle_id (&self->later, g_source_remove);
  g_signal_emit (self, signals[ATTACHED], 0, json);
  gtk_window_close (GTK_WINDOW (self));
}

static void
accord_what_if_window_unrealize (GtkWidget *widget)
{
  accord_window_leave_parent (GTK_WINDOW (widget));
  GTK_WIDGET_CLASS (accord_what_if_window_parent_class)->unrealize (widget);
}

static void
accord_what_if_window_dispose (GObject *object)
{
  AccordWhatIfWindow *self = ACCORD_WHAT_IF_WINDOW (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->found, accord_what_if_free);
  g_clear_pointer (&self->data, accord_room_data_unref);

  G_OBJECT_CLASS (accord_what_if_window_parent_class)->dispose (object);
}

static void
accord_what_if_window_class_init (AccordWhatIfWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_what_if_window_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = accord_what_if_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = accord_what_if_window_close_request;

  /**
   * AccordWhatIfWindow::attached:
   * @json: what was tried, as a comment keeps it
   *
   * It is to go with a comment.
   */
  signals[ATTACHED] = g_signal_new ("attached", ACCORD_TYPE_WHAT_IF_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AccordWhatIfWindow::tried:
   * @changes: what is assumed otherwise by now, as a scenario has it
   *
   * Something was typed a moment ago, which nobody has attached yet.
   */
  signals[TRIED] = g_signal_new ("tried", ACCORD_TYPE_WHAT_IF_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_what_if_window_init (AccordWhatIfWindow *self)
{
}

static void
fill (AccordWhatIfWindow *self, GtkWidget *column)
{
  GtkWidget *head, *card = accord_page_card (&head, _ ("What comes of it"));
  GtkWidget *add = accord_page_button (_ ("_Another assumption"));
  const AccordCbaOption *option = self->data->appraisal->cba->options->pdata[self->option];
  /* Translators: the name of an option. */
  g_autofree char *note =
      g_strdup_printf (_ ("Tried on a copy of “%s”. The case itself stays as it is."), option->name);

  gtk_box_append (GTK_BOX (column), accord_page_label (note, "second-line"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (column), self->rows);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), add);
  self->table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->table, "room-foot");
  gtk_box_append (GTK_BOX (card), self->table);
  gtk_box_append (GTK_BOX (column), card);
  self->fault = accord_page_label (NULL, "error");
  gtk_widget_hide (self->fault);
  gtk_box_append (GTK_BOX (column), self->fault);
}

static void
fill_window (AccordWhatIfWindow *self, gboolean again)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Other assumptions"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  self->attach = accord_page_button (again ? _ ("_Keep in the comment") : _ ("_Attach to a comment"));
  gtk_widget_add_css_class (self->attach, "suggested-action");
  gtk_widget_set_sensitive (self->attach, FALSE);
  g_signal_connect_object (self->attach, "clicked", G_CALLBACK (on_attach), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->attach);
  gtk_widget_add_css_class (column, "window-body");
  fill (self, column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), column);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * accord_what_if_window_new:
 * @data: a reading with an appraisal that can be worked out
 * @option: index of the option that is looked at
 * @changes: (nullable): what is assumed otherwise to begin with
 * @again: whether it is a comment's, to be kept there
 *
 * Returns: (transfer full): a window in which other assumptions are tried
 */
GtkWidget *
accord_what_if_window_new (AccordRoomData *data, guint option, const char *changes, gboolean again)
{
  AccordWhatIfWindow *self = g_object_new (ACCORD_TYPE_WHAT_IF_WINDOW, NULL);
  const AccordCba *cba = data->appraisal->cba;
  g_autoptr (GArray) parsed = accord_scenario_changes_parse (changes, cba, NULL);

  self->data = accord_room_data_ref (data);
  self->option = option;
  fill_window (self, again);
  for (guint i = 0; parsed != NULL && i < parsed->len; i++)
    {
      AccordAssumptionRow *row = add_row (self);

      if (!accord_assumption_row_set_change (row, &g_array_index (parsed, AccordScenarioChange, i)))
        gtk_box_remove (GTK_BOX (self->rows), GTK_WIDGET (row));
    }
  if (gtk_widget_get_first_child (self->rows) == NULL)
    add_row (self);
  ask (self);
  return GTK_WIDGET (self);
}
