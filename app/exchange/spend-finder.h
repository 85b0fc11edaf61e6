/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-probe.h"
#include "spend-layout.h"

G_BEGIN_DECLS

AccordSpendLayout *accord_spend_find_layout (GFile *file, const AccordCsvProbe *probe,
                                             GCancellable *cancellable, GError **error);

G_END_DECLS
