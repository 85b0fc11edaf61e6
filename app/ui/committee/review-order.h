/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

GPtrArray *accord_review_order (AccordCommitteePlan *plan);

G_END_DECLS
