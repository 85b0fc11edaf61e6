/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "homecoming.h"

G_BEGIN_DECLS

/* The case as the plan's choices make it: what is left out stays as it is here, without a trace in its
 * descent, so that it is offered again. Fails with %ACCORD_PACK_ERROR_CHANGED while something that must be
 * decided is not. */
AccordDossier *accord_homecoming_resolve (AccordHomecoming *self, GError **error);
/* Whether anything of it is taken at all. */
gboolean accord_homecoming_takes (const AccordHomecoming *self);

G_END_DECLS
