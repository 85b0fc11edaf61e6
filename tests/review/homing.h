/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "travel.h"

G_BEGIN_DECLS

/* What an answer would bring of a kind, where it says something of a field. Returns: (nullable) */
const AccordHomeItem *homing_find_item (const AccordHomecoming *home, const char *kind, const char *field);
/* An answer is not even planned, with the code, and nothing has changed. */
void homing_assert_refused (AccordWorkspace *workspace, AccordPack *pack, int code);
void homing_assert_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field,
                         const char *text);
/* The first partner reads, comments, raises a caveat and decides. */
AccordPack *homing_answer_one (Travel *self, AccordPack *request);

G_END_DECLS
