/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ORGANISATION (accord_organisation_get_type ())

/**
 * AccordOrganisation:
 *
 * A council, an NHS body, a company, a charity, or an alliance of them such as a One Commissioning
 * Organisation or a Local Care Organisation.
 */
ACCORD_DECLARE_RECORD (AccordOrganisation, accord_organisation, ORGANISATION)

G_END_DECLS
