/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

G_BEGIN_DECLS

#define ACCORD_CATEGORY_SERVICE "service"
#define ACCORD_CATEGORY_ENABLING "enabling"
#define ACCORD_CATEGORY_STRUCTURE "organisational-structure"

extern const AccordChoice accord_category_choices[];

guint accord_category_get_position (const char *category);
const char *accord_category_get_label (const char *category);

G_END_DECLS
