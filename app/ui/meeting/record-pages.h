/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/page-kind.h"

G_BEGIN_DECLS

extern const AccordPageKind accord_item_page_kind;
extern const AccordPageKind accord_resolution_page_kind;
extern const AccordPageKind accord_source_page_kind;

extern const AccordPageKind accord_action_page_kind;
extern const AccordPageKind accord_question_page_kind;
extern const AccordPageKind accord_caveat_page_kind;

extern const AccordPageKind accord_passage_page_kinds[];

G_END_DECLS
