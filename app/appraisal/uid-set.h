/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordUidSet:
 *
 * Names that were met. It is made for how many there will be at most, and looks at every byte of a name once.
 */
typedef struct _AccordUidSet AccordUidSet;

AccordUidSet *accord_uid_set_new (gsize most);
void accord_uid_set_free (AccordUidSet *self);
gboolean accord_uid_set_add (AccordUidSet *self, const char *uid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordUidSet, accord_uid_set_free)

G_END_DECLS
