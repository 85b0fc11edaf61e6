/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ENDORSEMENT (accord_endorsement_get_type ())

/**
 * AccordEndorsement:
 *
 * What a partner, board or committee made of a case or an option.
 */
ACCORD_DECLARE_RECORD (AccordEndorsement, accord_endorsement, ENDORSEMENT)

G_END_DECLS
