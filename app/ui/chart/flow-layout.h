/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordFlowPart:
 * @weight: how much flows there, not below nought
 * @group: the place of its group; the parts of one group stand together, and groups come in order from 0
 * @least: the least height of its row, in pixels, where that is more than that of all
 *
 * Where something that divides in two steps ends.
 */
typedef struct
{
  gint64 weight;
  guint group;
  double least;
} AccordFlowPart;

/**
 * AccordFlowMetrics:
 * @width: of the whole, in pixels
 * @scale: how large the text is, 1 for the usual size
 * @pitch: the least height of a row, in pixels, so that its words have room
 * @root_label: the width of the words before the first bar
 * @figure: the width of a column of figures
 * @beyond: how much of all that flows is more than there was
 *
 * What the words need, and how much room there is.
 */
typedef struct
{
  double width;
  double scale;
  double pitch;
  double root_label;
  double figure;
  gint64 beyond;
} AccordFlowMetrics;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AccordFlowBox;

/**
 * AccordFlowBand:
 * @x1: where it begins
 * @y1: its top there
 * @x2: where it ends
 * @y2: its top there
 * @thickness: its height, the same at both ends
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
  double thickness;
} AccordFlowBand;

/**
 * AccordFlowRow:
 * @group: its group
 * @y: the top of the row
 * @height: its height
 * @bar: where the flow ends; of no height where nothing flows
 * @band: from the group to @bar
 */
typedef struct
{
  guint group;
  double y;
  double height;
  AccordFlowBox bar;
  AccordFlowBand band;
} AccordFlowRow;

/**
 * AccordFlowGroup:
 * @bar: what the group is
 * @band: from the root to @bar
 * @first: its first row
 * @n_rows: how many it has
 */
typedef struct
{
  AccordFlowBox bar;
  AccordFlowBand band;
  guint first;
  guint n_rows;
} AccordFlowGroup;

/**
 * AccordFlowLayout:
 * @height: of the whole, in pixels
 * @root: where all begins
 * @beyond: the height at the bottom of @root that is more than there was
 * @groups: (element-type AccordFlowGroup): the first step
 * @rows: (element-type AccordFlowRow): the second
 * @compact: whether the figures of a row stand under its name, because beside it is no room
 * @labelled: whether there is room for words before @root
 * @name_x: the left of the names
 * @name_width: how wide they may be
 * @first_figure: the right of the first column of figures
 * @second_figure: the right of the second
 * @share_x: the left of the bars that show a share of each row
 * @share_width: how wide they are, or 0 where there is no room for them
 *
 * Where everything goes in a drawing of how something divides in two steps.
 */
typedef struct
{
  double height;
  AccordFlowBox root;
  double beyond;
  GArray *groups;
  GArray *rows;
  gboolean compact;
  gboolean labelled;
  double name_x;
  double name_width;
  double first_figure;
  double second_figure;
  double share_x;
  double share_width;
} AccordFlowLayout;

AccordFlowLayout *accord_flow_layout_new (const AccordFlowPart *parts, guint n_parts,
                                          const AccordFlowMetrics *metrics);
void accord_flow_layout_free (AccordFlowLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFlowLayout, accord_flow_layout_free)

G_END_DECLS
