/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-worker.h"

#include <math.h>

#define MOST_WORKERS 2

/*
 * What the window's thread and the workers share, which outlives what shows them for as long as a worker is
 * at a page: what is wanted, most wanted first, and what is done. What is no longer wanted when a worker
 * comes to it is not there any more.
 */
struct _AccordPdfWorkers
{
  gatomicrefcount references;
  AccordPdfFile *file;
  GMutex lock;
  GCond more;
  GArray *wanted;
  GArray *under_way;
  GQueue results;
  guint source;
  guint n_workers;
  guint n_idle;
  gboolean closed;
  AccordPdfResultFunc func; /* with its data for the window's thread only */
  gpointer data;
};

/**
 * accord_pdf_tile_hash:
 * @data: an #AccordPdfTile
 *
 * Returns: its hash
 */
guint
accord_pdf_tile_hash (gconstpointer data)
{
  const AccordPdfTile *tile = data;

  return tile->page * 31u + g_double_hash (&tile->scale) * 7u + tile->column * 131u + tile->row * 1009u;
}

/**
 * accord_pdf_tile_equal:
 * @a: an #AccordPdfTile
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
accord_pdf_tile_equal (gconstpointer a, gconstpointer b)
{
  const AccordPdfTile *one = a, *other = b;

  return one->page == other->page && one->words == other->words
         && (one->words
             || (one->scale == other->scale && one->column == other->column && one->row == other->row));
}

/**
 * accord_pdf_tiles_find:
 * @tiles: (element-type AccordPdfTile): some tiles
 * @tile: a tile
 *
 * Returns: where it is among them, or -1
 */
int
accord_pdf_tiles_find (GArray *tiles, const AccordPdfTile *tile)
{
  for (guint i = 0; i < tiles->len; i++)
    if (accord_pdf_tile_equal (&g_array_index (tiles, AccordPdfTile, i), tile))
      return (int) i;
  return -1;
}

/* --- Tiles. */

/**
 * accord_pdf_tiling:
 * @width: of the page, in points
 * @height: of the page, in points
 * @scale: pixels for a point
 *
 * Returns: how the page is cut into tiles at that scale; one of usual size is not
 */
AccordPdfTiling
accord_pdf_tiling (double width, double height, double scale)
{
  AccordPdfTiling self = { 0 };

  self.width = (guint) CLAMP (round (width * scale), 1, 1 << 24);
  self.height = (guint) CLAMP (round (height * scale), 1, 1 << 24);
  self.n_columns = self.n_rows = 1;
  if (self.width <= 2 * ACCORD_PDF_TILE_SIDE && self.height <= 2 * ACCORD_PDF_TILE_SIDE
      && (guint64) self.width * self.height <= ACCORD_PDF_MOST_WHOLE)
    return self;
  self.side = ACCORD_PDF_TILE_SIDE;
  self.n_columns = (self.width + self.side - 1) / self.side;
  self.n_rows = (self.height + self.side - 1) / self.side;
  return self;
}

/**
 * accord_pdf_tiling_get_part:
 * @self: how a page is cut
 * @column: of a tile
 * @row: of a tile
 *
 * Returns: what of the page the tile is, in pixels
 */
cairo_rectangle_int_t
accord_pdf_tiling_get_part (const AccordPdfTiling *self, guint column, guint row)
{
  cairo_rectangle_int_t part = { 0, 0, (int) self->width, (int) self->height };

  if (self->side == 0)
    return part;
  part.x = (int) (column * self->side);
  part.y = (int) (row * self->side);
  part.width = (int) MIN (self->side, self->width - (guint) part.x);
  part.height = (int) MIN (self->side, self->height - (guint) part.y);
  return part;
}

/* --- Workers. */

static void
result_free (gpointer data)
{
  AccordPdfResult *self = data;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->content, accord_pdf_content_unref);
  g_free (self->fault);
  g_free (self);
}

