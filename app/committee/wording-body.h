/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

gboolean accord_wording_body_leads (AccordWordingPart *part, guint line);
guint accord_wording_body_take (AccordWordingPart *part, guint line, GPtrArray *statements);

G_END_DECLS
