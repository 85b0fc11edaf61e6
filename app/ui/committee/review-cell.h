/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/take-cell.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_CELL (accord_review_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewCell, accord_review_cell, ACCORD, REVIEW_CELL, AccordTakeCell)

G_END_DECLS
