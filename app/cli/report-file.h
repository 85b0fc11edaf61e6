/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * AccordCsvFunc:
 * @data: the data given to accord_cli_write_report()
 * @stream: where it goes
 * @error: return location for an error
 *
 * Writes the same as separated values.
 *
 * Returns: %FALSE if it cannot be written
 */
typedef gboolean (*AccordCsvFunc) (gpointer data, GOutputStream *stream, GError **error);

gboolean accord_cli_write_report (AccordRun *run, AccordReport *report, AccordCsvFunc write_csv,
                                  gpointer data, GError **error);

G_END_DECLS
