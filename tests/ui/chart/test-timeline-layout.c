/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-layout.h"

#include "date.h"

#include <math.h>
#include <string.h>

#define LETTER 7.0
#define LINE 17.0

static double
measure (const char *strong, const char *plain, gpointer data)
{
  glong letters = strong != NULL ? g_utf8_strlen (strong, -1) : 0;

  return LETTER * *(double *) data * (letters + (plain != NULL ? g_utf8_strlen (plain, -1) + 2 : 0));
}

static double
measure_head (const AccordTimelineLane *lane, double width, gpointer data)
{
  double lines = ceil (measure (lane->label, NULL, data) / width);

  return LINE * *(double *) data * MIN (lines + (lane->note != NULL), 4);
}

static int
day_of (const char *iso)
{
  int day = 0;

  g_assert_true (accord_date_to_day_number (iso, &day));
  return day;
}

static AccordTimelineLayout *
lay_out (GPtrArray *lanes, double width, double scale)
{
  static double kept;
  AccordTimelineFrame frame = { .width = width,
                                .scale = scale,
                                .today = day_of ("2018-06-01"),
                                .measure = measure,
                                .measure_head = measure_head,
                                .data = &kept };

  kept = scale;
  accord_timeline_fit (lanes, frame.today, &frame.from, &frame.until);
  return accord_timeline_layout_new (lanes, &frame);
}

static AccordTimelineLane *
add_lane (GPtrArray *lanes, const char *label)
{
  AccordTimelineLane *lane = accord_timeline_lane_new (label, NULL);

  g_ptr_array_add (lanes, lane);
  return lane;
}

static void
add_event (AccordTimelineLane *lane, const char *date, const char *words, const char *label)
{
  g_ptr_array_add (lane->events,
                   accord_timeline_event_new (date, words, label, ACCORD_TIMELINE_PLANNED, NULL, 0));
}

static gboolean
overlap (const AccordTimelineBox *a, const AccordTimelineBox *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 && a->y < b->y + b->height - 0.01
         && b->y < a->y + a->height - 0.01;
}

static void
assert_within (const AccordTimelineBox *box, const AccordTimelineBox *bounds)
{
  g_assert_cmpfloat (box->x, >=, bounds->x - 0.01);
  g_assert_cmpfloat (box->y, >=, bounds->y - 0.01);
  g_assert_cmpfloat (box->x + box->width, <=, bounds->x + bounds->width + 0.01);
  g_assert_cmpfloat (box->y + box->height, <=, bounds->y + bounds->height + 0.01);
}

static void
assert_item (const AccordTimelineLayout *layout, const AccordTimelineItem *item, double scale)
{
  const AccordTimelinePlace *place = layout->places->pdata[item->lane];
  double dot = ACCORD_TIMELINE_DOT * scale;

  assert_within (&item->label, &place->box);
  g_assert_cmpfloat (item->label.x, >=, layout->axis_left - 0.01);
  g_assert_cmpfloat (item->label.x + item->label.width, <=, layout->axis_right + 0.01);
  g_assert_cmpfloat (item->label.width, >, 0);
  g_assert_cmpfloat (item->x, >=, layout->axis_left);
  g_assert_cmpfloat (item->x, <=, layout->axis_right);
  g_assert_cmpfloat (item->y, ==, place->line_y);
  g_assert_cmpfloat (item->soft_from, <=, item->x);
  g_assert_cmpfloat (item->soft_until, >=, item->x);
  /* No label covers its own dot, and none is far from it. */
  if (item->row == 0)
    g_assert_true (item->label.x >= item->x + dot || item->label.x + item->label.width <= item->x - dot);
  else
    g_assert_cmpfloat (fabs (item->label.y + item->label.height / 2 - item->y), ==, item->label.height);
}

