/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apart.h"

G_BEGIN_DECLS

/* A list of the dossier: "records" and what else it has. */
JsonArray *apart_get_list (Apart *self, const char *name);
/* Text of a member that may be of any sort by now; "?" where it is none. */
const char *apart_get_word (JsonObject *object, const char *name);

G_END_DECLS
