/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

#include "pdf/pdf-layout.h"
#include "pdf/pdf-render.h"

#include <math.h>

#define PAGES 60
#define ROUNDS 150
#define LIMIT ((gsize) 2 * 1024 * 1024)

static void
iterate (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  do
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
  while (g_get_monotonic_time () < end);
}

static void
settle (AccordPdfRender *render)
{
  while (accord_pdf_render_get_n_waiting (render) > 0)
    iterate (5);
  iterate (0);
}

static AccordPdfTile
random_tile (GRand *rand)
{
  static const double scales[] = { 0.2, 0.3, 0.5 };

  return (AccordPdfTile){ .page = (guint) g_rand_int_range (rand, 0, PAGES),
                          .scale = scales[g_rand_int_range (rand, 0, 3)],
                          .words = g_rand_int_range (rand, 0, 4) == 0 };
}

/* Whatever is asked for in whatever order: what is wanted last comes, and what is kept stays within its
 * bound. */
static void
test_random (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PAGES);
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, NULL, NULL);
  g_autoptr (AccordPdfRender) render = accord_pdf_render_new (file);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  accord_pdf_render_set_limit (render, LIMIT);
  for (guint round = 0; round < ROUNDS; round++)
    {
      AccordPdfTile tiles[8];
      guint n = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (tiles) + 1);
      gsize wanted = 0;

      for (guint i = 0; i < n; i++)
        {
          tiles[i] = random_tile (rand);
          wanted +=
              tiles[i].words ? 0 : 4 * (gsize) (ceil (595 * tiles[i].scale) * ceil (842 * tiles[i].scale));
        }
      accord_pdf_render_want (render, tiles, n);
      /* Sometimes it is let finish, mostly not. */
      if (round % 10 == 9)
        {
          settle (render);
          for (guint i = 0; i < n; i++)
            g_assert_true (tiles[i].words ? accord_pdf_render_get_content (render, tiles[i].page) != NULL
                                          : accord_pdf_render_get (render, &tiles[i]) != NULL);
        }
      else
        iterate ((guint) g_rand_int_range (rand, 0, 4));
      g_assert_cmpuint (accord_pdf_render_get_size (render), <=, LIMIT + wanted);
    }
  accord_pdf_render_want (render, NULL, 0);
  settle (render);
  g_assert_cmpuint (accord_pdf_render_get_size (render), <=, LIMIT);
}

static void
count (AccordPdfRender *render, guint page, guint *n)
{
  ++*n;
}

/* What is no longer wanted is not drawn: of five hundred wishes few come true. */
static void
test_stale (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PAGES);
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, NULL, NULL);
  g_autoptr (AccordPdfRender) render = accord_pdf_render_new (file);
  AccordPdfTile tile = { 0 };
  guint n = 0;

  g_signal_connect (render, "ready", G_CALLBACK (count), &n);
  for (guint i = 0; i < 500; i++)
    {
      tile.page = i % PAGES;
      tile.scale = 1 + i / 1000.0;
      accord_pdf_render_want (render, &tile, 1);
    }
  settle (render);
  g_assert_nonnull (accord_pdf_render_get (render, &tile));
  g_assert_cmpuint (n, <, 50);
}

/* Closed while threads are at it. */
static void
test_close (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PAGES);
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, NULL, NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (AccordPdfRender) render = accord_pdf_render_new (file);
      const AccordPdfTile tiles[] = { { .page = i, .scale = 1 }, { .page = i + 1, .scale = 1 } };

      accord_pdf_render_want (render, tiles, 2);
      iterate (i % 3);
    }
  iterate (50);
}

static void
test_tiling (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 300; i++)
    {
      double width = g_rand_double_range (rand, 1, 15000), height = g_rand_double_range (rand, 1, 15000);
      AccordPdfTiling tiling = accord_pdf_tiling (width, height, g_rand_double_range (rand, 0.05, 12));
      guint64 area = 0;

      for (guint row = 0; row < tiling.n_rows; row++)
        for (guint column = 0; column < tiling.n_columns; column++)
          {
            cairo_rectangle_int_t part = accord_pdf_tiling_get_part (&tiling, column, row);

            g_assert_cmpint (part.width, >, 0);
            g_assert_cmpint (part.height, >, 0);
            g_assert_cmpint (part.width, <=, 4096);
            g_assert_cmpint (part.height, <=, 4096);
            area += (guint64) part.width * (guint64) part.height;
          }
      g_assert_cmpuint (area, ==, (guint64) tiling.width * tiling.height);
    }
}

static void
test_layout (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PAGES);
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, NULL, NULL);
  AccordPdfLayout layout;

  accord_pdf_layout_init (&layout, file);
  for (layout.scale = 0.07; layout.scale < 9; layout.scale *= 1.31)
    {
      double bottom = 0;

      for (guint page = 0; page < PAGES; page++)
        {
          AccordPdfRectangle place = accord_pdf_layout_get_page (&layout, page);

          g_assert_cmpfloat (place.y1, >=, bottom + ACCORD_PDF_MARGIN - 1);
          g_assert_cmpuint (accord_pdf_layout_find_page (&layout, place.y1), ==, page);
          g_assert_cmpuint (accord_pdf_layout_find_page (&layout, place.y2 - 1), ==, page);
          bottom = place.y2;
        }
      g_assert_cmpfloat (bottom, <=, accord_pdf_layout_get_height (&layout));
    }
  layout.scale = accord_pdf_layout_fit_width (&layout, 700);
  g_assert_cmpfloat_with_epsilon (accord_pdf_layout_get_width (&layout), 700, 1.01);
  accord_pdf_layout_clear (&layout);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-render/random", test_random);
  g_test_add_func ("/pdf-render/stale", test_stale);
  g_test_add_func ("/pdf-render/close", test_close);
  g_test_add_func ("/pdf-render/tiling", test_tiling);
  g_test_add_func ("/pdf-render/layout", test_layout);
  return g_test_run ();
}
