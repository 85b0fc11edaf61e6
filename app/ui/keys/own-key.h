/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "key-pair.h"

G_BEGIN_DECLS

/**
 * AccordOwnKeyNeed:
 * @ACCORD_OWN_KEY_QUIET: the key if it is at hand; nobody is asked anything by us
 * @ACCORD_OWN_KEY_UNLOCK: and if it is in a file, its passphrase is asked for
 * @ACCORD_OWN_KEY_MAKE: and if there is none, one is made
 *
 * How much a person is asked for the sake of their own key.
 */
typedef enum
{
  ACCORD_OWN_KEY_QUIET,
  ACCORD_OWN_KEY_UNLOCK,
  ACCORD_OWN_KEY_MAKE,
} AccordOwnKeyNeed;

void accord_own_key_need_async (GtkWidget *from, AccordOwnKeyNeed need, const char *holder,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AccordKeyPair *accord_own_key_need_finish (GAsyncResult *result, GError **error);
void accord_own_key_keep (GtkWidget *from, AccordKeyPair *pair);

G_END_DECLS
