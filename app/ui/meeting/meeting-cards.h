/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "meeting-agenda.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MEETING_CARDS (accord_meeting_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordMeetingCards, accord_meeting_cards, ACCORD, MEETING_CARDS, GtkWidget)

GtkWidget *accord_meeting_cards_new (AccordWorkspace *workspace);
void accord_meeting_cards_show (AccordMeetingCards *self, const AccordAgenda *agenda, const char *today);

G_END_DECLS
