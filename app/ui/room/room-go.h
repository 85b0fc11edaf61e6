/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the parts of the reading room ask of the page around them. */

void accord_room_comment (GtkWidget *from, GVariant *place);
void accord_room_comment_on (GtkWidget *from, const char *field, const char *value, const char *quote);
void accord_room_show_comment (GtkWidget *from, gint64 comment);
void accord_room_show_place (GtkWidget *from, gint64 comment);
void accord_room_try (GtkWidget *from, gint64 comment, const char *figure);
void accord_room_settle_caveat (GtkWidget *from, gint64 caveat, const char *state);
void accord_room_delete (GtkWidget *from, gint64 comment);

G_END_DECLS
