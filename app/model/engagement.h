/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ENGAGEMENT (accord_engagement_get_type ())

/**
 * AccordEngagement:
 *
 * A listening event, a consultation, or another way in which people were heard.
 */
ACCORD_DECLARE_RECORD (AccordEngagement, accord_engagement, ENGAGEMENT)

G_END_DECLS
