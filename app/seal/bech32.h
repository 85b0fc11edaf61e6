/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "secret.h"

G_BEGIN_DECLS

/* 32 bytes as Bech32 after @prefix, in small letters. */
AccordSecret *accord_bech32_write (const char *prefix, const guint8 bytes[32]);
gboolean accord_bech32_read (const char *text, gsize length, const char *prefix, guint8 bytes[32]);

G_END_DECLS
