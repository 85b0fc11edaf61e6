/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

AccordExit accord_command_pack_inspect (AccordRun *run, GError **error);
AccordExit accord_command_pack_verify (AccordRun *run, GError **error);
AccordExit accord_command_pack_create (AccordRun *run, GError **error);
AccordExit accord_command_pack_open (AccordRun *run, GError **error);
AccordExit accord_command_pack_respond (AccordRun *run, GError **error);
AccordExit accord_command_pack_merge (AccordRun *run, GError **error);

G_END_DECLS
