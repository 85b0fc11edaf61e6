/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

#include "pdf/pdf-file.h"
#include "pdf/pdf-text.h"

#include <math.h>
#include <string.h>

#define MUTATED_FILES 100
#define MUTATIONS 100

static AccordPdfFile *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AccordPdfFile *file = accord_pdf_file_open_sync (NULL, bytes, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_refused (GBytes *bytes, const char *password, AccordPdfError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, password, &error);

  g_assert_null (file);
  g_assert_error (error, ACCORD_PDF_ERROR, code);
  /* One sentence. */
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_open (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (7);
  g_autoptr (AccordPdfFile) file = open_bytes (bytes);
  GPtrArray *outline = accord_pdf_file_get_outline (file);
  double width, height;

  g_assert_cmpuint (accord_pdf_file_get_n_pages (file), ==, 7);
  accord_pdf_file_get_page_size (file, 6, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 842, 0.5);
  g_assert_cmpuint (outline->len, ==, 7);
  g_assert_cmpstr (((AccordPdfHeading *) outline->pdata[3])->title, ==, "Page 4: neighbourhood teams");
  g_assert_cmpint (((AccordPdfHeading *) outline->pdata[3])->target.page, ==, 3);
  g_assert_cmpfloat_with_epsilon (((AccordPdfHeading *) outline->pdata[3])->target.top, 60, 1);
}

static void
test_content (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (3);
  g_autoptr (AccordPdfFile) file = open_bytes (bytes);
  AccordPdfEngine *engine = accord_pdf_file_borrow (file, NULL);
  g_autoptr (AccordPdfContent) content = accord_pdf_engine_read_content (engine, 0, NULL);
  g_autoptr (GPtrArray) hits = accord_pdf_engine_find (engine, 1, "CARE costs", NULL);
  g_autoptr (AccordPdfPlace) place = NULL;
  const AccordPdfLink *link;
  guint from, to;

  g_assert_cmpuint (content->n_glyphs, ==, g_utf8_strlen (content->text, -1));
  g_assert_true (g_str_has_prefix (content->text, "Page 1: neighbourhood teams\n"));
  g_assert_cmpuint (content->links->len, ==, 1);
  link = content->links->pdata[0];
  g_assert_cmpstr (link->target.address, ==, "https://www.example.org/a?b=c");
  g_assert_cmpfloat_with_epsilon (link->area.y1, 700, 1);
  g_assert_cmpuint (hits->len, ==, 30);
  g_assert_cmpuint (((AccordPdfPlace *) hits->pdata[0])->page, ==, 1);
  /* A word that is found at a point is where it is said to be. */
  accord_pdf_text_get_word (content, (guint) accord_pdf_text_find (content, 150, 76, 20), &from, &to);
  place = accord_pdf_text_dup_place (content, 0, from, to);
  g_assert_cmpstr (place->quote, ==, "neighbourhood");
  g_assert_cmpuint (place->rectangles->len, ==, 1);
  accord_pdf_file_give_back (file, engine);
}

/* --- Turned and cropped pages: where a word is said to be, there is ink, and nowhere else. */

static gboolean
is_dark (const guchar *pixel)
{
  return pixel[0] < 128;
}

static void
check_ink (AccordPdfEngine *engine, AccordPdfFile *file)
{
  g_autoptr (AccordPdfContent) content = accord_pdf_engine_read_content (engine, 0, NULL);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GPtrArray) hits = accord_pdf_engine_find (engine, 0, "Alphabet", NULL);
  AccordPdfRectangle around, found;
  cairo_rectangle_int_t part = { 0 };
  double width, height;
  guint outside = 0, inside = 0;
  const guchar *data;

  accord_pdf_file_get_page_size (file, 0, &width, &height);
  part.width = (int) round (width);
  part.height = (int) round (height);
  pixels = accord_pdf_engine_render (engine, 0, 1, &part, NULL);
  g_assert_nonnull (pixels);
  g_assert_cmpstr (content->text, ==, "Alphabet");
  g_assert_cmpuint (hits->len, ==, 1);
  {
    g_autoptr (AccordPdfPlace) place = accord_pdf_text_dup_place (content, 0, 0, content->n_glyphs);

    g_assert_cmpuint (place->rectangles->len, ==, 1);
    around = accord_pdf_place_get_bounds (place);
    found = accord_pdf_place_get_bounds (hits->pdata[0]);
  }
  g_assert_cmpfloat_with_epsilon (around.x1, found.x1, 3);
  g_assert_cmpfloat_with_epsilon (around.y1, found.y1, 3);
  data = g_bytes_get_data (pixels, NULL);
  for (int y = 0; y < part.height; y++)
    for (int x = 0; x < part.width; x++)
      if (is_dark (data + 4 * (y * part.width + x)))
        {
          if (x >= around.x1 - 1 && x <= around.x2 + 1 && y >= around.y1 - 1 && y <= around.y2 + 1)
            inside++;
          else
            outside++;
        }
  g_assert_cmpuint (inside, >, 50);
  g_assert_cmpuint (outside, ==, 0);
}

