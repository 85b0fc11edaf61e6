/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/result.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/**
 * AccordBcrBar:
 * @name: of the case
 * @bcr: what it comes to
 * @words: (nullable): in place of a BCR, such as that the case has no appraisal; %NULL for why @bcr is not
 * defined
 * @chosen: whether it is one of those that are chosen
 * @kind: (nullable): the kind of the record that it opens; not copied
 * @id: that record
 *
 * A case of a portfolio.
 */
typedef struct
{
  const char *name;
  AccordCbaValue bcr;
  const char *words;
  gboolean chosen;
  const char *kind;
  gint64 id;
} AccordBcrBar;

AccordChart *accord_bcr_chart_new (const AccordBcrBar *bars, guint n_bars);

G_END_DECLS
