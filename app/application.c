/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include <glib/gi18n.h>

struct _AccordApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordApplication, accord_application, ADW_TYPE_APPLICATION)

static void
accord_application_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_title (GTK_WINDOW (window), _ ("Accord"));
  gtk_window_present (GTK_WINDOW (window));
}

static void
accord_application_class_init (AccordApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = accord_application_activate;
}

static void
accord_application_init (AccordApplication *self)
{
}

/**
 * accord_application_new:
 *
 * Returns: (transfer full): the program
 */
AccordApplication *
accord_application_new (void)
{
  return g_object_new (ACCORD_TYPE_APPLICATION, "application-id", ACCORD_APPLICATION_ID, "resource-base-path",
                       ACCORD_RESOURCES, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
