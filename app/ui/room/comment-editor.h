/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "room/autosave.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENT_EDITOR (accord_comment_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentEditor, accord_comment_editor, ACCORD, COMMENT_EDITOR, GtkWidget)

GtkWidget *accord_comment_editor_new (AccordWorkspace *workspace, AccordRecord *comment, const char *name);
AccordAutosave *accord_comment_editor_get_autosave (AccordCommentEditor *self);
void accord_comment_editor_follow (AccordCommentEditor *self, AccordRecord *comment);
gboolean accord_comment_editor_is_empty (AccordCommentEditor *self);
void accord_comment_editor_focus (AccordCommentEditor *self);

G_END_DECLS
