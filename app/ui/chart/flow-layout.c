/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/flow-layout.h"

#define BAR 12.0
#define GAP 12.0
/* What is left free above and below the bar of a row. */
#define AIR 3.0
/* A sum that would be thinner still has a line. */
#define THINNEST 1.5
#define LEAST_NAME 150.0
#define GOOD_NAME 260.0
#define LEAST_FLOW 110.0
#define MOST_FLOW 320.0
#define SHARE 48.0
/* How high all that flows is drawn: more where there are more rows anyway. */
#define HEIGHT_A_ROW 18.0
#define LEAST_HEIGHT 130.0
#define GREATEST_HEIGHT 320.0

/* The columns from the left to the right: words, root, groups, ends, names, figures, shares. The names have
 * the room they like before the flow has more than it needs. */
static void
place_attempt (AccordFlowLayout *self, const AccordFlowMetrics *metrics, double share)
{
  double scale = metrics->scale, gap = GAP * scale;
  double left = self->labelled ? metrics->root_label + gap : 0, between = 9 * scale, free, flow;

  self->share_width = share;
  self->share_x = metrics->width - share;
  self->second_figure = share > 0 ? self->share_x - gap : metrics->width;
  self->first_figure = self->second_figure - metrics->figure - gap;
  free = self->first_figure - metrics->figure - gap - left - 2 * BAR - between;
  if (self->compact)
    free = metrics->width - left - 2 * BAR - between;
  flow = CLAMP (free - GOOD_NAME * scale, LEAST_FLOW * scale, MOST_FLOW * scale);
  /* Where even so there is too little for large text, the flow and the names share it. */
  if (self->compact)
    flow = CLAMP (free / 2, 0, flow);
  self->root.x = left;
  self->root.width = BAR;
  self->name_x = left + 2 * BAR + between + flow;
  self->name_width = MAX (left + 2 * BAR + between + free - self->name_x, 0);
}

/* What there is no room for goes, the least needed first. */
static void
place_columns (AccordFlowLayout *self, const AccordFlowMetrics *metrics)
{
  for (int attempt = 0; attempt < 4; attempt++)
    {
      self->labelled = attempt < 2;
      self->compact = attempt == 3;
      place_attempt (self, metrics, attempt == 0 ? SHARE * metrics->scale : 0);
      if (self->name_width >= LEAST_NAME * metrics->scale)
        return;
    }
}

static gint64
add_weights (const AccordFlowPart *parts, guint n_parts)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_parts; i++)
    sum += parts[i].weight;
  return sum;
}

static double
find_height (gint64 weight, double total, double pixels)
{
  return weight > 0 ? MAX (weight / total * pixels, THINNEST) : 0;
}

static void
begin_group (AccordFlowLayout *self)
{
  AccordFlowGroup group = { .first = self->rows->len };

  g_array_append_val (self->groups, group);
}

/* The rows from the top down, each as high as its words and its bar need. */
static void
place_rows (AccordFlowLayout *self, const AccordFlowPart *parts, guint n_parts,
            const AccordFlowMetrics *metrics)
{
  double total = (double) add_weights (parts, n_parts);
  double pixels = CLAMP (n_parts * HEIGHT_A_ROW, LEAST_HEIGHT, GREATEST_HEIGHT) * metrics->scale;
  double pitch = self->compact ? metrics->pitch * 1.7 : metrics->pitch;
  double x = self->name_x - 9 * metrics->scale - BAR, y = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      AccordFlowRow row = { .group = parts[i].group, .bar = { .x = x, .width = BAR } };

      if (i == 0 || parts[i].group != parts[i - 1].group)
        {
          y += i == 0 ? 0 : GAP * metrics->scale;
          begin_group (self);
        }
      row.y = y;
      row.bar.height = find_height (parts[i].weight, total, pixels);
      row.height = MAX (MAX (pitch, parts[i].least), row.bar.height + 2 * AIR);
      row.bar.y = y + (row.height - row.bar.height) / 2;
      y += row.height;
      g_array_append_val (self->rows, row);
      g_array_index (self->groups, AccordFlowGroup, self->groups->len - 1).n_rows++;
    }
  self->height = y;
}

/* A group stands in the middle of its rows, which are higher than it: so no two groups meet. */
static void
place_group (AccordFlowLayout *self, AccordFlowGroup *group, double x)
{
  AccordFlowRow *rows = &g_array_index (self->rows, AccordFlowRow, group->first);
  const AccordFlowRow *last = &rows[group->n_rows - 1];
  double y;

  group->bar.x = x;
  group->bar.width = BAR;
  for (guint i = 0; i < group->n_rows; i++)
    group->bar.height += rows[i].bar.height;
  group->bar.y = (rows[0].y + last->y + last->height - group->bar.height) / 2;
  y = group->bar.y;
  for (guint i = 0; i < group->n_rows; i++)
    {
      rows[i].band = (AccordFlowBand){ x + BAR, y, rows[i].bar.x, rows[i].bar.y, rows[i].bar.height };
      y += rows[i].bar.height;
    }
}

static void
place_root (AccordFlowLayout *self, const AccordFlowMetrics *metrics, double total)
{
  double y;

  for (guint i = 0; i < self->groups->len; i++)
    self->root.height += g_array_index (self->groups, AccordFlowGroup, i).bar.height;
  self->root.y = (self->height - self->root.height) / 2;
  if (total > 0)
    self->beyond = self->root.height * CLAMP (metrics->beyond / total, 0, 1);
  y = self->root.y;
  for (guint i = 0; i < self->groups->len; i++)
    {
      AccordFlowGroup *group = &g_array_index (self->groups, AccordFlowGroup, i);

      group->band = (AccordFlowBand){ self->root.x + BAR, y, group->bar.x, group->bar.y, group->bar.height };
      y += group->bar.height;
    }
}

/**
 * accord_flow_layout_new:
 * @parts: (array length=n_parts): where it ends, group by group
 * @n_parts: how many
 * @metrics: what the words need
 *
 * Decides where everything goes. Heights are in proportion to the weights but for the thinnest, which still
 * have a line, and what flows into a bar is as high as what flows out of it. Each part has a row of its own,
 * high enough for words; rows do not overlap. The sum of all weights must fit 64 bits.
 *
 * Returns: (transfer full): the layout, of no height when there are no parts
 */
AccordFlowLayout *
accord_flow_layout_new (const AccordFlowPart *parts, guint n_parts, const AccordFlowMetrics *metrics)
{
  AccordFlowLayout *self = g_new0 (AccordFlowLayout, 1);
  double first, last;

  self->groups = g_array_new (FALSE, FALSE, sizeof (AccordFlowGroup));
  self->rows = g_array_new (FALSE, FALSE, sizeof (AccordFlowRow));
  place_columns (self, metrics);
  place_rows (self, parts, n_parts, metrics);
  first = self->root.x + BAR;
  last = self->name_x - 9 * metrics->scale - BAR;
  for (guint i = 0; i < self->groups->len; i++)
    place_group (self, &g_array_index (self->groups, AccordFlowGroup, i), (first + last - BAR) / 2);
  place_root (self, metrics, (double) add_weights (parts, n_parts));
  return self;
}

void
accord_flow_layout_free (AccordFlowLayout *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->rows);
  g_free (self);
}
