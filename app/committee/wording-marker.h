/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/**
 * AccordWordingMarker:
 * @type: what it makes of the words behind it
 * @first: the token it begins with
 * @after: the token after it; “that” and the signs around it are part of it
 * @end: the token where the words behind it end at the latest
 * @sentence: whether only the one sentence belongs to it
 *
 * The words by which minutes say that something was decided: “RESOLVED – That”, “It was agreed:”, “Decision”.
 */
typedef struct
{
  AccordStatementType type;
  guint first;
  guint after;
  guint end;
  gboolean sentence;
} AccordWordingMarker;

gboolean accord_wording_marker_find (AccordWordingPart *part, guint line, guint from,
                                     AccordWordingMarker *marker);
gboolean accord_wording_marker_is_stop (AccordWordingPart *part, AccordWordRange range);

G_END_DECLS
