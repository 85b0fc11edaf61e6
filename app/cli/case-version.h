/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

GPtrArray *accord_cli_list_versions (AccordReader *reader, gint64 business_case, GError **error);
char *accord_cli_version_dup_short (GPtrArray *versions, guint index);
gboolean accord_cli_find_version (GPtrArray *versions, const char *word, gint64 *version, GError **error);

AccordExit accord_command_case_versions (AccordRun *run, GError **error);

G_END_DECLS
