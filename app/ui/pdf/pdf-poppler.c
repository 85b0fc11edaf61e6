/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-poppler.h"

#include <math.h>
#include <poppler.h>

/* Under names of our own, for newer versions of Poppler say the same under theirs. */
typedef PopplerPage Page;
typedef PopplerAnnot Annot;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Annot, g_object_unref)

/* What a file may say and is not believed beyond. */
#define MOST_CHARACTERS 500000
#define MOST_LINKS 2000
#define MOST_HEADINGS 20000
#define DEEPEST_HEADING 24
#define MOST_HITS_A_PAGE 2000
#define LONGEST_ADDRESS 4096
#define LONGEST_TITLE 1000
/* A page is between these, in points; a page without a size is a sheet of letter paper. */
#define LEAST_SIDE 1.0
#define MOST_SIDE 200000.0

/* Everything that is known of Poppler is in this file, and all of it takes and gives plain values. */
struct _AccordPdfPoppler
{
  PopplerDocument *document;
  GHashTable *turns; /* page → how it is turned, as far as it was asked */
};

/* --- Opening. */

/**
 * accord_pdf_poppler_open:
 * @fd: an open file, which stays open for the caller
 * @password: (nullable): what it opens with
 * @fault: (out): what is wrong if it cannot be read
 *
 * Opens a PDF.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
AccordPdfPoppler *
accord_pdf_poppler_open (int fd, const char *password, AccordPdfFault *fault)
{
  g_autoptr (AccordPdfPoppler) self = g_new0 (AccordPdfPoppler, 1);
  g_autoptr (GError) why = NULL;
  g_autofree char *uri = NULL;
  int n_pages;

  self->turns = g_hash_table_new (NULL, NULL);
  /* By a name, for Poppler opens it again if a password has letters beyond Latin ones. */
  uri = g_strdup_printf ("file:///proc/self/fd/%d", fd);
  self->document = poppler_document_new_from_file (uri, password, &why);
  n_pages = self->document != NULL ? poppler_document_get_n_pages (self->document) : 0;
  *fault = ACCORD_PDF_FAULT_NONE;
  if (self->document == NULL)
    *fault = g_error_matches (why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? ACCORD_PDF_FAULT_PASSWORD
                                                                           : ACCORD_PDF_FAULT_DAMAGED;
  else if (n_pages < 1)
    *fault = ACCORD_PDF_FAULT_NO_PAGES;
  else if (n_pages > ACCORD_PDF_MOST_PAGES)
    *fault = ACCORD_PDF_FAULT_TOO_MANY_PAGES;
  return *fault == ACCORD_PDF_FAULT_NONE ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_pdf_poppler_free:
 * @self: an open PDF
 *
 * Closes it.
 */
void
accord_pdf_poppler_free (AccordPdfPoppler *self)
{
  g_clear_object (&self->document);
  g_hash_table_unref (self->turns);
  g_free (self);
}

/**
 * accord_pdf_poppler_get_n_pages:
 * @self: an open PDF
 *
 * Returns: how many pages it has, at least one
 */
guint
accord_pdf_poppler_get_n_pages (AccordPdfPoppler *self)
{
  return poppler_document_get_n_pages (self->document);
}

static double
believe (double side, double otherwise)
{
  return isfinite (side) && side > 0 ? CLAMP (side, LEAST_SIDE, MOST_SIDE) : otherwise;
}

static void
measure (PopplerPage *page, double *width, double *height)
{
  *width = *height = 0;
  if (page != NULL)
    poppler_page_get_size (page, width, height);
  *width = believe (*width, 612);
  *height = believe (*height, 792);
}

/**
 * accord_pdf_poppler_measure:
 * @self: an open PDF
 * @page: counted from 0
 * @width: (out): of the page as it is shown, in points
 * @height: (out): of the page as it is shown, in points
 * @label: (out) (transfer full) (nullable): its number as it is printed on it, such as "iv"
 *
 * Says how large a page is. One that cannot be read is as large as a sheet of paper.
 */
void
accord_pdf_poppler_measure (AccordPdfPoppler *self, guint page, double *width, double *height, char **label)
{
  g_autoptr (Page) poppler = poppler_document_get_page (self->document, (int) page);
  g_autofree char *said = poppler != NULL ? poppler_page_get_label (poppler) : NULL;

  measure (poppler, width, height);
  *label = said != NULL && *said != '\0' ? g_utf8_make_valid (said, strnlen (said, 40)) : NULL;
}

/* --- Where links and headings lead. */

static char *
clean (const char *text, gsize longest)
{
  return text == NULL ? NULL : g_utf8_make_valid (text, (gssize) strnlen (text, longest));
}

/* The corner that something is in, counted clockwise from the bottom left. */
static int
find_corner (const PopplerRectangle *area, double width, double height)
{
  gboolean right = area->x1 > width / 2, up = area->y1 > height / 2;

  return up ? (right ? 2 : 1) : (right ? 3 : 0);
}

/* Poppler does not say how a page is turned, but where a drawing in a corner of it is kept and where it is
 * shown: one is put there, in memory alone, and taken away again. Returns quarters, clockwise. */
static int
find_turn (AccordPdfPoppler *self, PopplerPage *page, const PopplerRectangle *crop, double width,
           double height)
{
  PopplerRectangle corner = { .x1 = 0, .y1 = 0, .x2 = 0.5, .y2 = 0.5 };
  g_autoptr (Annot) annot = NULL;
  gpointer page_key = GINT_TO_POINTER (poppler_page_get_index (page)), known;
  GList *mappings;
  int turn = 0;

  if (g_hash_table_lookup_extended (self->turns, page_key, NULL, &known))
    return GPOINTER_TO_INT (known);
  annot = poppler_annot_square_new (self->document, &corner);
  poppler_page_add_annot (page, annot);
  poppler_annot_get_rectangle (annot, &corner);
  mappings = poppler_page_get_annot_mapping (page);
  if (mappings != NULL)
    {
      /* It is the last of them, under another object. */
      const PopplerAnnotMapping *mapping = g_list_last (mappings)->data;

      turn = find_corner (&mapping->area, width, height)
             - find_corner (&corner, crop->x2 - crop->x1, crop->y2 - crop->y1);
    }
  poppler_page_free_annot_mapping (mappings);
  poppler_page_remove_annot (page, annot);
  turn &= 3;
  g_hash_table_insert (self->turns, page_key, GINT_TO_POINTER (turn));
  return turn;
}

/* A link names a point of the page as it is kept, counted by Poppler from the corner of what is shown of it;
 * the page may be shown turned. What a link does not say is the page's top. */
static double
find_top (AccordPdfPoppler *self, const PopplerDest *dest)
{
  g_autoptr (Page) page = poppler_document_get_page (self->document, dest->page_num - 1);
  gboolean area = dest->type == POPPLER_DEST_FITR;
  gboolean down = area || dest->type == POPPLER_DEST_FITH || dest->type == POPPLER_DEST_FITBH
                  || (dest->type == POPPLER_DEST_XYZ && dest->change_top);
  gboolean across = area || (dest->type == POPPLER_DEST_XYZ && dest->change_left);
  PopplerRectangle crop;
  double width, height, top = 0;
  int turn;

  if (page == NULL || (!down && !across))
    return 0;
  measure (page, &width, &height);
  poppler_page_get_crop_box (page, &crop);
  turn = find_turn (self, page, &crop, width, height);
  /* Of an area's other corner Poppler takes the wrong edge away, which is right where both are alike. */
  if (area && turn > 1 && crop.x1 != crop.y1)
    return 0;
  if (turn == 0 && down)
    top = crop.y2 - crop.y1 - dest->top;
  else if (turn == 1 && across)
    top = dest->left;
  else if (turn == 2 && down)
    top = area ? dest->bottom : dest->top;
  else if (turn == 3 && across)
    top = crop.x2 - crop.x1 - (area ? dest->right : dest->left);
  return isfinite (top) ? CLAMP (top, 0, height) : 0;
}

static void
aim (AccordPdfPoppler *self, PopplerDest *dest, AccordPdfTarget *target)
{
  PopplerDest *found = NULL;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL)
    dest = found = poppler_document_find_dest (self->document, dest->named_dest);
  if (dest != NULL && dest->page_num >= 1 && dest->page_num <= poppler_document_get_n_pages (self->document))
    {
      target->page = dest->page_num - 1;
      target->top = find_top (self, dest);
    }
  if (found != NULL)
    poppler_dest_free (found);
}

