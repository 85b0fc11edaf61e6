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
  return !accord_pdf_selection_is_empty (&self->selection);
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
  const AccordPdfSelection *selection = &self->selection;
  guint page = accord_pdf_sheet_get_page (sheet);
  g_autoptr (AccordPdfPlace) part = NULL;
  AccordPdfRectangle caret;
  gboolean has_caret = self->caret_shown && page == selection->caret.page;

  if (!accord_pdf_selection_has_page (selection, page))
    {
      accord_pdf_sheet_set_selection (sheet, NULL, NULL);
      return;
    }
  part = accord_pdf_selection_dup_part (selection, page);
  caret = accord_pdf_text_get_caret (accord_pdf_selection_get_content (selection, page), selection->caret.at);
  accord_pdf_sheet_set_selection (sheet, g_array_ref (part->rectangles), has_caret ? &caret : NULL);
}

/**
 * accord_pdf_view_select:
 * @self: a view
 * @anchor: where it begins, or a page of %ACCORD_PDF_NO_PAGE to select nothing
 * @caret: where it ends, before or behind @anchor
 * @caret_shown: whether the keyboard is at it
 *
 * Selects words. Those who ask are told by accord_pdf_view_selection_settled().
 */
void
accord_pdf_view_select (AccordPdfView *self, AccordPdfPoint anchor, AccordPdfPoint caret,
                        gboolean caret_shown)
{
  gboolean had = accord_pdf_view_has_selection (self);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();

  for (guint i = 0; i < self->sheets->len; i++)
    if (accord_pdf_selection_has_page (&self->selection, accord_pdf_sheet_get_page (self->sheets->pdata[i])))
      g_ptr_array_add (sheets, self->sheets->pdata[i]);
  accord_pdf_selection_set (&self->selection, self->render, anchor, caret);
  self->caret_shown = caret_shown && anchor.page != ACCORD_PDF_NO_PAGE;
  for (guint i = 0; i < self->sheets->len; i++)
    if (g_ptr_array_find (sheets, self->sheets->pdata[i], NULL)
        || accord_pdf_selection_has_page (&self->selection,
                                          accord_pdf_sheet_get_page (self->sheets->pdata[i])))
      accord_pdf_view_show_selection (self, self->sheets->pdata[i]);
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
 * Of words that go over several pages it is the place on the first of them, with all words.
 *
 * Returns: (transfer full) (nullable): what is selected, with its words, or %NULL if nothing is
 */
AccordPdfPlace *
accord_pdf_view_dup_selection (AccordPdfView *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_VIEW (self), NULL);

  return accord_pdf_selection_dup_place (&self->selection);
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
  const AccordPdfPoint nowhere = { ACCORD_PDF_NO_PAGE, 0 };

  g_return_if_fail (ACCORD_IS_PDF_VIEW (self));

  if (self->selection.anchor.page == ACCORD_PDF_NO_PAGE)
    return;
  accord_pdf_view_select (self, nowhere, nowhere, FALSE);
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
  accord_pdf_view_select (self, (AccordPdfPoint){ self->page, 0 },
                          (AccordPdfPoint){ self->page, content->n_glyphs }, FALSE);
  accord_pdf_view_selection_settled (self);
}

/**
 * accord_pdf_view_copy:
 * @self: a view
 *
 * Copies the selected words, in lines as they are on the pages.
 */
void
accord_pdf_view_copy (AccordPdfView *self)
{
  g_autofree char *text = NULL;

  if (!accord_pdf_view_has_selection (self))
    return;
  text = accord_pdf_selection_dup_text (&self->selection);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The caret begins where one looks: at the first words that are in sight. */
static gboolean
put_caret (AccordPdfView *self)
{
  AccordPdfContent *content = accord_pdf_render_get_content (self->render, self->page);
  AccordPdfPoint caret = { self->page, 0 };
  double x, y;

  if (content == NULL || content->n_glyphs == 0)
    return FALSE;
  accord_pdf_view_find_point (self, 0, 0, self->page, &x, &y);
  while (caret.at < content->n_glyphs && content->glyphs[caret.at].y1 < y)
    caret.at++;
  if (caret.at == content->n_glyphs)
    caret.at = 0;
  accord_pdf_view_select (self, caret, caret, TRUE);
  return TRUE;
}

/**
 * accord_pdf_view_move_caret:
 * @self: a view
 * @step: how far
 * @on: whether onwards, and not back
 * @extend: whether to select what is passed
 *
 * Moves the caret, and the pages with it; from one page to the next.
 *
 * Returns: whether there is a caret
 */
gboolean
accord_pdf_view_move_caret (AccordPdfView *self, AccordPdfStep step, gboolean on, gboolean extend)
{
  AccordPdfSelection *selection = &self->selection;
  AccordPdfRectangle place;
  AccordPdfPoint caret;

  if (self->render == NULL || (selection->anchor.page == ACCORD_PDF_NO_PAGE && !put_caret (self)))
    return FALSE;
  caret = accord_pdf_selection_step (selection, self->render, step, on);
  accord_pdf_view_select (self, extend ? selection->anchor : caret, caret, TRUE);
  caret = selection->caret;
  place = accord_pdf_text_get_caret (accord_pdf_selection_get_content (selection, caret.page), caret.at);
  accord_pdf_view_reveal (self, caret.page, &place, ACCORD_PDF_REVEAL_GENTLY);
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
  place = accord_pdf_view_has_selection (self) ? accord_pdf_selection_dup_end (&self->selection) : NULL;
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
