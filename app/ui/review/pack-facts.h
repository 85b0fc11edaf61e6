/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"
#include "trust.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPackFacts:
 * @trust: what is known here of the key that signed
 * @sentence: the same in words
 * @known: (nullable): the key that is trusted for who it says it is from
 * @organisation: who that is here, or 0
 * @business_case: the case here, or 0
 * @own: whether it was made in this workspace, so that it is no news
 * @readings: (element-type utf8): for each that it is for, the path of the reading file that there is
 *   already, or %NULL
 *
 * What there is to know of a pack where it was opened.
 */
typedef struct
{
  AccordTrust trust;
  char *sentence;
  AccordPublicKey *known;
  gint64 organisation;
  gint64 business_case;
  gboolean own;
  GPtrArray *readings;
} AccordPackFacts;

AccordPackFacts *accord_pack_facts_read (AccordPack *pack, AccordWorkspace *workspace, AccordSchema *schema,
                                         AccordPublicKey *own, GCancellable *cancellable, GError **error);
void accord_pack_facts_free (AccordPackFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackFacts, accord_pack_facts_free)

G_END_DECLS
