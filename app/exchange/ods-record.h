/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ods.h"
#include "record.h"

G_BEGIN_DECLS

gboolean accord_ods_record_fill (AccordRecord *record, const AccordOdsEntry *entry, gboolean ours,
                                 GPtrArray *kept);

G_END_DECLS
