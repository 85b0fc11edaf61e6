/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_POST (accord_post_get_type ())

/**
 * AccordPost:
 *
 * A job, and its holder where a document names one. Held across several organisations it is a joint post.
 */
ACCORD_DECLARE_RECORD (AccordPost, accord_post, POST)

G_END_DECLS
