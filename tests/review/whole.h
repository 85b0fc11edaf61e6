/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "travel.h"

G_BEGIN_DECLS

/* All that a workspace holds, every row of every table with its journal: the same as long as nothing whatever
 * was written. */
char *whole_dup_digest (AccordWorkspace *workspace);
/* What people see of it: the records that are not deleted, but for when they were last touched. What was
 * undone is as it was. */
char *whole_dup_living (AccordWorkspace *workspace);
/* Nothing else is in a folder than these; it may be missing where there are none. */
void whole_assert_folder (const char *folder, const char *const *names);

G_END_DECLS
