/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordOpenLine:
 * @row: the widget that holds it, a vertical box
 * @button: the line
 * @text: what it is about
 * @second: what was said to it
 * @pill: how it stands
 * @editor: (nullable): what is open under it
 *
 * A line to read of a card, and under it the editor of what it tells once a person opens it. It belongs to
 * the row, which has it in its own memory.
 */
typedef struct
{
  GtkWidget *row;
  GtkWidget *button;
  GtkWidget *text;
  GtkWidget *second;
  GtkWidget *pill;
  GtkWidget *editor;
} AccordOpenLine;

void accord_open_line_init (AccordOpenLine *self, GtkWidget *row, GtkWidget *first, int few_chars);
void accord_open_line_show (AccordOpenLine *self, const char *text, const char *second);
void accord_open_line_open (AccordOpenLine *self, GtkWidget *editor);
gboolean accord_open_line_close (AccordOpenLine *self);
void accord_open_line_clear (AccordOpenLine *self);

G_END_DECLS
