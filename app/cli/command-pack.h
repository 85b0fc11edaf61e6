/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/**
 * AccordPackCommand:
 * @name: the word after “pack”
 * @arguments: what follows it, for help
 * @min: fewest arguments after @name
 * @max: most arguments, or -1 for any number
 * @options: the options that mean something to it
 * @run: does it; the first of the run's arguments is @name
 *
 * What can be done with packs. A workspace is opened by those that want one.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  guint min;
  int max;
  AccordOptionSet options;
  AccordExit (*run) (AccordRun *run, GError **error);
} AccordPackCommand;

AccordExit accord_command_pack_inspect (AccordRun *run, GError **error);
AccordExit accord_command_pack_verify (AccordRun *run, GError **error);
AccordExit accord_command_pack_create (AccordRun *run, GError **error);
AccordExit accord_command_pack_open (AccordRun *run, GError **error);
AccordExit accord_command_pack_respond (AccordRun *run, GError **error);
AccordExit accord_command_pack_merge (AccordRun *run, GError **error);

G_END_DECLS
