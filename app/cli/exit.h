/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordExit:
 * @ACCORD_EXIT_DONE: everything was done
 * @ACCORD_EXIT_REJECTED: some of the input was rejected and the rest kept, or a change was refused
 * @ACCORD_EXIT_USAGE: the command line makes no sense
 * @ACCORD_EXIT_BROKEN: a file or a workspace cannot be opened, is corrupt or cannot be written
 *
 * What `accordctl` answers to the shell.
 */
typedef enum
{
  ACCORD_EXIT_DONE = 0,
  ACCORD_EXIT_REJECTED = 1,
  ACCORD_EXIT_USAGE = 2,
  ACCORD_EXIT_BROKEN = 3,
} AccordExit;

/**
 * AccordCliError:
 * @ACCORD_CLI_ERROR_USAGE: the command line makes no sense; the message says what was expected
 * @ACCORD_CLI_ERROR_REFUSED: the values given do not go together with what is kept
 */
typedef enum
{
  ACCORD_CLI_ERROR_USAGE,
  ACCORD_CLI_ERROR_REFUSED,
} AccordCliError;

#define ACCORD_CLI_ERROR (accord_cli_error_quark ())

GQuark accord_cli_error_quark (void);
AccordExit accord_cli_error_exit (const GError *error);

G_END_DECLS
