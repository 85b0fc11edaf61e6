/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"
#include "key-pair.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OWN_KEY_DIALOG (accord_own_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordOwnKeyDialog, accord_own_key_dialog, ACCORD, OWN_KEY_DIALOG, AccordSheetWindow)

GtkWidget *accord_own_key_dialog_new (gboolean locked, gboolean has_service, const char *holder);
GtkWidget *accord_own_key_dialog_new_copy (AccordKeyPair *pair, const char *path);
GtkWidget *accord_own_key_dialog_new_take (const char *path, gboolean has_service);

G_END_DECLS
