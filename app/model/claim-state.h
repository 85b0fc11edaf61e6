/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

gboolean accord_claim_settle (AccordWriter *writer, GError **error);

G_END_DECLS
