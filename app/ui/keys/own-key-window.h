/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OWN_KEY_WINDOW (accord_own_key_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordOwnKeyWindow, accord_own_key_window, ACCORD, OWN_KEY_WINDOW, AccordSheetWindow)

GtkWidget *accord_own_key_window_new (GtkWindow *parent);

G_END_DECLS
