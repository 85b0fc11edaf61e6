/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-render.h"

/* What pictures of pages may take, in bytes, beyond those that are seen. */
#define USUAL_LIMIT ((gsize) 96 * 1024 * 1024)
#define MOST_CONTENTS 48

/* One picture that was drawn, or what stands on a page. */
typedef struct
{
  AccordPdfTile tile;
  GdkTexture *texture;
  gsize size;
  GList *link; /* in the order of use */
} Picture;

/* Pictures of pages, made by other threads and kept within a bound. */
struct _AccordPdfRender
{
  GObject parent_instance;

  AccordPdfFile *file;
  AccordPdfWorkers *workers;
  GArray *missing;
  GHashTable *pictures;
  GQueue uses; /* Picture, latest used first */
  GHashTable *contents;
  GQueue content_uses; /* pages, latest used first */
  GHashTable *faults;
  GArray *wanted;
  gsize size;
  gsize limit;
};

G_DEFINE_FINAL_TYPE (AccordPdfRender, accord_pdf_render, G_TYPE_OBJECT)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- What was made. */

static void
drop_picture (AccordPdfRender *self, Picture *picture)
{
  self->size -= picture->size;
  g_queue_delete_link (&self->uses, picture->link);
  g_hash_table_remove (self->pictures, &picture->tile);
}

static void
picture_free (gpointer data)
{
  Picture *self = data;

  g_object_unref (self->texture);
  g_free (self);
}

/* The pictures that were not used for longest go first; those that are wanted now stay. */
static void
keep_within (AccordPdfRender *self)
{
  GList *next = self->uses.tail;

  while (next != NULL && self->size > self->limit)
    {
      Picture *picture = next->data;

      next = next->prev;
      if (accord_pdf_tiles_find (self->wanted, &picture->tile) < 0)
        drop_picture (self, picture);
    }
}

static void
add_picture (AccordPdfRender *self, AccordPdfResult *result)
{
  Picture *picture = g_hash_table_lookup (self->pictures, &result->tile);

  if (picture != NULL)
    return;
  picture = g_new0 (Picture, 1);
  picture->tile = result->tile;
  picture->texture = g_steal_pointer (&result->texture);
  picture->size = result->size;
  g_queue_push_head (&self->uses, picture);
  picture->link = self->uses.head;
  self->size += picture->size;
  g_hash_table_replace (self->pictures, &picture->tile, picture);
  keep_within (self);
}

static void
add_content (AccordPdfRender *self, AccordPdfResult *result)
{
  gpointer page = GUINT_TO_POINTER (result->tile.page);

  if (!g_hash_table_replace (self->contents, page, g_steal_pointer (&result->content)))
    return;
  g_queue_push_head (&self->content_uses, page);
  while (g_queue_get_length (&self->content_uses) > MOST_CONTENTS)
    g_hash_table_remove (self->contents, g_queue_pop_tail (&self->content_uses));
}

static void
on_result (AccordPdfResult *result, gpointer data)
{
  g_autoptr (AccordPdfRender) self = g_object_ref (data);

  if (result->fault != NULL)
    g_hash_table_replace (self->faults, GUINT_TO_POINTER (result->tile.page),
                          g_steal_pointer (&result->fault));
  if (result->texture != NULL)
    add_picture (self, result);
  if (result->content != NULL)
    add_content (self, result);
  g_signal_emit (self, signals[READY], 0, result->tile.page);
}

static void
accord_pdf_render_dispose (GObject *object)
{
  AccordPdfRender *self = ACCORD_PDF_RENDER (object);

  g_clear_pointer (&self->workers, accord_pdf_workers_close);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (accord_pdf_render_parent_class)->dispose (object);
}

static void
accord_pdf_render_finalize (GObject *object)
{
  AccordPdfRender *self = ACCORD_PDF_RENDER (object);

  g_queue_clear (&self->uses);
  g_queue_clear (&self->content_uses);
  g_hash_table_unref (self->pictures);
  g_hash_table_unref (self->contents);
  g_hash_table_unref (self->faults);
  g_array_unref (self->wanted);
  g_array_unref (self->missing);

  G_OBJECT_CLASS (accord_pdf_render_parent_class)->finalize (object);
}

static void
accord_pdf_render_class_init (AccordPdfRenderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_pdf_render_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_pdf_render_finalize;

  /* Something of a page (guint) is there that was not, or cannot be. */
  signals[READY] = g_signal_new ("ready", ACCORD_TYPE_PDF_RENDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
accord_pdf_render_init (AccordPdfRender *self)
{
  self->pictures = g_hash_table_new_full (accord_pdf_tile_hash, accord_pdf_tile_equal, NULL, picture_free);
  self->contents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_pdf_content_unref);
  self->faults = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (AccordPdfTile));
  self->missing = g_array_new (FALSE, FALSE, sizeof (AccordPdfTile));
  self->limit = USUAL_LIMIT;
}

