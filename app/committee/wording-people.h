/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/**
 * ACCORD_WORDING_TITLE:
 *
 * What stands before a name, for patterns.
 */
#define ACCORD_WORDING_TITLE                                                                                 \
  "councillor|councillors|cllr|cllrs|alderman|mr|mrs|ms|miss|dr|drs|professor|prof|sir|dame|lord|lady|"      \
  "baroness|"                                                                                                \
  "reverend|rev"

char *accord_wording_dup_who (AccordWordingPart *part, AccordWordRange range);
char *accord_wording_dup_subject (AccordWordingPart *part, AccordWordRange range);

G_END_DECLS
