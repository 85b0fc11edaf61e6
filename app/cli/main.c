/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <signal.h>

#include <glib/gi18n-lib.h>

#include "cli.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACCORD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("accordctl");
  /* A reader that goes away is told by the write that fails, so that it ends a listing and nothing else. */
  signal (SIGPIPE, SIG_IGN);
  return accord_cli_run (argv);
}
