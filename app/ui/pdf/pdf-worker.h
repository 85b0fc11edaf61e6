/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-file.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A page that is larger than this many pixels a side, or than so many in all, is drawn in tiles of that side.
 */
#define ACCORD_PDF_TILE_SIDE 2048
#define ACCORD_PDF_MOST_WHOLE (6 * 1024 * 1024)
/* What a texture's pixels are told by as a cairo surface, which is only read. */
#define ACCORD_PDF_SURFACE "accord-pdf-surface"

/**
 * AccordPdfTile:
 * @page: counted from 0
 * @scale: pixels for a point
 * @column: of the tile, from the left
 * @row: of the tile, from the top
 * @words: what stands on the page is wanted, and no picture
 *
 * A part of a page that is wanted.
 */
typedef struct
{
  guint page;
  double scale;
  guint column;
  guint row;
  gboolean words;
} AccordPdfTile;

/**
 * AccordPdfTiling:
 * @width: of the page in pixels
 * @height: of the page in pixels
 * @side: of a tile, or 0 if the page is one
 * @n_columns: how many tiles go across
 * @n_rows: how many go down
 *
 * How a page is cut into tiles.
 */
typedef struct
{
  guint width;
  guint height;
  guint side;
  guint n_columns;
  guint n_rows;
} AccordPdfTiling;

AccordPdfTiling accord_pdf_tiling (double width, double height, double scale);
cairo_rectangle_int_t accord_pdf_tiling_get_part (const AccordPdfTiling *self, guint column, guint row);

guint accord_pdf_tile_hash (gconstpointer data);
gboolean accord_pdf_tile_equal (gconstpointer a, gconstpointer b);
int accord_pdf_tiles_find (GArray *tiles, const AccordPdfTile *tile);

/**
 * AccordPdfResult:
 * @tile: what was wanted
 * @texture: (nullable): its picture
 * @size: of the picture, in bytes
 * @content: (nullable): what stands on the page, if that was wanted
 * @fault: (nullable): why it could not be had, in one sentence
 *
 * What a worker brings back.
 */
typedef struct
{
  AccordPdfTile tile;
  GdkTexture *texture;
  gsize size;
  AccordPdfContent *content;
  char *fault;
} AccordPdfResult;

/**
 * AccordPdfResultFunc:
 * @result: what was made; what is taken from it is set to %NULL
 * @data: the data given with it
 *
 * Told of each result, in the window's thread.
 */
typedef void (*AccordPdfResultFunc) (AccordPdfResult *result, gpointer data);

typedef struct _AccordPdfWorkers AccordPdfWorkers;

AccordPdfWorkers *accord_pdf_workers_new (AccordPdfFile *file, AccordPdfResultFunc func, gpointer data);
void accord_pdf_workers_close (AccordPdfWorkers *self);
void accord_pdf_workers_want (AccordPdfWorkers *self, GArray *tiles);
guint accord_pdf_workers_get_n_waiting (AccordPdfWorkers *self);

G_END_DECLS
