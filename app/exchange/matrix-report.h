/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matrix.h"
#include "report.h"

G_BEGIN_DECLS

AccordReport *accord_matrix_report_new (const AccordMatrix *matrix);
gboolean accord_matrix_write_csv (const AccordMatrix *matrix, GOutputStream *stream, GError **error);

G_END_DECLS
