/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/page-kind.h"

G_BEGIN_DECLS

extern const AccordPageKind accord_comment_page_kind;

G_END_DECLS