/* Of two items of a lane: their labels do not meet, neither covers the other's dot, and order is kept. */
static void
assert_pair (const AccordTimelineItem *a, const AccordTimelineItem *b, double scale)
{
  double dot = ACCORD_TIMELINE_DOT * scale;
  AccordTimelineBox dot_a = { a->x - dot, a->y - dot, 2 * dot, 2 * dot };
  AccordTimelineBox dot_b = { b->x - dot, b->y - dot, 2 * dot, 2 * dot };

  g_assert_false (overlap (&a->label, &b->label));
  if (a->lane != b->lane)
    return;
  g_assert_false (overlap (&dot_a, &dot_b));
  g_assert_false (a->row == 0 && overlap (&a->label, &dot_b));
  g_assert_false (b->row == 0 && overlap (&b->label, &dot_a));
  g_assert_cmpfloat (a->x, <, b->x);
  if (a->row == b->row)
    g_assert_cmpfloat (a->label.x, <, b->label.x);
}

static void
assert_sound (GPtrArray *lanes, const AccordTimelineLayout *layout, double width, double scale)
{
  double y = layout->head_height;
  guint n_events = 0, n_shown = 0;

  g_assert_cmpuint (layout->places->len, ==, lanes->len);
  for (guint i = 0; i < lanes->len; i++)
    {
      const AccordTimelineLane *lane = lanes->pdata[i];
      const AccordTimelinePlace *place = layout->places->pdata[i];

      g_assert_cmpfloat (place->box.y, ==, y);
      y += place->box.height;
      assert_within (&place->head, &place->box);
      if (place->has_bar)
        assert_within (&place->bar, &place->box);
      if (place->silent != NULL)
        assert_within (&place->silent_box, &place->box);
      n_events += lane->events->len;
      n_shown += place->undated->len;
    }
  g_assert_cmpfloat (layout->lanes_end, ==, y);
  g_assert_cmpfloat (layout->height, >=, y);
  for (guint i = 0; i < layout->items->len; i++)
    {
      const AccordTimelineItem *item = layout->items->pdata[i];

      n_shown += item->events->len;
      assert_item (layout, item, scale);
      for (guint j = i + 1; j < layout->items->len; j++)
        assert_pair (item, layout->items->pdata[j], scale);
    }
  /* Everything is somewhere: on the axis or among what has no date. */
  g_assert_cmpuint (n_shown, ==, n_events);
  for (guint i = 0; i < layout->ticks->len; i++)
    {
      const AccordTimelineTick *tick = layout->ticks->pdata[i];

      g_assert_cmpfloat (tick->x, >=, layout->axis_left);
      g_assert_cmpfloat (tick->x, <=, layout->axis_right);
      if (i > 0)
        g_assert_cmpfloat (tick->x - ((AccordTimelineTick *) layout->ticks->pdata[i - 1])->x, >=,
                           LETTER * scale * g_utf8_strlen (tick->label, -1));
    }
}

