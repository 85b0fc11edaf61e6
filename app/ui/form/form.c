/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-private.h"

#include "form/form-model.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AccordForm, accord_form, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DIRTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AccordFieldEditor *
editor_for (AccordForm *self, int index)
{
  for (guint i = 0; i < self->editors->len; i++)
    if ((int) accord_field_editor_get_index (self->editors->pdata[i]) == index)
      return self->editors->pdata[i];
  return NULL;
}

static void
set_notice (AccordForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->notice), message != NULL ? message : "");
  gtk_widget_set_visible (self->notice, message != NULL);
}

static void
update_dirty (AccordForm *self)
{
  gboolean dirty = FALSE;

  for (guint i = 0; i < self->editors->len; i++)
    dirty |= accord_field_editor_get_touched (self->editors->pdata[i]);
  if (dirty == self->dirty)
    return;
  self->dirty = dirty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
}

/* Takes over what the touched editors show; says beside each what cannot be its value. */
gboolean
accord_form_store_touched (AccordForm *self, AccordRecord *copy)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->editors->len; i++)
    {
      AccordFieldEditor *editor = self->editors->pdata[i];
      g_autoptr (GError) error = NULL;
      const char *message;

      if (!accord_field_editor_get_touched (editor))
        continue;
      if (accord_field_editor_store (editor, copy, &error))
        {
          accord_field_editor_set_error (editor, NULL);
          continue;
        }
      accord_form_find_invalid (accord_record_get_kind (copy), error->message, &message);
      accord_field_editor_set_error (editor, message);
      good = FALSE;
    }
  return good;
}

/* Puts a refusal where it belongs: beside its field if that is here, else above the form. */
void
accord_form_show_refusal (AccordForm *self, const GError *error)
{
  const char *message;
  AccordFieldEditor *editor = editor_for (
      self, accord_form_find_invalid (accord_record_get_kind (self->record), error->message, &message));

  if (editor != NULL)
    accord_field_editor_set_error (editor, message);
  else
    set_notice (self, error->message);
}

/* Whether a refusal is about a field that is edited here. */
gboolean
accord_form_can_show (AccordForm *self, const GError *error)
{
  const char *message;

  return editor_for (
             self, accord_form_find_invalid (accord_record_get_kind (self->record), error->message, &message))
         != NULL;
}

/* While a person types, only what they have touched is found fault with. */
static void
check_quietly (AccordForm *self)
{
  g_autoptr (AccordRecord) copy = accord_record_copy (self->record);
  g_autoptr (GError) error = NULL;
  const char *message;
  AccordFieldEditor *editor;

  for (guint i = 0; i < self->editors->len; i++)
    if (!accord_field_editor_get_touched (self->editors->pdata[i]))
      accord_field_editor_set_error (self->editors->pdata[i], NULL);
  if (!accord_form_store_touched (self, copy) || accord_record_validate (copy, &error))
    return;
  editor =
      editor_for (self, accord_form_find_invalid (accord_record_get_kind (copy), error->message, &message));
  if (editor != NULL && accord_field_editor_get_touched (editor))
    accord_field_editor_set_error (editor, message);
}

static void
on_edited (AccordFieldEditor *editor, AccordForm *self)
{
  /* A fault that is shown goes away with the cause; a new one waits until the field is left. */
  if (accord_field_editor_get_error (editor) != NULL)
    check_quietly (self);
  update_dirty (self);
}

static void
on_left (AccordFieldEditor *editor, AccordForm *self)
{
  if (accord_field_editor_get_touched (editor))
    check_quietly (self);
}

static void
tell_of_conflict (AccordForm *self, guint index)
{
  const AccordField *field = &accord_record_get_kind (self->record)->fields[index];
  g_autofree char *value = accord_form_dup_value (self->record, index);
  /* Translators: the label of a field, then what somebody else put there. */
  g_autofree char *message =
      g_strdup_printf (_ ("%s was changed elsewhere to “%s”. If you save, what you typed replaces it."),
                       _ (field->label), value != NULL ? value : _ ("not known"));

  set_notice (self, message);
}

static void
on_record_notify (AccordForm *self, GParamSpec *pspec)
{
  int index = accord_kind_find_field (accord_record_get_kind (self->record), pspec->name);
  AccordFieldEditor *editor = editor_for (self, index);

  if (editor == NULL || self->saving)
    return;
  if (!accord_field_editor_get_touched (editor))
    accord_field_editor_load (editor, self->record);
  else
    tell_of_conflict (self, index);
}

static void
accord_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_DIRTY)
    g_value_set_boolean (value, ACCORD_FORM (object)->dirty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_form_dispose (GObject *object)
{
  AccordForm *self = ACCORD_FORM (object);

  g_clear_pointer (&self->notice, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_ptr_array_set_size (self->editors, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_form_parent_class)->dispose (object);
}

static void
accord_form_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_FORM (object)->editors);

  G_OBJECT_CLASS (accord_form_parent_class)->finalize (object);
}

