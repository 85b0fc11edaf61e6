/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordEndorsers:
 *
 * Under whose name what is said of a case counts. A partner who is asked for reviews answers once a round, by
 * whatever committee: of these answers the latest counts, so that they have to stand under one name.
 */
typedef struct _AccordEndorsers AccordEndorsers;

AccordEndorsers *accord_endorsers_new (AccordReader *reader, GPtrArray *endorsements, GPtrArray *reviews,
                                       GError **error);
void accord_endorsers_free (AccordEndorsers *self);
/* The body, or %ACCORD_UNKNOWN with the name of whoever is no body on record. */
gint64 accord_endorsers_find (const AccordEndorsers *self, AccordRecord *record, gint64 business_case,
                              const char **name);
const char *accord_endorsers_get_organisation (const AccordEndorsers *self, AccordRecord *endorsement);
/* Whether the same partner was asked again about the same case. */
gboolean accord_endorsers_is_asked_again (const AccordEndorsers *self, AccordRecord *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEndorsers, accord_endorsers_free)

G_END_DECLS
