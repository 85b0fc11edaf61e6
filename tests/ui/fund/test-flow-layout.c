/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/flow-layout.h"

#define ROUNDS 400
#define NEAR 0.001

static AccordFlowMetrics
usual (double width, double scale)
{
  return (AccordFlowMetrics){
    .width = width, .scale = scale, .pitch = 27 * scale, .root_label = 60 * scale, .figure = 70 * scale
  };
}

static const AccordFlowRow *
row_at (const AccordFlowLayout *layout, guint index)
{
  return &g_array_index (layout->rows, AccordFlowRow, index);
}

static const AccordFlowGroup *
group_at (const AccordFlowLayout *layout, guint index)
{
  return &g_array_index (layout->groups, AccordFlowGroup, index);
}

static void
assert_inside (const AccordFlowBox *box, const AccordFlowLayout *layout, double width)
{
  g_assert_cmpfloat (box->x, >=, -NEAR);
  g_assert_cmpfloat (box->y, >=, -NEAR);
  g_assert_cmpfloat (box->x + box->width, <=, width + NEAR);
  g_assert_cmpfloat (box->y + box->height, <=, layout->height + NEAR);
}

/* What goes in comes out: of the root into the groups, of each group into its rows; and no two things meet.
 */
static void
assert_sound (const AccordFlowLayout *layout, const AccordFlowPart *parts, guint n, double width)
{
  double bottom = 0, in = 0, group_bottom = 0;

  g_assert_cmpuint (layout->rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const AccordFlowRow *row = row_at (layout, i);

      g_assert_cmpfloat (row->y, >=, bottom - NEAR);
      g_assert_cmpfloat (row->height, >=, parts[i].least);
      bottom = row->y + row->height;
      g_assert_cmpfloat (row->bar.y, >=, row->y - NEAR);
      g_assert_cmpfloat (row->bar.y + row->bar.height, <=, bottom + NEAR);
      assert_inside (&row->bar, layout, width);
      g_assert_true ((row->bar.height > 0) == (parts[i].weight > 0));
      g_assert_cmpfloat_with_epsilon (row->band.thickness, row->bar.height, NEAR);
      g_assert_cmpfloat_with_epsilon (row->band.y2, row->bar.y, NEAR);
    }
  for (guint g = 0; g < layout->groups->len; g++)
    {
      const AccordFlowGroup *group = group_at (layout, g);
      double out = 0;

      for (guint i = 0; i < group->n_rows; i++)
        {
          g_assert_cmpfloat_with_epsilon (row_at (layout, group->first + i)->band.y1, group->bar.y + out,
                                          NEAR);
          out += row_at (layout, group->first + i)->band.thickness;
        }
      g_assert_cmpfloat_with_epsilon (out, group->bar.height, NEAR);
      g_assert_cmpfloat_with_epsilon (group->band.thickness, group->bar.height, NEAR);
      g_assert_cmpfloat_with_epsilon (group->band.y1, layout->root.y + in, NEAR);
      in += group->band.thickness;
      g_assert_cmpfloat (group->bar.y, >=, group_bottom - NEAR);
      group_bottom = group->bar.y + group->bar.height;
      assert_inside (&group->bar, layout, width);
    }
  g_assert_cmpfloat_with_epsilon (in, layout->root.height, NEAR);
  assert_inside (&layout->root, layout, width);
  g_assert_cmpfloat (layout->beyond, <=, layout->root.height + NEAR);
}

static guint
draw_parts (AccordFlowPart *parts, guint most)
{
  guint n = g_test_rand_int_range (1, most), group = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && g_test_rand_int_range (0, 3) == 0)
        group++;
      parts[i].least = g_test_rand_int_range (0, 80);
      parts[i].group = group;
      parts[i].weight = g_test_rand_int_range (0, 5) == 0 ? 0
                                                          : (gint64) g_test_rand_int_range (1, 1 << 30)
                                                                * g_test_rand_int_range (1, 1 << 10);
    }
  return n;
}

static void
test_any (void)
{
  AccordFlowPart parts[60];

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = draw_parts (parts, G_N_ELEMENTS (parts));
      double width = g_test_rand_double_range (260, 1400), scale = g_test_rand_double_range (0.8, 2.2);
      AccordFlowMetrics metrics = usual (width, scale);
      g_autoptr (AccordFlowLayout) layout = NULL, again = NULL;

      metrics.beyond = g_test_rand_int_range (0, 1000);
      layout = accord_flow_layout_new (parts, n, &metrics);
      again = accord_flow_layout_new (parts, n, &metrics);
      assert_sound (layout, parts, n, width);
      for (guint i = 0; i < n; i++)
        g_assert_cmpmem (row_at (layout, i), sizeof (AccordFlowRow), row_at (again, i),
                         sizeof (AccordFlowRow));
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if (parts[i].weight > parts[j].weight)
            g_assert_cmpfloat (row_at (layout, i)->bar.height, >=, row_at (layout, j)->bar.height - NEAR);
    }
}

