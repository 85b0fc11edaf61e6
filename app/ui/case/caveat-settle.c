/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/caveat-settle.h"

#include "form/form-model.h"

static GtkEditable *
entry_of (AccordFieldEditor *editor)
{
  return GTK_EDITABLE (accord_field_editor_get_control (editor));
}

/* Today, as it is typed. */
static char *
dup_today (AccordFieldEditor *day, const AccordKind *kind, const char *today)
{
  guint index = accord_field_editor_get_index (day);
  g_autoptr (AccordRecord) record = accord_record_new (kind);

  accord_record_set_text (record, kind->fields[index].name, today);
  return accord_form_dup_own_value (record, (int) index);
}

/**
 * accord_caveat_settle:
 * @day: the editor of the day on which a step of a caveat was taken
 * @who: the editor of who took it
 * @taken: whether it was taken
 * @caveat: the caveat
 * @today: today as an ISO date
 * @usual: (nullable): who takes it where nobody says otherwise
 *
 * A step is taken on the day it is recorded unless a person says otherwise; a step that was not taken has
 * neither a day nor anybody who took it.
 */
void
accord_caveat_settle (AccordFieldEditor *day, AccordFieldEditor *who, gboolean taken, AccordRecord *caveat,
                      const char *today, const char *usual)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (day), taken);
  gtk_widget_set_visible (GTK_WIDGET (who), taken);
  if (!taken)
    {
      gtk_editable_set_text (entry_of (day), "");
      gtk_editable_set_text (entry_of (who), "");
      return;
    }
  if (*gtk_editable_get_text (entry_of (day)) == '\0')
    {
      words = dup_today (day, accord_record_get_kind (caveat), today);
      gtk_editable_set_text (entry_of (day), words);
    }
  if (usual != NULL && *gtk_editable_get_text (entry_of (who)) == '\0')
    gtk_editable_set_text (entry_of (who), usual);
}
