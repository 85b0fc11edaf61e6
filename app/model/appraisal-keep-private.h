/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-keep.h"

G_BEGIN_DECLS

/**
 * AccordKeeping:
 * @writer: the change it is part of
 * @schema: of the workspace
 * @cba: what is kept
 * @kept: what it came to so far
 * @editions: (element-type AccordRecord): the editions of the workspace
 * @organisations: (element-type gint64): the record of each organisation of @cba
 * @schedules: (element-type gint64): the record of each schedule of @cba
 *
 * An analysis on its way into the workspace.
 */
typedef struct
{
  AccordWriter *writer;
  AccordSchema *schema;
  const AccordCba *cba;
  AccordAppraisalKept *kept;
  GPtrArray *editions;
  GArray *organisations;
  GArray *schedules;
} AccordKeeping;

gboolean accord_keeping_find_editions (AccordKeeping *self, AccordRecord *appraisal, GError **error);
AccordRecord *accord_keeping_new_record (AccordKeeping *self, const char *kind);
gboolean accord_keeping_add_cost (AccordKeeping *self, const AccordCbaCost *line, gint64 option,
                                  guint position, GError **error);
gboolean accord_keeping_add_outcome (AccordKeeping *self, const AccordCbaOutcome *line, gint64 option,
                                     guint position, GError **error);

G_END_DECLS
