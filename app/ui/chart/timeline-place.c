/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-place.h"

#include "chart/timeline-axis.h"

#include <string.h>

#define GAP 6
#define DOT_GAP 5
#define NAMES_OF_SEVERAL 3

/* Three rows of labels: above the dots, beside them, below. A row is filled from the left, so that labels
 * keep the order of their events. */
#define N_ROWS 3

typedef struct
{
  const AccordTimelineFrame *frame;
  double left;
  double right;
  double dot;
  double gap;
  GPtrArray *items;
} Placing;

void
accord_timeline_item_free (AccordTimelineItem *self)
{
  g_ptr_array_unref (self->events);
  g_free (self->strong);
  g_free (self->plain);
  g_free (self);
}

static char *
dup_names (GPtrArray *events)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (events->len, NAMES_OF_SEVERAL); i++)
    {
      const AccordTimelineEvent *event = events->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", event->label);
    }
  if (events->len > NAMES_OF_SEVERAL)
    g_string_append (names, "; …");
  return g_string_free (names, FALSE);
}

/* What an item says and where its dot is, from its events. */
static void
describe (AccordTimelineItem *item, Placing *placing)
{
  const AccordTimelineFrame *frame = placing->frame;
  double from = G_MAXDOUBLE, until = -G_MAXDOUBLE;

  for (guint i = 0; i < item->events->len; i++)
    {
      int first = 0, last = 0;

      accord_timeline_event_get_span (item->events->pdata[i], &first, &last);
      from = MIN (from, first);
      until = MAX (until, last);
    }
  item->soft_from = accord_timeline_axis_x (frame, placing->left, placing->right, from);
  item->soft_until = accord_timeline_axis_x (frame, placing->left, placing->right, until);
  item->soft_from = CLAMP (item->soft_from, placing->left, placing->right);
  item->soft_until = CLAMP (item->soft_until, placing->left, placing->right);
  item->x = (item->soft_from + item->soft_until) / 2;
  g_free (item->strong);
  g_free (item->plain);
  if (item->events->len > 1)
    {
      item->strong = accord_timeline_dup_several (item->events);
      item->plain = dup_names (item->events);
    }
  else
    {
      const AccordTimelineEvent *event = item->events->pdata[0];

      item->strong = accord_timeline_event_dup_date (event);
      item->plain = g_strdup (event->label);
    }
  item->natural = frame->measure (item->strong, item->plain, frame->data);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const AccordTimelineEvent *one = *(AccordTimelineEvent *const *) a;
  const AccordTimelineEvent *other = *(AccordTimelineEvent *const *) b;
  int first = 0, last = 0, other_first = 0, other_last = 0;

  accord_timeline_event_get_span (one, &first, &last);
  accord_timeline_event_get_span (other, &other_first, &other_last);
  if (first + last != other_first + other_last)
    return first + last < other_first + other_last ? -1 : 1;
  if (first != other_first)
    return first < other_first ? -1 : 1;
  return strcmp (one->label, other->label);
}

/* One item for each event whose day is in view. */
static void
add_items (Placing *placing, const AccordTimelineLane *lane)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < lane->events->len; i++)
    {
      int first, last;

      if (accord_timeline_event_get_span (lane->events->pdata[i], &first, &last)
          && last >= placing->frame->from && first <= placing->frame->until)
        g_ptr_array_add (events, lane->events->pdata[i]);
    }
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      AccordTimelineItem *item = g_new0 (AccordTimelineItem, 1);

      item->events = g_ptr_array_new ();
      g_ptr_array_add (item->events, events->pdata[i]);
      describe (item, placing);
      g_ptr_array_add (placing->items, item);
    }
}

/* Puts an item into the one before it. */
static void
merge (Placing *placing, guint index)
{
  AccordTimelineItem *item = placing->items->pdata[index];
  AccordTimelineItem *before = placing->items->pdata[index - 1];

  for (guint i = 0; i < item->events->len; i++)
    g_ptr_array_add (before->events, item->events->pdata[i]);
  g_ptr_array_remove_index (placing->items, index);
  describe (before, placing);
}

/* The days may overlap, the dots may not. */
static void
merge_dots (Placing *placing)
{
  gboolean again;

  do
    {
      again = FALSE;
      for (guint i = placing->items->len; i-- > 1;)
        {
          const AccordTimelineItem *item = placing->items->pdata[i];
          const AccordTimelineItem *before = placing->items->pdata[i - 1];

          if (item->x - before->x >= 2 * placing->dot + DOT_GAP * placing->frame->scale)
            continue;
          merge (placing, i);
          again = TRUE;
        }
    }
  while (again);
}

static double
dot_from (const Placing *placing, const AccordTimelineItem *item)
{
  return MIN (item->soft_from, item->x - placing->dot);
}

static double
dot_until (const Placing *placing, const AccordTimelineItem *item)
{
  return MAX (item->soft_until, item->x + placing->dot);
}

