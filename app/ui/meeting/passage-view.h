/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "meeting-text.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PASSAGE_VIEW (accord_passage_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordPassageView, accord_passage_view, ACCORD, PASSAGE_VIEW, GtkWidget)

GtkWidget *accord_passage_view_new (void);
void accord_passage_view_show (AccordPassageView *self, AccordText *text, const char *today);
void accord_passage_view_set_can_paste (AccordPassageView *self, gboolean can_paste);
void accord_passage_view_choose (AccordPassageView *self, guint index);
guint accord_passage_view_get_chosen (AccordPassageView *self);

G_END_DECLS
