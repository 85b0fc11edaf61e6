/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/page-kind.h"

G_BEGIN_DECLS

extern const AccordPageKind accord_programme_page_kind;
extern const AccordPageKind accord_workstream_page_kind;
extern const AccordPageKind accord_risk_page_kind;
extern const AccordPageKind accord_benefit_page_kind;

G_END_DECLS
