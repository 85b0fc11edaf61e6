/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordStatus:
 * @icon_name: a symbolic icon whose shape alone tells this status from the others
 * @style_class: the style class that colours it (`open`, `answered`, `accepted`, `overdue`, `unknown`)
 *
 * How a word that says how things stand is shown. The word itself is always beside the shape.
 */
typedef struct
{
  const char *icon_name;
  const char *style_class;
} AccordStatus;

const AccordStatus *accord_status_find (const AccordField *field, const char *value);
int accord_status_find_field (const AccordKind *kind);

G_END_DECLS
