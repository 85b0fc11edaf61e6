/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "meeting-context.h"

G_BEGIN_DECLS

/* How many sentences stand around the one that a record rests on. */
#define ACCORD_PASSAGE_CARD_SENTENCES 2

GtkWidget *accord_passage_card_new (void);
void accord_passage_card_show (GtkWidget *card, const AccordPassageContext *context);

G_END_DECLS
