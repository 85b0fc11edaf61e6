/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WORKSTREAM (accord_workstream_get_type ())

/**
 * AccordWorkstream:
 *
 * A workstream, priority area, neighbourhood or enabler of a programme.
 */
ACCORD_DECLARE_RECORD (AccordWorkstream, accord_workstream, WORKSTREAM)

G_END_DECLS
