/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/places.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PLACE_COUNTS (accord_place_counts_get_type ())
G_DECLARE_FINAL_TYPE (AccordPlaceCounts, accord_place_counts, ACCORD, PLACE_COUNTS, GObject)

AccordPlaceCounts *accord_place_counts_new (AccordWorkspace *workspace);
gint64 accord_place_counts_get_total (AccordPlaceCounts *self, const AccordPlace *place);
gint64 accord_place_counts_get_waiting (AccordPlaceCounts *self, const AccordPlace *place);

G_END_DECLS
