/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr (AccordApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, ACCORD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = accord_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
