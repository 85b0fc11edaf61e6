/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "endorsers.h"

G_BEGIN_DECLS

void accord_case_standing_settle (AccordCaseFile *self, const AccordEndorsers *names);

G_END_DECLS
