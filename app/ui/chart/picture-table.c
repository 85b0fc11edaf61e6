/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/picture-table.h"

#include "chart/drawing-menu.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names in a table that is scrolled, in letters; the whole name is told to whoever points at it. */
#define LEAST_NAME 18
#define MOST_NAME 44
#define LONG_HEADING 10

/* What a table of a drawing is made from, kept with its grid. */
typedef struct
{
  char **headings;
  guint n_headings;
  guint numbers;
  gboolean scrolled;
  GPtrArray *rows;
  guint n_filled;
} Columns;

static void
columns_free (gpointer data)
{
  Columns *self = data;

  g_strfreev (self->headings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static void
on_toggled (GtkToggleButton *button, GtkStack *stack)
{
  if (gtk_toggle_button_get_active (button))
    gtk_stack_set_visible_child_name (stack, g_object_get_data (G_OBJECT (button), "accord-child"));
}

static GtkWidget *
make_toggle (GtkWidget *stack, const char *child, const char *label, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group != NULL ? GTK_TOGGLE_BUTTON (group) : NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), group == NULL);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "accord-child", (gpointer) child);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), stack, 0);
  return button;
}

/**
 * accord_picture_table_new:
 * @head: the head of a card, which gets a pair of buttons to choose with, and one to copy the drawing by
 * @picture: a drawing
 * @table: the same as a table
 *
 * Returns: (transfer floating): a widget that shows the drawing or, when a person wants it, the table
 */
GtkWidget *
accord_picture_table_new (GtkWidget *head, GtkWidget *picture, GtkWidget *table)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = make_toggle (stack, "picture", _ ("Picture"), NULL);

  /* What is not shown need not be measured. */
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), picture, "picture");
  gtk_stack_add_named (GTK_STACK (stack), table, "table");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), make_toggle (stack, "table", _ ("Table"), first));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "picture-or-table");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), box);
  if (ACCORD_IS_DRAWING (picture))
    gtk_box_append (GTK_BOX (head), accord_drawing_menu_new (ACCORD_DRAWING (picture)));
  return stack;
}

/* Where the height does not follow the width a heading has its lines beforehand: broken near its middle. */
static char *
break_heading (const char *heading)
{
  char *text = g_strdup (heading), *best = NULL;
  gsize length = strlen (text);

  for (char *space = strchr (text, ' '); space != NULL && length > LONG_HEADING;
       space = strchr (space + 1, ' '))
    if (best == NULL || ABS (space - text - (gssize) length / 2) < ABS (best - text - (gssize) length / 2))
      best = space;
  if (best != NULL)
    *best = '\n';
  return text;
}

static void
set_cell (GtkWidget *label, const Columns *columns, guint column, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (columns->scrolled && column == 0)
    gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > LEAST_NAME ? text : NULL);
}

static GtkWidget *
make_cell (const Columns *columns, guint column, const char *text, gboolean heading)
{
  gboolean number = columns->numbers & (1u << column);
  GtkWidget *label = accord_page_label (NULL, heading ? "plain-heading" : NULL);

  set_cell (label, columns, column, text);
  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), !number && !columns->scrolled);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_set_valign (label, heading && columns->scrolled ? GTK_ALIGN_END : GTK_ALIGN_BASELINE);
  if (columns->scrolled && heading)
    {
      g_autofree char *broken = break_heading (text);

      gtk_label_set_label (GTK_LABEL (label), broken);
    }
  else if (columns->scrolled && column == 0)
    g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", LEAST_NAME, "max-width-chars",
                  MOST_NAME, NULL);
  if (number && !heading)
    gtk_widget_add_css_class (label, "tabular");
  if (column == 0 && !heading)
    gtk_widget_add_css_class (label, "first-line");
  return label;
}

