/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "names-index.h"
#include "page.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordKnownBody:
 * @id: the body
 * @name: its name, as accord_plan_key() has it
 * @organisation: whose it is, or %ACCORD_UNKNOWN
 * @council: the organisation's name as accord_plan_key() has it, or %NULL
 * @short_council: its short name likewise, or %NULL
 * @site: the host of the council's committee pages, as far as it can be told, or %NULL
 *
 * A body that the workspace has.
 */
typedef struct
{
  gint64 id;
  char *name;
  gint64 organisation;
  char *council;
  char *short_council;
  char *site;
} AccordKnownBody;

/**
 * AccordKnownMeeting:
 * @id: the meeting
 * @body: the body that met, or %ACCORD_UNKNOWN
 * @date: ISO date, or %NULL
 * @time: "HH:MM", or %NULL
 * @code: its number on the council's site, or %NULL
 * @source: the document that it was read from, or %ACCORD_UNKNOWN
 * @whole: whether its own page was read, and not only that of something it dealt with
 *
 * A meeting that the workspace has.
 */
typedef struct
{
  gint64 id;
  gint64 body;
  char *date;
  char *time;
  char *code;
  gint64 source;
  gboolean whole;
} AccordKnownMeeting;

/**
 * AccordCommitteeKnown:
 *
 * What a workspace has that a page may be about: documents, bodies and meetings, to be found by what a page
 * says of them. Of one moment, but for what is added to it since. Use it on one thread at a time.
 */
typedef struct _AccordCommitteeKnown AccordCommitteeKnown;

AccordCommitteeKnown *accord_committee_known_new (AccordReader *reader, GError **error);
void accord_committee_known_free (AccordCommitteeKnown *self);

gint64 accord_committee_known_find_source (AccordCommitteeKnown *self, AccordReader *reader,
                                           const char *address, const char *digest);
GPtrArray *accord_committee_known_find_bodies (AccordCommitteeKnown *self, const char *name);
const AccordKnownBody *accord_committee_known_get_body (AccordCommitteeKnown *self, gint64 id);
GPtrArray *accord_committee_known_meetings_of_body (AccordCommitteeKnown *self, gint64 body,
                                                    const char *date);
GPtrArray *accord_committee_known_meetings_of_source (AccordCommitteeKnown *self, gint64 source);
GPtrArray *accord_committee_known_meetings_by_code (AccordCommitteeKnown *self, const char *code);
gint64 accord_committee_known_find_council (AccordCommitteeKnown *self, const char *council,
                                            const char *site);
const char *accord_committee_known_get_site (AccordCommitteeKnown *self, gint64 source);

const char *accord_committee_known_get_today (AccordCommitteeKnown *self);
AccordNamesIndex *accord_committee_known_get_names (AccordCommitteeKnown *self);

void accord_committee_known_note (AccordCommitteeKnown *self, AccordRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCommitteeKnown, accord_committee_known_free)

G_END_DECLS
