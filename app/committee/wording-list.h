/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-marker.h"

G_BEGIN_DECLS

guint accord_wording_list_take (AccordWordingPart *part, guint line, const AccordWordingMarker *marker,
                                GPtrArray *statements);
guint accord_wording_list_take_entries (AccordWordingPart *part, guint line, AccordStatementType type,
                                        GPtrArray *statements);
gboolean accord_wording_decides (AccordWordingPart *part, AccordWordRange range);
void accord_wording_list_finish (AccordWordingPart *part, GPtrArray *statements, gboolean complete);

G_END_DECLS
