/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-view.h"

static void
assert_sound (const AccordTimelineView *view)
{
  g_assert_cmpfloat (view->from, <, view->until);
  g_assert_cmpfloat (view->until - view->from, <=, 2.001 * (view->fit_until - view->fit_from));
  g_assert_cmpfloat (view->from, <=, view->fit_until);
  g_assert_cmpfloat (view->until, >=, view->fit_from);
}

static void
test_fit (void)
{
  AccordTimelineView view = { 0 };

  accord_timeline_view_set_fit (&view, 100, 1100, G_MININT);
  g_assert_true (accord_timeline_view_is_fit (&view));
  g_assert_cmpfloat (view.until, ==, 1100);

  /* More to see: a view of everything shows it, a chosen one stays. */
  accord_timeline_view_set_fit (&view, 0, 2000, G_MININT);
  g_assert_true (accord_timeline_view_is_fit (&view));
  accord_timeline_view_set (&view, 500, 600);
  accord_timeline_view_set_fit (&view, 0, 3000, G_MININT);
  g_assert_cmpfloat (view.from, ==, 500);
  g_assert_cmpfloat (view.until, ==, 600);
}

static void
test_zoom (void)
{
  AccordTimelineView view = { 0 };

  accord_timeline_view_set_fit (&view, 0, 1000, G_MININT);
  accord_timeline_view_zoom (&view, 2, 0.25);
  g_assert_cmpfloat (view.from, ==, 125);
  g_assert_cmpfloat (view.until, ==, 625);
  accord_timeline_view_zoom (&view, 0.5, 0.25);
  g_assert_cmpfloat (view.from, ==, 0);
  g_assert_cmpfloat (view.until, ==, 1000);

  for (int i = 0; i < 50; i++)
    accord_timeline_view_zoom (&view, 1.5, 0.5);
  g_assert_cmpfloat (view.until - view.from, ==, 30);
  g_assert_false (accord_timeline_view_can_zoom_in (&view));
  g_assert_true (accord_timeline_view_can_zoom_out (&view));
  for (int i = 0; i < 50; i++)
    accord_timeline_view_zoom (&view, 0.5, 0.5);
  g_assert_true (accord_timeline_view_can_zoom_in (&view));
  g_assert_false (accord_timeline_view_can_zoom_out (&view));
}

/* Wherever a person goes, something of what there is stays in view. */
static void
test_wander (void)
{
  AccordTimelineView view = { 0 };

  accord_timeline_view_set_fit (&view, -400, g_test_rand_double_range (1, 20000), G_MININT);
  for (int i = 0; i < 5000; i++)
    {
      if (g_test_rand_bit ())
        accord_timeline_view_pan (&view, g_test_rand_double_range (-3, 3));
      else
        accord_timeline_view_zoom (&view, g_test_rand_double_range (0.1, 5), g_test_rand_double_range (0, 1));
      assert_sound (&view);
    }
}

/* Today is gone to from anywhere, and new records do not drive a person from it. */
static void
test_today (void)
{
  static const int days[] = { -9000, 400, 9000 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      AccordTimelineView view = { 0 };

      accord_timeline_view_set_fit (&view, 0, 1000, days[i]);
      accord_timeline_view_zoom (&view, 4, 0.5);
      accord_timeline_view_go_to (&view, days[i]);
      g_assert_cmpfloat ((view.from + view.until) / 2, ==, days[i]);
      g_assert_cmpfloat (view.until - view.from, ==, 250);
      accord_timeline_view_set_fit (&view, 0, 1010, days[i]);
      g_assert_cmpfloat ((view.from + view.until) / 2, ==, days[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-view/fit", test_fit);
  g_test_add_func ("/timeline-view/zoom", test_zoom);
  g_test_add_func ("/timeline-view/wander", test_wander);
  g_test_add_func ("/timeline-view/today", test_today);
  return g_test_run ();
}
