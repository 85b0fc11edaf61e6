/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "pack.h"

G_BEGIN_DECLS

/* Reads a pack that the command line names, asking nobody: what opens it is in --passphrase-file. */
AccordPack *accord_cli_open_pack (AccordRun *run, const char *path, GError **error);

G_END_DECLS
