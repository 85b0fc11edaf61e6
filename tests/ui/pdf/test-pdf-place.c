/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-place.h"

#include <gio/gio.h>

static AccordPdfRectangle
random_rectangle (GRand *rand)
{
  double x = g_rand_double_range (rand, -100, 14400), y = g_rand_double_range (rand, -100, 14400);

  return (AccordPdfRectangle){ x, y, x + g_rand_double_range (rand, 0, 900),
                               y + g_rand_double_range (rand, 0, 90) };
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) before = accord_pdf_rectangles_new ();
      g_autoptr (GArray) after = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL, *again = NULL;

      for (guint i = g_rand_int_range (rand, 0, 60); i > 0; i--)
        {
          AccordPdfRectangle next = random_rectangle (rand);

          g_array_append_val (before, next);
        }
      text = accord_pdf_rectangles_to_text (before);
      after = accord_pdf_rectangles_from_text (text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint i = 0; i < 4 * before->len; i++)
        g_assert_cmpfloat_with_epsilon (((double *) (gpointer) before->data)[i],
                                        ((double *) (gpointer) after->data)[i], 0.00501);
      again = accord_pdf_rectangles_to_text (after);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_written (void)
{
  const AccordPdfRectangle two[] = { { -0.001, 1, 2.5, 3.456 }, { 10, 20, 30, 40 } };
  g_autoptr (GArray) rectangles = accord_pdf_rectangles_new ();
  g_autofree char *text = NULL;

  g_assert_null (accord_pdf_rectangles_to_text (NULL));
  g_assert_null (accord_pdf_rectangles_to_text (rectangles));
  g_array_append_vals (rectangles, two, 2);
  text = accord_pdf_rectangles_to_text (rectangles);
  g_assert_cmpstr (text, ==, "0.00 1.00 2.50 3.46; 10.00 20.00 30.00 40.00");
}

static void
test_refused (void)
{
  const char *const wrong[] = { "1",           "1 2 3",    "1 2 3 4 5", "1 2 3 x",   "1 2 3 nan", "1 2 inf 4",
                                "1 2 3 1e300", "1 2 3 4;", ";",         "1,5 2 3 4", "a b c d",   " " };
  GString *many = g_string_new ("1 2 3 4");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_pdf_rectangles_from_text (wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (many, ";1 2 3 4");
  g_assert_null (accord_pdf_rectangles_from_text (many->str, NULL));
  g_string_free (many, TRUE);
}

static void
test_corners (void)
{
  g_autoptr (GArray) rectangles = accord_pdf_rectangles_from_text ("30 40 10 20", NULL);
  const AccordPdfRectangle *only = &g_array_index (rectangles, AccordPdfRectangle, 0);
  AccordPdfRectangle flipped = accord_pdf_rectangle_flip (only, 100);
  AccordPdfRectangle back = accord_pdf_rectangle_flip (&flipped, 100);

  g_assert_cmpfloat (only->x1, ==, 10);
  g_assert_cmpfloat (only->y2, ==, 40);
  g_assert_cmpfloat (flipped.y1, ==, 60);
  g_assert_cmpfloat (flipped.y2, ==, 80);
  g_assert_cmpmem (only, sizeof *only, &back, sizeof back);
}

/* Whatever the words, each glyph lies in one line, and lines are no more than were set. */
static void
test_lines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) glyphs = accord_pdf_rectangles_new ();
      g_autoptr (GArray) lines = NULL;
      guint n_lines = g_rand_int_range (rand, 1, 30);

      for (guint line = 0; line < n_lines; line++)
        {
          double x = g_rand_double_range (rand, 20, 60), top = 30 + line * 14;

          for (guint i = g_rand_int_range (rand, 3, 80); i > 0; i--)
            {
              double width = g_rand_double_range (rand, 2, 9), lower = g_rand_double_range (rand, 0, 2);
              AccordPdfRectangle glyph = { x, top + lower, x + width, top + 10 + lower };

              g_array_append_val (glyphs, glyph);
              x += width + (g_rand_boolean (rand) ? 0 : 4);
            }
          g_array_append_val (glyphs, ((AccordPdfRectangle){ x, top, x, top }));
        }
      lines = accord_pdf_rectangles_merge ((AccordPdfRectangle *) (gpointer) glyphs->data, glyphs->len);
      g_assert_cmpuint (lines->len, ==, n_lines);
      for (guint i = 0; i < glyphs->len; i++)
        {
          const AccordPdfRectangle *glyph = &g_array_index (glyphs, AccordPdfRectangle, i);
          guint n = 0;

          for (guint line = 0; line < lines->len; line++)
            {
              const AccordPdfRectangle *around = &g_array_index (lines, AccordPdfRectangle, line);

              n += around->x1 <= glyph->x1 && around->x2 >= glyph->x2 && around->y1 <= glyph->y1
                   && around->y2 >= glyph->y2;
            }
          g_assert_cmpuint (n, >=, glyph->x2 > glyph->x1 ? 1 : 0);
        }
    }
}

static void
test_columns_and_words_on_end (void)
{
  const AccordPdfRectangle columns[] = { { 10, 10, 16, 20 }, { 16, 10, 22, 20 }, { 200, 10, 206, 20 } };
  const AccordPdfRectangle on_end[] = { { 10, 60, 20, 66 }, { 10, 54, 20, 60 }, { 10, 48, 20, 54 } };
  g_autoptr (GArray) two = accord_pdf_rectangles_merge (columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) one = accord_pdf_rectangles_merge (on_end, G_N_ELEMENTS (on_end));

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
}

static void
test_copy (void)
{
  g_autoptr (AccordPdfPlace) place = accord_pdf_place_new (4), copy = NULL;
  g_autoptr (AccordPdfMark) mark = NULL;
  AccordPdfRectangle bounds = accord_pdf_place_get_bounds (place);

  g_assert_cmpfloat (bounds.x2, ==, 0);
  g_array_append_val (place->rectangles, ((AccordPdfRectangle){ 5, 6, 7, 8 }));
  g_array_append_val (place->rectangles, ((AccordPdfRectangle){ 1, 7, 6, 9 }));
  place->quote = g_strdup ("so many words");
  copy = accord_pdf_place_copy (place);
  mark = accord_pdf_mark_new ("c1", copy, ACCORD_PDF_MARK_RISK, "Risk: late", TRUE);
  bounds = accord_pdf_place_get_bounds (mark->place);
  g_assert_cmpuint (mark->place->page, ==, 4);
  g_assert_cmpstr (mark->place->quote, ==, "so many words");
  g_assert_cmpfloat (bounds.x1, ==, 1);
  g_assert_cmpfloat (bounds.y1, ==, 6);
  g_assert_cmpfloat (bounds.x2, ==, 7);
  g_assert_cmpfloat (bounds.y2, ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-place/round-trip", test_round_trip);
  g_test_add_func ("/pdf-place/written", test_written);
  g_test_add_func ("/pdf-place/refused", test_refused);
  g_test_add_func ("/pdf-place/corners", test_corners);
  g_test_add_func ("/pdf-place/lines", test_lines);
  g_test_add_func ("/pdf-place/columns-and-words-on-end", test_columns_and_words_on_end);
  g_test_add_func ("/pdf-place/copy", test_copy);
  return g_test_run ();
}
