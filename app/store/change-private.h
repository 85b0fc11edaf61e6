/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"

G_BEGIN_DECLS

AccordChange *accord_change_new (gint64 id, const char *label, gboolean local);
void accord_change_add (AccordChange *self, const AccordKind *kind, gint64 id);
void accord_change_add_range (AccordChange *self, const AccordKind *kind, gint64 first, gint64 last);
void accord_change_seal (AccordChange *self);

G_END_DECLS
