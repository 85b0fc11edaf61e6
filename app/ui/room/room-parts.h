/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "comments.h"

G_BEGIN_DECLS

/* The small pieces that the parts of the reading room are made of. */

const char *accord_room_sort_icon (const char *sort);
GtkWidget *accord_room_sort_new (AccordRecord *comment);
GtkWidget *accord_room_sort_button_new (const char *sort, const char *label);
void accord_room_mark_add (GtkWidget *box, const AccordCommentThread *thread);
GtkWidget *accord_room_comment_button_new (const char *name);
void accord_room_name_choice (GtkWidget *choice, const char *name);
void accord_room_sign_comment (GString *sign, AccordRecord *comment);

G_END_DECLS
