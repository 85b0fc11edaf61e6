/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_VERSION (accord_version_get_type ())

/**
 * AccordVersion:
 *
 * A business case as it was when it was sent, came back or was kept: frozen, to be compared with others.
 */
ACCORD_DECLARE_RECORD (AccordVersion, accord_version, VERSION)

G_END_DECLS