static void
test_turned_and_cropped (void)
{
  const char *const more[] = { "",
                               "/Rotate 90",
                               "/Rotate 180",
                               "/Rotate 270",
                               "/CropBox [100 200 500 700]",
                               "/CropBox [100 200 500 700] /Rotate 90",
                               "/CropBox [100 200 500 700] /Rotate 270" };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autoptr (GBytes) bytes =
          pdf_fixture_new_by_hand ("0 0 612 792", more[i], "BT /F1 24 Tf 200 600 Td (Alphabet) Tj ET");
      g_autoptr (AccordPdfFile) file = open_bytes (bytes);
      AccordPdfEngine *engine = accord_pdf_file_borrow (file, NULL);

      check_ink (engine, file);
      accord_pdf_file_give_back (file, engine);
    }
}

/* A link leads to the words that it is about, however the page is turned. */
static void
test_turned_links (void)
{
  const char *const more[] = { "",
                               "/Rotate 90",
                               "/Rotate 180",
                               "/Rotate 270",
                               "/CropBox [100 200 500 700]",
                               "/CropBox [100 200 500 700] /Rotate 90",
                               "/CropBox [100 200 500 700] /Rotate 180",
                               "/CropBox [100 200 500 700] /Rotate 270" };
  const char *const dests[] = { "/XYZ 150 500 0", "/FitR 150 480 170 500" };

  for (guint i = 0; i < G_N_ELEMENTS (more) * G_N_ELEMENTS (dests); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "%s /Annots [<< /Type /Annot /Subtype /Link /Rect [200 600 260 624] /Dest [3 0 R %s] >>]",
          more[i / 2], dests[i % 2]);
      g_autoptr (GBytes) bytes =
          pdf_fixture_new_by_hand ("0 0 612 792", page, "BT /F1 24 Tf 150 480 Td (x) Tj ET");
      g_autoptr (AccordPdfFile) file = open_bytes (bytes);
      AccordPdfEngine *engine = accord_pdf_file_borrow (file, NULL);
      g_autoptr (AccordPdfContent) content = accord_pdf_engine_read_content (engine, 0, NULL);
      g_autoptr (AccordPdfPlace) place = accord_pdf_text_dup_place (content, 0, 0, 1);
      const AccordPdfRectangle letter = accord_pdf_place_get_bounds (place);
      const AccordPdfLink *link;

      accord_pdf_file_give_back (file, engine);
      g_assert_cmpuint (content->links->len, ==, 1);
      link = content->links->pdata[0];
      g_assert_cmpint (link->target.page, ==, 0);
      /* Poppler does not tell the far corner of an area on a page that is cropped and turned. */
      if (link->target.top == 0 && i % 2 == 1 && i / 2 > 5)
        continue;
      g_assert_cmpfloat (link->target.top, >, letter.y1 - 30);
      g_assert_cmpfloat (link->target.top, <, letter.y2 + 12);
    }
}

/* --- What comes from somebody else. */

