/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"

G_BEGIN_DECLS

GPtrArray *accord_programme_figures (const AccordProgrammeProgress *progress);

G_END_DECLS
