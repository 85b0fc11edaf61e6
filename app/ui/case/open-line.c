/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/open-line.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

/* Beside its editor, what is edited is not read a second time. */
static void
show_parts (AccordOpenLine *self)
{
  gtk_widget_set_visible (self->second,
                          *gtk_label_get_label (GTK_LABEL (self->second)) != '\0' && self->editor == NULL);
  gtk_widget_set_visible (self->pill, self->editor == NULL);
}

/**
 * accord_open_line_init:
 * @self: a line, in the memory of @row
 * @row: a widget laid out as a box
 * @first: (nullable) (transfer floating): what stands before the words
 * @few_chars: the most characters that the words ask for
 *
 * Makes the line the only child of @row.
 */
void
accord_open_line_init (AccordOpenLine *self, GtkWidget *row, GtkWidget *first, int few_chars)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = accord_words_new (2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (row)),
                                  GTK_ORIENTATION_VERTICAL);
  self->row = row;
  self->editor = NULL;
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "card-line");
  self->text = accord_page_label (NULL, NULL);
  self->second = accord_page_label (NULL, "second-line");
  /* Wrapped words ask for one line unless told otherwise, and would take the room of the pill. */
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), few_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (self->second), few_chars);
  gtk_widget_add_css_class (words, "words");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  accord_words_append (words, self->text);
  accord_words_append (words, self->second);
  self->pill = accord_status_pill_new ();
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (self->pill));
  gtk_widget_set_valign (self->pill, GTK_ALIGN_START);
  if (first != NULL)
    gtk_box_append (GTK_BOX (content), first);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), self->pill);
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_set_parent (self->button, row);
}

/**
 * accord_open_line_show:
 * @self: a line
 * @text: what it is about
 * @second: what was said to it, or ""
 *
 * Shows the words as they are now; what is being typed stays.
 */
void
accord_open_line_show (AccordOpenLine *self, const char *text, const char *second)
{
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_label_set_label (GTK_LABEL (self->second), second);
  show_parts (self);
}

/**
 * accord_open_line_open:
 * @self: a line that is not open
 * @editor: (transfer floating): an editor
 *
 * Shows the editor under the line.
 */
void
accord_open_line_open (AccordOpenLine *self, GtkWidget *editor)
{
  self->editor = editor;
  gtk_widget_set_parent (editor, self->row);
  gtk_widget_add_css_class (self->row, "editing");
  show_parts (self);
}

/**
 * accord_open_line_close:
 * @self: a line
 *
 * Takes the editor away, with what was typed.
 *
 * Returns: whether there was one
 */
gboolean
accord_open_line_close (AccordOpenLine *self)
{
  GtkRoot *root = gtk_widget_get_root (self->row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor == NULL)
    return FALSE;
  /* What goes must have lost the focus before. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->editor))
    gtk_widget_grab_focus (self->button);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_remove_css_class (self->row, "editing");
  show_parts (self);
  return TRUE;
}

/**
 * accord_open_line_clear:
 * @self: a line
 *
 * Takes all of it from its row, which is disposed of.
 */
void
accord_open_line_clear (AccordOpenLine *self)
{
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
}
