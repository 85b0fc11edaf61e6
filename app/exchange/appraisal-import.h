/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-json.h"
#include "appraisal-keep.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalImport:
 * @kept: what was made
 * @n_scenarios: scenarios that were made
 * @change: number of the change
 *
 * What became of an appraisal from a file.
 */
typedef struct
{
  AccordAppraisalKept kept;
  guint n_scenarios;
  gint64 change;
} AccordAppraisalImport;

gboolean accord_appraisal_import (AccordWorkspace *workspace, const AccordAppraisalJson *file,
                                  gint64 business_case, gboolean replace, AccordAppraisalImport *result,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
