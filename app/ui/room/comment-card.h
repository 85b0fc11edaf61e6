/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "cba.h"
#include "comments.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENT_CARD (accord_comment_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentCard, accord_comment_card, ACCORD, COMMENT_CARD, GtkWidget)

GtkWidget *accord_comment_card_new (AccordWorkspace *workspace);
GtkWidget *accord_comment_card_new_draft (AccordWorkspace *workspace, AccordRecord *comment,
                                          const char *place);
void accord_comment_card_show (AccordCommentCard *self, const AccordCommentThread *thread,
                               const AccordCba *cba);
void accord_comment_card_set_voice (AccordCommentCard *self, const char *voice);
void accord_comment_card_set_fixed (AccordCommentCard *self);
gint64 accord_comment_card_get_id (AccordCommentCard *self);
gboolean accord_comment_card_is_draft (AccordCommentCard *self);
void accord_comment_card_set_selected (AccordCommentCard *self, gboolean selected);
void accord_comment_card_edit (AccordCommentCard *self);
void accord_comment_card_reply (AccordCommentCard *self, const char *author, const char *today);

G_END_DECLS
