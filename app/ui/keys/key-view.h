/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "public-key.h"

G_BEGIN_DECLS

GtkWidget *accord_key_view_new (AccordPublicKey *key, const char *title, const char *style_class);

G_END_DECLS
