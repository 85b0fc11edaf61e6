/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alliance.h"

G_BEGIN_DECLS

/* What the tables on the page of an organisation say, as entries of a small table. */

GPtrArray *accord_organisation_entries_partners (AccordAlliance *now);
GPtrArray *accord_organisation_entries_alliances (AccordAlliance *now);
GPtrArray *accord_organisation_entries_posts (AccordAlliance *now);
GPtrArray *accord_organisation_entries_boards (AccordAlliance *now);
GPtrArray *accord_organisation_entries_transfers (AccordAllianceFacts *facts);
GPtrArray *accord_organisation_entries_figures (AccordAlliance *now);
GPtrArray *accord_organisation_entries_parts (AccordAllianceFacts *facts);

G_END_DECLS