static void
accord_form_class_init (AccordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_form_get_property;
  object_class->dispose = accord_form_dispose;
  object_class->finalize = accord_form_finalize;

  /**
   * AccordForm:dirty:
   *
   * Whether a person changed something that is not saved.
   */
  properties[PROP_DIRTY] =
      g_param_spec_boolean ("dirty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
accord_form_init (AccordForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);

  self->notice = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_widget_add_css_class (self->notice, "notice");
  gtk_widget_add_css_class (self->notice, "inset");
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_widget_set_parent (self->notice, GTK_WIDGET (self));

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

static void
add_editors (AccordForm *self, GArray *fields)
{
  const AccordKind *kind = accord_record_get_kind (self->record);
  int row = 0, column = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      guint index = g_array_index (fields, guint, i);
      GtkWidget *editor = accord_field_editor_new (self->workspace, kind, index);
      gboolean narrow = accord_form_is_narrow (self->record, index);
      gboolean has_words = narrow && accord_kind_find_words (kind, index) >= 0;

      if (column == 1 && (!narrow || has_words))
        row++, column = 0;
      gtk_grid_attach (GTK_GRID (self->grid), editor, column, row, narrow ? 1 : 2, 1);
      if (!narrow || column == 1)
        row++, column = 0;
      else
        column = 1;
      accord_field_editor_load (ACCORD_FIELD_EDITOR (editor), self->record);
      g_ptr_array_add (self->editors, g_object_ref (editor));
      g_signal_connect_object (editor, "edited", G_CALLBACK (on_edited), self, 0);
      g_signal_connect_object (editor, "left", G_CALLBACK (on_left), self, 0);
    }
}

/**
 * accord_form_new:
 * @workspace: where the record is kept, or is to be
 * @record: the open record, or a new one with what is known of it already; the form does not change it
 * @fields: (element-type guint): indices of the fields to edit, in order
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
accord_form_new (AccordWorkspace *workspace, AccordRecord *record, GArray *fields)
{
  AccordForm *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (ACCORD_IS_RECORD (record), NULL);

  self = g_object_new (ACCORD_TYPE_FORM, NULL);
  self->workspace = g_object_ref (workspace);
  self->record = g_object_ref (record);
  add_editors (self, fields);
  g_signal_connect_object (record, "notify", G_CALLBACK (on_record_notify), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
accord_form_get_dirty (AccordForm *self)
{
  g_return_val_if_fail (ACCORD_IS_FORM (self), FALSE);

  return self->dirty;
}

/**
 * accord_form_get_editor:
 * @self: a form
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): its editor, or %NULL when it is not edited here
 */
AccordFieldEditor *
accord_form_get_editor (AccordForm *self, const char *field)
{
  g_return_val_if_fail (ACCORD_IS_FORM (self), NULL);

  return editor_for (self, accord_kind_find_field (accord_record_get_kind (self->record), field));
}

/**
 * accord_form_get_notice:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): what is said above the form
 */
const char *
accord_form_get_notice (AccordForm *self)
{
  g_return_val_if_fail (ACCORD_IS_FORM (self), NULL);

  return gtk_widget_get_visible (self->notice) ? gtk_label_get_label (GTK_LABEL (self->notice)) : NULL;
}

/* A copy of the record with what the editors show; says in the form what cannot be kept. */
AccordRecord *
accord_form_make_copy (AccordForm *self, GError **error)
{
  g_autoptr (AccordRecord) copy = accord_record_copy (self->record);

  set_notice (self, NULL);
  if (!accord_form_store_touched (self, copy))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                           _ ("Something in the form is not right; it says so beside the field."));
      return NULL;
    }
  if (!accord_record_validate (copy, error))
    {
      accord_form_show_refusal (self, *error);
      return NULL;
    }
  return g_steal_pointer (&copy);
}

void
accord_form_focus_first (AccordForm *self)
{
  g_return_if_fail (ACCORD_IS_FORM (self));

  if (self->editors->len > 0)
    accord_field_editor_focus (self->editors->pdata[0]);
}

/**
 * accord_form_focus_fault:
 * @self: a form
 *
 * Puts the focus into the first field that something is wrong with.
 *
 * Returns: whether there is one
 */
gboolean
accord_form_focus_fault (AccordForm *self)
{
  g_return_val_if_fail (ACCORD_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->editors->len; i++)
    if (accord_field_editor_get_error (self->editors->pdata[i]) != NULL)
      return accord_field_editor_focus (self->editors->pdata[i]);
  return FALSE;
}
