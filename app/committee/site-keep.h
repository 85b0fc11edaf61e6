/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetched.h"
#include "site-known.h"
#include "site-work.h"

G_BEGIN_DECLS

/*
 * AccordSiteOutcome: what became of a meeting that was fetched.
 */
typedef enum
{
  ACCORD_SITE_ADDED,
  ACCORD_SITE_UPDATED,
  ACCORD_SITE_UNCHANGED,
} AccordSiteOutcome;

char *accord_site_meeting_dup_title (const AccordSiteFollowed *committee, const AccordSiteMeeting *meeting);
gboolean accord_site_is_as_kept (const AccordSiteKept *kept, GBytes *bytes);
gboolean accord_site_keep (AccordSiteWork *work, const AccordSiteCouncil *council,
                           const AccordSiteFollowed *committee, const AccordSiteMeeting *meeting,
                           const AccordFetched *fetched, GCancellable *cancellable,
                           AccordSiteOutcome *outcome, GError **error);
gboolean accord_site_note_refresh (AccordSiteWork *work, const AccordSiteCouncil *council,
                                   GHashTable *unchanged, const char *read, GError **error);

G_END_DECLS
