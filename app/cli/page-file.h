/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "page.h"

G_BEGIN_DECLS

AccordCommitteePage *accord_cli_read_page (AccordRun *run, const char *path, const char *body,
                                           GError **error);
char *accord_cli_page_date (AccordRun *run, GError **error);
gboolean accord_cli_is_address (const char *path);

G_END_DECLS
