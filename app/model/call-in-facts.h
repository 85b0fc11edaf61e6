/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "call-in.h"

G_BEGIN_DECLS

/* What accord_call_in_facts_from_rows() reads of a decision d, and where it is to be found. */

#define ACCORD_CALL_IN_COLUMNS                                                                               \
  "d.\"call_in\", d.\"urgent\", d.\"key\", d.\"status\","                                                    \
  " COALESCE (d.\"status\", '') || ' ' || COALESCE (d.\"purpose\", '') || ' ' || COALESCE (d.\"text\", '')," \
  " d.\"notice\", COALESCE (d.\"date\", d.\"made_on\"), d.\"due\", d.\"published\", d.\"effective\","        \
  " o.id, o.\"name\", o.\"gss_code\", o.\"call_in_days\", o.\"call_in_counting\", o.\"call_in_signatories\""
#define ACCORD_CALL_IN_N_COLUMNS 16

#define ACCORD_CALL_IN_TABLES                                                                                \
  "\"decision\" d LEFT JOIN \"meeting\" m ON m.id = d.\"meeting\" AND m.deleted IS NULL"                     \
  " LEFT JOIN \"body\" b ON b.id = COALESCE (d.\"body\", m.\"body\") AND b.deleted IS NULL"                  \
  " LEFT JOIN \"organisation\" o ON o.id = COALESCE (d.\"organisation\", b.\"organisation\")"                \
  " AND o.deleted IS NULL"

AccordCallInFacts *accord_call_in_facts_from_rows (AccordRows *rows, int first);

G_END_DECLS
