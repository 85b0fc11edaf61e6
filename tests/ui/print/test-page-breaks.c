/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/page-breaks.h"

#define PAGE 100.0

static gboolean
is_cut (const AccordSpan *spans, guint n_spans, double at)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].top < at && spans[i].bottom > at)
      return TRUE;
  return FALSE;
}

/* Pages follow one another without a gap, none is longer than the paper, and what is short enough to be kept
 * whole is. */
static void
test_any_page (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 500; round++)
    {
      double height = g_rand_double_range (rand, 0, 1500), top = 0;
      guint n_spans = g_rand_int_range (rand, 0, 120);
      g_autofree AccordSpan *spans = g_new0 (AccordSpan, n_spans + 1);
      g_autoptr (GArray) breaks = NULL;

      for (guint i = 0; i < n_spans; i++)
        {
          spans[i].top = g_rand_double_range (rand, 0, 1500);
          spans[i].bottom = spans[i].top + g_rand_double_range (rand, 0, round % 2 ? 15 : 200);
        }
      breaks = accord_page_breaks (spans, n_spans, height, PAGE);
      g_assert_cmpuint (breaks->len, >=, 1);
      for (guint i = 0; i < breaks->len; i++)
        {
          double end = g_array_index (breaks, double, i);

          g_assert_cmpfloat (end, >=, top);
          g_assert_cmpfloat (end - top, <=, PAGE + 1e-6);
          g_assert_true (i + 1 == breaks->len || end > top + PAGE / 4);
          top = end;
        }
      g_assert_cmpfloat (top, ==, height);
    }
}

static void
test_keeps_lines_whole (void)
{
  AccordSpan spans[200];
  g_autoptr (GArray) breaks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = (AccordSpan){ i * 13.0, i * 13.0 + 12 };
  breaks = accord_page_breaks (spans, G_N_ELEMENTS (spans), 2600, PAGE);
  for (guint i = 0; i + 1 < breaks->len; i++)
    g_assert_false (is_cut (spans, G_N_ELEMENTS (spans), g_array_index (breaks, double, i)));
}

static void
test_what_fits_no_page (void)
{
  const AccordSpan tall = { 10, 450 };
  g_autoptr (GArray) breaks = accord_page_breaks (&tall, 1, 460, PAGE);

  g_assert_cmpuint (breaks->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/page-breaks/any-page", test_any_page);
  g_test_add_func ("/ui/page-breaks/keeps-lines-whole", test_keeps_lines_whole);
  g_test_add_func ("/ui/page-breaks/what-fits-no-page", test_what_fits_no_page);

  return g_test_run ();
}
