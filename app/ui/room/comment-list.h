/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "cba.h"
#include "comments.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENT_LIST (accord_comment_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentList, accord_comment_list, ACCORD, COMMENT_LIST, GtkWidget)

GtkWidget *accord_comment_list_new (AccordWorkspace *workspace);
void accord_comment_list_show (AccordCommentList *self, AccordComments *comments, GPtrArray *earlier,
                               const AccordCba *cba);
void accord_comment_list_begin (AccordCommentList *self, AccordRecord *comment, const char *place);
void accord_comment_list_reply (AccordCommentList *self, gint64 comment, const char *author,
                                const char *today);
void accord_comment_list_select (AccordCommentList *self, gint64 comment);
gint64 accord_comment_list_get_selected (AccordCommentList *self);

G_END_DECLS