static void
check (GPtrArray *lanes)
{
  static const double widths[] = { 280, 400, 640, 1070, 2400 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (double scale = 1; scale <= 2; scale++)
      {
        g_autoptr (AccordTimelineLayout) layout = lay_out (lanes, widths[i], scale);
        g_autoptr (AccordTimelineLayout) again = lay_out (lanes, widths[i], scale);

        assert_sound (lanes, layout, widths[i], scale);
        g_assert_cmpfloat (layout->height, ==, again->height);
        g_assert_cmpuint (layout->items->len, ==, again->items->len);
      }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
  g_autoptr (AccordTimelineLayout) layout = NULL;

  check (lanes);
  add_lane (lanes, "Oldham");
  check (lanes);
  layout = lay_out (lanes, 1000, 1);
  g_assert_nonnull (((AccordTimelinePlace *) layout->places->pdata[0])->silent);
}

/* What has no date is said in full, over as many lines as that takes. */
static void
test_undated (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
  AccordTimelineLane *lane = add_lane (lanes, "Our Health");
  g_autoptr (AccordTimelineLayout) wide = NULL, narrow = NULL;
  const AccordTimelinePlace *one, *several;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (lane->events,
                     accord_timeline_event_new (NULL, "at relevant stages", "Public engagement and more",
                                                ACCORD_TIMELINE_PLANNED, "milestone", i + 1));
  check (lanes);
  wide = lay_out (lanes, 4000, 1);
  narrow = lay_out (lanes, 700, 1);
  one = wide->places->pdata[0];
  several = narrow->places->pdata[0];
  g_assert_cmpstr (one->silent, ==, several->silent);
  g_assert_cmpfloat (several->silent_box.height, >, one->silent_box.height);
  g_assert_cmpfloat (several->silent_box.height / one->silent_box.height * several->silent_box.width, >=,
                     measure (NULL, one->silent, &(double){ 1 }) / 2);
}

static void
test_one (void)
{
  static const char *const labels[] = { "x", "", "Strategic Commissioning Board starts" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();

      add_event (add_lane (lanes, "Bury"), "2019-10-01", NULL, labels[i]);
      check (lanes);
    }
}

static void
test_long_words (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
  g_autofree char *words = g_strnfill (3000, 'w');
  AccordTimelineLane *lane = add_lane (lanes, words);

  add_event (lane, "2016-09-27", NULL, words);
  add_event (lane, "2016-11-22", NULL, words);
  add_event (lane, NULL, "in Spring 2017", words);
  add_event (lane, NULL, "at the turn of the year", words);
  check (lanes);
}

static void
test_one_day (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
  AccordTimelineLane *lane = add_lane (lanes, "Bury");
  g_autoptr (AccordTimelineLayout) layout = NULL;

  for (int i = 0; i < 20; i++)
    add_event (lane, "2019-04-01", NULL, "LCO launched");
  check (lanes);
  layout = lay_out (lanes, 1000, 1);
  g_assert_cmpuint (layout->items->len, ==, 1);
  g_assert_cmpstr (((AccordTimelineItem *) layout->items->pdata[0])->strong, ==, "20 on 1 Apr 2019");
}

static void
add_many (GPtrArray *lanes, guint n_lanes, guint n_events, const char *first, const char *last)
{
  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %u", i);
      AccordTimelineLane *lane = add_lane (lanes, name);

      for (guint j = 0; j < n_events; j++)
        {
          g_autofree char *label = g_strnfill (g_test_rand_int_range (1, 90), 'e');
          char iso[ACCORD_DATE_ISO_SIZE];

          accord_date_from_day_number (g_test_rand_int_range (day_of (first), day_of (last)), iso);
          if (g_test_rand_int_range (0, 8) == 0)
            {
              g_autofree char *words = g_strdup_printf ("late %.4s", iso);

              add_event (lane, NULL, words, label);
            }
          else
            add_event (lane, g_test_rand_int_range (0, 12) == 0 ? NULL : iso, NULL, label);
        }
    }
}

static void
test_many (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();

      add_many (lanes, g_test_rand_int_range (1, 6), g_test_rand_int_range (0, 12), "2016-04-01",
                "2020-04-01");
      check (lanes);
    }
}

static void
test_hundreds (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();

  add_many (lanes, 1, 500, "2016-04-01", "2020-04-01");
  check (lanes);
}

static void
test_sixty_years (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();

  add_many (lanes, 3, 40, "1975-01-01", "2035-01-01");
  check (lanes);
}

static void
test_bars (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();

  accord_timeline_lane_set_bar (add_lane (lanes, "A"), "Solution design", "2016-09-27", NULL, "up to 2020");
  accord_timeline_lane_set_bar (add_lane (lanes, "B"), "Shadow form", NULL, "2017-03-31", NULL);
  accord_timeline_lane_set_bar (add_lane (lanes, "C"), "One day", "2018-01-01", "2018-01-01", NULL);
  accord_timeline_lane_set_bar (add_lane (lanes, "D"), "Never", NULL, NULL, "in time");
  accord_timeline_lane_set_bar (add_lane (lanes, "E"), "Backwards", "2018-02-01", "2018-01-01", NULL);
  add_event (lanes->pdata[0], "2017-01-01", NULL, "Business case");
  check (lanes);
  {
    g_autoptr (AccordTimelineLayout) layout = lay_out (lanes, 1000, 1);

    g_assert_true (((AccordTimelinePlace *) layout->places->pdata[0])->has_bar);
    g_assert_true (((AccordTimelinePlace *) layout->places->pdata[1])->bar_open_from);
    g_assert_true (((AccordTimelinePlace *) layout->places->pdata[2])->has_bar);
    g_assert_false (((AccordTimelinePlace *) layout->places->pdata[3])->has_bar);
    g_assert_false (((AccordTimelinePlace *) layout->places->pdata[4])->has_bar);
  }
}

