/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EDITION (accord_edition_get_type ())

/**
 * AccordEdition:
 *
 * A published table that appraisals stand on: discount rates, price indices, optimism bias, grades or unit
 * costs, of one edition. It is data: a case keeps the editions it used.
 */
ACCORD_DECLARE_RECORD (AccordEdition, accord_edition, EDITION)

G_END_DECLS
