/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-place.h"
#include "room/room-data.h"

G_BEGIN_DECLS

AccordPdfPlace *accord_room_place_new (AccordRecord *comment);
GPtrArray *accord_room_marks_new (const AccordRoomData *data, gint64 document, gint64 selected);

G_END_DECLS
