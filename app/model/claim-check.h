/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordClaimVerdict:
 * @ACCORD_CLAIM_CANNOT_CHECK: what is kept proves neither the claim nor its opposite
 * @ACCORD_CLAIM_CONFIRMED: the figures bear it out, whatever the parts that are not known turn out to be
 * @ACCORD_CLAIM_CONTRADICTED: the figures are against it, whatever the parts that are not known turn out to
 * be
 *
 * What the figures in a workspace say of a claim.
 */
typedef enum
{
  ACCORD_CLAIM_CANNOT_CHECK,
  ACCORD_CLAIM_CONFIRMED,
  ACCORD_CLAIM_CONTRADICTED,
} AccordClaimVerdict;

/**
 * AccordClaimCheck:
 * @verdict: what the figures say
 * @sentence: the same in words, with the figure or with what is missing
 * @pence: the sum it rests on, or %ACCORD_UNKNOWN
 * @whole: the sum that @pence is a share of, or %ACCORD_UNKNOWN
 * @share: the share in hundredths of one per cent, or %ACCORD_UNKNOWN
 *
 * A claim held against the figures.
 */
typedef struct
{
  AccordClaimVerdict verdict;
  char *sentence;
  gint64 pence;
  gint64 whole;
  gint64 share;
} AccordClaimCheck;

void accord_claim_check_free (AccordClaimCheck *self);
AccordClaimCheck *accord_claim_check (AccordReader *reader, gint64 claim, GError **error);
const char *accord_claim_verdict_get_state (AccordClaimVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordClaimCheck, accord_claim_check_free)

G_END_DECLS