static void
workers_unref (gpointer data)
{
  AccordPdfWorkers *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_queue_clear_full (&self->results, result_free);
  g_array_unref (self->wanted);
  g_array_unref (self->under_way);
  g_object_unref (self->file);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->more);
  g_free (self);
}

static void
bytes_unref (gpointer data)
{
  g_bytes_unref (data);
}

/* The same pixels for who draws with cairo: a texture would be copied whole for each frame then. */
static void
add_surface (GdkTexture *texture, const cairo_rectangle_int_t *part, GBytes *pixels)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (pixels, NULL), CAIRO_FORMAT_ARGB32,
                                           part->width, part->height, 4 * part->width);

  cairo_surface_set_user_data (surface, &key, g_bytes_ref (pixels), bytes_unref);
  g_object_set_data_full (G_OBJECT (texture), ACCORD_PDF_SURFACE, surface,
                          (GDestroyNotify) cairo_surface_destroy);
}

static void
draw (AccordPdfEngine *engine, AccordPdfFile *file, AccordPdfResult *result, GError **error)
{
  const AccordPdfTile *tile = &result->tile;
  AccordPdfTiling tiling;
  cairo_rectangle_int_t part;
  double width, height;
  g_autoptr (GBytes) pixels = NULL;

  accord_pdf_file_get_page_size (file, tile->page, &width, &height);
  tiling = accord_pdf_tiling (width, height, tile->scale);
  part = accord_pdf_tiling_get_part (&tiling, tile->column, tile->row);
  pixels = accord_pdf_engine_render (engine, tile->page, tile->scale, &part, error);
  if (pixels == NULL)
    return;
  result->size = g_bytes_get_size (pixels);
  result->texture =
      gdk_memory_texture_new (part.width, part.height, GDK_MEMORY_DEFAULT, pixels, 4 * (gsize) part.width);
  add_surface (result->texture, &part, pixels);
}

static AccordPdfResult *
work (AccordPdfWorkers *self, AccordPdfEngine **engine, const AccordPdfTile *tile)
{
  AccordPdfResult *result = g_new0 (AccordPdfResult, 1);
  g_autoptr (GError) error = NULL;

  result->tile = *tile;
  if (*engine == NULL)
    *engine = accord_pdf_file_borrow (self->file, &error);
  if (*engine != NULL && tile->words)
    result->content = accord_pdf_engine_read_content (*engine, tile->page, &error);
  else if (*engine != NULL)
    draw (*engine, self->file, result, &error);
  if (error != NULL)
    result->fault = g_strdup (error->message);
  if (*engine != NULL && !accord_pdf_engine_is_alive (*engine))
    g_clear_pointer (engine, accord_pdf_engine_free);
  return result;
}

static gboolean
on_results (gpointer data)
{
  AccordPdfWorkers *self = data;
  GQueue results;

  g_mutex_lock (&self->lock);
  results = self->results;
  g_queue_init (&self->results);
  self->source = 0;
  g_mutex_unlock (&self->lock);
  for (GList *next = results.head; next != NULL && self->func != NULL; next = next->next)
    self->func (next->data, self->data);
  g_queue_clear_full (&results, result_free);
  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
hand_over (AccordPdfWorkers *self, AccordPdfResult *result)
{
  g_queue_push_tail (&self->results, result);
  if (self->source != 0 || self->closed)
    return;
  g_atomic_ref_count_inc (&self->references);
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_results, self, workers_unref);
}

