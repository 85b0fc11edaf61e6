/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-store.h"

G_BEGIN_DECLS

gboolean accord_key_service_is_there (GCancellable *cancellable);
AccordKeyPair *accord_key_service_load (GCancellable *cancellable, GError **error);
gboolean accord_key_service_save (AccordKeyPair *pair, GCancellable *cancellable, GError **error);

G_END_DECLS
