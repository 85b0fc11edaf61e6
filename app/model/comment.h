/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COMMENT (accord_comment_get_type ())

/**
 * AccordComment:
 *
 * What a reviewer said of a place in a business case: a section, a figure of the appraisal, or words in a
 * document; or a reply to that.
 */
ACCORD_DECLARE_RECORD (AccordComment, accord_comment, COMMENT)

G_END_DECLS
