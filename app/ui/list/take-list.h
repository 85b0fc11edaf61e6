/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/list-steps.h"
#include "list/take-cell.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TAKE_LIST (accord_take_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordTakeList, accord_take_list, ACCORD, TAKE_LIST, GtkWidget)

/**
 * AccordTakeListClass:
 * @cell_type: a kind of #AccordTakeCell
 * @is_heading: tells which lines are words above others, which cannot be chosen
 * @show: shows a line in a cell, by accord_take_cell_show()
 * @take: a person takes the chosen line, or leaves it out
 *
 * A list that a person goes through, line by line. Space takes a line or leaves it out, Enter goes on to its
 * fields.
 */
struct _AccordTakeListClass
{
  GtkWidgetClass parent_class;

  GType cell_type;
  AccordListIsHeading is_heading;
  void (*show) (AccordTakeList *self, AccordTakeCell *cell, gpointer line);
  void (*take) (AccordTakeList *self, gpointer line);
};

/* For those that are made of it. */
void accord_take_list_set_label (AccordTakeList *self, const char *label);
void accord_take_list_set_lines (AccordTakeList *self, GListModel *lines, guint first);
guint accord_take_list_get_position (AccordTakeList *self);

gpointer accord_take_list_get_chosen (AccordTakeList *self);
void accord_take_list_choose (AccordTakeList *self, guint position);

G_END_DECLS
