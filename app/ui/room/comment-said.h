/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENT_SAID (accord_comment_said_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentSaid, accord_comment_said, ACCORD, COMMENT_SAID, GtkWidget)

GtkWidget *accord_comment_said_new (AccordWorkspace *workspace, AccordRecord *comment);
void accord_comment_said_show (AccordCommentSaid *self, AccordRecord *comment);
void accord_comment_said_set_fixed (AccordCommentSaid *self, gboolean fixed);
gint64 accord_comment_said_get_id (AccordCommentSaid *self);
void accord_comment_said_take_button (AccordCommentSaid *self, GtkWidget *button);
gboolean accord_comment_said_is_editing (AccordCommentSaid *self);
void accord_comment_said_edit (AccordCommentSaid *self);

G_END_DECLS
