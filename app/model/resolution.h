/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RESOLUTION (accord_resolution_get_type ())

/**
 * AccordResolution:
 *
 * What was resolved, agreed, recommended or noted.
 */
ACCORD_DECLARE_RECORD (AccordResolution, accord_resolution, RESOLUTION)

G_END_DECLS
