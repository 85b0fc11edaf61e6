/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "output.h"
#include "programme-progress.h"

G_BEGIN_DECLS

void accord_programme_text_all (AccordOutput *output, GPtrArray *programmes);
void accord_programme_text_one (AccordOutput *output, const AccordProgrammeProgress *progress);

G_END_DECLS
