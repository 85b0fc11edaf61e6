/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

/**
 * AccordCaseVersion:
 * @change: the change after which the case was so
 * @at: when that was recorded, ISO 8601 in UTC
 * @who: who recorded it
 * @name: what the version is called: "Endorsed subject to caveats by Cabinet, 12 Jul 2017"
 * @record: the case as it was
 * @changed: (element-type guint): indices of the fields in which it differs from the version before
 *
 * A point in the life of a business case that people speak of.
 */
typedef struct
{
  gint64 change;
  char *at;
  char *who;
  char *name;
  AccordRecord *record;
  GArray *changed;
} AccordCaseVersion;

GPtrArray *accord_case_versions_read (AccordReader *reader, gint64 id, GError **error);
void accord_case_version_free (AccordCaseVersion *self);

G_END_DECLS
