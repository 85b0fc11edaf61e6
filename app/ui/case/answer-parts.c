/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/answer-parts.h"

#include "form/field-editor.h"
#include "form/form-model.h"
#include "form/page-parts.h"
#include "status.h"

#include <glib/gi18n-lib.h>

/**
 * accord_answer_state_button:
 * @answer: a record
 * @state: its field with the states
 * @index: one of its choices
 *
 * Returns: (transfer floating): a toggle button with the icon and the words of the choice, pressed where the
 * record has it
 */
GtkWidget *
accord_answer_state_button (AccordRecord *answer, const AccordField *state, guint index)
{
  const AccordChoice *choice = &state->choices[index];
  const AccordStatus *status = accord_status_find (state, choice->value);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", status->icon_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, status->style_class);
  gtk_box_append (GTK_BOX (content), image);
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ (choice->label)));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (choice->label),
                                  -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                g_strcmp0 (accord_record_get_text (answer, state->name), choice->value) == 0);
  return button;
}

/**
 * accord_answer_notice:
 *
 * Returns: (transfer floating): a label, hidden, for what was refused and is in no field
 */
GtkWidget *
accord_answer_notice (void)
{
  GtkWidget *notice = accord_page_label (NULL, "notice");

  gtk_widget_add_css_class (notice, "error");
  gtk_widget_add_css_class (notice, "inset");
  gtk_widget_hide (notice);
  return notice;
}

/**
 * accord_answer_is_touched:
 * @editors: (array length=n_editors): field editors
 * @n_editors: their number
 *
 * Returns: whether a person changed something in one of them
 */
gboolean
accord_answer_is_touched (GtkWidget *const *editors, guint n_editors)
{
  for (guint i = 0; i < n_editors; i++)
    if (accord_field_editor_get_touched (ACCORD_FIELD_EDITOR (editors[i])))
      return TRUE;
  return FALSE;
}

/**
 * accord_answer_show_refusal:
 * @editors: (array length=n_editors): field editors
 * @n_editors: their number
 * @notice: the label for what is in none of them
 * @kind: the kind of the record
 * @message: why it was not kept
 *
 * Says what was refused where it is, and puts the focus there.
 */
void
accord_answer_show_refusal (GtkWidget *const *editors, guint n_editors, GtkWidget *notice,
                            const AccordKind *kind, const char *message)
{
  const char *rest = message;
  const int field = accord_form_find_invalid (kind, message, &rest);

  for (guint i = 0; field >= 0 && i < n_editors; i++)
    if (accord_field_editor_get_index (ACCORD_FIELD_EDITOR (editors[i])) == (guint) field)
      {
        accord_field_editor_set_error (ACCORD_FIELD_EDITOR (editors[i]), rest);
        accord_field_editor_focus (ACCORD_FIELD_EDITOR (editors[i]));
        return;
      }
  gtk_label_set_label (GTK_LABEL (notice), message);
  gtk_widget_show (notice);
}
