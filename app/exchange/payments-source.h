/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "payments-file.h"
#include "writer.h"

G_BEGIN_DECLS

gint64 accord_payments_find_source (AccordReader *reader, AccordPaymentsFile *file, gboolean *same,
                                    GError **error);
gint64 accord_payments_write_source (AccordWriter *writer, AccordPaymentsFile *file, gint64 source,
                                     const GPtrArray *rejected, GError **error);

G_END_DECLS
