/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-layout.h"

#include "chart/timeline-axis.h"
#include "chart/timeline-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All at the usual text size; they grow with it. */
#define HEAD_ROW 30
#define ROW 24
/* What can be pressed is no smaller than this, however small the text. */
#define LEAST_ROW 24
#define PADDING 8
#define BAR_HEIGHT 28
#define HEAD_GAP 14
#define LEAST_HEAD 110
#define MOST_HEAD 190
/* Where less is left for the axis, the names of lanes stand above them. */
#define LEAST_AXIS 430
#define NAMES_OF_UNDATED 4
/* Words that wrap never fill their lines: so much of them counts. */
#define FULLNESS 0.85
#define LINE 18
#define MOST_LINES 4
#define TODAY_PADDING 14

static double
row_height (const AccordTimelineFrame *frame)
{
  return MAX (ROW * frame->scale, LEAST_ROW);
}

static void
place_free (gpointer data)
{
  AccordTimelinePlace *place = data;

  g_free (place->silent);
  g_ptr_array_unref (place->undated);
  g_free (place);
}

void
accord_timeline_layout_free (AccordTimelineLayout *self)
{
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static char *
dup_undated (GPtrArray *undated)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (undated->len, NAMES_OF_UNDATED); i++)
    {
      const AccordTimelineEvent *event = undated->pdata[i];
      g_autofree char *words = accord_timeline_event_dup_date (event);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", event->label);
      if (words != NULL)
        g_string_append_printf (names, " (%s)", event->words);
    }
  if (undated->len > NAMES_OF_UNDATED)
    {
      guint rest = undated->len - NAMES_OF_UNDATED;

      g_string_append_printf (names, ngettext ("; and %u more", "; and %u more", rest), rest);
    }
  return g_string_free (names, FALSE);
}

/* What is said of a lane in words. */
static void
set_silent (AccordTimelinePlace *place, const AccordTimelineLane *lane, guint n_items)
{
  g_autofree char *names = dup_undated (place->undated);

  if (place->undated->len > 0)
    /* Translators: %s is a list of what is to happen on days that nobody knows. */
    place->silent = g_strdup_printf (_ ("No date: %s"), names);
  else if (lane->events->len == 0 && !place->has_bar)
    place->silent = g_strdup (lane->bar_label != NULL ? _ ("No dates are known") : _ ("Nothing on record"));
  else if (n_items == 0 && !place->has_bar)
    place->silent = g_strdup (_ ("Nothing in the time shown"));
}

static void
set_bar (AccordTimelinePlace *place, const AccordTimelineLane *lane, const AccordTimelineFrame *frame,
         const AccordTimelineLayout *self)
{
  int first, last;
  double from, until;

  if (!accord_timeline_lane_get_bar (lane, &first, &last) || last < frame->from || first > frame->until)
    return;
  place->has_bar = TRUE;
  place->bar_open_from = first < frame->from;
  place->bar_open_until = last > frame->until;
  from = place->bar_open_from ? self->axis_left
                              : accord_timeline_axis_x (frame, self->axis_left, self->axis_right, first);
  until = place->bar_open_until ? self->axis_right
                                : accord_timeline_axis_x (frame, self->axis_left, self->axis_right, last + 1);
  place->bar.x = from;
  place->bar.width = CLAMP (until - from, 2, self->axis_right - from);
  place->bar.height = BAR_HEIGHT * frame->scale;
}

/* The rows that the labels of a lane take: how many are above the dots and below. */
static void
count_rows (GPtrArray *items, int *above, int *below)
{
  *above = *below = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const AccordTimelineItem *item = items->pdata[i];

      *above |= item->row < 0;
      *below |= item->row > 0;
    }
}

