/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/* What a reviewer says of the answer to a caveat: that it is enough, or that the caveat is open again. */

/* Whether the organisation for which @review is written raised @caveat. */
gboolean accord_caveat_is_of_reviewer (AccordReader *reader, AccordRecord *review, AccordRecord *caveat);
/* Keeps it, where it is theirs to say. */
gboolean accord_caveat_verdict_write (AccordWriter *writer, AccordRecord *review, AccordRecord *caveat,
                                      const char *state, const char *today, GError **error);

G_END_DECLS