static void
attach_row (GtkWidget *table, const Columns *columns, const char *const *cells, int row, gboolean heading)
{
  for (guint i = 0; i < columns->n_headings; i++)
    gtk_grid_attach (GTK_GRID (table), make_cell (columns, i, cells[i], heading), i, 2 * row, 1, 1);
  if (row > 0)
    {
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_grid_attach (GTK_GRID (table), line, 0, 2 * row - 1, columns->n_headings, 1);
    }
}

/* As many rows as before: only what they say changes, as when somebody types a number that a table follows.
 */
static void
refill (GtkWidget *table, Columns *columns)
{
  for (guint i = 0; i < columns->rows->len; i++)
    for (guint j = 0; j < columns->n_headings; j++)
      set_cell (gtk_grid_get_child_at (GTK_GRID (table), j, 2 * (i + 1)), columns, j,
                ((char **) columns->rows->pdata[i])[j]);
}

static void
fill (GtkWidget *table, Columns *columns)
{
  GtkWidget *child;

  if (columns->n_filled == columns->rows->len && columns->n_filled > 0)
    refill (table, columns);
  else
    {
      while ((child = gtk_widget_get_first_child (table)) != NULL)
        gtk_grid_remove (GTK_GRID (table), child);
      attach_row (table, columns, (const char *const *) columns->headings, 0, TRUE);
      for (guint i = 0; i < columns->rows->len; i++)
        attach_row (table, columns, columns->rows->pdata[i], i + 1, FALSE);
    }
  columns->n_filled = columns->rows->len;
  g_clear_pointer (&columns->rows, g_ptr_array_unref);
}

/* A table that nobody looks at is not made. */
static void
on_map (GtkWidget *table, Columns *columns)
{
  if (columns->rows != NULL)
    fill (table, columns);
}

/**
 * accord_plain_table_new:
 * @label: what the table is of, for a screen reader
 * @headings: (array length=n_headings): what stands over each column
 * @n_headings: how many columns there are
 * @numbers: a bit for each column that holds numbers
 *
 * Returns: (transfer floating): a table of words and numbers, in place of a drawing
 */
GtkWidget *
accord_plain_table_new (const char *label, const char *const *headings, guint n_headings, guint numbers)
{
  GtkWidget *table = g_object_new (GTK_TYPE_GRID, "column-spacing", 18, "row-spacing", 6, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  Columns *columns = g_new0 (Columns, 1);

  columns->headings = g_new0 (char *, n_headings + 1);
  for (guint i = 0; i < n_headings; i++)
    columns->headings[i] = g_strdup (headings[i]);
  columns->n_headings = n_headings;
  columns->numbers = numbers;
  g_object_set_data_full (G_OBJECT (table), "accord-columns", columns, columns_free);
  g_signal_connect (table, "map", G_CALLBACK (on_map), columns);
  gtk_widget_add_css_class (table, "plain-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return table;
}

/**
 * accord_plain_table_set_scrolled:
 * @table: a table by accord_plain_table_new() that shows nothing yet
 *
 * Says that it stands in something that scrolls, so that no cell has more than one line.
 */
void
accord_plain_table_set_scrolled (GtkWidget *table)
{
  Columns *columns = g_object_get_data (G_OBJECT (table), "accord-columns");

  g_return_if_fail (columns != NULL);

  columns->scrolled = TRUE;
}

/**
 * accord_plain_table_show:
 * @table: a table by accord_plain_table_new()
 * @rows: (element-type GStrv): the cells of each row; kept, so do not change it afterwards
 *
 * Shows other rows, as soon as the table is looked at.
 */
void
accord_plain_table_show (GtkWidget *table, GPtrArray *rows)
{
  Columns *columns = g_object_get_data (G_OBJECT (table), "accord-columns");

  g_return_if_fail (columns != NULL);

  g_clear_pointer (&columns->rows, g_ptr_array_unref);
  columns->rows = g_ptr_array_ref (rows);
  if (gtk_widget_get_mapped (table))
    fill (table, columns);
}
