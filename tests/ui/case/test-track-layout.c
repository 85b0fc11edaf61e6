/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/track-layout.h"

#include "case/pair.h"

#define MOST_STEPS 9

static gboolean
overlap (const AccordTrackStep *a, const AccordTrackStep *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
assert_sound (guint n_steps, double width, double scale, const double *heights)
{
  AccordTrackStep steps[MOST_STEPS], again[MOST_STEPS];
  AccordTrackLayout layout = accord_track_layout (n_steps, width, scale);
  AccordTrackLayout twin = layout;

  accord_track_place (&layout, n_steps, heights, width, scale, steps);
  accord_track_place (&twin, n_steps, heights, width, scale, again);
  for (guint i = 0; i < n_steps; i++)
    {
      const AccordTrackStep *step = &steps[i];

      g_assert_cmpmem (step, sizeof *step, &again[i], sizeof *step);
      g_assert_cmpfloat (step->x, >=, 0);
      g_assert_cmpfloat (step->x + step->width, <=, width + 0.01);
      g_assert_cmpfloat (step->y + step->height, <=, layout.height + 0.01);
      g_assert_cmpfloat (step->glyph_x - layout.radius, >=, step->x);
      g_assert_cmpfloat (step->glyph_y + layout.radius, <=, step->y + step->height);
      g_assert_cmpfloat (step->text_y + heights[i], <=, step->y + step->height + 0.01);
      g_assert_cmpfloat (step->text_x + step->text_width, <=, step->x + step->width + 0.01);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (step, &steps[j]));
    }
}

static void
test_sound (void)
{
  const double heights[MOST_STEPS] = { 36, 36, 52, 0, 210, 36, 18, 36, 36 };

  for (guint n_steps = 1; n_steps <= MOST_STEPS; n_steps++)
    for (double width = 260; width < 2600; width += 117)
      {
        assert_sound (n_steps, width, 1, heights);
        assert_sound (n_steps, width, 2, heights);
      }
}

static void
test_turns (void)
{
  const double heights[5] = { 30, 30, 30, 30, 30 };
  AccordTrackStep steps[5];
  AccordTrackLayout wide = accord_track_layout (5, 900, 1);
  AccordTrackLayout narrow = accord_track_layout (5, 400, 1);
  AccordTrackLayout large = accord_track_layout (5, 900, 2);

  g_assert_false (wide.upright);
  g_assert_true (narrow.upright);
  /* Large words need the room of a narrow window. */
  g_assert_true (large.upright);
  accord_track_place (&wide, 5, heights, 900, 1, steps);
  for (guint i = 1; i < 5; i++)
    {
      g_assert_cmpfloat (steps[i].glyph_y, ==, steps[0].glyph_y);
      g_assert_cmpfloat (steps[i].x - steps[i - 1].x, ==, 180);
    }
  accord_track_place (&narrow, 5, heights, 400, 1, steps);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpfloat (steps[i].y, >, steps[i - 1].y);
}

static void
test_nothing (void)
{
  AccordTrackLayout layout = accord_track_layout (0, 500, 1);

  accord_track_place (&layout, 0, NULL, 500, 1, NULL);
  g_assert_cmpfloat (layout.height, ==, 0);
}

static void
test_pair (void)
{
  g_assert_true (accord_pair_is_beside (300, 150, 2, 3, 900));
  g_assert_false (accord_pair_is_beside (300, 310, 2, 3, 900));
  g_assert_false (accord_pair_is_beside (600, 100, 2, 3, 900));
  g_assert_false (accord_pair_is_beside (300, 200, 2, 3, 480));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/case/track/sound", test_sound);
  g_test_add_func ("/ui/case/track/turns", test_turns);
  g_test_add_func ("/ui/case/track/nothing", test_nothing);
  g_test_add_func ("/ui/case/pair", test_pair);

  return g_test_run ();
}
