/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site-known.h"
#include "site-refresh.h"
#include "site-work.h"

G_BEGIN_DECLS

/*
 * AccordSiteRun: a refresh under way. The first part is for whoever starts it.
 *
 * @chosen: (nullable): the committees that are asked for, held for as long as it runs
 * @result: what it did so far, made before with the days to ask for
 */
typedef struct
{
  AccordSiteWork work;
  AccordFetcher *fetcher;
  gint64 organisation;
  gboolean all;
  GPtrArray *chosen;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  AccordRefreshResult *result;

  /*< private >*/
  AccordSiteCouncil *council;
  char *root;
  GPtrArray *committees;
  GPtrArray *lists;
  GArray *listed;
  GHashTable *kept;
  GHashTable *unchanged;
  guint refusals;
} AccordSiteRun;

AccordRefreshResult *accord_site_run (AccordSiteRun *self, GError **error);
void accord_site_run_clear (AccordSiteRun *self);

G_END_DECLS
