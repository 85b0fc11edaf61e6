/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-faults.h"
#include "appraisal/grid-layout.h"
#include "appraisal/grid-view.h"

G_BEGIN_DECLS

#define ACROSS GTK_ORIENTATION_HORIZONTAL
#define DOWN GTK_ORIENTATION_VERTICAL

/*
 * A table that is worked in like a spreadsheet. Cells are drawn; there is one editor, which is moved about,
 * and two see-through widgets for the keyboard. Under the last row there is one for a new row, where rows may
 * be added.
 */
struct _AccordGridView
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  AccordGridModel *model;
  AccordGridLayout layout;
  AccordGridSelection selection;
  AccordGridFaults *faults;
  char *label;
  char *new_row;
  char *row_key; /* of the row that the keyboard is on */
  char *message;

  GtkWidget *cells[2];
  guint current;
  GtkWidget *editor;
  GtkWidget *choices;
  GtkWidget *choice_list;
  GtkWidget *menu;
  gboolean editing;
  gboolean anew; /* began by typing: the arrows leave the cell */
  AccordGridSelection edited;
  char *edited_key;

  PangoLayout *words;
  PangoLayout *heads;
  GHashTable *laid;
  int digit;
  int padding;
  int content_height;
  int most_height;
  gboolean typed; /* whether some of it can be typed, so that what follows from it is told apart */
  gboolean remeasure;
  guint refresh;
  gboolean allocating;
  gboolean dragging;
  GCancellable *cancellable;
};

AccordGridExtent accord_grid_view_get_extent (AccordGridView *self);
const char *accord_grid_view_get_key (AccordGridView *self, guint row);
void accord_grid_view_set_message (AccordGridView *self, const char *message);
void accord_grid_view_selection_moved (AccordGridView *self);
void accord_grid_view_reveal (AccordGridView *self);
void accord_grid_view_place_cell (AccordGridView *self);
void accord_grid_view_tell (AccordGridView *self, gboolean moved);

void accord_grid_view_refresh_soon (AccordGridView *self);
void accord_grid_view_set_adjustment (AccordGridView *self, GtkOrientation orientation,
                                      GtkAdjustment *adjustment);
void accord_grid_view_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void accord_grid_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline);
void accord_grid_view_measure_columns (AccordGridView *self);
void accord_grid_view_drop_fonts (AccordGridView *self);
void accord_grid_view_widen (AccordGridView *self, guint column, int width);
void accord_grid_view_draw (AccordGridView *self, GtkSnapshot *snapshot);

gboolean accord_grid_view_open_cell (AccordGridView *self, guint row, guint column);
void accord_grid_view_begin (AccordGridView *self, const char *text, gboolean anew);
void accord_grid_view_give_up (AccordGridView *self);
void accord_grid_view_name_editor (AccordGridView *self);
void accord_grid_view_make_editor (AccordGridView *self);
void accord_grid_view_place_editor (AccordGridView *self);

void accord_grid_view_show_choices (AccordGridView *self, const char *typed);
void accord_grid_view_hide_choices (AccordGridView *self);
gboolean accord_grid_view_step_choices (AccordGridView *self, int step);
char *accord_grid_view_dup_choice (AccordGridView *self);

void accord_grid_view_apply (AccordGridView *self, GPtrArray *entries, AccordGridDeed deed, char *why);
void accord_grid_view_install_keys (GtkWidgetClass *widget_class);
void accord_grid_view_install_clipboard (GtkWidgetClass *widget_class);
void accord_grid_view_add_pointer (AccordGridView *self);
void accord_grid_view_open_menu (AccordGridView *self, const GdkRectangle *place);

G_END_DECLS
