/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "options.h"
#include "reader.h"

G_BEGIN_DECLS

AccordQuery *accord_cli_query (const AccordKind *kind, const AccordOptions *options, AccordReader *reader,
                               GError **error);
AccordQuery *accord_cli_saved_query (const AccordOptions *options, AccordReader *reader, GError **error);
gboolean accord_cli_limit (const AccordOptions *options, gint64 *limit, GError **error);

G_END_DECLS
