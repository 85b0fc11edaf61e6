/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/words-editor.h"

#include "text/format-bar.h"
#include "text/text-format.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 96
#define GREATEST_HEIGHT 360

/* Text of several lines. */
struct _AccordWordsEditor
{
  AccordFieldEditor parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (AccordWordsEditor, accord_words_editor, ACCORD_TYPE_FIELD_EDITOR)

static void
accord_words_editor_load (AccordFieldEditor *editor, AccordRecord *record)
{
  AccordWordsEditor *self = ACCORD_WORDS_EDITOR (editor);
  const char *text = accord_record_peek_text (record, accord_field_editor_get_index (editor));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text != NULL ? text : "",
                            -1);
}

static gboolean
accord_words_editor_store (AccordFieldEditor *editor, AccordRecord *record, GError **error)
{
  AccordWordsEditor *self = ACCORD_WORDS_EDITOR (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  return accord_record_parse_field (record, accord_field_editor_get_index (editor),
                                    *text != '\0' ? text : NULL, error);
}

/* What people write may be formatted; the words of a document may not. */
static GtkWidget *
with_format_bar (AccordWordsEditor *self, GtkWidget *editing)
{
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (self);
  const AccordField *field = accord_field_editor_get_field (editor);
  GtkWidget *box;

  if (!accord_field_is_formatted (accord_field_editor_get_kind (editor),
                                  accord_field_editor_get_index (editor)))
    return editing;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box),
                  accord_format_bar_new (GTK_TEXT_VIEW (self->view), editing, _ (field->label)));
  gtk_box_append (GTK_BOX (box), editing);
  return box;
}

static void
accord_words_editor_constructed (GObject *object)
{
  AccordWordsEditor *self = ACCORD_WORDS_EDITOR (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (accord_words_editor_parent_class)->constructed (object);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab leaves the text, as it leaves any other field. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), GREATEST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scrolled, "words");
  accord_field_editor_set_control (ACCORD_FIELD_EDITOR (self), with_format_bar (self, scrolled), self->view);

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (accord_field_editor_note_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (accord_field_editor_note_left), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
}

static void
accord_words_editor_class_init (AccordWordsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_words_editor_constructed;
  ACCORD_FIELD_EDITOR_CLASS (klass)->load = accord_words_editor_load;
  ACCORD_FIELD_EDITOR_CLASS (klass)->store = accord_words_editor_store;
}

static void
accord_words_editor_init (AccordWordsEditor *self)
{
}