static AccordPdfTarget
read_target (AccordPdfPoppler *self, PopplerAction *action)
{
  AccordPdfTarget target = { .page = -1 };

  if (action == NULL)
    return target;
  if (action->type == POPPLER_ACTION_GOTO_DEST)
    aim (self, action->goto_dest.dest, &target);
  else if (action->type == POPPLER_ACTION_URI)
    target.address = clean (action->uri.uri, LONGEST_ADDRESS);
  else if (action->type == POPPLER_ACTION_LAUNCH)
    target.address = clean (action->launch.file_name, LONGEST_ADDRESS);
  else if (action->type == POPPLER_ACTION_GOTO_REMOTE)
    target.address = clean (action->goto_remote.file_name, LONGEST_ADDRESS);
  else if (action->type == POPPLER_ACTION_NAMED && g_strcmp0 (action->named.named_dest, "FirstPage") == 0)
    target.page = 0;
  else if (action->type == POPPLER_ACTION_NAMED && g_strcmp0 (action->named.named_dest, "LastPage") == 0)
    target.page = poppler_document_get_n_pages (self->document) - 1;
  return target;
}

static void
read_headings (AccordPdfPoppler *self, PopplerIndexIter *iter, guint depth, guint *n, GPtrArray *into)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *below = depth < DEEPEST_HEADING ? poppler_index_iter_get_child (iter) : NULL;
      AccordPdfHeading *heading = accord_pdf_heading_new ();

      heading->title = action != NULL ? clean (action->any.title, LONGEST_TITLE) : NULL;
      heading->target = read_target (self, action);
      g_ptr_array_add (into, heading);
      if (action != NULL)
        poppler_action_free (action);
      if (below != NULL)
        read_headings (self, below, depth + 1, n, heading->children);
      g_clear_pointer (&below, poppler_index_iter_free);
    }
  while (++*n < MOST_HEADINGS && poppler_index_iter_next (iter));
}

