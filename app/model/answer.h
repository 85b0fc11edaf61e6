/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ANSWER (accord_answer_get_type ())

/**
 * AccordAnswer:
 *
 * What a reviewer found on one question of the Five Case Model’s checklist.
 */
ACCORD_DECLARE_RECORD (AccordAnswer, accord_answer, ANSWER)

G_END_DECLS
