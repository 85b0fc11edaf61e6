/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-gather.h"

G_BEGIN_DECLS

/* Fills in the editions and organisations that were noted; @reader: (nullable): without @given. */
gboolean accord_appraisal_gather_besides (AccordReader *reader, AccordAppraisalGather *self, GError **error);

G_END_DECLS
