/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

GPtrArray *accord_case_figures (AccordRecord *record, const AccordCaseFile *file, const char *today);

G_END_DECLS
