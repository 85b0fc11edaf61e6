/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "public-key.h"
#include "review/send-protection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GtkWidget *accord_send_done_new (GFile *file, const char *to, AccordPublicKey *key,
                                 AccordProtection protection);

G_END_DECLS
