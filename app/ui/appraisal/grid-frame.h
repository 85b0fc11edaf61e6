/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-view.h"

G_BEGIN_DECLS

GtkWidget *accord_grid_frame_new (GtkWidget *view, int most_height);

G_END_DECLS
