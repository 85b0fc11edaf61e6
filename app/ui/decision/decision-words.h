/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice.h"
#include "status.h"

G_BEGIN_DECLS

GPtrArray *accord_decision_figures (AccordRecord *decision, const char *today);
char *accord_decision_dup_by (AccordRecord *decision, const char *body);
const AccordStatus *accord_decision_call_in_status (AccordCallInState state);
const AccordStatus *accord_decision_notice_status (AccordNoticeState state);

G_END_DECLS
