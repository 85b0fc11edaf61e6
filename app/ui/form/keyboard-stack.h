/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void accord_keyboard_stack_show (GtkStack *stack, const char *name, gboolean passing);

G_END_DECLS
