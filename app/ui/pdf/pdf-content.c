/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-content.h"

static void
target_clear (AccordPdfTarget *self)
{
  g_free (self->address);
}

/**
 * accord_pdf_link_free:
 * @data: an #AccordPdfLink
 *
 * Frees it.
 */
void
accord_pdf_link_free (gpointer data)
{
  AccordPdfLink *self = data;

  target_clear (&self->target);
  g_free (self);
}

/**
 * accord_pdf_heading_free:
 * @data: an #AccordPdfHeading
 *
 * Frees it and the headings beneath it.
 */
void
accord_pdf_heading_free (gpointer data)
{
  AccordPdfHeading *self = data;

  g_free (self->title);
  target_clear (&self->target);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * accord_pdf_heading_new:
 *
 * Returns: (transfer full): a heading without words that leads nowhere
 */
AccordPdfHeading *
accord_pdf_heading_new (void)
{
  AccordPdfHeading *self = g_new0 (AccordPdfHeading, 1);

  self->target.page = -1;
  self->children = g_ptr_array_new_with_free_func (accord_pdf_heading_free);
  return self;
}

/**
 * accord_pdf_content_new:
 *
 * Returns: (transfer full): what stands on an empty page
 */
AccordPdfContent *
accord_pdf_content_new (void)
{
  AccordPdfContent *self = g_new0 (AccordPdfContent, 1);

  self->ref_count = 1;
  self->text = g_strdup ("");
  self->links = g_ptr_array_new_with_free_func (accord_pdf_link_free);
  return self;
}

/**
 * accord_pdf_content_ref:
 * @self: what stands on a page
 *
 * Returns: (transfer full): another reference to it
 */
AccordPdfContent *
accord_pdf_content_ref (AccordPdfContent *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * accord_pdf_content_unref:
 * @self: what stands on a page
 *
 * Gives a reference up.
 */
void
accord_pdf_content_unref (AccordPdfContent *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->text);
  g_free (self->glyphs);
  g_ptr_array_unref (self->links);
  g_free (self);
}