static gpointer
run (gpointer data)
{
  AccordPdfWorkers *self = data;
  AccordPdfEngine *engine = NULL;

  g_mutex_lock (&self->lock);
  while (!self->closed)
    {
      AccordPdfTile tile;
      AccordPdfResult *result;

      if (self->wanted->len == 0)
        {
          self->n_idle++;
          g_cond_wait (&self->more, &self->lock);
          self->n_idle--;
          continue;
        }
      tile = g_array_index (self->wanted, AccordPdfTile, 0);
      g_array_remove_index (self->wanted, 0);
      g_array_append_val (self->under_way, tile);
      g_mutex_unlock (&self->lock);
      result = work (self, &engine, &tile);
      g_mutex_lock (&self->lock);
      g_array_remove_index (self->under_way, (guint) accord_pdf_tiles_find (self->under_way, &tile));
      hand_over (self, result);
    }
  g_mutex_unlock (&self->lock);
  if (engine != NULL)
    accord_pdf_file_give_back (self->file, engine);
  workers_unref (self);
  return NULL;
}

/* With the lock held. */
static void
call_workers (AccordPdfWorkers *self)
{
  if (self->n_idle > 0)
    g_cond_broadcast (&self->more);
  while (self->wanted->len > self->n_idle && self->n_workers < MOST_WORKERS)
    {
      GThread *thread;

      g_atomic_ref_count_inc (&self->references);
      thread = g_thread_new ("pdf-page", run, self);
      self->n_workers++;
      g_thread_unref (thread);
      if (self->wanted->len <= self->n_workers)
        break;
    }
}

/**
 * accord_pdf_workers_new:
 * @file: a PDF
 * @func: told of each result
 * @data: for @func
 *
 * Makes a queue, whose threads begin when something is wanted.
 *
 * Returns: (transfer full): a queue, to be closed
 */
AccordPdfWorkers *
accord_pdf_workers_new (AccordPdfFile *file, AccordPdfResultFunc func, gpointer data)
{
  AccordPdfWorkers *self = g_new0 (AccordPdfWorkers, 1);

  g_atomic_ref_count_init (&self->references);
  self->file = g_object_ref (file);
  self->func = func;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->more);
  g_queue_init (&self->results);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (AccordPdfTile));
  self->under_way = g_array_new (FALSE, FALSE, sizeof (AccordPdfTile));
  return self;
}

/**
 * accord_pdf_workers_close:
 * @self: (transfer full): a queue
 *
 * Nobody is told of a result any more, and nothing further is begun. A thread that is at a page ends after
 * it.
 */
void
accord_pdf_workers_close (AccordPdfWorkers *self)
{
  self->func = NULL;
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_array_set_size (self->wanted, 0);
  g_cond_broadcast (&self->more);
  g_mutex_unlock (&self->lock);
  workers_unref (self);
}

static gboolean
is_done (AccordPdfWorkers *self, const AccordPdfTile *tile)
{
  for (GList *next = self->results.head; next != NULL; next = next->next)
    if (accord_pdf_tile_equal (&((AccordPdfResult *) next->data)->tile, tile))
      return TRUE;
  return accord_pdf_tiles_find (self->under_way, tile) >= 0;
}

/**
 * accord_pdf_workers_want:
 * @self: a queue
 * @tiles: (element-type AccordPdfTile): what is wanted, most wanted first
 *
 * Says what is wanted from now on, in place of what was wanted before.
 */
void
accord_pdf_workers_want (AccordPdfWorkers *self, GArray *tiles)
{
  g_mutex_lock (&self->lock);
  g_array_set_size (self->wanted, 0);
  for (guint i = 0; i < tiles->len; i++)
    {
      const AccordPdfTile *tile = &g_array_index (tiles, AccordPdfTile, i);

      if (!is_done (self, tile) && accord_pdf_tiles_find (self->wanted, tile) < 0)
        g_array_append_vals (self->wanted, tile, 1);
    }
  if (self->wanted->len > 0)
    call_workers (self);
  g_mutex_unlock (&self->lock);
}

/**
 * accord_pdf_workers_get_n_waiting:
 * @self: a queue
 *
 * Returns: how much is wanted, under way or not handed over yet
 */
guint
accord_pdf_workers_get_n_waiting (AccordPdfWorkers *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->wanted->len + self->under_way->len + g_queue_get_length (&self->results);
  g_mutex_unlock (&self->lock);
  return n;
}