static double
put_rows (AccordTimelineLayout *self, AccordTimelinePlace *place, GPtrArray *items,
          const AccordTimelineFrame *frame, guint lane, double y)
{
  double row = row_height (frame);
  int above, below;

  if (items->len == 0)
    return y;
  count_rows (items, &above, &below);
  place->line_y = y + (above + 0.5) * row;
  for (guint i = 0; i < items->len; i++)
    {
      AccordTimelineItem *item = items->pdata[i];

      item->lane = lane;
      item->y = place->line_y;
      item->label.y = y + (above + item->row) * row;
      item->label.height = row;
      g_ptr_array_add (self->items, item);
    }
  return y + (1 + above + below) * row;
}

/* How high the words of a lane are, wrapped to as many lines as they take, but not to a page of them. */
static double
silent_height (const char *words, double width, const AccordTimelineFrame *frame)
{
  double lines = ceil (frame->measure (NULL, words, frame->data) / width);

  if (lines > 1)
    lines = ceil (frame->measure (NULL, words, frame->data) / (width * FULLNESS));
  return row_height (frame) + (CLAMP (lines, 1, MOST_LINES) - 1) * LINE * frame->scale;
}

/* From the top: the bar, the events, what has no date. Returns where they end. */
static double
put_content (AccordTimelineLayout *self, AccordTimelinePlace *place, const AccordTimelineLane *lane,
             const AccordTimelineFrame *frame, guint index, double y)
{
  g_autoptr (GPtrArray) items = accord_timeline_place (lane, frame, self->axis_left, self->axis_right);

  g_ptr_array_set_free_func (items, NULL);
  set_bar (place, lane, frame, self);
  set_silent (place, lane, items->len);
  if (place->has_bar)
    {
      place->bar.y = y;
      y += place->bar.height + (items->len > 0 || place->silent != NULL ? PADDING / 2 * frame->scale : 0);
    }
  y = put_rows (self, place, items, frame, index, y);
  if (place->silent != NULL)
    {
      double x = self->axis_left + 10 * frame->scale;

      place->silent_box.x = x;
      place->silent_box.y = y;
      place->silent_box.width = MAX (self->axis_right - x, 1);
      place->silent_box.height = silent_height (place->silent, place->silent_box.width, frame);
      y += place->silent_box.height;
    }
  return y;
}

static void
find_undated (AccordTimelinePlace *place, const AccordTimelineLane *lane)
{
  place->undated = g_ptr_array_new ();
  for (guint i = 0; i < lane->events->len; i++)
    {
      int first, last;

      if (!accord_timeline_event_get_span (lane->events->pdata[i], &first, &last))
        g_ptr_array_add (place->undated, lane->events->pdata[i]);
    }
}

static double
put_lane (AccordTimelineLayout *self, const AccordTimelineLane *lane, const AccordTimelineFrame *frame,
          guint index, double y)
{
  AccordTimelinePlace *place = g_new0 (AccordTimelinePlace, 1);
  gboolean over = self->axis_left == 0;
  double padding = PADDING * frame->scale;
  double width = over ? frame->width : self->axis_left - HEAD_GAP * frame->scale;
  double head = frame->measure_head (lane, width, frame->data);
  double content = y + padding + (over ? head + padding / 2 : 0);
  double end, spare;

  find_undated (place, lane);
  place->head = (AccordTimelineBox){ 0, y + padding, width, head };
  end = put_content (self, place, lane, frame, index, content);
  /* The shorter of name and content stands in the middle of the other. */
  spare = over ? 0 : (end - content) - head;
  if (spare > 0)
    place->head.y += spare / 2;
  else if (spare < 0)
    {
      place->line_y -= spare / 2;
      place->bar.y -= spare / 2;
      place->silent_box.y -= spare / 2;
      for (guint i = self->items->len; i-- > 0;)
        {
          AccordTimelineItem *item = self->items->pdata[i];

          if (item->lane != index)
            break;
          item->y -= spare / 2;
          item->label.y -= spare / 2;
        }
      end -= spare;
    }
  place->box = (AccordTimelineBox){ 0, y, frame->width, end + padding - y };
  g_ptr_array_add (self->places, place);
  return y + place->box.height;
}

