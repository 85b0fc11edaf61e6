/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "committee/review-model.h"

G_BEGIN_DECLS

void accord_review_carry (AccordReviewModel *from, AccordReviewModel *to);

G_END_DECLS