/**
 * accord_pdf_poppler_read_outline:
 * @self: an open PDF
 *
 * Returns: (transfer full) (element-type AccordPdfHeading): its outline, empty if it has none
 */
GPtrArray *
accord_pdf_poppler_read_outline (AccordPdfPoppler *self)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (accord_pdf_heading_free);
  PopplerIndexIter *iter = poppler_index_iter_new (self->document);
  guint n = 0;

  if (iter == NULL)
    return headings;
  read_headings (self, iter, 0, &n, headings);
  poppler_index_iter_free (iter);
  return headings;
}

/* --- Pages. */

/**
 * accord_pdf_poppler_render:
 * @self: an open PDF
 * @page: counted from 0
 * @scale: pixels for a point
 * @part: the part that is wanted, in pixels of the whole page at that scale
 * @pixels: (inout): white, 4 bytes a pixel, rows without gaps
 *
 * Draws a part of a page. What cannot be read of it stays white.
 *
 * Returns: whether it could be drawn
 */
gboolean
accord_pdf_poppler_render (AccordPdfPoppler *self, guint page, double scale,
                           const cairo_rectangle_int_t *part, guchar *pixels)
{
  g_autoptr (Page) poppler = poppler_document_get_page (self->document, (int) page);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, part->width,
                                                                  part->height, 4 * part->width);
  cairo_t *cairo = cairo_create (surface);
  gboolean drawn;

  cairo_translate (cairo, -part->x, -part->y);
  cairo_scale (cairo, scale, scale);
  if (poppler != NULL)
    poppler_page_render (poppler, cairo);
  drawn = cairo_status (cairo) != CAIRO_STATUS_NO_MEMORY;
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return drawn;
}

