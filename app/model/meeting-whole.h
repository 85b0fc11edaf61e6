/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

gboolean accord_item_write_whole (AccordWriter *writer, AccordRecord *item, GError **error);

G_END_DECLS
