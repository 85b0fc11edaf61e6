/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"

G_BEGIN_DECLS

GPtrArray *accord_programme_lanes (const AccordProgrammeProgress *progress);
GPtrArray *accord_workstream_lanes (const AccordWorkstreamProgress *progress, const char *today);

G_END_DECLS
