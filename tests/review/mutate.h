/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @one as somebody might spoil it who has @other too: cut, swapped, joined, with bytes that are new, turned,
 * or numbers of a zip that were changed on purpose. It is never as it was. */
GBytes *mutate_bytes (GRand *rand, GBytes *one, GBytes *other);

G_END_DECLS
