/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_QUESTION (accord_question_get_type ())

/**
 * AccordQuestion:
 *
 * A question that a member or the public asked, and its answer.
 */
ACCORD_DECLARE_RECORD (AccordQuestion, accord_question, QUESTION)

G_END_DECLS
