/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/* The mitigation worksheet of a cost line as its record keeps it: works and mitigations, one a line. */

gboolean accord_works_parse (const char *text, AccordBiasSheet *sheet, GError **error);
gboolean accord_mitigations_parse (const char *text, AccordBiasSheet *sheet, GError **error);
char *accord_works_format (const AccordBiasSheet *sheet);
char *accord_mitigations_format (const AccordBiasSheet *sheet);

G_END_DECLS
