/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/entry-editor.h"

#include "date.h"
#include "form/form-model.h"

/* Text, codes, dates and all numbers: whatever is typed on one line and read by accord_record_parse_field().
 */
struct _AccordEntryEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *entry;
  const char *rest; /* of "today", whose first letter has done it all, or %NULL */
};

G_DEFINE_FINAL_TYPE (AccordEntryEditor, accord_entry_editor, ACCORD_TYPE_FIELD_EDITOR)

static gboolean
is_number (const AccordField *field)
{
  return field->type == ACCORD_FIELD_MONEY || field->type == ACCORD_FIELD_COUNT
         || field->type == ACCORD_FIELD_PERCENT || field->type == ACCORD_FIELD_DECIMAL;
}

/* What people read is also what they can type, but for codes that are read as words. Only a sum has two
 * forms; that without pence is used where there are none. */
static char *
dup_text (AccordRecord *record, guint index)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];

  if (field->type == ACCORD_FIELD_MONEY && !accord_record_is_empty (record, index))
    return accord_form_dup_own_value (record, index);
  return field->dup_words != NULL ? accord_record_dup_plain (record, index)
                                  : accord_record_dup_display (record, index);
}

static void
accord_entry_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  AccordEntryEditor *self = ACCORD_ENTRY_EDITOR (editor);
  g_autofree char *text = dup_text (record, accord_field_editor_get_index (editor));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static gboolean
accord_entry_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  AccordEntryEditor *self = ACCORD_ENTRY_EDITOR (editor);

  return accord_record_parse_field (record, accord_field_editor_get_index (editor),
                                    gtk_editable_get_text (GTK_EDITABLE (self->entry)), error);
}

static void
on_changed (AccordEntryEditor *self)
{
  accord_field_editor_note_edit (ACCORD_FIELD_EDITOR (self));
}

/* Shows what was made of the text, so that "1.4.19" is seen to be 1 April. */
static void
show_as_read (AccordEntryEditor *self)
{
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (self);
  guint index = accord_field_editor_get_index (editor);
  g_autoptr (AccordRecord) trial = NULL;
  g_autofree char *text = NULL;

  if (accord_field_editor_get_field (editor)->type == ACCORD_FIELD_TEXT
      || accord_field_editor_get_field (editor)->type == ACCORD_FIELD_CODE)
    return;
  trial = accord_record_new (accord_field_editor_get_kind (editor));
  if (!accord_entry_editor_store (editor, trial, NULL))
    return;
  text = dup_text (trial, index);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
on_leave (AccordEntryEditor *self)
{
  if (accord_field_editor_get_touched (ACCORD_FIELD_EDITOR (self)))
    show_as_read (self);
  /* Of what is longer than the entry, the beginning is to be seen. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
  accord_field_editor_note_left (ACCORD_FIELD_EDITOR (self));
}

static void
show_day (AccordEntryEditor *self, const char *iso)
{
  g_autofree char *text = accord_date_format (iso);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* As in a ledger: T is today, and whoever writes the word gets the same; + and − are a day later and earlier.
 * While a date is being written, they are the letter and the signs they are. */
static gboolean
on_key (AccordEntryEditor *self, guint key, guint code, GdkModifierType state)
{
  gboolean today = key == GDK_KEY_t || key == GDK_KEY_T;
  gboolean later = key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add;
  gboolean earlier = key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *rest = self->rest;
  g_autofree char *day = NULL;

  self->rest = NULL;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (rest != NULL && *rest != '\0' && gdk_keyval_to_lower (key) == (guint) *rest)
    {
      self->rest = rest + 1;
      return TRUE;
    }
  if (!today && !later && !earlier)
    return FALSE;
  day = accord_date_step (text, later ? 1 : earlier ? -1 : 0);
  if (day == NULL)
    return FALSE;
  if (today)
    {
      g_free (day);
      day = accord_date_step ("", 0);
      self->rest = "oday";
    }
  show_day (self, day);
  return TRUE;
}

static void
watch_keys (AccordEntryEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

static void
accord_entry_editor_constructed (GObject *object)
{
  AccordEntryEditor *self = ACCORD_ENTRY_EDITOR (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const AccordField *field = NULL;

  G_OBJECT_CLASS (accord_entry_editor_parent_class)->constructed (object);

  field = accord_field_editor_get_field (ACCORD_FIELD_EDITOR (self));
  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  if (is_number (field))
    {
      gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
      gtk_widget_add_css_class (self->entry, "tabular");
    }
  accord_field_editor_set_control (ACCORD_FIELD_EDITOR (self), self->entry, self->entry);
  if (field->flags & ACCORD_FIELD_REQUIRED)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  if (field->type == ACCORD_FIELD_DATE)
    watch_keys (self);
}

static void
accord_entry_editor_class_init (AccordEntryEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_entry_editor_constructed;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_entry_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_entry_editor_store;
}

static void
accord_entry_editor_init (AccordEntryEditor *self)
{
}
