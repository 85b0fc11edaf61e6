/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "form/detail-page.h"
#include "print/printable.h"

#include <string.h>

typedef struct
{
  GtkWidget *page;
  AccordPrintout *printout;
} Taken;

static gboolean
has_history (gpointer data)
{
  return form_fixture_has_text (((Taken *) data)->page, "History");
}

static gboolean
is_taken (gpointer data)
{
  return ((Taken *) data)->printout != NULL;
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Taken *) data)->printout = accord_printable_take_finish (result, &error);
  g_assert_no_error (error);
}

/* How many dots of a page are dark. */
static guint
ink (AccordPrintout *printout, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 595, 842);
  cairo_t *cairo = cairo_create (surface);
  guint dark = 0;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  accord_printout_draw (printout, cairo, page);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 595; x++)
      dark += (((guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                        + y * cairo_image_surface_get_stride (surface)))[x]
               & 0xff)
              < 128;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return dark;
}

/* A page with more on it than the window shows goes to paper as a whole. */
static void
test_page (FormFixture *self, gconstpointer data)
{
  gint64 id = form_fixture_add (self, "fund", "The fund");
  Taken taken = { accord_detail_page_new (self->workspace) };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL, *path = g_build_filename (self->folder, "page.pdf", NULL);
  gsize length;
  guint n_pages;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *words = g_strdup_printf ("Note %u on what the money may be used for", i);

      form_fixture_set (self, "fund", id, "description", words);
    }
  form_fixture_present (self, taken.page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (taken.page), form_fixture_kind (self, "fund"), id);
  g_assert_true (ui_wait_until (has_history, &taken));
  g_signal_emit_by_name (form_fixture_find_button (taken.page, "Show all changes"), "clicked");
  ui_wait_frame (taken.page);

  accord_printable_take_async (accord_printable_find (taken.page), "The fund", on_taken, &taken);
  g_assert_true (ui_wait_until (is_taken, &taken));
  file = g_file_new_for_path (path);
  g_assert_true (accord_printout_write_pdf (taken.printout, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  n_pages = accord_printout_lay_out (taken.printout, 595, 842);
  g_assert_cmpuint (n_pages, >=, 3);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_cmpuint (length, >, 4000);
  for (guint i = 0; i < n_pages; i++)
    g_assert_cmpuint (ink (taken.printout, i), >, 100);
  g_assert_false (gtk_widget_has_css_class (accord_printable_find (taken.page), "printing"));
  g_object_unref (taken.printout);
}

static void
test_place_that_cannot_be_written (FormFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AccordPrintout) printout = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.pdf");
  g_autoptr (GError) error = NULL;
  guint field = 0;

  g_ptr_array_add (records, form_fixture_new (self, "fund", "The fund"));
  printout = accord_printout_new_for_records (records, &field, 1, "Funds");
  g_assert_cmpuint (accord_printout_lay_out (printout, 595, 842), ==, 1);
  g_assert_cmpuint (ink (printout, 0), >, 0);
  g_assert_false (accord_printout_write_pdf (printout, file, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/print/page", test_page);
  form_fixture_add_test ("/ui/print/place-that-cannot-be-written", test_place_that_cannot_be_written);

  return g_test_run ();
}
