/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

void accord_wording_read_questions (AccordWordingPart *part, const char *title, GPtrArray *questions);

G_END_DECLS
