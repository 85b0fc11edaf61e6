/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"
#include "table-print.h"

#define WIDTH 595.0
#define HEIGHT 842.0
#define PAPER_MARGIN 30.0

/* Pages that remember where there is ink. */
typedef struct
{
  GPtrArray *surfaces;
  cairo_t *cairo;
} Pages;

static cairo_t *
begin_page (gpointer data)
{
  Pages *pages = data;
  cairo_rectangle_t paper = { -WIDTH, -HEIGHT, 3 * WIDTH, 3 * HEIGHT };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

  g_clear_pointer (&pages->cairo, cairo_destroy);
  g_ptr_array_add (pages->surfaces, surface);
  pages->cairo = cairo_create (surface);
  return pages->cairo;
}

static void
pages_init (Pages *pages)
{
  pages->surfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  pages->cairo = NULL;
}

static void
pages_clear (Pages *pages)
{
  g_clear_pointer (&pages->cairo, cairo_destroy);
  g_ptr_array_unref (pages->surfaces);
}

static void
assert_inside (Pages *pages)
{
  for (guint i = 0; i < pages->surfaces->len; i++)
    {
      double x, y, width, height;

      cairo_recording_surface_ink_extents (pages->surfaces->pdata[i], &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, PAPER_MARGIN);
      g_assert_cmpfloat (y, >=, PAPER_MARGIN);
      g_assert_cmpfloat (x + width, <=, WIDTH - PAPER_MARGIN);
      g_assert_cmpfloat (y + height, <=, HEIGHT - 10);
    }
}

static char *
random_words (GRand *rand)
{
  GString *words = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 0, 4) == 0 ? 300 : g_rand_int_range (rand, 1, 30);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (
        words, g_rand_int_range (rand, 0, 7) == 0 ? ' ' : (gunichar) g_rand_int_range (rand, 0x41, 0x180));
  return g_string_free (words, FALSE);
}

static void
add_payments (AccordTablePrint *table, const AccordKind *kind, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      g_autofree char *payee = random_words (rand);
      g_autofree char *description = random_words (rand);

      accord_record_set_text (record, "payee", payee);
      accord_record_set_text (record, "date", "2019-04-01");
      accord_record_set_int (record, "amount", (gint64) g_rand_int (rand) * 1000 - 99999999999);
      if (g_rand_boolean (rand))
        accord_record_set_text (record, "description", description);
      accord_table_print_add (table, record);
    }
}

/* However long the words and however many the columns and rows, nothing is drawn beside the paper. */
static void
test_stays_on_paper (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  const AccordKind *kind = accord_schema_find_kind (schema, "payment");
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n_fields = 1; n_fields <= kind->n_fields; n_fields++)
    {
      g_autofree guint *fields = g_new0 (guint, kind->n_fields);
      g_autoptr (AccordTablePrint) table = NULL;
      g_autofree char *title = random_words (rand);
      Pages pages;

      for (guint i = 0; i < n_fields; i++)
        fields[i] = i;
      pages_init (&pages);
      table = accord_table_print_new (kind, fields, n_fields, title, "22 Nov 2026");
      accord_table_print_begin (table, WIDTH, HEIGHT, begin_page, &pages);
      add_payments (table, kind, rand, 60);
      g_assert_cmpuint (accord_table_print_finish (table), ==, pages.surfaces->len);
      g_assert_cmpuint (pages.surfaces->len, >, 1);
      assert_inside (&pages);
      g_clear_pointer (&table, accord_table_print_free);
      pages_clear (&pages);
    }
}

static void
test_empty_list (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  const guint fields[] = { 0, 1 };
  g_autoptr (AccordTablePrint) table =
      accord_table_print_new (accord_schema_find_kind (schema, "fund"), fields, 2, "Funds", NULL);
  Pages pages;

  pages_init (&pages);
  accord_table_print_begin (table, WIDTH, HEIGHT, begin_page, &pages);
  g_assert_cmpuint (accord_table_print_finish (table), ==, 1);
  assert_inside (&pages);
  g_clear_pointer (&table, accord_table_print_free);
  pages_clear (&pages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/table-print/stays-on-paper", test_stays_on_paper);
  g_test_add_func ("/exchange/table-print/empty-list", test_empty_list);

  return g_test_run ();
}
