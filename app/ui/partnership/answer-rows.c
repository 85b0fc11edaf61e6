/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-rows.h"

#include <math.h>

/* A node is no narrower, unless the whole is, and no wider than this. */
#define NARROWEST 97.0
#define WIDEST 230.0
/* From nine on, nodes stand in two rows. */
#define MOST_IN_A_ROW 8
/* Where nodes are few and room is ample, the title stands beside them in a column of its own. */
#define BESIDE_LEAST 128.0
#define BESIDE_MOST_NODES 4

#define ABOVE_TIER 16.0
#define ABOVE_TITLE 9.0
#define ABOVE_NODES 8.0
#define BELOW_NODES 11.0

/* One frame, or the nodes of one tier that stand in none. */
typedef struct
{
  int frame;
  int tier;
  GArray *nodes;
  gboolean beside;
} Section;

static void
section_clear (gpointer data)
{
  g_array_unref (((Section *) data)->nodes);
}

static int
tier_of (AccordAnswerLayout *layout, const AccordAnswerNode *node)
{
  return node->frame >= 0 ? accord_answer_frame (layout, node->frame)->tier : node->tier;
}

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  const Section *first = a;
  const Section *second = b;

  if (first->tier != second->tier)
    return first->tier - second->tier;
  return first->frame - second->frame;
}

static Section *
find_section (GArray *sections, int frame, int tier)
{
  Section added = { frame, tier, g_array_new (FALSE, FALSE, sizeof (guint)), FALSE };

  for (guint i = 0; i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);

      if (section->frame == frame && section->tier == tier)
        {
          g_array_unref (added.nodes);
          return section;
        }
    }
  g_array_append_val (sections, added);
  return &g_array_index (sections, Section, sections->len - 1);
}

static double
inner_width (AccordAnswerPlan *plan)
{
  return plan->width - 2 * ACCORD_ANSWER_PAD * plan->scale;
}

/* How many cells of at least a width go beside each other. */
static guint
count_fitting (AccordAnswerPlan *plan, double least)
{
  double gap = ACCORD_ANSWER_GAP * plan->scale;

  return (guint) MAX (1, floor ((inner_width (plan) + gap) / (least * plan->scale + gap)));
}

static GArray *
make_sections (AccordAnswerPlan *plan)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  guint room = count_fitting (plan, BESIDE_LEAST);

  g_array_set_clear_func (sections, section_clear);
  for (guint i = 0; i < plan->layout->frames->len; i++)
    find_section (sections, (int) i, accord_answer_frame (plan->layout, i)->tier);
  for (guint i = 0; i < plan->layout->nodes->len; i++)
    {
      AccordAnswerNode *node = accord_answer_node (plan->layout, i);

      g_array_append_val (find_section (sections, node->frame, tier_of (plan->layout, node))->nodes, i);
    }
  g_array_sort (sections, compare_sections);
  for (guint i = 0; i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);

      section->beside = section->frame >= 0 && section->nodes->len > 0
                        && section->nodes->len <= BESIDE_MOST_NODES && section->nodes->len + 1 <= room;
    }
  return sections;
}

static AccordAnswerRow *
add_row (AccordAnswerPlan *plan, int frame, double above)
{
  AccordAnswerRow *row = g_new0 (AccordAnswerRow, 1);

  row->frame = frame;
  row->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  row->blocks = g_array_new (FALSE, FALSE, sizeof (AccordAnswerBox));
  row->tracks = g_array_new (FALSE, FALSE, sizeof (AccordAnswerTrack));
  row->above = above * plan->scale;
  g_ptr_array_add (plan->rows, row);
  return row;
}

static gboolean
are_joined (AccordAnswerPlan *plan, GArray *first, GArray *second)
{
  for (guint i = 0; i < plan->layout->edges->len; i++)
    {
      const AccordAnswerEdge *edge = accord_answer_edge (plan->layout, i);

      for (guint a = 0; !edge->frames && a < first->len; a++)
        for (guint b = 0; b < second->len; b++)
          {
            guint one = g_array_index (first, guint, a);
            guint other = g_array_index (second, guint, b);

            if ((edge->from == one && edge->to == other) || (edge->from == other && edge->to == one))
              return TRUE;
          }
    }
  return FALSE;
}

/* The nodes of a section by level; levels that fit into one row are one. */
static GPtrArray *
make_levels (AccordAnswerPlan *plan, GArray *nodes)
{
  guint most = MIN (count_fitting (plan, NARROWEST), MOST_IN_A_ROW);
  GPtrArray *levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint placed = 0;

  for (int level = 0; placed < nodes->len; level++)
    {
      GArray *here = g_array_new (FALSE, FALSE, sizeof (guint));
      GArray *last = levels->len > 0 ? levels->pdata[levels->len - 1] : NULL;

      for (guint i = 0; i < nodes->len; i++)
        if (accord_answer_node (plan->layout, g_array_index (nodes, guint, i))->level == level)
          g_array_append_val (here, g_array_index (nodes, guint, i));
      placed += here->len;
      if (here->len > 0 && last != NULL && last->len + here->len <= most && !are_joined (plan, last, here))
        g_array_append_vals (last, here->data, here->len);
      else if (here->len > 0)
        {
          g_ptr_array_add (levels, here);
          continue;
        }
      g_array_unref (here);
    }
  return levels;
}

static void
block (AccordAnswerRow *row, const AccordAnswerBox *box)
{
  g_array_append_val (row->blocks, *box);
}