static void
read_links (AccordPdfPoppler *self, PopplerPage *page, double height, GPtrArray *links)
{
  GList *mappings = poppler_page_get_link_mapping (page);

  for (GList *next = mappings; next != NULL && links->len < MOST_LINKS; next = next->next)
    {
      PopplerLinkMapping *mapping = next->data;
      const AccordPdfRectangle area = { mapping->area.x1, mapping->area.y1, mapping->area.x2,
                                        mapping->area.y2 };
      AccordPdfTarget target = read_target (self, mapping->action);
      AccordPdfLink *link;

      if ((target.page < 0 && target.address == NULL) || !isfinite (area.x1 + area.y1 + area.x2 + area.y2))
        continue;
      link = g_new0 (AccordPdfLink, 1);
      link->area = accord_pdf_rectangle_flip (&area, height);
      link->target = target;
      g_ptr_array_add (links, link);
    }
  poppler_page_free_link_mapping (mappings);
}

static void
read_text (PopplerPage *page, AccordPdfContent *content)
{
  g_autofree char *said = poppler_page_get_text (page);
  PopplerRectangle *places = NULL;
  guint n_places = 0, n;

  if (said == NULL || !g_utf8_validate (said, -1, NULL)
      || !poppler_page_get_text_layout (page, &places, &n_places))
    return;
  n = (guint) MIN (MIN ((glong) n_places, g_utf8_strlen (said, -1)), MOST_CHARACTERS);
  g_free (content->text);
  content->text = g_utf8_substring (said, 0, n);
  content->glyphs = g_new (AccordPdfRectangle, n);
  content->n_glyphs = n;
  for (guint i = 0; i < n; i++)
    content->glyphs[i] = (AccordPdfRectangle){ places[i].x1, places[i].y1, places[i].x2, places[i].y2 };
  g_free (places);
}

/**
 * accord_pdf_poppler_read_content:
 * @self: an open PDF
 * @page: counted from 0
 *
 * Returns: (transfer full): the words and the links of a page; a picture of a page has none
 */
AccordPdfContent *
accord_pdf_poppler_read_content (AccordPdfPoppler *self, guint page)
{
  g_autoptr (Page) poppler = poppler_document_get_page (self->document, (int) page);
  AccordPdfContent *content = accord_pdf_content_new ();
  double width, height;

  measure (poppler, &width, &height);
  if (poppler != NULL)
    read_text (poppler, content);
  if (poppler != NULL)
    read_links (self, poppler, height, content->links);
  return content;
}

/**
 * accord_pdf_poppler_find:
 * @self: an open PDF
 * @page: counted from 0
 * @words: what is looked for, in any case, with or without accents
 *
 * Returns: (transfer full) (element-type AccordPdfPlace): where the words are on the page, one place for each
 * time; words that go on in the next line have two rectangles
 */
GPtrArray *
accord_pdf_poppler_find (AccordPdfPoppler *self, guint page, const char *words)
{
  g_autoptr (Page) poppler = poppler_document_get_page (self->document, (int) page);
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_place_free);
  GList *found = NULL;
  gboolean goes_on = FALSE;
  double width, height;

  if (poppler == NULL || *words == '\0')
    return hits;
  measure (poppler, &width, &height);
  found = poppler_page_find_text_with_options (poppler, words,
                                               POPPLER_FIND_IGNORE_DIACRITICS | POPPLER_FIND_MULTILINE);
  for (GList *next = found; next != NULL && hits->len < MOST_HITS_A_PAGE; next = next->next)
    {
      const PopplerRectangle *place = next->data;
      const AccordPdfRectangle raw = { place->x1, place->y1, place->x2, place->y2 };
      AccordPdfRectangle rectangle = accord_pdf_rectangle_flip (&raw, height);
      AccordPdfPlace *hit = goes_on ? hits->pdata[hits->len - 1] : accord_pdf_place_new (page);

      g_array_append_val (hit->rectangles, rectangle);
      if (!goes_on)
        g_ptr_array_add (hits, hit);
      goes_on = poppler_rectangle_find_get_match_continued (place);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return hits;
}
