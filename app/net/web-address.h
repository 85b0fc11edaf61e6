/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GUri *accord_web_address_parse (const char *text, GError **error);
GUri *accord_web_address_parse_relative (GUri *base, const char *text, GError **error);
char *accord_web_address_dup_text (GUri *address);
char *accord_web_address_dup_host (GUri *address);
gboolean accord_web_address_same_host (GUri *one, GUri *other);
gboolean accord_web_address_may_lead_to (GUri *from, GUri *to, GError **error);

G_END_DECLS
