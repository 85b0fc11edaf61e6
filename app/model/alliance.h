/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alliance-facts.h"

G_BEGIN_DECLS

/**
 * AccordAllianceState:
 * @ACCORD_ALLIANCE_EXISTS: the organisation was there, or nothing says that it was not
 * @ACCORD_ALLIANCE_NOT_YET: it had not begun
 * @ACCORD_ALLIANCE_ENDED: it was no more
 *
 * How an organisation stood on a day.
 */
typedef enum
{
  ACCORD_ALLIANCE_EXISTS,
  ACCORD_ALLIANCE_NOT_YET,
  ACCORD_ALLIANCE_ENDED,
} AccordAllianceState;

/**
 * AccordAllianceLineType:
 * @ACCORD_ALLIANCE_ACCOUNTABLE: a board is accountable to another
 * @ACCORD_ALLIANCE_SCRUTINISED: a board is scrutinised by another
 * @ACCORD_ALLIANCE_COMMISSIONS: an alliance that commissions, and one that provides, share a partner
 * @ACCORD_ALLIANCE_TRANSFER: a service moves from one organisation to another
 * @ACCORD_ALLIANCE_JOINT: two organisations share posts
 *
 * What joins two of those in a system.
 */
typedef enum
{
  ACCORD_ALLIANCE_ACCOUNTABLE,
  ACCORD_ALLIANCE_SCRUTINISED,
  ACCORD_ALLIANCE_COMMISSIONS,
  ACCORD_ALLIANCE_TRANSFER,
  ACCORD_ALLIANCE_JOINT,
} AccordAllianceLineType;

/**
 * AccordAllianceLine:
 * @type: what joins them
 * @from: a board or an organisation, by @type
 * @to: another
 * @records: (element-type AccordRecord): the transfer, the joint posts, or the partners that are shared
 *
 * A line between two of those in a system. The records belong to the facts.
 */
typedef struct
{
  AccordAllianceLineType type;
  AccordRecord *from;
  AccordRecord *to;
  GPtrArray *records;
} AccordAllianceLine;

/**
 * AccordAlliance:
 * @facts: what it was made from
 * @day: the day
 * @state: whether the organisation was there
 * @members: (element-type AccordRecord): the memberships in it that counted
 * @partner_in: (element-type AccordRecord): its own memberships of alliances that counted
 * @alliances: (element-type AccordRecord): the other alliances of the system that were there
 * @bodies: (element-type AccordRecord): boards and committees of the system that were there
 * @posts: (element-type AccordRecord): the posts of the organisation and its boards
 * @joint: (element-type AccordRecord): joint posts of others in the system
 * @lines: (element-type AccordAllianceLine): what joins them
 * @n_undated: how many of @members have no first day on record
 *
 * An organisation or alliance as it was on one day. The records belong to the facts.
 */
typedef struct
{
  AccordAllianceFacts *facts;
  char *day;
  AccordAllianceState state;
  GPtrArray *members;
  GPtrArray *partner_in;
  GPtrArray *alliances;
  GPtrArray *bodies;
  GPtrArray *posts;
  GPtrArray *joint;
  GPtrArray *lines;
  guint n_undated;
} AccordAlliance;

AccordAlliance *accord_alliance_read (AccordReader *reader, gint64 organisation, const char *day,
                                      GError **error);
AccordAlliance *accord_alliance_on (AccordAllianceFacts *facts, const char *day);
void accord_alliance_free (AccordAlliance *self);

GPtrArray *accord_alliance_members_of (AccordAlliance *self, gint64 alliance);
gboolean accord_alliance_is_on_both_sides (AccordAlliance *self, gint64 organisation);
gboolean accord_alliance_has_dates (AccordAllianceFacts *facts);

char *accord_alliance_dup_headline (AccordAlliance *self);
char *accord_alliance_dup_rule (AccordAlliance *self);
char *accord_alliance_dup_summary (AccordAlliance *self);
char *accord_alliance_line_dup_sentence (const AccordAllianceLine *line);
char *accord_alliance_line_dup_words (const AccordAllianceLine *line);
char *accord_alliance_dup_short_name (AccordRecord *organisation);
char *accord_alliance_dup_body_name (AccordRecord *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAlliance, accord_alliance_free)

G_END_DECLS
