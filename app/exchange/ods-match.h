/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ods.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordOdsMatch:
 *
 * The organisations of a workspace by their codes, and those without a code by their names.
 */
typedef struct _AccordOdsMatch AccordOdsMatch;

AccordOdsMatch *accord_ods_match_new (AccordReader *reader, GError **error);
void accord_ods_match_free (AccordOdsMatch *self);
gint64 accord_ods_match_by_code (AccordOdsMatch *self, const char *code);
gint64 accord_ods_match_by_name (AccordOdsMatch *self, const char *name);
void accord_ods_match_add (AccordOdsMatch *self, const char *code, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOdsMatch, accord_ods_match_free)

G_END_DECLS