/**
 * accord_pdf_render_new:
 * @file: a PDF
 *
 * Makes what draws its pages, on threads of its own that begin when something is wanted. The signal "ready"
 * (guint page) comes in the thread that made it, whose main context is the default one.
 *
 * Returns: (transfer full): a render
 */
AccordPdfRender *
accord_pdf_render_new (AccordPdfFile *file)
{
  AccordPdfRender *self = g_object_new (ACCORD_TYPE_PDF_RENDER, NULL);

  self->file = g_object_ref (file);
  self->workers = accord_pdf_workers_new (file, on_result, self);
  return self;
}

/**
 * accord_pdf_render_set_limit:
 * @self: a render
 * @limit: in bytes
 *
 * Bounds what pictures take that are not wanted at the moment.
 */
void
accord_pdf_render_set_limit (AccordPdfRender *self, gsize limit)
{
  self->limit = limit;
  keep_within (self);
}

/**
 * accord_pdf_render_get_size:
 * @self: a render
 *
 * Returns: what the pictures take, in bytes
 */
gsize
accord_pdf_render_get_size (AccordPdfRender *self)
{
  return self->size;
}

static gboolean
is_there (AccordPdfRender *self, const AccordPdfTile *tile)
{
  if (g_hash_table_contains (self->faults, GUINT_TO_POINTER (tile->page)))
    return TRUE;
  return tile->words ? g_hash_table_contains (self->contents, GUINT_TO_POINTER (tile->page))
                     : g_hash_table_contains (self->pictures, tile);
}

/**
 * accord_pdf_render_want:
 * @self: a render
 * @tiles: (array length=n_tiles): what is wanted, most wanted first
 * @n_tiles: how many
 *
 * Says what is wanted from now on. What was wanted before and is not among it is not drawn any more, unless a
 * thread is at it.
 */
void
accord_pdf_render_want (AccordPdfRender *self, const AccordPdfTile *tiles, guint n_tiles)
{
  g_array_set_size (self->wanted, 0);
  g_array_set_size (self->missing, 0);
  if (n_tiles > 0)
    g_array_append_vals (self->wanted, tiles, n_tiles);
  for (guint i = 0; i < n_tiles; i++)
    if (tiles[i].page < accord_pdf_file_get_n_pages (self->file) && !is_there (self, &tiles[i]))
      g_array_append_val (self->missing, tiles[i]);
  accord_pdf_workers_want (self->workers, self->missing);
  keep_within (self);
}

/**
 * accord_pdf_render_get_n_waiting:
 * @self: a render
 *
 * Returns: how much is wanted and not there yet
 */
guint
accord_pdf_render_get_n_waiting (AccordPdfRender *self)
{
  return accord_pdf_workers_get_n_waiting (self->workers);
}

/**
 * accord_pdf_render_get:
 * @self: a render
 * @tile: a part of a page
 *
 * Returns: (transfer none) (nullable): its picture if it is there
 */
GdkTexture *
accord_pdf_render_get (AccordPdfRender *self, const AccordPdfTile *tile)
{
  Picture *picture = g_hash_table_lookup (self->pictures, tile);

  if (picture == NULL)
    return NULL;
  g_queue_unlink (&self->uses, picture->link);
  g_queue_push_head_link (&self->uses, picture->link);
  return picture->texture;
}

/**
 * accord_pdf_render_get_tiling:
 * @self: a render
 * @page: counted from 0
 * @scale: pixels for a point
 *
 * Returns: how the page is cut into tiles
 */
AccordPdfTiling
accord_pdf_render_get_tiling (AccordPdfRender *self, guint page, double scale)
{
  double width, height;

  accord_pdf_file_get_page_size (self->file, page, &width, &height);
  return accord_pdf_tiling (width, height, scale);
}

/**
 * accord_pdf_render_get_stand_in:
 * @self: a render
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): a picture of the whole page at any scale, the latest used one
 */
GdkTexture *
accord_pdf_render_get_stand_in (AccordPdfRender *self, guint page)
{
  for (GList *next = self->uses.head; next != NULL; next = next->next)
    {
      const Picture *picture = next->data;

      if (picture->tile.page == page
          && accord_pdf_render_get_tiling (self, page, picture->tile.scale).side == 0)
        return picture->texture;
    }
  return NULL;
}

/**
 * accord_pdf_render_get_content:
 * @self: a render
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): what stands on the page if it was read
 */
AccordPdfContent *
accord_pdf_render_get_content (AccordPdfRender *self, guint page)
{
  return g_hash_table_lookup (self->contents, GUINT_TO_POINTER (page));
}

/**
 * accord_pdf_render_get_fault:
 * @self: a render
 * @page: counted from 0
 *
 * Returns: (transfer none) (nullable): why the page cannot be shown, in one sentence
 */
const char *
accord_pdf_render_get_fault (AccordPdfRender *self, guint page)
{
  return g_hash_table_lookup (self->faults, GUINT_TO_POINTER (page));
}
