/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "query.h"
#include "status.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordRow:
 * @kind: the kind of the record that the row opens
 * @id: that record
 * @lead: (nullable): what stands before it, such as its number
 * @title: what it is
 * @second: (nullable): what else is to be said, in small letters
 * @figure: (nullable): a figure
 * @figure_note: (nullable): what the figure counts
 * @share: how long a bar beside the figure is, from 0 to 1, or below nought for no bar
 * @status: (nullable): shape and colour of its state
 * @words: (nullable): its state in words
 * @choice: (nullable): name of the field that can be changed in the row, or %NULL
 *
 * One row of a card.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *lead;
  char *title;
  char *second;
  char *figure;
  char *figure_note;
  double share;
  const AccordStatus *status;
  char *words;
  const char *choice;
} AccordRow;

AccordRow *accord_row_new (const char *kind, gint64 id, const char *title);
void accord_row_free (AccordRow *self);
GPtrArray *accord_rows_array_new (void);

#define ACCORD_TYPE_ROW_CARD (accord_row_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordRowCard, accord_row_card, ACCORD, ROW_CARD, GtkWidget)

GtkWidget *accord_row_card_new (AccordWorkspace *workspace, const char *title, const char *kind,
                                const char *field);
void accord_row_card_add_tools (AccordRowCard *self, GtkWidget *tools);
void accord_row_card_set_view (AccordRowCard *self, GtkWidget *picture, GtkWidget *table);
void accord_row_card_set_view_visible (AccordRowCard *self, gboolean visible);
void accord_row_card_set_body (AccordRowCard *self, GtkWidget *body);
void accord_row_card_set_note (AccordRowCard *self, const char *note);
void accord_row_card_show (AccordRowCard *self, gint64 subject, GPtrArray *rows, guint most, guint n_all,
                           guint n_elsewhere, const char *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRow, accord_row_free)

G_END_DECLS
