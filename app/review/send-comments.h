/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"

G_BEGIN_DECLS

/* What partners wrote in their reviews is taken out of a request, save what its only reader wrote. */
guint accord_send_leave_comments (AccordDossier *dossier, const char *const *asked, gsize n_asked);

G_END_DECLS
