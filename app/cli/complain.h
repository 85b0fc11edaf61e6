/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void accord_complain (const char *message);
void accord_complain_of (const char *file, const char *message);

G_END_DECLS
