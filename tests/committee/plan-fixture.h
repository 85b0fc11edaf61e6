/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../model/fixture.h"
#include "plan.h"

/* What the tests of plans do over and over: make one, keep it, count what is there. */

AccordCommitteePlan *plan_make (Fixture *fixture, AccordCommitteePage *page);
AccordCommitteePlan *plan_make_with (Fixture *fixture, AccordCommitteePage *page, gint64 body);
AccordPlanResult plan_keep (Fixture *fixture, AccordCommitteePlan *plan);
AccordPlanResult plan_import (Fixture *fixture, AccordCommitteePage *page);
void plan_refused (Fixture *fixture, AccordCommitteePlan *plan, GQuark domain, int code);

gint64 plan_count (Fixture *fixture, const char *kind);
gint64 plan_count_doing (AccordCommitteePlan *plan, const char *kind, AccordPlanDoing doing);
gboolean plan_row_is_new (AccordCommitteePlan *plan, guint row);
AccordRecord *plan_only (Fixture *fixture, const char *kind);
AccordPlanRow *plan_row (AccordCommitteePlan *plan, const char *kind, guint index);
void plan_assert_passages (Fixture *fixture);
