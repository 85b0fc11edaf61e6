/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

#define BENCH_CASE_YEARS 60
#define BENCH_CASE_LINES 30
#define BENCH_CASE_ORGANISATIONS 4
#define BENCH_CASE_OPTIONS 4

AccordCba *bench_case_new (void);

G_END_DECLS