/* Twice as many days are twice as far. */
static void
test_proportion (void)
{
  g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
  AccordTimelineLane *lane = add_lane (lanes, "A");
  g_autoptr (AccordTimelineLayout) layout = NULL;
  const AccordTimelineItem *items[3];

  add_event (lane, "2017-01-01", NULL, "a");
  add_event (lane, "2018-01-01", NULL, "b");
  add_event (lane, "2020-01-01", NULL, "c");
  layout = lay_out (lanes, 1000, 1);
  g_assert_cmpuint (layout->items->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    items[i] = layout->items->pdata[i];
  g_assert_cmpfloat (fabs ((items[2]->x - items[1]->x) - 2 * (items[1]->x - items[0]->x)), <, 0.01);
  g_assert_cmpfloat (layout->today_x, >, items[1]->x);
  g_assert_cmpfloat (layout->today_x, <, items[2]->x);
}

/* The word for today is within the axis, in the row of the years, wherever today is and however narrow that
 * is; and what is said of it agrees. */
static void
test_today (void)
{
  static const int widths[] = { 60, 300, 900, 2400 };
  static const int offsets[] = { -20000, -40, 0, 500, 1000, 1040, 20000 };
  double scale = 1;
  int first = day_of ("2016-04-01");

  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (GPtrArray) lanes = accord_timeline_lanes_new ();
      AccordTimelineFrame frame = { .width = widths[i % G_N_ELEMENTS (widths)],
                                    .scale = 1,
                                    .from = first,
                                    .until = first + 1000,
                                    .today = first + offsets[i / G_N_ELEMENTS (widths)],
                                    .measure = measure,
                                    .measure_head = measure_head,
                                    .data = &scale };
      g_autoptr (AccordTimelineLayout) layout = accord_timeline_layout_new (lanes, &frame);
      AccordTimelineBox row = { layout->axis_left, 0, layout->axis_right - layout->axis_left,
                                layout->head_height };
      g_autofree char *words = accord_timeline_dup_today (frame.from, frame.until, frame.today);

      assert_within (&layout->today_box, &row);
      g_assert_cmpfloat (layout->today_box.width, >, 0);
      g_assert_cmpint (layout->today_side, ==,
                       frame.today < frame.from    ? -1
                       : frame.today > frame.until ? 1
                                                   : 0);
      g_assert_true ((layout->today_x >= 0) == (layout->today_side == 0));
      g_assert_true ((strstr (words, "before") != NULL) == (layout->today_side < 0));
      g_assert_true ((strstr (words, "after") != NULL) == (layout->today_side > 0));
      if (layout->today_side < 0)
        g_assert_cmpfloat (layout->today_box.x, ==, layout->axis_left);
      if (layout->today_side > 0)
        g_assert_cmpfloat_with_epsilon (layout->today_box.x + layout->today_box.width, layout->axis_right,
                                        0.01);
    }
}

static void
test_today_words (void)
{
  static const struct
  {
    int days;
    const char *words;
  } cases[] = { { 1, "is 1 day after" },
                { 45, "is 45 days after" },
                { 120, "is 4 months after" },
                { 500, "is 16 months after" },
                { 2192, "is 6 years after" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = accord_timeline_dup_today (0, 100, 100 + cases[i].days);

      g_assert_nonnull (strstr (words, cases[i].words));
    }
  g_assert_null (accord_timeline_dup_today (0, 100, G_MININT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-layout/nothing", test_nothing);
  g_test_add_func ("/timeline-layout/undated", test_undated);
  g_test_add_func ("/timeline-layout/one", test_one);
  g_test_add_func ("/timeline-layout/long-words", test_long_words);
  g_test_add_func ("/timeline-layout/one-day", test_one_day);
  g_test_add_func ("/timeline-layout/many", test_many);
  g_test_add_func ("/timeline-layout/hundreds", test_hundreds);
  g_test_add_func ("/timeline-layout/sixty-years", test_sixty_years);
  g_test_add_func ("/timeline-layout/bars", test_bars);
  g_test_add_func ("/timeline-layout/proportion", test_proportion);
  g_test_add_func ("/timeline-layout/today", test_today);
  g_test_add_func ("/timeline-layout/today-words", test_today_words);
  return g_test_run ();
}
