/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_UID_LENGTH 26

void accord_uid_make (char uid[ACCORD_UID_LENGTH + 1]);

G_END_DECLS
