/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordSendParty:
 * @id: an organisation
 * @name: what it is called
 * @has_key: whether a key is trusted for it
 * @words: (nullable): the words of that key
 *
 * Somebody who may be asked for a review.
 */
typedef struct
{
  gint64 id;
  char *name;
  gboolean has_key;
  char *words;
} AccordSendParty;

/**
 * AccordSendFacts:
 * @name: what the case is called
 * @from: the organisation whose case it is, or %ACCORD_UNKNOWN
 * @from_name: (nullable): what it is called
 * @parties: (element-type AccordSendParty): who is likely to be asked: those that were asked before, and
 * those whose boards have still to say what they think
 * @documents: (element-type AccordRecord): the documents of the case
 * @warning: (nullable): what to say first of caveats that are not settled
 *
 * What sending a case begins with.
 */
typedef struct
{
  char *name;
  gint64 from;
  char *from_name;
  GPtrArray *parties;
  GPtrArray *documents;
  char *warning;
} AccordSendFacts;

AccordSendFacts *accord_send_facts_read (AccordReader *reader, gint64 business_case, GError **error);
void accord_send_facts_free (AccordSendFacts *self);
AccordSendParty *accord_send_party_read (AccordReader *reader, gint64 organisation, GError **error);
void accord_send_party_free (AccordSendParty *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSendFacts, accord_send_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSendParty, accord_send_party_free)

G_END_DECLS
