/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "homecoming-voice.h"
#include "homecoming.h"

G_BEGIN_DECLS

/* What people call a record of a pack. */
char *accord_homecoming_dup_title (AccordVoice *voice, const AccordDossierRecord *record);
/* Fills in the remarks. */
void accord_homecoming_remark (AccordReader *reader, AccordHomecoming *self,
                               const AccordPackManifest *manifest);

G_END_DECLS
