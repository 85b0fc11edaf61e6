/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

char *accord_wording_dup_date (AccordWordingPart *part, AccordWordRange range, AccordWordRange *found);
void accord_wording_find_due (AccordWordingPart *part, AccordWordRange range, char **iso, char **words);

G_END_DECLS
