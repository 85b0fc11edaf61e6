/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DECLARATION (accord_declaration_get_type ())

/**
 * AccordDeclaration:
 *
 * An interest that somebody declared at a meeting.
 */
ACCORD_DECLARE_RECORD (AccordDeclaration, accord_declaration, DECLARATION)

G_END_DECLS
