/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

void accord_wording_read_options (AccordWordingPart *part, gboolean under_heading, GPtrArray *options);

G_END_DECLS
