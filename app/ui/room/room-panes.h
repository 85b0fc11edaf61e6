/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/fold-panes.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ROOM_PANES (accord_room_panes_get_type ())
G_DECLARE_FINAL_TYPE (AccordRoomPanes, accord_room_panes, ACCORD, ROOM_PANES, AccordFoldPanes)

/**
 * AccordRoomPane:
 * @ACCORD_ROOM_PANE_CASE: the case
 * @ACCORD_ROOM_PANE_DOCUMENTS: what came with it
 * @ACCORD_ROOM_PANE_COMMENTS: what was said
 */
typedef enum
{
  ACCORD_ROOM_PANE_CASE,
  ACCORD_ROOM_PANE_DOCUMENTS,
  ACCORD_ROOM_PANE_COMMENTS,
} AccordRoomPane;

GtkWidget *accord_room_panes_new (GtkWidget *const *panes);
void accord_room_panes_set_documents (AccordRoomPanes *self, gboolean any);
void accord_room_panes_show (AccordRoomPanes *self, AccordRoomPane pane);
void accord_room_panes_step (AccordRoomPanes *self, int by);

G_END_DECLS
