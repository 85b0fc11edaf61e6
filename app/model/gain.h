/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_GAIN (accord_gain_get_type ())

/**
 * AccordGain:
 *
 * How much of an outcome an organisation gains.
 */
ACCORD_DECLARE_RECORD (AccordGain, accord_gain, GAIN)

G_END_DECLS
