/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"

G_BEGIN_DECLS

GPtrArray *accord_programme_figures (const AccordProgrammeProgress *progress);

GPtrArray *accord_workstream_figures (const AccordWorkstreamProgress *progress, const char *today);
GPtrArray *accord_benefit_figures (const AccordBenefitStanding *benefit);

G_END_DECLS
