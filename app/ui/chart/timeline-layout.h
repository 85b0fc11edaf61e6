/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/timeline-data.h"

G_BEGIN_DECLS

/**
 * AccordTimelineMeasure:
 * @strong: bold words, or %NULL
 * @plain: the words after them, or %NULL
 * @data: the frame's data
 *
 * Returns: how wide they are side by side in one line, in pixels
 */
typedef double (*AccordTimelineMeasure) (const char *strong, const char *plain, gpointer data);

/**
 * AccordTimelineMeasureHead:
 * @lane: a lane
 * @width: where its name and note wrap, in pixels
 * @data: the frame's data
 *
 * Returns: how high they are together, in pixels
 */
typedef double (*AccordTimelineMeasureHead) (const AccordTimelineLane *lane, double width, gpointer data);

/**
 * AccordTimelineFrame:
 * @width: all the room there is, in pixels
 * @scale: how large text is, 1 for the usual size
 * @from: the day number at the left of the axis
 * @until: the day number at its right
 * @today: today's day number, or %G_MININT
 * @measure: measures words
 * @measure_head: measures the names of lanes
 * @data: for both
 *
 * What a timeline is laid out in.
 */
typedef struct
{
  double width;
  double scale;
  double from;
  double until;
  int today;
  AccordTimelineMeasure measure;
  AccordTimelineMeasureHead measure_head;
  gpointer data;
} AccordTimelineFrame;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AccordTimelineBox;

/**
 * AccordTimelineItem:
 * @lane: index of its lane
 * @events: (element-type AccordTimelineEvent): what it stands for, by date; more than one where they would
 *   not fit beside each other
 * @x: the middle of its dot
 * @y: the middle of its dot
 * @soft_from: where the days begin on which it may happen
 * @soft_until: where they end; as @soft_from where the day is known
 * @strong: the date, or how many events there are
 * @plain: the words after it
 * @natural: how wide both are
 * @label: where the words are; they may be cut short at its right
 * @row: above the dots (-1), beside them (0), or below (1)
 *
 * A dot with its label.
 */
typedef struct
{
  guint lane;
  GPtrArray *events;
  double x;
  double y;
  double soft_from;
  double soft_until;
  char *strong;
  char *plain;
  double natural;
  AccordTimelineBox label;
  int row;
} AccordTimelineItem;

/**
 * AccordTimelinePlace:
 * @box: the whole lane
 * @head: where its name is
 * @line_y: the height of the dots
 * @has_bar: whether @bar is drawn
 * @bar: where its bar is
 * @bar_open_from: whether nobody knows where the bar begins, or that is out of view
 * @bar_open_until: whether nobody knows where it ends, or that is out of view
 * @silent: what is said of events without a date, or of a lane with nothing to show, or %NULL
 * @silent_box: where
 * @undated: (element-type AccordTimelineEvent): the events that @silent speaks of
 *
 * Where a lane is.
 */
typedef struct
{
  AccordTimelineBox box;
  AccordTimelineBox head;
  double line_y;
  gboolean has_bar;
  AccordTimelineBox bar;
  gboolean bar_open_from;
  gboolean bar_open_until;
  char *silent;
  AccordTimelineBox silent_box;
  GPtrArray *undated;
} AccordTimelinePlace;

/**
 * AccordTimelineTick:
 * @x: where a year, quarter, month or week begins
 * @label: which it is
 */
typedef struct
{
  double x;
  char *label;
} AccordTimelineTick;

/**
 * AccordTimelineKey:
 * @state: a state that an event in view has
 * @x: the middle of its shape
 * @y: the middle of its shape
 * @label: where its word is
 */
typedef struct
{
  AccordTimelineState state;
  double x;
  double y;
  AccordTimelineBox label;
} AccordTimelineKey;

/**
 * AccordTimelineLayout:
 * @axis_left: where the axis begins
 * @axis_right: where it ends
 * @head_height: the height of the row with the years
 * @lanes_end: where the lanes end
 * @height: of everything
 * @today_x: where today is, or -1 where it is out of view
 * @today_side: -1 where today is out of view at the left, 1 at the right, 0 where it is in view or not known
 * @today_box: where the word for it stands in the row of the years; without width where there is none
 * @ticks: (element-type AccordTimelineTick): the gridlines
 * @places: (element-type AccordTimelinePlace): the lanes, from the top
 * @items: (element-type AccordTimelineItem): lane by lane, from the left
 * @keys: (element-type AccordTimelineKey): what the shapes mean, under the lanes
 *
 * Where everything in a timeline goes. The same lanes in the same frame always go to the same places.
 */
typedef struct
{
  double axis_left;
  double axis_right;
  double head_height;
  double lanes_end;
  double height;
  double today_x;
  int today_side;
  AccordTimelineBox today_box;
  GPtrArray *ticks;
  GPtrArray *places;
  GPtrArray *items;
  GPtrArray *keys;
} AccordTimelineLayout;

AccordTimelineLayout *accord_timeline_layout_new (GPtrArray *lanes, const AccordTimelineFrame *frame);
const char *accord_timeline_layout_get_today (const AccordTimelineLayout *self);
void accord_timeline_layout_free (AccordTimelineLayout *self);
void accord_timeline_fit (GPtrArray *lanes, int today, double *from, double *until);

#define ACCORD_TIMELINE_DOT 6.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTimelineLayout, accord_timeline_layout_free)

G_END_DECLS
