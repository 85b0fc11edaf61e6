/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/* Small questions about records that sending, answering and coming home ask alike. */

const AccordKind *accord_review_kind (AccordReader *reader, const char *name);
AccordRecord *accord_review_get (AccordReader *reader, const char *kind, gint64 id, GError **error);
/* The living records of a kind whose @field holds @id. */
GPtrArray *accord_review_list (AccordReader *reader, const char *kind_name, const char *field, gint64 id,
                               GError **error);
/* The organisation whose board a body is; 0 where it is nobody's. */
gint64 accord_review_get_organisation_of_body (AccordReader *reader, gint64 body);
/* Whether an endorsement that is still to come is awaited of this organisation, or of what @who names. */
gboolean accord_review_is_awaited (AccordReader *reader, AccordRecord *endorsement, gint64 organisation,
                                   const char *who);

/* Makes the caveats of a review those of its comments: a comment that is a caveat has a caveat raised by the
 * partner. */
gboolean accord_review_settle_caveats (AccordWriter *writer, gint64 review, const char *today,
                                       GError **error);
/* Deletes the open caveats that came of comments which are deleted. */
gboolean accord_review_drop_caveats (AccordWriter *writer, gint64 review, GError **error);

G_END_DECLS
