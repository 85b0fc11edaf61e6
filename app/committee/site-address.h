/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_site_address_dup_root (const char *text, GError **error);
char *accord_site_address_dup_host (const char *address);
char *accord_site_address_committees (const char *root);
char *accord_site_address_meetings (const char *root, const char *committee, const char *from,
                                    const char *until);
char *accord_site_address_meeting (const char *root, const char *meeting);

G_END_DECLS
