/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Cli:
 * @folder: a temporary folder, where the program is run
 * @workspace: path of a workspace in it, which may not be there
 *
 * Where one test runs `accordctl`.
 */
typedef struct
{
  char *folder;
  char *workspace;
} Cli;

/**
 * Answer:
 * @code: the exit code, or -1 when a signal ended the program
 * @out: what it printed
 * @err: what it complained of
 *
 * One run of `accordctl`.
 */
typedef struct
{
  int code;
  char *out;
  char *err;
} Answer;

#define CLI_TEST(path, func) g_test_add (path, Cli, NULL, cli_set_up, func, cli_tear_down)

void cli_set_up (Cli *cli, gconstpointer data);
void cli_tear_down (Cli *cli, gconstpointer data);
char *cli_path (Cli *cli, const char *name);
void cli_write_file (Cli *cli, const char *name, const char *text);
GSubprocessLauncher *cli_launcher (Cli *cli, GSubprocessFlags flags);
const char *cli_program (void);

Answer *cli_runv (Cli *cli, const char *const *arguments);
Answer *cli_run (Cli *cli, ...) G_GNUC_NULL_TERMINATED;
void cli_init (Cli *cli);
void cli_do (Cli *cli, ...) G_GNUC_NULL_TERMINATED;
JsonArray *cli_ask (Cli *cli, ...) G_GNUC_NULL_TERMINATED;
JsonObject *cli_ask_one (Cli *cli, ...) G_GNUC_NULL_TERMINATED;
void cli_expect (Cli *cli, int code, const char *complaint, ...) G_GNUC_NULL_TERMINATED;

void answer_free (Answer *self);
JsonNode *answer_json (const Answer *self);
void assert_sound (Cli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

const char *cli_text_of (JsonObject *object, const char *key);
gint64 cli_number_of (JsonObject *object, const char *key);
void cli_add_place (Cli *cli);

G_END_DECLS
