/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordAppraisalKept:
 * @appraisal: identifier of the appraisal
 * @n_options: options that were made
 * @n_lines: cost and outcome lines that were made
 * @n_organisations: organisations that were made, for want of one of that name
 * @n_editions: editions that were made, for want of one with those figures
 *
 * What keeping an analysis came to.
 */
typedef struct
{
  gint64 appraisal;
  guint n_options;
  guint n_lines;
  guint n_organisations;
  guint n_editions;
} AccordAppraisalKept;

gboolean accord_appraisal_keep (AccordWriter *writer, gint64 business_case, const AccordCba *cba,
                                gboolean replace, AccordAppraisalKept *kept, GError **error);

G_END_DECLS
