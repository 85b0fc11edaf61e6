/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PAPER (accord_paper_get_type ())

/**
 * AccordPaper:
 *
 * A report or other paper that a committee page links to; the file itself is a document, where it is kept.
 */
ACCORD_DECLARE_RECORD (AccordPaper, accord_paper, PAPER)

G_END_DECLS
