/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

void accord_wording_read_actions (AccordWordingPart *part, GPtrArray *actions);

G_END_DECLS
