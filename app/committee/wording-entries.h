/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-tree.h"

G_BEGIN_DECLS

guint accord_wording_entries_end (AccordWordingTree *self, AccordWordRange range);
guint accord_wording_entries_skip_mark (AccordWordingPart *part, guint at, guint end, AccordSpan mark);
gboolean accord_wording_entries_find_inner (AccordWordingPart *part, AccordWordRange range, guint *inner,
                                            AccordLineMarker *marker, AccordSpan *mark);
void accord_wording_entries_add (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark,
                                 AccordWordRange range);

G_END_DECLS
