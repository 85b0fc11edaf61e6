/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/take-cell.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_CELL (accord_home_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeCell, accord_home_cell, ACCORD, HOME_CELL, AccordTakeCell)

G_END_DECLS
