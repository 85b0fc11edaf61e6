/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shell/task.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SHEET_WINDOW (accord_sheet_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordSheetWindow, accord_sheet_window, ACCORD, SHEET_WINDOW, AdwWindow)

/**
 * AccordSheetWindowClass:
 * @accept: a person pressed the button that does what the sheet is for
 *
 * A window that shows something, asks something of it, and may work for a while.
 */
struct _AccordSheetWindowClass
{
  AdwWindowClass parent_class;

  void (*accept) (AccordSheetWindow *self);
};

/* For those that are made of it. */
GtkWidget *accord_sheet_window_get_column (AccordSheetWindow *self);
void accord_sheet_window_set_content (AccordSheetWindow *self, GtkWidget *content);
void accord_sheet_window_set_accept (AccordSheetWindow *self, const char *label, gboolean enabled);
GtkWidget *accord_sheet_window_get_accept (AccordSheetWindow *self);
void accord_sheet_window_set_close (AccordSheetWindow *self, const char *label);
void accord_sheet_window_add_button (AccordSheetWindow *self, GtkWidget *button);
AccordTask *accord_sheet_window_begin (AccordSheetWindow *self, const char *title, const char *detail);
gboolean accord_sheet_window_end (AccordSheetWindow *self);
void accord_sheet_window_refuse (AccordSheetWindow *self, const char *title, const char *words);
void accord_sheet_window_say (AccordSheetWindow *self, const char *words);
void accord_sheet_window_done (AccordSheetWindow *self);

G_END_DECLS
