/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/field-editor.h"

#include "form/choice-editor.h"
#include "form/entry-editor.h"
#include "form/reference-editor.h"
#include "form/references-editor.h"
#include "form/switch-editor.h"
#include "form/words-editor.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AccordWorkspace *workspace;
  const AccordKind *kind;
  guint index;
  GtkWidget *label;
  GtkWidget *control;
  GtkWidget *hint;
  GtkWidget *error;
  gboolean loading;
  gboolean touched;
} AccordFieldEditorPrivate;

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_KIND,
  PROP_INDEX,
  N_PROPS
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordFieldEditor, accord_field_editor, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (AccordFieldEditor *self, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_visible (label, text != NULL);
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
  return label;
}

/* GTK 4.8 tells a screen reader of a new label only when that which has the focus describes itself anew. */
static void
describe_control (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);
  const char *error = accord_field_editor_get_error (self);
  const char *hint = accord_field_editor_get_field (self)->hint;

  if (priv->control == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL  ? error
                                  : hint != NULL ? _ (hint)
                                                 : "",
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
accord_field_editor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (ACCORD_FIELD_EDITOR (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    case PROP_KIND:
      priv->kind = g_value_get_pointer (value);
      break;
    case PROP_INDEX:
      priv->index = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_field_editor_constructed (GObject *object)
{
  AccordFieldEditor *self = ACCORD_FIELD_EDITOR (object);
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);
  const AccordField *field = accord_field_editor_get_field (self);
  g_autofree char *required = NULL;

  G_OBJECT_CLASS (accord_field_editor_parent_class)->constructed (object);

  /* Translators: %s is the label of a field of a form. */
  required = g_strdup_printf (_ ("%s (required)"), _ (field->label));
  priv->label =
      add_label (self, field->flags & ACCORD_FIELD_REQUIRED ? required : _ (field->label), "caption-line");
  priv->hint = add_label (self, field->hint != NULL ? _ (field->hint) : NULL, "field-hint");
  priv->error = add_label (self, NULL, "field-error");
}

static void
accord_field_editor_dispose (GObject *object)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (ACCORD_FIELD_EDITOR (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  priv->control = NULL;
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (accord_field_editor_parent_class)->dispose (object);
}

static void
accord_field_editor_class_init (AccordFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = accord_field_editor_set_property;
  object_class->constructed = accord_field_editor_constructed;
  object_class->dispose = accord_field_editor_dispose;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, ACCORD_TYPE_WORKSPACE, flags);
  properties[PROP_KIND] = g_param_spec_pointer ("kind", NULL, NULL, flags);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AccordFieldEditor::edited:
   *
   * A person changed what is shown.
   */
  signals[EDITED] = g_signal_new ("edited", ACCORD_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * AccordFieldEditor::left:
   *
   * A person is done with it for now: the time to say what is wrong.
   */
  signals[LEFT] =
      g_signal_new ("left", ACCORD_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_field_editor_init (AccordFieldEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static GType
type_for (AccordFieldType type)
{
  switch (type)
    {
    case ACCORD_FIELD_LONG_TEXT:
      return ACCORD_TYPE_WORDS_EDITOR;
    case ACCORD_FIELD_CHOICE:
      return ACCORD_TYPE_CHOICE_EDITOR;
    case ACCORD_FIELD_BOOLEAN:
      return ACCORD_TYPE_SWITCH_EDITOR;
    case ACCORD_FIELD_REFERENCE:
      return ACCORD_TYPE_REFERENCE_EDITOR;
    case ACCORD_FIELD_REFERENCES:
      return ACCORD_TYPE_REFERENCES_EDITOR;
    default:
      return ACCORD_TYPE_ENTRY_EDITOR;
    }
}

/**
 * accord_field_editor_new:
 * @workspace: where references are sought
 * @kind: a kind
 * @index: index of a field
 *
 * Returns: (transfer floating): an editor of the family that the field's type asks for, with nothing in it
 */
GtkWidget *
accord_field_editor_new (AccordWorkspace *workspace, const AccordKind *kind, guint index)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (index < kind->n_fields, NULL);

  return g_object_new (type_for (kind->fields[index].type), "workspace", workspace, "kind", kind, "index",
                       index, NULL);
}

AccordWorkspace *
accord_field_editor_get_workspace (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return priv->workspace;
}

const AccordKind *
accord_field_editor_get_kind (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return priv->kind;
}

const AccordField *
accord_field_editor_get_field (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return &priv->kind->fields[priv->index];
}

guint
accord_field_editor_get_index (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return priv->index;
}

/**
 * accord_field_editor_get_touched:
 * @self: an editor
 *
 * Returns: whether a person changed what it shows since it was loaded
 */
gboolean
accord_field_editor_get_touched (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return priv->touched;
}

/**
 * accord_field_editor_get_control:
 * @self: an editor
 *
 * Returns: (transfer none): the widget that a person types into or presses
 */
GtkWidget *
accord_field_editor_get_control (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return priv->control;
}

/**
 * accord_field_editor_focus:
 * @self: an editor
 *
 * Puts the focus into the control. This is not what taking the focus means to GTK, which asks for it on the
 * way of the Tab key as well and would pass by whatever stands before the control.
 *
 * Returns: whether the focus is there
 */
gboolean
accord_field_editor_focus (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return gtk_widget_grab_focus (priv->control);
}

/**
 * accord_field_editor_get_error:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what is said to be wrong with it
 */
const char *
accord_field_editor_get_error (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  return gtk_widget_get_visible (priv->error) ? gtk_label_get_label (GTK_LABEL (priv->error)) : NULL;
}

/**
 * accord_field_editor_load:
 * @self: an editor
 * @record: a record of its kind
 *
 * Shows what @record has in the field. The editor is then untouched and nothing is wrong with it.
 */
void
accord_field_editor_load (AccordFieldEditor *self, AccordRecord *record)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_FIELD_EDITOR (self));

  priv->loading = TRUE;
  ACCORD_FIELD_EDITOR_GET_CLASS (self)->load (self, record);
  priv->loading = FALSE;
  priv->touched = FALSE;
  accord_field_editor_set_error (self, NULL);
}

/**
 * accord_field_editor_store:
 * @self: an editor
 * @record: a record of its kind
 * @error: return location for an error
 *
 * Sets the field of @record to what is shown.
 *
 * Returns: %FALSE with a sentence that names the field when what is shown cannot be its value
 */
gboolean
accord_field_editor_store (AccordFieldEditor *self, AccordRecord *record, GError **error)
{
  g_return_val_if_fail (ACCORD_IS_FIELD_EDITOR (self), FALSE);

  return ACCORD_FIELD_EDITOR_GET_CLASS (self)->store (self, record, error);
}

/**
 * accord_field_editor_set_error:
 * @self: an editor
 * @message: (nullable): what is wrong, or %NULL
 *
 * Says beside the field what is wrong with it.
 */
void
accord_field_editor_set_error (AccordFieldEditor *self, const char *message)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  gtk_label_set_label (GTK_LABEL (priv->error), message != NULL ? message : "");
  gtk_widget_set_visible (priv->error, message != NULL);
  gtk_widget_set_visible (priv->hint, message == NULL && accord_field_editor_get_field (self)->hint != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  describe_control (self);
}

/**
 * accord_field_editor_set_control:
 * @self: an editor
 * @placed: (transfer floating): what is put under the label
 * @control: that of it which a person types into or presses; the label is its name
 */
void
accord_field_editor_set_control (AccordFieldEditor *self, GtkWidget *placed, GtkWidget *control)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);
  const AccordField *field = accord_field_editor_get_field (self);

  priv->control = control;
  gtk_widget_insert_after (placed, GTK_WIDGET (self), priv->label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (priv->label), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->label,
                                  NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  describe_control (self);
}

/**
 * accord_field_editor_note_edit:
 * @self: an editor
 *
 * For its class to say that what it shows was changed.
 */
void
accord_field_editor_note_edit (AccordFieldEditor *self)
{
  AccordFieldEditorPrivate *priv = accord_field_editor_get_instance_private (self);

  if (priv->loading)
    return;
  priv->touched = TRUE;
  g_signal_emit (self, signals[EDITED], 0);
}

/**
 * accord_field_editor_note_left:
 * @self: an editor
 *
 * For its class to say that a person is done with it for now.
 */
void
accord_field_editor_note_left (AccordFieldEditor *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}
