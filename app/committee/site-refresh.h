/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetcher.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordRefreshOptions:
 * @from: (nullable): the first day whose meetings are asked for, ISO; %NULL for a year ago
 * @until: (nullable): the last, ISO; %NULL for half a year from now
 * @all: whether all committees of the site are, or only those that a body of the council has the number of
 * @committees: (nullable) (element-type AccordSiteCommittee): the committees that are, as the site lists
 * them, instead of either
 *
 * What a refresh asks a council's site for.
 */
typedef struct
{
  const char *from;
  const char *until;
  gboolean all;
  GPtrArray *committees;
} AccordRefreshOptions;

/**
 * AccordRefreshFailure:
 * @what: what could not be fetched or kept: a committee's name, a meeting's with its day
 * @address: where it was asked for
 * @reason: why, in a sentence
 *
 * Something that a refresh went on without.
 */
typedef struct
{
  char *what;
  char *address;
  char *reason;
} AccordRefreshFailure;

/**
 * AccordRefreshResult:
 * @organisation: what the council is called
 * @from: the first day asked for, ISO
 * @until: the last
 * @committees: of how many committees the meetings were listed
 * @listed: how many meetings were
 * @added: meetings that are new
 * @updated: meetings of which something was new
 * @unchanged: meetings that were fetched again and are as they were
 * @skipped: meetings that needed no fetching
 * @failures: (element-type AccordRefreshFailure): what could not be had
 * @complete: whether everything was asked for that was to be
 * @stopped: why it ended early, or %NULL
 *
 * What a refresh did. What was kept before it ended early stays kept.
 */
typedef struct
{
  char *organisation;
  char *from;
  char *until;
  guint committees;
  guint listed;
  guint added;
  guint updated;
  guint unchanged;
  guint skipped;
  GPtrArray *failures;
  gboolean complete;
  GError *stopped;
} AccordRefreshResult;

void accord_refresh_result_free (AccordRefreshResult *self);

AccordRefreshResult *accord_committee_refresh (AccordWorkspace *workspace, AccordFetcher *fetcher,
                                               gint64 organisation, const AccordRefreshOptions *options,
                                               AccordProgressFunc progress, gpointer progress_data,
                                               GCancellable *cancellable, GError **error);
void accord_committee_refresh_async (AccordWorkspace *workspace, AccordFetcher *fetcher, gint64 organisation,
                                     const AccordRefreshOptions *options, AccordProgressFunc progress,
                                     gpointer progress_data, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
AccordRefreshResult *accord_committee_refresh_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRefreshResult, accord_refresh_result_free)

G_END_DECLS
