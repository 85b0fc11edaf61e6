/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include "exit.h"
#include "json.h"
#include "options.h"

G_BEGIN_DECLS

typedef struct _AccordCommand AccordCommand;

/**
 * AccordRun:
 * @command: the command that runs
 * @options: the command line; the words before @arguments are the command's own
 * @arguments: (array length=n_arguments): the command's arguments, in UTF-8 unless it takes paths
 * @n_arguments: how many
 * @schema: the kinds there are
 * @workspace: the open workspace, or %NULL for a command that needs none
 * @output: standard output
 * @cancellable: cancelled when the person interrupts a command that writes
 *
 * One run of one command.
 */
typedef struct
{
  const AccordCommand *command;
  AccordOptions *options;
  char **arguments;
  guint n_arguments;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  AccordOutput *output;
  GCancellable *cancellable;
} AccordRun;

/**
 * AccordCommandFlags:
 * @ACCORD_COMMAND_NEEDS_WORKSPACE: a workspace is opened before it runs
 * @ACCORD_COMMAND_CHANGES: it changes the workspace, so one that can only be read is refused
 * @ACCORD_COMMAND_WRITES: it writes, so an interruption is awaited and not answered with sudden death
 * @ACCORD_COMMAND_PATHS: its arguments may be paths, so they are handed on as they are
 */
typedef enum
{
  ACCORD_COMMAND_NEEDS_WORKSPACE = 1 << 0,
  ACCORD_COMMAND_CHANGES = 1 << 1,
  ACCORD_COMMAND_WRITES = 1 << 2,
  ACCORD_COMMAND_PATHS = 1 << 3,
} AccordCommandFlags;

/**
 * AccordCommand:
 * @name: the word on the command line
 * @arguments: what follows it, for help
 * @min: fewest arguments
 * @max: most arguments, or -1 for any number
 * @flags: what it needs
 * @options: the options that mean something to it
 * @run: does it; returns what the shell is told, or anything with @error set
 * @summary: one line on what it does (untranslated)
 * @detail: what else there is to say, or %NULL (untranslated)
 * @parts: (nullable): what a second word chooses among, ended by one without a name; the arguments of each
 * are counted after that word, and its options are among those of the command
 */
struct _AccordCommand
{
  const char *name;
  const char *arguments;
  int min;
  int max;
  AccordCommandFlags flags;
  AccordOptionSet options;
  AccordExit (*run) (AccordRun *run, GError **error);
  const char *summary;
  const char *detail;
  const AccordCommand *parts;
};

extern const AccordCommand accord_key_parts[];
extern const AccordCommand accord_pack_parts[];

const AccordCommand *accord_command_find (const char *name);
const AccordCommand *accord_command_at (guint index);
const AccordCommand *accord_command_find_part (const AccordCommand *command, const char *name,
                                               GError **error);
AccordExit accord_command_run_part (AccordRun *run, GError **error);

gboolean accord_cli_open_workspace (AccordRun *run, GError **error);

AccordExit accord_command_appraise (AccordRun *run, GError **error);
AccordExit accord_command_discount_factors (AccordRun *run, GError **error);
AccordExit accord_command_explain (AccordRun *run, GError **error);
AccordExit accord_command_report (AccordRun *run, GError **error);
AccordExit accord_command_init (AccordRun *run, GError **error);
AccordExit accord_command_alliance (AccordRun *run, GError **error);
AccordExit accord_command_board (AccordRun *run, GError **error);
AccordExit accord_command_list (AccordRun *run, GError **error);
AccordExit accord_command_show (AccordRun *run, GError **error);
AccordExit accord_command_search (AccordRun *run, GError **error);
AccordExit accord_command_add (AccordRun *run, GError **error);
AccordExit accord_command_set (AccordRun *run, GError **error);
AccordExit accord_command_edit (AccordRun *run, GError **error);
AccordExit accord_command_delete (AccordRun *run, GError **error);
AccordExit accord_command_restore (AccordRun *run, GError **error);
AccordExit accord_command_undo (AccordRun *run, GError **error);
AccordExit accord_command_redo (AccordRun *run, GError **error);
AccordExit accord_command_pins (AccordRun *run, GError **error);
AccordExit accord_command_pin (AccordRun *run, GError **error);
AccordExit accord_command_save (AccordRun *run, GError **error);
AccordExit accord_command_unpin (AccordRun *run, GError **error);
AccordExit accord_command_history (AccordRun *run, GError **error);
AccordExit accord_command_changes (AccordRun *run, GError **error);
AccordExit accord_command_go_back (AccordRun *run, GError **error);
AccordExit accord_command_import (AccordRun *run, GError **error);
AccordExit accord_command_import_editions (AccordRun *run, GError **error);
AccordExit accord_command_import_appraisal (AccordRun *run, GError **error);
AccordExit accord_command_import_unit_costs (AccordRun *run, GError **error);
AccordExit accord_command_editions (AccordRun *run, GError **error);
AccordExit accord_command_unit_costs (AccordRun *run, GError **error);
AccordExit accord_command_import_organisations (AccordRun *run, GError **error);
AccordExit accord_command_duplicates (AccordRun *run, GError **error);
AccordExit accord_command_merge (AccordRun *run, GError **error);
AccordExit accord_command_refresh (AccordRun *run, GError **error);
AccordExit accord_command_import_committee (AccordRun *run, GError **error);
AccordExit accord_command_read (AccordRun *run, GError **error);
AccordExit accord_command_paste (AccordRun *run, GError **error);
AccordExit accord_command_export (AccordRun *run, GError **error);
AccordExit accord_command_funds (AccordRun *run, GError **error);
AccordExit accord_command_programme (AccordRun *run, GError **error);
AccordExit accord_command_overview (AccordRun *run, GError **error);
AccordExit accord_command_decision (AccordRun *run, GError **error);
AccordExit accord_command_calendar (AccordRun *run, GError **error);
AccordExit accord_command_check (AccordRun *run, GError **error);
AccordExit accord_command_backup (AccordRun *run, GError **error);
AccordExit accord_command_meeting (AccordRun *run, GError **error);
AccordExit accord_command_passage (AccordRun *run, GError **error);
AccordExit accord_command_matrix (AccordRun *run, GError **error);
AccordExit accord_command_evaluation (AccordRun *run, GError **error);
AccordExit accord_command_accountability (AccordRun *run, GError **error);
AccordExit accord_command_case (AccordRun *run, GError **error);
AccordExit accord_command_compare (AccordRun *run, GError **error);
AccordExit accord_command_portfolio (AccordRun *run, GError **error);
AccordExit accord_command_benefits (AccordRun *run, GError **error);
AccordExit accord_command_checklist (AccordRun *run, GError **error);
AccordExit accord_command_comments (AccordRun *run, GError **error);
AccordExit accord_command_attach (AccordRun *run, GError **error);
AccordExit accord_command_extract (AccordRun *run, GError **error);
AccordExit accord_command_kinds (AccordRun *run, GError **error);
AccordExit accord_command_help (AccordRun *run, GError **error);

G_END_DECLS
