/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "names.h"
#include "output.h"

G_BEGIN_DECLS

gboolean accord_funds_more_text (AccordOutput *output, gint64 fund, AccordReader *reader, const char *today,
                                 GError **error);
gboolean accord_funds_more_json (AccordJson *json, gint64 fund, AccordReader *reader, AccordNames *names,
                                 const char *today, GError **error);

G_END_DECLS
