/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *shared_path (const char *path);
GBytes *shared_load (const char *path);

G_END_DECLS