/* A cell of a row: the first is 0. */
static AccordAnswerBox
find_cell (AccordAnswerPlan *plan, guint index, guint n_in_row, guint n_columns, gboolean beside)
{
  double gap = ACCORD_ANSWER_GAP * plan->scale;
  double left = ACCORD_ANSWER_PAD * plan->scale;
  double room = inner_width (plan);
  double width = floor ((room - gap * (n_columns - 1)) / n_columns);

  if (!beside)
    {
      width = MIN (width, WIDEST * plan->scale);
      left += floor ((room - n_in_row * width - (n_in_row - 1) * gap) / 2);
    }
  return (AccordAnswerBox){ left + index * (width + gap), 0, MAX (width, 1), 0 };
}

static void
place_nodes (AccordAnswerPlan *plan, AccordAnswerRow *row, guint n_columns, gboolean beside)
{
  for (guint i = 0; i < row->nodes->len; i++)
    {
      guint index = g_array_index (row->nodes, guint, i);
      AccordAnswerNode *node = accord_answer_node (plan->layout, index);

      node->box = find_cell (plan, i + (beside ? 1 : 0), row->nodes->len, n_columns, beside);
      row->height =
          MAX (row->height, ceil (plan->measure->node (index, node->box.width, plan->measure->data)));
    }
  for (guint i = 0; i < row->nodes->len; i++)
    {
      AccordAnswerNode *node = accord_answer_node (plan->layout, g_array_index (row->nodes, guint, i));

      node->box.height = row->height;
      block (row, &node->box);
    }
}

static void
place_title (AccordAnswerPlan *plan, AccordAnswerRow *row, double most)
{
  AccordAnswerFrame *frame = accord_answer_frame (plan->layout, row->frame);

  row->title = TRUE;
  frame->title.x = ACCORD_ANSWER_PAD * plan->scale;
  plan->measure->title (row->frame, most, &frame->title.width, &frame->title.height, plan->measure->data);
  row->height = MAX (row->height, ceil (frame->title.height));
  block (row, &frame->title);
}

static void
add_level (AccordAnswerPlan *plan, Section *section, GArray *nodes, double above)
{
  guint most = MIN (count_fitting (plan, NARROWEST), MOST_IN_A_ROW);
  guint n_rows = (nodes->len + most - 1) / most;
  guint n_columns = (nodes->len + n_rows - 1) / n_rows;

  for (guint first = 0; first < nodes->len; first += n_columns)
    {
      AccordAnswerRow *row = add_row (plan, section->frame, first == 0 ? above : BELOW_NODES);
      guint n = MIN (n_columns, nodes->len - first);

      g_array_append_vals (row->nodes, &g_array_index (nodes, guint, first), n);
      /* The last row keeps the columns of those above it. */
      place_nodes (plan, row, n_columns, FALSE);
      for (guint i = 0; first > 0 && i < n; i++)
        {
          AccordAnswerNode *node = accord_answer_node (plan->layout, g_array_index (nodes, guint, first + i));

          node->box.x = accord_answer_node (plan->layout, g_array_index (nodes, guint, i))->box.x;
          g_array_index (row->blocks, AccordAnswerBox, i).x = node->box.x;
        }
    }
}

/* Title and nodes in one row, in columns that other such rows share. */
static void
add_beside (AccordAnswerPlan *plan, Section *section, guint n_columns)
{
  AccordAnswerRow *row = add_row (plan, section->frame, section->frame >= 0 ? BELOW_NODES : ABOVE_TIER);

  g_array_append_vals (row->nodes, section->nodes->data, section->nodes->len);
  place_nodes (plan, row, n_columns, TRUE);
  if (section->frame >= 0)
    place_title (plan, row, find_cell (plan, 0, 0, n_columns, TRUE).width);
}

static gboolean
is_one_level (AccordAnswerPlan *plan, Section *section)
{
  g_autoptr (GPtrArray) levels = make_levels (plan, section->nodes);

  return levels->len == 1;
}

static void
add_section (AccordAnswerPlan *plan, Section *section, guint n_columns)
{
  g_autoptr (GPtrArray) levels = make_levels (plan, section->nodes);

  if (section->frame >= 0)
    add_row (plan, section->frame, ABOVE_TIER)->edge = TRUE;
  if (section->beside)
    add_beside (plan, section, n_columns);
  else
    {
      if (section->frame >= 0)
        place_title (plan, add_row (plan, section->frame, ABOVE_TITLE), inner_width (plan));
      for (guint i = 0; i < levels->len; i++)
        add_level (plan, section, levels->pdata[i],
                   i > 0                 ? BELOW_NODES
                   : section->frame >= 0 ? ABOVE_NODES
                                         : ABOVE_TIER);
    }
  if (section->frame >= 0)
    add_row (plan, section->frame, BELOW_NODES)->edge = TRUE;
}

/*
 * accord_answer_plan_rows:
 * @plan: an arrangement under way
 *
 * Divides the diagram into rows and says how wide everything is, and where it is from left to right.
 */
void
accord_answer_plan_rows (AccordAnswerPlan *plan)
{
  g_autoptr (GArray) sections = make_sections (plan);
  guint n_columns = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);

      section->beside = section->beside && is_one_level (plan, section);
      if (section->beside)
        n_columns = MAX (n_columns, section->nodes->len + 1);
    }
  /* Loose nodes stand in the same columns, if there are not too many. */
  for (guint i = 0; n_columns > 0 && i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);

      if (section->frame < 0 && section->nodes->len + 1 <= count_fitting (plan, BESIDE_LEAST)
          && section->nodes->len <= BESIDE_MOST_NODES && is_one_level (plan, section))
        {
          section->beside = TRUE;
          n_columns = MAX (n_columns, section->nodes->len + 1);
        }
    }
  for (guint i = 0; i < sections->len; i++)
    add_section (plan, &g_array_index (sections, Section, i), n_columns);
  add_row (plan, -1, 0)->edge = TRUE;
}
