/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include <glib/gi18n-lib.h>

#define BESIDE 6

/**
 * accord_pdf_view_has_selection:
 * @self: a view
 *
 * Returns: whether words are selected
 */
gboolean
accord_pdf_view_has_selection (AccordPdfView *self)
{
  return self->selected_page != NO_PAGE && self->anchor != self->caret;
}

static AccordPdfContent *
get_content (AccordPdfView *self)
{
  return self->selected_page != NO_PAGE && self->render != NULL
             ? accord_pdf_render_get_content (self->render, self->selected_page)
             : NULL;
}

/**
 * accord_pdf_view_show_selection:
 * @self: a view
 * @sheet: one of its sheets
 *
 * Shows what is selected on that page.
 */
void
accord_pdf_view_show_selection (AccordPdfView *self, AccordPdfSheet *sheet)
{
  AccordPdfContent *content = get_content (self);
  g_autoptr (AccordPdfPlace) place = NULL;
  AccordPdfRectangle caret;

  if (content == NULL || accord_pdf_sheet_get_page (sheet) != self->selected_page)
    {
      accord_pdf_sheet_set_selection (sheet, NULL, NULL);
      return;
    }
  place = accord_pdf_text_dup_place (content, self->selected_page, MIN (self->anchor, self->caret),
                                     MAX (self->anchor, self->caret));
  caret = accord_pdf_text_get_caret (content, self->caret);
  accord_pdf_sheet_set_selection (sheet, g_array_ref (place->rectangles), self->caret_shown ? &caret : NULL);
}

/**
 * accord_pdf_view_select:
 * @self: a view
 * @page: counted from 0, or %NO_PAGE to select nothing
 * @anchor: where it begins, a place in the words of the page
 * @caret: where it ends, before or behind @anchor
 * @caret_shown: whether the keyboard is at it
 *
 * Selects words. Those who ask are told by accord_pdf_view_selection_settled().
 */
void
accord_pdf_view_select (AccordPdfView *self, guint page, guint anchor, guint caret, gboolean caret_shown)
{
  guint before = self->selected_page;
  gboolean had = accord_pdf_view_has_selection (self);

  self->selected_page = page;
  self->anchor = anchor;
  self->caret = caret;
  self->caret_shown = caret_shown && page != NO_PAGE;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      guint at = accord_pdf_sheet_get_page (self->sheets->pdata[i]);

      if (at == page || at == before)
        accord_pdf_view_show_selection (self, self->sheets->pdata[i]);
    }
  if (had != accord_pdf_view_has_selection (self))
    g_object_notify (G_OBJECT (self), "has-selection");
}

/**
 * accord_pdf_view_selection_settled:
 * @self: a view
 *
 * Tells what is selected, now that it is no longer changing.
 */
void
accord_pdf_view_selection_settled (AccordPdfView *self)
{
  g_autoptr (AccordPdfPlace) place = accord_pdf_view_dup_selection (self);

  gtk_widget_set_visible (self->comment, place != NULL && self->commentable);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* What is selected is heard as what the focused widget is described by. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  place != NULL && place->quote != NULL ? place->quote : "", -1);
  g_signal_emit_by_name (self, "place-chosen", place);
}

/**
 * accord_pdf_view_dup_selection:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): what is selected, with its words, or %NULL if nothing is
 */
AccordPdfPlace *
accord_pdf_view_dup_selection (AccordPdfView *self)
{
  AccordPdfContent *content = get_content (self);

  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), NULL);

  if (content == NULL || !accord_pdf_view_has_selection (self))
    return NULL;
  return accord_pdf_text_dup_place (content, self->selected_page, MIN (self->anchor, self->caret),
                                    MAX (self->anchor, self->caret));
}

/**
 * accord_pdf_view_clear_selection:
 * @self: a view
 *
 * Selects nothing.
 */
void
accord_pdf_view_clear_selection (AccordPdfView *self)
{
  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (self->selected_page == NO_PAGE)
    return;
  accord_pdf_view_select (self, NO_PAGE, 0, 0, FALSE);
  accord_pdf_view_selection_settled (self);
}

/**
 * accord_pdf_view_select_page:
 * @self: a view
 *
 * Selects all words of the page that is read.
 */
void
accord_pdf_view_select_page (AccordPdfView *self)
{
  AccordPdfContent *content;

  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  content = self->render != NULL ? accord_pdf_render_get_content (self->render, self->page) : NULL;
  if (content == NULL || content->n_glyphs == 0)
    return;
  accord_pdf_view_select (self, self->page, 0, content->n_glyphs, FALSE);
  accord_pdf_view_selection_settled (self);
}

/**
 * accord_pdf_view_copy:
 * @self: a view
 *
 * Copies the selected words, in lines as they are on the page.
 */