static void
test_refused (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0),
                     words = g_bytes_new_static ("not a PDF at all", 16);
  g_autoptr (GBytes) locked = pdf_fixture_new_locked ("open sesame");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPdfFile) file = NULL;
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.pdf"), folder = g_file_new_for_path ("/");

  assert_refused (nothing, NULL, ACCORD_PDF_ERROR_DAMAGED);
  assert_refused (words, NULL, ACCORD_PDF_ERROR_DAMAGED);
  assert_refused (locked, NULL, ACCORD_PDF_ERROR_PASSWORD);
  assert_refused (locked, "wrong", ACCORD_PDF_ERROR_PASSWORD);
  file = accord_pdf_file_open_sync (NULL, locked, "open sesame", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_pdf_file_get_n_pages (file), ==, 1);
  g_assert_null (accord_pdf_file_open_sync (missing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (accord_pdf_file_open_sync (folder, NULL, NULL, &error));
  g_assert_nonnull (error);
}

/* Looks at everything that a window would look at; a fault is a sentence. */
static void
look_at (AccordPdfFile *file)
{
  AccordPdfEngine *engine = accord_pdf_file_borrow (file, NULL);
  guint n_pages = MIN (accord_pdf_file_get_n_pages (file), 3);

  for (guint page = 0; page < n_pages && engine != NULL && accord_pdf_engine_is_alive (engine); page++)
    {
      const cairo_rectangle_int_t part = { 0, 0, 200, 280 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pixels = accord_pdf_engine_render (engine, page, 0.34, &part, &error);
      AccordPdfContent *content;
      GPtrArray *hits;

      g_assert_true ((pixels != NULL) == (error == NULL));
      if (!accord_pdf_engine_is_alive (engine))
        break;
      content = accord_pdf_engine_read_content (engine, page, NULL);
      g_clear_pointer (&content, accord_pdf_content_unref);
      if (!accord_pdf_engine_is_alive (engine))
        break;
      hits = accord_pdf_engine_find (engine, page, "care", NULL);
      g_clear_pointer (&hits, g_ptr_array_unref);
    }
  if (engine != NULL)
    accord_pdf_file_give_back (file, engine);
}

static void
try_bytes (guchar *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_sync (NULL, bytes, NULL, &error);

  g_assert_true ((file != NULL) != (error != NULL));
  if (file != NULL)
    look_at (file);
}

static void
test_mutated (void)
{
  g_autoptr (GBytes) packed = pdf_fixture_new (3);
  g_autoptr (GBytes) plain = pdf_fixture_new_by_hand (
      "0 0 612 792",
      "/CropBox [100 200 500 700] /Rotate 90 /Annots [<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] "
      "/A << /S /URI /URI (http://example.org) >> >>]",
      "BT /F1 20 Tf 200 600 Td (Alpha Beta) Tj ET q 1 0 0 1 9 9 cm 0 0 100 100 re W n /P sh Q 0 0 m 9 9 8 8 "
      "7 7 c S");
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < MUTATED_FILES; i++)
    {
      GBytes *from = i % 2 == 0 ? packed : plain;
      gsize size;
      gconstpointer original = g_bytes_get_data (from, &size);
      g_autofree guchar *data = g_memdup2 (original, size);
      /* One wrong byte is read on further than a hundred. */
      guint n = i % 5 == 0 ? 1 : g_rand_int_range (rand, 2, 2 * MUTATIONS);

      for (guint k = 0; k < n; k++)
        data[g_rand_int_range (rand, 0, (gint32) size)] = (guchar) g_rand_int (rand);
      try_bytes (data, size);
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = pdf_fixture_new (3);
  gsize size;
  guchar *data = (guchar *) g_bytes_get_data (whole, &size);

  for (guint i = 1; i < 20; i++)
    try_bytes (data, size * i / 20);
}

static void
test_odd_pages (void)
{
  const char *const boxes[] = { "0 0 1e9 1e9", "0 0 0 0", "0 0 -5 -5",
                                "0 0 99999 1", "5 5 5 5", "0 0 1e-9 1e-9" };
  const char *no_pages =
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
      "/Kids [] /Count 0 >>\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF\n";
  g_autoptr (GBytes) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (GBytes) bytes = pdf_fixture_new_by_hand (boxes[i], "", "BT /F1 20 Tf 2 6 Td (Alpha) Tj ET");
      g_autoptr (AccordPdfFile) file = open_bytes (bytes);
      double width, height;

      accord_pdf_file_get_page_size (file, 0, &width, &height);
      g_assert_true (isfinite (width) && width >= 1 && width <= 200000);
      g_assert_true (isfinite (height) && height >= 1 && height <= 200000);
      look_at (file);
    }
  none = g_bytes_new_static (no_pages, strlen (no_pages));
  assert_refused (none, NULL, ACCORD_PDF_ERROR_DAMAGED);
}

/* A program that ends or says nothing is a sentence, and the next question goes to a new one. */
static void
test_program_gone (void)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (2);
  g_autoptr (AccordPdfFile) file = open_bytes (bytes);
  g_autofree char *kept = g_strdup (g_getenv ("ACCORD_PDF_PROGRAM"));
  g_autoptr (GError) error = NULL;

  g_setenv ("ACCORD_PDF_PROGRAM", "/bin/false", TRUE);
  assert_refused (bytes, NULL, ACCORD_PDF_ERROR_FAILED);
  g_setenv ("ACCORD_PDF_PROGRAM", "/nowhere/accord-pdf", TRUE);
  assert_refused (bytes, NULL, ACCORD_PDF_ERROR_FAILED);
  g_setenv ("ACCORD_PDF_PROGRAM", kept, TRUE);
  look_at (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-file/open", test_open);
  g_test_add_func ("/pdf-file/content", test_content);
  g_test_add_func ("/pdf-file/turned-and-cropped", test_turned_and_cropped);
  g_test_add_func ("/pdf-file/turned-links", test_turned_links);
  g_test_add_func ("/pdf-file/refused", test_refused);
  g_test_add_func ("/pdf-file/odd-pages", test_odd_pages);
  g_test_add_func ("/pdf-file/truncated", test_truncated);
  g_test_add_func ("/pdf-file/mutated", test_mutated);
  g_test_add_func ("/pdf-file/program-gone", test_program_gone);
  return g_test_run ();
}
