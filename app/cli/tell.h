/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

gboolean accord_cli_tell_records (AccordRun *run, const AccordKind *kind, GArray *ids, const char *verb,
                                  GError **error);
void accord_cli_tell_change (AccordRun *run, AccordChange *change);

G_END_DECLS
