/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPlaceKind:
 * @kinds: (nullable) (array zero-terminated=1): kinds whose changes concern the page, or %NULL for all
 * @daily: whether it says something else on another day
 * @read: reads what the page shows, on a reading thread
 * @free: frees what @read returned
 * @dup_question: (nullable): what @read is asked, made when it is asked
 * @free_question: (nullable): frees what @dup_question returned
 * @show: takes over what was read and shows it; returns %FALSE where there is nothing to show
 * @icon_name: its picture, for the page that says what to do while it is empty
 * @error: what cannot be read, as a sentence without a stop (untranslated)
 *
 * What a place with a page of its own shows, and when that has to be read anew.
 */
typedef struct
{
  const char *const *kinds;
  gboolean daily;
  AccordReadFunc read;
  GDestroyNotify free;
  gpointer (*dup_question) (GtkWidget *page);
  GDestroyNotify free_question;
  gboolean (*show) (GtkWidget *page, gpointer answer);
  const char *icon_name;
  const char *error;
} AccordPlaceKind;

#define ACCORD_TYPE_PLACE_VIEW (accord_place_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlaceView, accord_place_view, ACCORD, PLACE_VIEW, GtkWidget)

GtkWidget *accord_place_view_new (AccordWorkspace *workspace, const AccordPlaceKind *kind, GtkWidget *page,
                                  GtkWidget *content);
GtkWidget *accord_place_view_get_empty (AccordPlaceView *self);
void accord_place_view_read (AccordPlaceView *self);
GtkWidget *accord_place_view_make_column (GtkWidget *column, int width);

G_END_DECLS
