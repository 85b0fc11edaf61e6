/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comments.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENTS_CARD (accord_comments_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentsCard, accord_comments_card, ACCORD, COMMENTS_CARD, GtkWidget)

GtkWidget *accord_comments_card_new (AccordWorkspace *workspace, gboolean of_review);
void accord_comments_card_show (AccordCommentsCard *self, const AccordComments *comments, gint64 record);
void accord_comments_card_write (AccordCommentsCard *self, GFile *file);

G_END_DECLS
