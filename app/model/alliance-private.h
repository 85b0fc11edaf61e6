/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alliance-facts.h"

G_BEGIN_DECLS

/* Which of all that is on record belongs to the system of the organisation in view. */

void accord_alliance_facts_choose_memberships (AccordAllianceFacts *self, GPtrArray *all);
void accord_alliance_facts_choose_bodies (AccordAllianceFacts *self, GPtrArray *all);
void accord_alliance_facts_choose_posts (AccordAllianceFacts *self, GPtrArray *all);
void accord_alliance_facts_choose_transfers (AccordAllianceFacts *self, GPtrArray *all);

G_END_DECLS