/* Where the dots before an item end, and where those after it begin. */
static void
find_free (const Placing *placing, guint index, double *from, double *until)
{
  *from = placing->left;
  *until = placing->right;
  for (guint i = 0; i < index; i++)
    *from = MAX (*from, dot_until (placing, placing->items->pdata[i]) + placing->gap);
  for (guint i = index + 1; i < placing->items->len; i++)
    *until = MIN (*until, dot_from (placing, placing->items->pdata[i]) - placing->gap);
}

static gboolean
put (AccordTimelineItem *item, int row, double x, double width, double ends[N_ROWS])
{
  item->row = row;
  item->label.x = x;
  item->label.width = width;
  ends[row + 1] = x + width;
  return TRUE;
}

/* Beside the dot first, to the right and then to the left; else above or below, beginning or ending at it. */
static gboolean
place_item (const Placing *placing, guint index, double widest, double ends[N_ROWS])
{
  AccordTimelineItem *item = placing->items->pdata[index];
  double width = MIN (MIN (item->natural, widest), placing->right - placing->left);
  double last = placing->right - width;
  double right = dot_until (placing, item) + placing->gap;
  double left = dot_from (placing, item) - placing->gap - width;
  double free_from, free_until;

  find_free (placing, index, &free_from, &free_until);
  if (right >= MAX (free_from, ends[1] + placing->gap) && right + width <= free_until)
    return put (item, 0, right, width, ends);
  for (int row = -1; row <= 1; row += 2)
    {
      double x = CLAMP (item->x - placing->dot, placing->left, last);

      if (x >= ends[row + 1] + 2 * placing->gap)
        return put (item, row, x, width, ends);
    }
  if (left >= MAX (free_from, ends[1] + placing->gap) && left + width <= free_until)
    return put (item, 0, left, width, ends);
  /* A label that ends at its dot would hang over to the left of the labels after it. */
  for (int row = -1; row <= 1; row += 2)
    {
      double x = MAX (placing->left, ends[row + 1] + 2 * placing->gap);

      if (x <= last && x < item->x && x + width >= item->x)
        return put (item, row, x, width, ends);
    }
  return FALSE;
}

/* Returns the index of the first item that found no place, or the number of items. */
static guint
place_items (const Placing *placing, double widest)
{
  double ends[N_ROWS];

  for (int i = 0; i < N_ROWS; i++)
    ends[i] = -G_MAXDOUBLE / 2;
  for (guint i = 0; i < placing->items->len; i++)
    if (!place_item (placing, i, widest, ends))
      return i;
  return placing->items->len;
}

/* Labels that were cut short for their neighbours take the room that is left after all. */
static void
widen (const Placing *placing)
{
  double ends[N_ROWS] = { placing->right, placing->right, placing->right };

  for (guint i = placing->items->len; i-- > 0;)
    {
      AccordTimelineItem *item = placing->items->pdata[i];
      double until = ends[item->row + 1];
      double free_from, free_until;

      if (item->row == 0)
        {
          find_free (placing, i, &free_from, &free_until);
          until = MIN (until, item->label.x < item->x ? item->label.x + item->label.width : free_until);
        }
      item->label.width = MAX (item->label.width, MIN (item->natural, until - item->label.x));
      ends[item->row + 1] = item->label.x - 2 * placing->gap;
    }
}

static void
merge_nearest (Placing *placing, guint index)
{
  const AccordTimelineItem *item = placing->items->pdata[index];
  double before = G_MAXDOUBLE, after = G_MAXDOUBLE;

  if (index > 0)
    before = item->x - ((AccordTimelineItem *) placing->items->pdata[index - 1])->x;
  if (index + 1 < placing->items->len)
    after = ((AccordTimelineItem *) placing->items->pdata[index + 1])->x - item->x;
  merge (placing, after < before ? index + 1 : index);
  merge_dots (placing);
}

/**
 * accord_timeline_place:
 * @lane: a lane
 * @frame: the frame
 * @left: where the axis begins
 * @right: where it ends
 *
 * Finds places for the labels of a lane's events: whole where they fit, then cut short; where that is not
 * enough, neighbours become one item.
 *
 * Returns: (transfer full) (element-type AccordTimelineItem): the items, from the left, with the horizontal
 *   part of their places and their rows
 */
GPtrArray *
accord_timeline_place (const AccordTimelineLane *lane, const AccordTimelineFrame *frame, double left,
                       double right)
{
  static const double widest[] = { 400, 260, 160 };
  Placing placing = { .frame = frame, .left = left, .right = right };

  placing.dot = ACCORD_TIMELINE_DOT * frame->scale;
  placing.gap = GAP * frame->scale;
  placing.items = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_timeline_item_free);
  add_items (&placing, lane);
  merge_dots (&placing);
  for (;;)
    {
      guint failed = placing.items->len;

      for (guint i = 0; i < G_N_ELEMENTS (widest); i++)
        if ((failed = place_items (&placing, widest[i] * frame->scale)) == placing.items->len)
          {
            widen (&placing);
            return placing.items;
          }
      merge_nearest (&placing, failed);
    }
}
