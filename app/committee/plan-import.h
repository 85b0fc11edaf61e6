/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

/**
 * AccordNextPageFunc:
 * @options: (out caller-allocates): what a person said of the page besides
 * @data: the data given to accord_committee_import()
 *
 * Hands over one page after another, on the writing thread.
 *
 * Returns: (transfer full) (nullable): the next page, or %NULL after the last
 */
typedef AccordCommitteePage *(*AccordNextPageFunc) (AccordPlanOptions *options, gpointer data);

/**
 * AccordPageToldFunc:
 * @plan: what became of the page that was handed over last
 * @result: (nullable): what was done, or %NULL where the page was refused
 * @problem: (nullable): why it was refused
 * @data: the data given to accord_committee_import()
 *
 * Is told what was done with each page, on the writing thread.
 */
typedef void (*AccordPageToldFunc) (AccordCommitteePlan *plan, const AccordPlanResult *result,
                                    const GError *problem, gpointer data);

/**
 * AccordPagesImport:
 * @expected: how many pages there will probably be
 * @dry_run: whether to say only what would be done
 * @others_too: whether pages that are none of the known kinds are kept as documents
 * @next: hands over the pages
 * @told: (nullable): is told of each
 * @data: data for both
 *
 * What is to be brought in.
 */
typedef struct
{
  guint expected;
  gboolean dry_run;
  gboolean others_too;
  AccordNextPageFunc next;
  AccordPageToldFunc told;
  gpointer data;
} AccordPagesImport;

gboolean accord_committee_import (AccordWorkspace *workspace, const AccordPagesImport *import, gint64 *change,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
