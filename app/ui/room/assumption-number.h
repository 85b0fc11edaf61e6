/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of an appraisal as they are typed where other assumptions are tried. */

char *accord_assumption_dup_number (double value);
gboolean accord_assumption_parse_number (const char *text, double *value);

G_END_DECLS
