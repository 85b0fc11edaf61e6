/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_TAKE_CELL (accord_take_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordTakeCell, accord_take_cell, ACCORD, TAKE_CELL, GtkWidget)

/**
 * AccordTakeCellClass:
 * @show: shows an entry as it is now
 * @take: a person has pressed the box in front of it
 *
 * One line of a list that is gone through: whether it is taken, what it is, and what a person should know of
 * it.
 */
struct _AccordTakeCellClass
{
  GtkWidgetClass parent_class;

  void (*show) (AccordTakeCell *self, gpointer model, gpointer entry);
  void (*take) (AccordTakeCell *self, gpointer model, gpointer entry, gboolean taken);
};

/**
 * AccordTakeCellParts:
 * @check: whether it is taken
 * @image: what kind of thing it is
 * @words: all that is said of it, below each other
 * @title: the first of them
 *
 * What a cell is made of.
 */
typedef struct
{
  GtkWidget *check;
  GtkWidget *image;
  GtkWidget *words;
  GtkWidget *title;
} AccordTakeCellParts;

/* For those that are made of it. */
const AccordTakeCellParts *accord_take_cell_get_parts (AccordTakeCell *self);
GtkWidget *accord_take_cell_make_label (const char *style_class);
GtkWidget *accord_take_cell_make_image (void);
void accord_take_cell_say (AccordTakeCell *self, const char *words);
void accord_take_cell_update (AccordTakeCell *self);

void accord_take_cell_show (AccordTakeCell *self, gpointer model, gpointer entry, gpointer teller);
gpointer accord_take_cell_get_entry (AccordTakeCell *self);
void accord_take_cell_clear (AccordTakeCell *self);

G_END_DECLS
