/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting/passage-view.h"

#include "meeting/passage-layout.h"
#include "meeting/record-card.h"

G_BEGIN_DECLS

/**
 * AccordPassageLine:
 * @label: the words, for a person to select from
 * @mark: the bullet or number before them, or %NULL
 * @start: first byte of the words in the text; nothing of a heading is text
 * @end: the byte after their last
 * @heading: whether it is the heading of a section
 * @cut: whether the text stops at its end
 * @indent: how far the words stand in, in units of the scale
 * @x: where the words are
 * @y: likewise
 * @width: likewise
 * @height: likewise
 *
 * One line of the text side.
 */
typedef struct
{
  GtkWidget *label;
  GtkWidget *mark;
  gsize start;
  gsize end;
  gboolean heading;
  gboolean cut;
  double indent;
  int x;
  int y;
  int width;
  int height;
} AccordPassageLine;

/**
 * AccordPassageBand:
 * @number: the button with the number, on the text's edge or in the gutter
 * @card: the card with the records
 * @tone: their colour
 * @top: of the passage
 * @bottom: likewise
 * @left: where the passage begins in its first line
 * @right: where it ends in its last
 * @first_height: how high the first line is
 * @last_height: how high the last is
 * @card_height: of the card
 * @card_y: of the card
 * @steep: whether its band is drawn only when it is looked at
 * @number_x: the middle of the button
 * @number_y: likewise
 *
 * A passage, its card, and what joins them.
 */
typedef struct
{
  GtkWidget *number;
  GtkWidget *card;
  AccordPassageTone tone;
  double top;
  double bottom;
  double left;
  double right;
  double first_height;
  double last_height;
  double card_height;
  double card_y;
  gboolean steep;
  double number_x;
  double number_y;
} AccordPassageBand;

struct _AccordPassageView
{
  GtkWidget parent_instance;

  AccordText *text;
  char *state;
  char *today;
  GArray *lines;
  GArray *bands;
  GtkWidget *head;
  GtkWidget *lost;
  GtkWidget *foot;
  GtkWidget *paste;
  GtkWidget *more;

  int arranged;
  int height;
  gboolean wide;
  double scale;
  double sheet_top;
  double sheet_width;
  double sheet_height;
  double cards_x;
  int head_y;
  int lost_y;
  int foot_y;

  guint limit;
  guint chosen;
  guint pointed;
  gboolean can_paste;
};

#define LINE(self, i) (&g_array_index ((self)->lines, AccordPassageLine, (i)))
#define BAND(self, i) (&g_array_index ((self)->bands, AccordPassageBand, (i)))

#define ACCORD_PASSAGE_NONE G_MAXUINT

void accord_passage_view_build (AccordPassageView *self, const char *today);
double accord_passage_view_scale (AccordPassageView *self);
int accord_passage_view_arrange (AccordPassageView *self, int width);
void accord_passage_view_allocate (AccordPassageView *self);
void accord_passage_view_draw (AccordPassageView *self, GtkSnapshot *snapshot);
guint accord_passage_view_index_of (AccordPassageView *self, GtkWidget *widget);
gboolean accord_passage_view_focus_number (AccordPassageView *self, guint index);
gboolean accord_passage_view_arrow (GtkWidget *widget, GVariant *args, gpointer data);
gboolean accord_passage_view_other_side (GtkWidget *widget, GVariant *args, gpointer data);
gboolean accord_passage_view_focus (GtkWidget *widget, GtkDirectionType direction);
guint accord_passage_view_find (AccordPassageView *self, double x, double y);

G_END_DECLS
