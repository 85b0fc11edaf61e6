/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "comments.h"
#include "room/section-parts.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_PART (accord_room_part_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomPart, accord_room_part, ACCORD, ROOM_PART, GtkWidget)

GtkWidget *accord_room_part_new (const char *field, const AccordSectionPart *part, gboolean writable);
const char *accord_room_part_get_section (AccordRoomPart *self);
char *accord_room_part_dup_selection (AccordRoomPart *self);
gboolean accord_room_part_has_quote (AccordRoomPart *self, const char *quote);
void accord_room_part_begin_marks (AccordRoomPart *self);
void accord_room_part_add_mark (AccordRoomPart *self, const AccordCommentThread *thread);
void accord_room_part_end_marks (AccordRoomPart *self);

G_END_DECLS
