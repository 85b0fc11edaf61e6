/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "pack.h"

G_BEGIN_DECLS

/* What a command that opens packs takes. */
#define ACCORD_OPTIONS_OPEN_PACK (ACCORD_OPTION_PASSPHRASE_FILE | ACCORD_OPTION_KEY_FILE)

/* Reads a pack that the command line names, asking nobody: one that is sealed with a passphrase opens with
 * that in --passphrase-file, one that is sealed to keys with the key of who runs the command. */
AccordPack *accord_cli_open_pack (AccordRun *run, const char *path, GError **error);

G_END_DECLS
