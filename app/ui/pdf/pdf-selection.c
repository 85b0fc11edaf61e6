/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-selection.h"

/* Nobody quotes more, and the words of its pages are all held. */
#define MOST_PAGES 100

static gboolean
is_before (const AccordPdfPoint *a, const AccordPdfPoint *b)
{
  return a->page != b->page ? a->page < b->page : a->at < b->at;
}

static const AccordPdfPoint *
get_first (const AccordPdfSelection *self)
{
  return is_before (&self->caret, &self->anchor) ? &self->caret : &self->anchor;
}

static const AccordPdfPoint *
get_last (const AccordPdfSelection *self)
{
  return is_before (&self->caret, &self->anchor) ? &self->anchor : &self->caret;
}

/**
 * accord_pdf_selection_init:
 * @self: (out caller-allocates): a selection
 *
 * Makes it one of nothing; accord_pdf_selection_clear() frees what it holds.
 */
void
accord_pdf_selection_init (AccordPdfSelection *self)
{
  self->anchor = self->caret = (AccordPdfPoint){ ACCORD_PDF_NO_PAGE, 0 };
  self->contents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_pdf_content_unref);
}

void
accord_pdf_selection_clear (AccordPdfSelection *self)
{
  g_clear_pointer (&self->contents, g_hash_table_unref);
}

/* --- What is selected. */

/* Holds the words of a page; whether they were read. */
static gboolean
hold (AccordPdfSelection *self, AccordPdfRender *render, guint page)
{
  AccordPdfContent *content;

  if (g_hash_table_contains (self->contents, GUINT_TO_POINTER (page)))
    return TRUE;
  content = render != NULL ? accord_pdf_render_get_content (render, page) : NULL;
  if (content == NULL)
    return FALSE;
  g_hash_table_insert (self->contents, GUINT_TO_POINTER (page), accord_pdf_content_ref (content));
  return TRUE;
}

static gboolean
is_left (gpointer page, gpointer content, gpointer selection)
{
  return !accord_pdf_selection_has_page (selection, GPOINTER_TO_UINT (page));
}

/**
 * accord_pdf_selection_set:
 * @self: a selection
 * @render: (nullable): what reads the pages
 * @anchor: where it begins, or a page of %ACCORD_PDF_NO_PAGE to select nothing
 * @caret: where it is to end
 *
 * Selects words. Where those of a page between were not read yet, it ends before that page: nothing is
 * selected that could not be copied.
 */
void
accord_pdf_selection_set (AccordPdfSelection *self, AccordPdfRender *render, AccordPdfPoint anchor,
                          AccordPdfPoint caret)
{
  guint page = anchor.page, last = anchor.page;
  gboolean on = caret.page >= anchor.page;

  self->anchor = self->caret = anchor;
  if (anchor.page == ACCORD_PDF_NO_PAGE || !hold (self, render, page))
    {
      self->anchor = self->caret = (AccordPdfPoint){ ACCORD_PDF_NO_PAGE, 0 };
      g_hash_table_remove_all (self->contents);
      return;
    }
  for (guint n = 1; page != caret.page && n < MOST_PAGES; n++)
    {
      page = on ? page + 1 : page - 1;
      if (!hold (self, render, page))
        break;
      last = page;
    }
  if (last != caret.page)
    caret = (AccordPdfPoint){ last, on ? accord_pdf_selection_get_content (self, last)->n_glyphs : 0 };
  self->caret = caret;
  g_hash_table_foreach_remove (self->contents, is_left, self);
}

gboolean
accord_pdf_selection_is_empty (const AccordPdfSelection *self)
{
  return self->anchor.page == ACCORD_PDF_NO_PAGE
         || (self->anchor.page == self->caret.page && self->anchor.at == self->caret.at);
}

/**
 * accord_pdf_selection_has_page:
 * @self: a selection
 * @page: counted from 0
 *
 * Returns: whether the selection or its caret is on the page
 */
gboolean
accord_pdf_selection_has_page (const AccordPdfSelection *self, guint page)
{
  return self->anchor.page != ACCORD_PDF_NO_PAGE && page >= get_first (self)->page
         && page <= get_last (self)->page;
}

/**
 * accord_pdf_selection_get_content:
 * @self: a selection
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): what stands on one of its pages
 */
