/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_plan_address_key (const char *address);
char *accord_plan_address_site (const char *address);

G_END_DECLS