/* Heights are in proportion, but a sum that would vanish has a line. */
static void
test_proportion (void)
{
  const AccordFlowPart parts[] = { { 4000000, 0 }, { 2000000, 0 }, { 1, 1 }, { 0, 1 } };
  AccordFlowMetrics metrics = usual (900, 1);
  g_autoptr (AccordFlowLayout) layout = accord_flow_layout_new (parts, G_N_ELEMENTS (parts), &metrics);

  g_assert_cmpfloat_with_epsilon (row_at (layout, 0)->bar.height, 2 * row_at (layout, 1)->bar.height, NEAR);
  g_assert_cmpfloat (row_at (layout, 2)->bar.height, >=, 1);
  g_assert_cmpfloat (row_at (layout, 3)->bar.height, ==, 0);
  g_assert_cmpfloat (row_at (layout, 3)->height, >=, 27);
  g_assert_true (layout->labelled);
  g_assert_false (layout->compact);
  g_assert_cmpfloat (layout->share_width, >, 0);
}

/* What there is no room for goes; names always have some. */
static void
test_narrow (void)
{
  const AccordFlowPart parts[] = { { 40, 0 }, { 20, 0 } };
  gboolean compact = FALSE;

  for (int width = 1400; width >= 260; width -= 20)
    {
      AccordFlowMetrics metrics = usual (width, 1);
      g_autoptr (AccordFlowLayout) layout = accord_flow_layout_new (parts, G_N_ELEMENTS (parts), &metrics);

      assert_sound (layout, parts, G_N_ELEMENTS (parts), width);
      g_assert_cmpfloat (layout->name_width, >=, 80);
      g_assert_cmpfloat (layout->name_x, >, row_at (layout, 0)->bar.x + row_at (layout, 0)->bar.width);
      if (!layout->compact)
        g_assert_cmpfloat (layout->name_x + layout->name_width, <=,
                           layout->first_figure - metrics.figure + NEAR);
      g_assert_true (layout->compact || !compact);
      compact = layout->compact;
    }
  g_assert_true (compact);
}

/* The least width with the greatest text: still nothing beyond the edge, and the names have half of it. */
static void
test_narrow_large (void)
{
  const AccordFlowPart parts[] = { { 40, 0 }, { 20, 1 } };
  AccordFlowMetrics metrics = usual (260, 2.2);
  g_autoptr (AccordFlowLayout) layout = accord_flow_layout_new (parts, G_N_ELEMENTS (parts), &metrics);

  assert_sound (layout, parts, G_N_ELEMENTS (parts), 260);
  g_assert_true (layout->compact);
  g_assert_cmpfloat (layout->name_width, >=, 100);
}

static void
test_nothing (void)
{
  AccordFlowMetrics metrics = usual (600, 1);
  const AccordFlowPart nought = { 0, 0 };
  g_autoptr (AccordFlowLayout) none = accord_flow_layout_new (NULL, 0, &metrics);
  g_autoptr (AccordFlowLayout) one = accord_flow_layout_new (&nought, 1, &metrics);

  g_assert_cmpfloat (none->height, ==, 0);
  g_assert_cmpfloat (one->root.height, ==, 0);
  g_assert_cmpfloat (one->height, >=, 27);
}

/* What is more than there was is the same part of the root as it is of all that flows. */
static void
test_beyond (void)
{
  const AccordFlowPart parts[] = { { 60, 0 }, { 40, 1 } };
  AccordFlowMetrics metrics = usual (900, 1);
  g_autoptr (AccordFlowLayout) layout = NULL;

  metrics.beyond = 25;
  layout = accord_flow_layout_new (parts, G_N_ELEMENTS (parts), &metrics);
  g_assert_cmpfloat_with_epsilon (layout->beyond, layout->root.height / 4, NEAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/flow-layout/any", test_any);
  g_test_add_func ("/ui/flow-layout/proportion", test_proportion);
  g_test_add_func ("/ui/flow-layout/narrow", test_narrow);
  g_test_add_func ("/ui/flow-layout/narrow-large", test_narrow_large);
  g_test_add_func ("/ui/flow-layout/nothing", test_nothing);
  g_test_add_func ("/ui/flow-layout/beyond", test_beyond);
  return g_test_run ();
}
