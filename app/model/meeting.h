/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MEETING (accord_meeting_get_type ())

/**
 * AccordMeeting:
 *
 * A meeting of a board or committee.
 */
ACCORD_DECLARE_RECORD (AccordMeeting, accord_meeting, MEETING)

G_END_DECLS
