/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_SKELETON (accord_skeleton_get_type ())
G_DECLARE_FINAL_TYPE (AccordSkeleton, accord_skeleton, ACCORD, SKELETON, GtkWidget)

void accord_skeleton_set_two_lines (AccordSkeleton *self, gboolean two_lines);

G_END_DECLS
