/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claim-check.h"
#include "query.h"

G_BEGIN_DECLS

/**
 * AccordClaimLine:
 * @claim: what was said, as it is kept
 * @check: what the figures say of it now
 * @rule: how that is worked out, in sentences that a person can check, or %NULL where the claim is tied to no
 *   figure
 * @rows: the records that the figure is made from, or %NULL
 *
 * A sentence on record beside what the workspace knows about it.
 */
typedef struct
{
  AccordRecord *claim;
  AccordClaimCheck *check;
  char *rule;
  AccordQuery *rows;
} AccordClaimLine;

void accord_claim_line_free (AccordClaimLine *self);
gboolean accord_claim_line_is_tied (const AccordClaimLine *self);
char *accord_claim_line_dup_source (const AccordClaimLine *self);
GPtrArray *accord_claims_read (AccordReader *reader, const char *kind, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordClaimLine, accord_claim_line_free)

G_END_DECLS
