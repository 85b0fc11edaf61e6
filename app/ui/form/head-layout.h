/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_HEAD_LAYOUT (accord_head_layout_get_type ())
G_DECLARE_FINAL_TYPE (AccordHeadLayout, accord_head_layout, ACCORD, HEAD_LAYOUT, GtkLayoutManager)

GtkLayoutManager *accord_head_layout_new (int spacing);

G_END_DECLS
