/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"
#include "site-list.h"

G_BEGIN_DECLS

/*
 * AccordSiteFollowed: a committee whose meetings are to be fetched.
 *
 * @body: the body of the workspace that it is, or %ACCORD_UNKNOWN
 */
typedef struct
{
  char *code;
  char *name;
  gint64 body;
} AccordSiteFollowed;

/*
 * AccordSiteCouncil: a council as a refresh begins.
 *
 * @read: when its site was last read to the end, or %NULL
 * @followed: (element-type AccordSiteFollowed): its bodies that have a number on its site
 */
typedef struct
{
  gint64 id;
  char *name;
  char *root;
  char *read;
  GPtrArray *followed;
} AccordSiteCouncil;

/*
 * AccordSiteKept: a meeting that was fetched before, as it was then.
 *
 * @source: its source document
 * @digest: of the data as they came
 */
typedef struct
{
  gint64 source;
  char *fetched_at;
  char *digest;
  char *date;
  char *time;
  char *status;
} AccordSiteKept;

AccordSiteCouncil *accord_site_council_load (AccordReader *reader, gint64 organisation, GError **error);
void accord_site_council_free (AccordSiteCouncil *self);
AccordSiteFollowed *accord_site_followed_new (const char *code, const char *name, gint64 body);
void accord_site_followed_free (AccordSiteFollowed *self);
gint64 accord_site_council_find_body (const AccordSiteCouncil *self, const char *code);

GHashTable *accord_site_kept_load (AccordReader *reader, const char *root, GError **error);
gboolean accord_site_kept_is_enough (const AccordSiteKept *self, const AccordSiteMeeting *listed,
                                     const char *read, const char *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSiteCouncil, accord_site_council_free)

G_END_DECLS