void
accord_pdf_view_copy (AccordPdfView *self)
{
  AccordPdfContent *content = get_content (self);
  g_autofree char *text = NULL;

  if (content == NULL || !accord_pdf_view_has_selection (self))
    return;
  text = accord_pdf_text_dup (content, MIN (self->anchor, self->caret), MAX (self->anchor, self->caret));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The caret begins where one looks: at the first words that are in sight. */
static gboolean
put_caret (AccordPdfView *self)
{
  AccordPdfContent *content = accord_pdf_render_get_content (self->render, self->page);
  double x, y;

  if (content == NULL || content->n_glyphs == 0)
    return FALSE;
  accord_pdf_view_find_point (self, 0, 0, self->page, &x, &y);
  for (guint i = 0; i < content->n_glyphs; i++)
    if (content->glyphs[i].y1 >= y)
      {
        accord_pdf_view_select (self, self->page, i, i, TRUE);
        return TRUE;
      }
  accord_pdf_view_select (self, self->page, 0, 0, TRUE);
  return TRUE;
}

/**
 * accord_pdf_view_move_caret:
 * @self: a view
 * @step: how far
 * @on: whether onwards, and not back
 * @extend: whether to select what is passed
 *
 * Moves the caret, and the pages with it.
 *
 * Returns: whether there is a caret
 */
gboolean
accord_pdf_view_move_caret (AccordPdfView *self, AccordPdfStep step, gboolean on, gboolean extend)
{
  AccordPdfContent *content;
  AccordPdfRectangle place;
  guint caret;

  if (self->render == NULL || (get_content (self) == NULL && !put_caret (self)))
    return FALSE;
  content = get_content (self);
  caret = accord_pdf_text_step (content, self->caret, step, on);
  accord_pdf_view_select (self, self->selected_page, extend ? self->anchor : caret, caret, TRUE);
  place = accord_pdf_text_get_caret (content, caret);
  accord_pdf_view_reveal (self, self->selected_page, &place, ACCORD_PDF_REVEAL_GENTLY);
  accord_pdf_view_selection_settled (self);
  return TRUE;
}

/* --- The button beside what is selected. */

/**
 * accord_pdf_view_place_comment:
 * @self: a view
 *
 * Gives the button its place, below the end of what is selected.
 */
void
accord_pdf_view_place_comment (AccordPdfView *self)
{
  g_autoptr (AccordPdfPlace) place = NULL;
  AccordPdfRectangle page, last;
  GtkRequisition size;
  double scale = accord_pdf_view_get_scale (self), x, y;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!gtk_widget_get_visible (self->comment))
    return;
  gtk_widget_get_preferred_size (self->comment, &size, NULL);
  place = accord_pdf_view_dup_selection (self);
  if (place == NULL || place->rectangles->len == 0)
    {
      gtk_widget_size_allocate (self->comment,
                                &(GtkAllocation){ -size.width, -size.height, size.width, size.height }, -1);
      return;
    }
  last = g_array_index (place->rectangles, AccordPdfRectangle, place->rectangles->len - 1);
  page = accord_pdf_layout_get_page (&self->layout, place->page);
  x = page.x1 + last.x2 * scale - gtk_adjustment_get_value (self->adjustments[ACROSS]) - size.width / 2.0;
  y = page.y1 + last.y2 * scale - gtk_adjustment_get_value (self->adjustments[DOWN]) + BESIDE;
  /* It goes out of sight with the words, and stays beside them until then. */
  if (y < height && y + size.height > height)
    y = height - size.height - BESIDE;
  x = CLAMP (x, BESIDE, MAX (width - size.width - BESIDE, BESIDE));
  gtk_widget_size_allocate (self->comment, &(GtkAllocation){ (int) x, (int) y, size.width, size.height }, -1);
}

/**
 * accord_pdf_view_request_comment:
 * @self: a view
 *
 * Asks for a comment on what is selected.
 */
void
accord_pdf_view_request_comment (AccordPdfView *self)
{
  g_autoptr (AccordPdfPlace) place = accord_pdf_view_dup_selection (self);

  if (place != NULL && self->commentable)
    g_signal_emit_by_name (self, "comment-requested", place);
}

/**
 * accord_pdf_view_add_comment_button:
 * @self: a view
 *
 * Makes the button.
 */
void
accord_pdf_view_add_comment_button (AccordPdfView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->comment = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("accord-comment-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Comment")));
  gtk_button_set_child (GTK_BUTTON (self->comment), box);
  gtk_widget_set_tooltip_text (self->comment, _ ("Comment on what is selected (Ctrl+M)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comment"), -1);
  gtk_widget_add_css_class (self->comment, "comment-here");
  gtk_widget_add_css_class (self->comment, "suggested-action");
  gtk_widget_set_visible (self->comment, FALSE);
  gtk_widget_set_parent (self->comment, GTK_WIDGET (self));
  g_signal_connect_swapped (self->comment, "clicked", G_CALLBACK (accord_pdf_view_request_comment), self);
}
