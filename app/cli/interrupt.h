/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void accord_interrupt_await (GCancellable *cancellable);
void accord_interrupt_end_if_caught (void);

G_END_DECLS
