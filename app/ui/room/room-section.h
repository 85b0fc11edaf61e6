/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "comments.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_SECTION (accord_room_section_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomSection, accord_room_section, ACCORD, ROOM_SECTION, GtkWidget)

GtkWidget *accord_room_section_new (const char *field, int five, gboolean writable);
void accord_room_section_show (AccordRoomSection *self, const char *text, const AccordComments *comments);
GtkWidget *accord_room_section_find (AccordRoomSection *self, AccordRecord *comment);

G_END_DECLS
