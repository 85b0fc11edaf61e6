/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"

G_BEGIN_DECLS

/* The records that appraisals are made of, fetched in a number of queries that does not grow with the lines.
 */

/**
 * AccordAppraisalGather:
 * @files: (element-type AccordAppraisalFile): what is to be filled, each with its case; not owned
 * @all: whether @files are all cases there are, so that whole kinds are read
 * @given: (nullable) (element-type utf8 GPtrArray): records by kind, instead of those of a workspace; not
 * owned
 * @by_case: (element-type gint64 AccordAppraisalFile): of @files
 * @editions: (element-type gint64 AccordRecord): those that any of @files speaks of
 * @names: (element-type gint64 AccordCbaOrganisation): organisations that any of @files speaks of
 */
typedef struct
{
  GPtrArray *files;
  gboolean all;
  GHashTable *given;
  GHashTable *by_case;
  GHashTable *editions;
  GHashTable *names;
} AccordAppraisalGather;

AccordAppraisalGather *accord_appraisal_gather (AccordReader *reader, GPtrArray *files, gboolean all,
                                                GError **error);
AccordAppraisalGather *accord_appraisal_gather_given (GHashTable *given, GPtrArray *files, GError **error);
void accord_appraisal_gather_free (AccordAppraisalGather *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalGather, accord_appraisal_gather_free)

G_END_DECLS