AccordPdfContent *
accord_pdf_selection_get_content (const AccordPdfSelection *self, guint page)
{
  return g_hash_table_lookup (self->contents, GUINT_TO_POINTER (page));
}

static void
get_bounds (const AccordPdfSelection *self, guint page, guint *from, guint *to)
{
  *from = page == get_first (self)->page ? get_first (self)->at : 0;
  *to = page == get_last (self)->page ? get_last (self)->at : G_MAXUINT;
}

/**
 * accord_pdf_selection_dup_part:
 * @self: a selection
 * @page: one of its pages
 *
 * Returns: (transfer full): what is selected on that page
 */
AccordPdfPlace *
accord_pdf_selection_dup_part (const AccordPdfSelection *self, guint page)
{
  guint from, to;

  get_bounds (self, page, &from, &to);
  return accord_pdf_text_dup_place (accord_pdf_selection_get_content (self, page), page, from, to);
}

/* The first or last of its pages on which words are selected. */
static AccordPdfPlace *
dup_outermost (const AccordPdfSelection *self, gboolean last)
{
  guint from = get_first (self)->page, to = get_last (self)->page;

  for (guint i = 0; i <= to - from; i++)
    {
      g_autoptr (AccordPdfPlace) part = accord_pdf_selection_dup_part (self, last ? to - i : from + i);

      if (part->rectangles->len > 0 || i == to - from)
        return g_steal_pointer (&part);
    }
  return NULL;
}

/**
 * accord_pdf_selection_dup_end:
 * @self: a selection that is not empty
 *
 * Returns: (transfer full): what is selected on the last of its pages that has words
 */
AccordPdfPlace *
accord_pdf_selection_dup_end (const AccordPdfSelection *self)
{
  return dup_outermost (self, TRUE);
}

/**
 * accord_pdf_selection_dup_place:
 * @self: a selection
 *
 * A place is on one page. Of words that go over several it is where they begin, with all that is quoted.
 *
 * Returns: (transfer full) (nullable): it, or %NULL if nothing is selected
 */
AccordPdfPlace *
accord_pdf_selection_dup_place (const AccordPdfSelection *self)
{
  AccordPdfPlace *place;

  if (accord_pdf_selection_is_empty (self))
    return NULL;
  place = dup_outermost (self, FALSE);
  g_free (place->quote);
  place->quote = accord_pdf_selection_dup_text (self);
  g_strdelimit (place->quote, "\n\r\t\f", ' ');
  g_strstrip (place->quote);
  return place;
}

/**
 * accord_pdf_selection_dup_text:
 * @self: a selection
 *
 * Returns: (transfer full): its words, in lines as on the pages
 */
char *
accord_pdf_selection_dup_text (const AccordPdfSelection *self)
{
  GString *text = g_string_new (NULL);

  if (accord_pdf_selection_is_empty (self))
    return g_string_free (text, FALSE);
  for (guint page = get_first (self)->page; page <= get_last (self)->page; page++)
    {
      g_autofree char *part = NULL;
      guint from, to;

      get_bounds (self, page, &from, &to);
      part = accord_pdf_text_dup (accord_pdf_selection_get_content (self, page), from, to);
      if (text->len > 0 && *part != '\0' && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

/* --- Its caret. */

/**
 * accord_pdf_selection_step:
 * @self: a selection
 * @render: what reads the pages
 * @step: how far
 * @on: whether onwards, and not back
 *
 * Returns: where the caret goes to; at the end of a page to the next, if that was read
 */
AccordPdfPoint
accord_pdf_selection_step (const AccordPdfSelection *self, AccordPdfRender *render, AccordPdfStep step,
                           gboolean on)
{
  AccordPdfContent *content = accord_pdf_selection_get_content (self, self->caret.page), *beside;
  AccordPdfPoint point = self->caret;

  point.at = accord_pdf_text_step (content, point.at, step, on);
  if (point.at != self->caret.at || step == ACCORD_PDF_STEP_LINE_END || (!on && point.page == 0))
    return point;
  beside = accord_pdf_render_get_content (render, on ? point.page + 1 : point.page - 1);
  if (beside == NULL)
    return point;
  point.page = on ? point.page + 1 : point.page - 1;
  point.at = on ? 0 : beside->n_glyphs;
  if (step == ACCORD_PDF_STEP_WORD || step == ACCORD_PDF_STEP_PAGE_END)
    point.at = accord_pdf_text_step (beside, point.at, step, on);
  return point;
}
