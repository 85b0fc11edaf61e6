/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-parts.h"

G_BEGIN_DECLS

/**
 * AccordSiteCommittee:
 * @code: its number on the council's site
 * @name: what it is called
 * @category: the heading it stands under there, or %NULL
 * @deleted: whether the site says that it was deleted
 * @expired: whether the site says that it no longer meets
 * @span: where it stands in the text of a page
 *
 * A committee as a council's site lists it.
 */
typedef struct
{
  char *code;
  char *name;
  char *category;
  gboolean deleted;
  gboolean expired;
  AccordSpan span;
} AccordSiteCommittee;

/**
 * AccordSiteMeeting:
 * @code: its number on the council's site
 * @committee_code: the number of its committee there, or %NULL where the list does not say
 * @body: what the committee is called, or %NULL
 * @date: ISO date, or %NULL where the list gives none
 * @time: "HH:MM", or %NULL
 * @status: "provisional", "confirmed", "moved", "cancelled", or %NULL
 * @venue: or %NULL
 * @span: where it stands in the text of a page
 *
 * A meeting as a council's site lists it.
 */
typedef struct
{
  char *code;
  char *committee_code;
  char *body;
  char *date;
  char *time;
  const char *status;
  char *venue;
  AccordSpan span;
} AccordSiteMeeting;

void accord_site_committee_free (AccordSiteCommittee *self);
void accord_site_meeting_free (AccordSiteMeeting *self);

GPtrArray *accord_xml_reader_read_committees (GBytes *raw, GError **error);
GPtrArray *accord_xml_reader_read_meetings (GBytes *raw, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSiteCommittee, accord_site_committee_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSiteMeeting, accord_site_meeting_free)

G_END_DECLS
