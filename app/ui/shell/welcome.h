/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_WELCOME (accord_welcome_get_type ())
G_DECLARE_FINAL_TYPE (AccordWelcome, accord_welcome, ACCORD, WELCOME, GtkWidget)

void accord_welcome_refresh (AccordWelcome *self);

G_END_DECLS
