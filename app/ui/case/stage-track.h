/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-track.h"
#include "chart/drawing.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_STAGE_TRACK (accord_stage_track_get_type ())
G_DECLARE_FINAL_TYPE (AccordStageTrack, accord_stage_track, ACCORD, STAGE_TRACK, AccordDrawing)

GtkWidget *accord_stage_track_new (void);
void accord_stage_track_show (AccordStageTrack *self, GPtrArray *steps, const char *sentence);

G_END_DECLS
