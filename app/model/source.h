/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SOURCE (accord_source_get_type ())

/**
 * AccordSource:
 *
 * A document that facts were taken from.
 */
ACCORD_DECLARE_RECORD (AccordSource, accord_source, SOURCE)

G_END_DECLS