/* What the shapes in view mean, in as many rows as that takes. Returns where they end. */
static double
put_keys (AccordTimelineLayout *self, const AccordTimelineFrame *frame, double y)
{
  gboolean seen[ACCORD_TIMELINE_N_STATES] = { FALSE };
  double dot = ACCORD_TIMELINE_DOT * frame->scale, row = row_height (frame);
  double x = self->axis_left + 10 * frame->scale;

  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordTimelineItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->events->len; j++)
        seen[((AccordTimelineEvent *) item->events->pdata[j])->state] = TRUE;
    }
  for (guint state = 0; state < ACCORD_TIMELINE_N_STATES; state++)
    {
      AccordTimelineKey *key;
      double width;

      if (!seen[state])
        continue;
      key = g_new0 (AccordTimelineKey, 1);
      width = frame->measure (NULL, accord_timeline_state_get_label (state), frame->data);
      if (self->keys->len > 0 && x + 3 * dot + width > self->axis_right)
        {
          x = self->axis_left + 10 * frame->scale;
          y += row;
        }
      key->state = state;
      key->x = x + dot;
      key->y = y + row / 2;
      key->label = (AccordTimelineBox){ x + 3 * dot, y, width, row };
      x = key->label.x + width + 18 * frame->scale;
      g_ptr_array_add (self->keys, key);
    }
  return self->keys->len > 0 ? y + row : y;
}

/* The word is where today is or, out of view, at the edge beyond which it is. */
static void
put_today (AccordTimelineLayout *self, const AccordTimelineFrame *frame)
{
  double x, width;

  self->today_x = -1;
  if (frame->today == G_MININT)
    return;
  self->today_side = frame->today < frame->from ? -1 : frame->today > frame->until ? 1 : 0;
  x = accord_timeline_axis_x (frame, self->axis_left, self->axis_right, frame->today);
  if (self->today_side == 0)
    self->today_x = x;
  width = MIN (frame->measure (accord_timeline_layout_get_today (self), NULL, frame->data) + TODAY_PADDING,
               self->axis_right - self->axis_left);
  self->today_box = (AccordTimelineBox){ CLAMP (x - width / 2, self->axis_left, self->axis_right - width), 0,
                                         width, self->head_height };
}

/**
 * accord_timeline_layout_get_today:
 * @self: a layout
 *
 * Returns: (transfer none): the word for today, with an arrow where it is out of view
 */
const char *
accord_timeline_layout_get_today (const AccordTimelineLayout *self)
{
  /* Translators: the arrow points to where today is, out of view. */
  return self->today_side < 0 ? _ ("‹ Today") : self->today_side > 0 ? _ ("Today ›") : _ ("Today");
}

/**
 * accord_timeline_layout_new:
 * @lanes: (element-type AccordTimelineLane): what to show, which the layout goes on speaking of
 * @frame: what to show it in
 *
 * Decides where everything in a timeline goes.
 *
 * Returns: (transfer full): the layout
 */
AccordTimelineLayout *
accord_timeline_layout_new (GPtrArray *lanes, const AccordTimelineFrame *frame)
{
  AccordTimelineLayout *self = g_new0 (AccordTimelineLayout, 1);
  double head = CLAMP (0.15 * frame->width, LEAST_HEAD * frame->scale, MOST_HEAD * frame->scale);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_timeline_item_free);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->axis_left = frame->width - head < LEAST_AXIS * frame->scale ? 0 : head;
  self->axis_right = MAX (frame->width, self->axis_left + 1);
  self->ticks = accord_timeline_axis_ticks (frame, self->axis_left, self->axis_right);
  self->head_height = HEAD_ROW * frame->scale;
  self->height = self->head_height;
  for (guint i = 0; i < lanes->len; i++)
    self->height = put_lane (self, lanes->pdata[i], frame, i, self->height);
  self->lanes_end = self->height;
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->height = put_keys (self, frame, self->height + PADDING * frame->scale);
  put_today (self, frame);
  return self;
}
