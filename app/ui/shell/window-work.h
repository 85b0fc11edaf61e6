/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

void accord_window_check (AccordWindow *self);
void accord_window_backup (AccordWindow *self);

G_END_DECLS
