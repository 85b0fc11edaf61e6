/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordCommandGroup:
 * @ACCORD_COMMANDS_RECORDS: what is done to records
 * @ACCORD_COMMANDS_MOVING: how one gets about
 * @ACCORD_COMMANDS_READING: a case and its documents in the reading room
 * @ACCORD_COMMANDS_WINDOWS: workspaces and windows
 *
 * The headings under which keys are listed.
 */
typedef enum
{
  ACCORD_COMMANDS_RECORDS,
  ACCORD_COMMANDS_MOVING,
  ACCORD_COMMANDS_READING,
  ACCORD_COMMANDS_WINDOWS,
} AccordCommandGroup;

/**
 * AccordCommand:
 * @action: (nullable): the action, or %NULL for a key that a part of the window hears itself
 * @label: what it does, in words (untranslated)
 * @also: (nullable): other words that people look for it by (untranslated)
 * @keys: (nullable): its key, as GTK writes keys
 * @group: the heading that the key is listed under
 * @icon_name: (nullable): its picture, or %NULL where it is of no use to whoever looks for a command
 *
 * Something a person can do in a window.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *also;
  const char *keys;
  AccordCommandGroup group;
  const char *icon_name;
} AccordCommand;

const AccordCommand *accord_commands_get (guint *n_commands);
const char *accord_commands_get_keys (const char *action);
const char *accord_command_group_get_label (AccordCommandGroup group);

G_END_DECLS
