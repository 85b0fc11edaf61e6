/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/caveat-row.h"

#include "case/caveat-editor.h"
#include "case/open-line.h"
#include "caveat-steps.h"
#include "date.h"
#include "form/page-parts.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define NUMBER_WIDTH 2
#define FEW_CHARS 24

/* One caveat: a line to read, and under it the editor of its answer once a person opens it. */
struct _AccordCaveatRow
{
  GtkWidget parent_instance;

  AccordOpenLine line;
  GtkWidget *number;

  AccordWorkspace *workspace;
  AccordRecord *caveat;
  char *today;
  char *version;
};

G_DEFINE_FINAL_TYPE (AccordCaveatRow, accord_caveat_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_edited (AccordCaveatRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_done (AccordCaveatRow *self)
{
  accord_caveat_row_close (self);
}

static void
on_clicked (AccordCaveatRow *self)
{
  if (self->caveat == NULL)
    return;
  if (self->line.editor != NULL)
    {
      if (!accord_caveat_row_get_dirty (self))
        accord_caveat_row_close (self);
    }
  else if (accord_workspace_get_read_only (self->workspace))
    accord_go_to_record (GTK_WIDGET (self), "caveat", accord_record_get_id (self->caveat));
  else
    accord_caveat_row_edit (self);
}

/* Until when an open caveat is to be answered. */
static char *
dup_due (AccordRecord *caveat)
{
  const char *due = accord_record_get_text (caveat, "due");
  g_autofree char *date =
      due != NULL ? accord_date_format (due) : g_strdup (accord_record_get_text (caveat, "due-words"));

  /* Translators: %s is a date, or words such as “before the final case”. */
  return date != NULL ? g_strdup_printf (_ ("due %s"), date) : NULL;
}

/* Who owes the answer and until when; once there is one, the steps that were taken. */
static char *
dup_way (AccordRecord *caveat)
{
  const char *owner = accord_record_get_text (caveat, "owner");
  g_autofree char *due = NULL;

  if (g_strcmp0 (accord_record_get_text (caveat, "state"), "open") != 0)
    return accord_caveat_dup_steps (caveat);
  due = dup_due (caveat);
  if (owner != NULL && due != NULL)
    return g_strdup_printf ("%s · %s", owner, due);
  return g_strdup (owner != NULL ? owner : due);
}

/* The answer, and under it how far the caveat has come: what there is of it. */
static char *
dup_second_line (AccordRecord *caveat, const char *version)
{
  const char *response = accord_record_get_text (caveat, "response");
  g_autofree char *steps = dup_way (caveat);
  g_autofree char *way = steps != NULL && version != NULL
                             /* Translators: how far a caveat has come, and a version of the case. */
                             ? g_strdup_printf (_ ("%s · first answered in “%s”"), steps, version)
                             : g_steal_pointer (&steps);

  if (response == NULL || way == NULL)
    return g_strdup (response != NULL ? response : way != NULL ? way : "");
  return g_strdup_printf ("%s\n%s", response, way);
}

static void
show_state (AccordCaveatRow *self, const char *digits, const char *text)
{
  static const AccordStatus overdue = { "accord-status-overdue-symbolic", "overdue" };
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (self->caveat), "state");
  const char *state = accord_record_get_text (self->caveat, "state");
  const char *label = accord_field_choice_label (field, state);
  gboolean late = accord_caveat_is_overdue (self->caveat, self->today);
  const char *words = late ? _ ("Overdue") : label != NULL ? _ (label) : _ ("not known");
  g_autofree char *name = NULL;

  accord_status_pill_show (ACCORD_STATUS_PILL (self->line.pill),
                           late ? &overdue : accord_status_find (field, state), words);
  /* Translators: a caveat's number, its words, and how it stands. */
  name = g_strdup_printf (_ ("Caveat %s: %s, %s"), digits, text, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line.button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_caveat_row_cancel (ACCORD_CAVEAT_ROW (widget));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return accord_caveat_row_save (ACCORD_CAVEAT_ROW (widget));
}

static void
accord_caveat_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, accord_caveat_row_get_dirty (ACCORD_CAVEAT_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_caveat_row_dispose (GObject *object)
{
  AccordCaveatRow *self = ACCORD_CAVEAT_ROW (object);

  accord_open_line_clear (&self->line);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_caveat_row_parent_class)->dispose (object);
}

static void
accord_caveat_row_finalize (GObject *object)
{
  AccordCaveatRow *self = ACCORD_CAVEAT_ROW (object);

  g_clear_object (&self->caveat);
  g_free (self->today);
  g_free (self->version);

  G_OBJECT_CLASS (accord_caveat_row_parent_class)->finalize (object);
}

static void
accord_caveat_row_class_init (AccordCaveatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = accord_caveat_row_get_property;
  G_OBJECT_CLASS (klass)->dispose = accord_caveat_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_caveat_row_finalize;

  /**
   * AccordCaveatRow:dirty:
   *
   * Whether something was typed that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * AccordCaveatRow::edited:
   *
   * The row was opened or closed, or something was typed in it.
   */
  signals[EDITED] =
      g_signal_new ("edited", ACCORD_TYPE_CAVEAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_save_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "caveatrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_caveat_row_init (AccordCaveatRow *self)
{
  self->number = accord_page_label (NULL, "number");
  gtk_label_set_width_chars (GTK_LABEL (self->number), NUMBER_WIDTH);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  accord_open_line_init (&self->line, GTK_WIDGET (self), self->number, FEW_CHARS);
  g_signal_connect_object (self->line.button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
}

/**
 * accord_caveat_row_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a row without a caveat
 */
GtkWidget *
accord_caveat_row_new (AccordWorkspace *workspace)
{
  AccordCaveatRow *self = g_object_new (ACCORD_TYPE_CAVEAT_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_caveat_row_set_version:
 * @self: a row
 * @version: (nullable): what the first version of the case is called that carried the answer
 *
 * Says so from the next time that the row is shown.
 */
void
accord_caveat_row_set_version (AccordCaveatRow *self, const char *version)
{
  g_return_if_fail (ACCORD_IS_CAVEAT_ROW (self));

  g_free (self->version);
  self->version = g_strdup (version);
}

/**
 * accord_caveat_row_show:
 * @self: a row
 * @caveat: a caveat
 * @today: today as an ISO date
 *
 * Shows the caveat as it is now. What a person is typing stays.
 */
void
accord_caveat_row_show (AccordCaveatRow *self, AccordRecord *caveat, const char *today)
{
  gint64 number;
  g_autofree char *title = NULL, *text = NULL, *second = NULL, *digits = NULL;

  g_return_if_fail (ACCORD_IS_CAVEAT_ROW (self));
  g_return_if_fail (ACCORD_IS_RECORD (caveat));

  g_set_object (&self->caveat, caveat);
  g_free (self->today);
  self->today = g_strdup (today);
  number = accord_record_get_int (caveat, "number");
  title = accord_record_dup_title (caveat);
  text = accord_sentence_case (title);
  second = dup_second_line (caveat, self->version);
  digits = number != ACCORD_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->number), digits);
  accord_open_line_show (&self->line, text, second);
  show_state (self, digits, text);
}

/**
 * accord_caveat_row_edit:
 * @self: a row
 *
 * Opens the row for editing and puts the focus into the answer.
 */
void
accord_caveat_row_edit (AccordCaveatRow *self)
{
  GtkWidget *editor;

  g_return_if_fail (ACCORD_IS_CAVEAT_ROW (self));

  if (self->line.editor != NULL || self->caveat == NULL)
    return;
  editor = accord_caveat_editor_new (self->workspace, self->caveat, self->today);
  g_signal_connect_object (editor, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  accord_open_line_open (&self->line, editor);
  gtk_widget_add_css_class (self->line.text, "heading");
  accord_caveat_editor_focus (ACCORD_CAVEAT_EDITOR (editor));
  on_edited (self);
}

/**
 * accord_caveat_row_close:
 * @self: a row
 *
 * Forgets what was typed and shows the line alone.
 */
void
accord_caveat_row_close (AccordCaveatRow *self)
{
  g_return_if_fail (ACCORD_IS_CAVEAT_ROW (self));

  if (!accord_open_line_close (&self->line))
    return;
  gtk_widget_remove_css_class (self->line.text, "heading");
  on_edited (self);
}

gboolean
accord_caveat_row_is_editing (AccordCaveatRow *self)
{
  return self->line.editor != NULL;
}

gboolean
accord_caveat_row_get_dirty (AccordCaveatRow *self)
{
  return self->line.editor != NULL
         && accord_caveat_editor_get_dirty (ACCORD_CAVEAT_EDITOR (self->line.editor));
}

/**
 * accord_caveat_row_save:
 * @self: a row
 *
 * Saves what is being typed, as its button does.
 *
 * Returns: whether the row was being edited
 */
gboolean
accord_caveat_row_save (AccordCaveatRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CAVEAT_ROW (self), FALSE);

  if (self->line.editor == NULL)
    return FALSE;
  accord_caveat_editor_save (ACCORD_CAVEAT_EDITOR (self->line.editor));
  return TRUE;
}

/**
 * accord_caveat_row_cancel:
 * @self: a row
 *
 * Gives up what is being typed, as its button does.
 *
 * Returns: whether the row was being edited
 */
gboolean
accord_caveat_row_cancel (AccordCaveatRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CAVEAT_ROW (self), FALSE);

  if (self->line.editor == NULL)
    return FALSE;
  accord_caveat_editor_cancel (ACCORD_CAVEAT_EDITOR (self->line.editor));
  return TRUE;
}
