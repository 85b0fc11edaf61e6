/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * ACCORD_RISK_WORST:
 *
 * The highest score: five for likelihood times five for impact. The least is 1.
 */
#define ACCORD_RISK_WORST 25

/**
 * AccordRiskDirection:
 * @ACCORD_RISK_DIRECTION_UNKNOWN: it was not scored twice
 * @ACCORD_RISK_FALLING: the net score is lower than it was
 * @ACCORD_RISK_STILL: it is what it was
 * @ACCORD_RISK_RISING: it is higher than it was
 *
 * Which way a risk goes.
 */
typedef enum
{
  ACCORD_RISK_DIRECTION_UNKNOWN,
  ACCORD_RISK_FALLING,
  ACCORD_RISK_STILL,
  ACCORD_RISK_RISING,
} AccordRiskDirection;

/**
 * AccordRiskStanding:
 * @risk: identifier of the risk
 * @name: what may happen
 * @owner: (nullable): who answers for it
 * @gross: score before anything is done about it, or %ACCORD_UNKNOWN
 * @net: score with what is being done, or %ACCORD_UNKNOWN
 * @target: score that would be acceptable, or %ACCORD_UNKNOWN
 * @previous: the net score when it was last looked at, or %ACCORD_UNKNOWN
 * @closed: whether it is closed
 * @direction: which way the net score went
 * @scored: whether any of the four scores is known
 * @above_target: whether the net score is known to be above the target
 *
 * How a risk stands.
 */
typedef struct
{
  gint64 risk;
  char *name;
  char *owner;
  gint64 gross;
  gint64 net;
  gint64 target;
  gint64 previous;
  gboolean closed;
  AccordRiskDirection direction;
  gboolean scored;
  gboolean above_target;
} AccordRiskStanding;

AccordRiskStanding *accord_risk_standing_new (AccordRecord *risk);
void accord_risk_standing_free (AccordRiskStanding *self);
GPtrArray *accord_risk_standings (AccordReader *reader, gint64 programme, GError **error);
const char *accord_risk_direction_get_words (AccordRiskDirection direction);
char *accord_risk_standing_dup_words (const AccordRiskStanding *self, gboolean with_gross);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRiskStanding, accord_risk_standing_free)

G_END_DECLS
