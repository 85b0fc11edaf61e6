/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"

#include "action.h"
#include "allocation.h"
#include "answer.h"
#include "appraisal.h"
#include "benefit.h"
#include "body.h"
#include "case.h"
#include "caveat.h"
#include "claim.h"
#include "claim-state.h"
#include "comment.h"
#include "cost.h"
#include "decision.h"
#include "declaration.h"
#include "document.h"
#include "edition.h"
#include "endorsement.h"
#include "engagement.h"
#include "finding.h"
#include "fund.h"
#include "gain.h"
#include "item.h"
#include "meeting.h"
#include "membership.h"
#include "milestone.h"
#include "option.h"
#include "organisation.h"
#include "outcome.h"
#include "paper.h"
#include "payment.h"
#include "portfolio-record.h"
#include "post.h"
#include "programme.h"
#include "question.h"
#include "resolution.h"
#include "review.h"
#include "risk.h"
#include "scenario.h"
#include "source.h"
#include "transfer.h"
#include "unit-cost.h"
#include "version.h"
#include "workstream.h"
#include "accord-model-resources.h"

/**
 * accord_model_schema_new:
 *
 * Returns: (transfer full): all kinds of record that Accord keeps, in the order in which people meet them
 */
AccordSchema *
accord_model_schema_new (void)
{
  const GType types[] = {
    ACCORD_TYPE_ORGANISATION, ACCORD_TYPE_MEMBERSHIP,  ACCORD_TYPE_BODY,
    ACCORD_TYPE_POST,         ACCORD_TYPE_FUND,        ACCORD_TYPE_ALLOCATION,
    ACCORD_TYPE_PAYMENT,      ACCORD_TYPE_PROGRAMME,   ACCORD_TYPE_WORKSTREAM,
    ACCORD_TYPE_MILESTONE,    ACCORD_TYPE_TRANSFER,    ACCORD_TYPE_CASE,
    ACCORD_TYPE_OPTION,       ACCORD_TYPE_CAVEAT,      ACCORD_TYPE_ENDORSEMENT,
    ACCORD_TYPE_MEETING,      ACCORD_TYPE_ITEM,        ACCORD_TYPE_RESOLUTION,
    ACCORD_TYPE_DECISION,     ACCORD_TYPE_DECLARATION, ACCORD_TYPE_PAPER,
    ACCORD_TYPE_ACTION,       ACCORD_TYPE_QUESTION,    ACCORD_TYPE_FINDING,
    ACCORD_TYPE_BENEFIT,      ACCORD_TYPE_RISK,        ACCORD_TYPE_ENGAGEMENT,
    ACCORD_TYPE_CLAIM,        ACCORD_TYPE_SOURCE,      ACCORD_TYPE_DOCUMENT,
    ACCORD_TYPE_EDITION,      ACCORD_TYPE_UNIT_COST,   ACCORD_TYPE_APPRAISAL,
    ACCORD_TYPE_COST,         ACCORD_TYPE_OUTCOME,     ACCORD_TYPE_GAIN,
    ACCORD_TYPE_SCENARIO,     ACCORD_TYPE_ANSWER,      ACCORD_TYPE_PORTFOLIO_RECORD,
    ACCORD_TYPE_VERSION,      ACCORD_TYPE_REVIEW,      ACCORD_TYPE_COMMENT,
  };

  AccordSchema *schema;

  /* Naming the resources makes the linker keep them; they register themselves when the program starts. */
  accord_model_get_resource ();
  schema = accord_schema_new (types, G_N_ELEMENTS (types), "/io/github/accord_desktop/Accord/migrations");
  accord_schema_set_settle (schema, accord_claim_settle);
  return schema;
}
