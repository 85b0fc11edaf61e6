/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_AGE_ARMOR_BEGIN "-----BEGIN AGE ENCRYPTED FILE-----"
#define ACCORD_AGE_ARMOR_END "-----END AGE ENCRYPTED FILE-----"
#define ACCORD_AGE_ARMOR_COLUMNS 64
#define ACCORD_AGE_ARMOR_BYTES 48

#define ACCORD_TYPE_AGE_ARMOR (accord_age_armor_get_type ())

/**
 * AccordAgeArmor:
 *
 * A stream of what an age file in ASCII armour holds. It takes the armour off line by line and insists on
 * the one right way to write it.
 */
G_DECLARE_FINAL_TYPE (AccordAgeArmor, accord_age_armor, ACCORD, AGE_ARMOR, GInputStream)

GInputStream *accord_age_armor_new (GBufferedInputStream *base);

G_END_DECLS
