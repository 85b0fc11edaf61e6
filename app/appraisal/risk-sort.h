/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void accord_sort_doubles (double *numbers, double *scratch, guint n);

G_END_DECLS
