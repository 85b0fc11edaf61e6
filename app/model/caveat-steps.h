/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

/**
 * AccordCaveatStep:
 * @name: the step as kept in files: "raised", "answered" or "accepted"
 * @done: whether it was taken
 * @sentence: what is known of it, without a full stop: "Answered by the Director of Finance on 3 May 2026"
 *
 * A step of a caveat's way from raised to accepted.
 */
typedef struct
{
  const char *name;
  gboolean done;
  char *sentence;
} AccordCaveatStep;

GPtrArray *accord_caveat_list_steps (AccordRecord *caveat);
char *accord_caveat_dup_steps (AccordRecord *caveat);
char *accord_caveat_dup_raiser (AccordRecord *caveat);
char *accord_case_file_dup_caveats_warning (const AccordCaseFile *self, const char *today);
char *accord_case_dup_caveats_warning (AccordReader *reader, gint64 business_case, const char *today);
char *accord_caveats_dup_warning (AccordRecord *business_case, GPtrArray *caveats, const char *today);

G_END_DECLS
