/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../fixture.h"

#include "pdf/pdf-panel.h"

/* The pages of what is shown. */
#define PANEL_PAGES 24

/* A document in a window, and what its view told last. */
typedef struct
{
  GtkWidget *window;
  AccordPdfPanel *panel;
  AccordPdfView *view;
  gboolean opened;
  char *mark;
  AccordPdfPlace *chosen;
  AccordPdfPlace *requested;
  guint n_chosen;
} PanelFixture;

#define panel_fixture_add_test(path, function)                                                               \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, function, panel_fixture_tear_down)

void panel_fixture_set_up (PanelFixture *self, gconstpointer data);
void panel_fixture_tear_down (PanelFixture *self, gconstpointer data);

void panel_fixture_await_drawn (PanelFixture *self);
void panel_fixture_open_bytes (PanelFixture *self, GBytes *bytes);
gboolean panel_fixture_is_opened (gpointer data);
GtkWidget *panel_fixture_find (GtkWidget *within, GType type, const char *tooltip);
gboolean panel_fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers);
