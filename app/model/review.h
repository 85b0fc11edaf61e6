/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW (accord_review_get_type ())

/**
 * AccordReview:
 *
 * A partner’s reading of one version of a business case: when they were asked, by when, and what they
 * concluded.
 */
ACCORD_DECLARE_RECORD (AccordReview, accord_review, REVIEW)

G_END_DECLS
