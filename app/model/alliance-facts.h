/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordAllianceSide:
 * @ACCORD_ALLIANCE_SIDE_OTHER: neither, or not known
 * @ACCORD_ALLIANCE_SIDE_OVERSEES: it oversees
 * @ACCORD_ALLIANCE_SIDE_COMMISSIONS: it plans and buys
 * @ACCORD_ALLIANCE_SIDE_PROVIDES: it delivers
 *
 * Where an organisation stands.
 */
typedef enum
{
  ACCORD_ALLIANCE_SIDE_OTHER,
  ACCORD_ALLIANCE_SIDE_OVERSEES,
  ACCORD_ALLIANCE_SIDE_COMMISSIONS,
  ACCORD_ALLIANCE_SIDE_PROVIDES,
} AccordAllianceSide;

/**
 * AccordAllianceStep:
 * @organisation: what came before or after
 * @from: what it came after, or %NULL for the organisation in view and what was before it
 * @to: what it was succeeded by, or %NULL for the organisation in view and what comes after it
 * @step: how far from the organisation in view: below nought before it, above nought after it
 *
 * One body in a line of succession.
 */
typedef struct
{
  AccordRecord *organisation;
  AccordRecord *from;
  AccordRecord *to;
  int step;
} AccordAllianceStep;

/**
 * AccordAllianceFacts:
 * @organisation: the organisation or alliance in view
 * @organisations: (element-type gint64 AccordRecord): all that the rest speaks of, by identifier
 * @memberships: (element-type AccordRecord): of the alliances of the system, at any time, in the order in
 * which they were recorded
 * @bodies: (element-type AccordRecord): boards and committees of the system, and those that they answer to
 * @posts: (element-type AccordRecord): its posts, and the joint posts of those in the system
 * @transfers: (element-type AccordRecord): transfers from or to it, overseen by it, or between two of its
 * partners
 * @alliances: (element-type AccordRecord): the alliances of the system, without the one in view
 * @succession: (element-type AccordAllianceStep): what was before and what came after, the oldest first,
 * without the organisation in view
 * @parents: (element-type AccordRecord): what it is part of, the nearest first
 * @parts: (element-type AccordRecord): what is part of it
 *
 * All that is on record around one organisation or alliance, of whatever time; accord_alliance_on() says how
 * it stood on one day. Immutable and reference-counted; may be passed between threads.
 *
 * The system of an alliance are, beside it, the alliances that it is a partner in and those on the other side
 * (who commissions, who provides) with which it shares a partner. The system of an organisation that is no
 * alliance are the alliances that it is a partner in.
 */
typedef struct
{
  AccordRecord *organisation;
  GHashTable *organisations;
  GPtrArray *memberships;
  GPtrArray *bodies;
  GPtrArray *posts;
  GPtrArray *transfers;
  GPtrArray *alliances;
  GPtrArray *succession;
  GPtrArray *parents;
  GPtrArray *parts;
} AccordAllianceFacts;

/**
 * AccordAllianceSpan:
 * @from: the first day, or %NULL for always
 * @until: the first day on which it is no more, or %NULL for ever
 * @from_known: whether @from is on record for this very record, and not taken from what it belongs to
 *
 * When something was. ISO dates, owned by the facts.
 */
typedef struct
{
  const char *from;
  const char *until;
  gboolean from_known;
} AccordAllianceSpan;

/**
 * AccordAllianceDay:
 * @day: an ISO date
 * @words: what changed on it
 *
 * A day on which something changed.
 */
typedef struct
{
  char *day;
  char *words;
} AccordAllianceDay;

AccordAllianceFacts *accord_alliance_facts_read (AccordReader *reader, gint64 organisation, GError **error);
AccordAllianceFacts *accord_alliance_facts_ref (AccordAllianceFacts *self);
void accord_alliance_facts_unref (AccordAllianceFacts *self);

AccordRecord *accord_alliance_facts_find (AccordAllianceFacts *self, gint64 organisation);
gboolean accord_alliance_facts_is_alliance (AccordAllianceFacts *self);
void accord_alliance_facts_get_span (AccordAllianceFacts *self, AccordRecord *record,
                                     AccordAllianceSpan *span);
gboolean accord_alliance_span_has (const AccordAllianceSpan *self, const char *day);
GPtrArray *accord_alliance_facts_days (AccordAllianceFacts *self);

AccordAllianceSide accord_alliance_side_of (AccordRecord *organisation);
gboolean accord_record_refers_to (AccordRecord *record, const char *field, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAllianceFacts, accord_alliance_facts_unref)

G_END_DECLS
