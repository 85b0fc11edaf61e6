/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "compat.h"
#include "register/duplicates-dialog.h"
#include "register/organisations-dialog.h"
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

static void
present (AccordWindow *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (file != NULL && accord_window_get_workspace (self) != NULL)
    present (self, accord_organisations_dialog_new (accord_window_get_workspace (self), file));
}

/* Asks for a file of the ODS register and shows what it would change. */
static void
import_organisations (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN,
                                _ ("Import NHS organisations"),
                                _ ("_Open"),
                                NULL,
                                _ ("ODS register (CSV, JSON)"),
                                "*.csv;*.CSV;*.json;*.JSON" };

  accord_choose_files_async (GTK_WINDOW (widget), &request, NULL, on_file_chosen, NULL);
}

static void
update_organisations (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  present (self, accord_organisations_dialog_new (self->workspace, NULL));
}

/* Boards and committees where people look at those, organisations everywhere else. */
static void
show_duplicates (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  const AccordPlace *place = accord_window_get_place (self);
  const gboolean boards = place != NULL && g_strcmp0 (place->kind, "body") == 0;
  const AccordKind *kind = accord_schema_find_kind (schema, boards ? "body" : "organisation");

  present (self, accord_duplicates_dialog_new (self->workspace, kind));
}

/**
 * accord_window_install_register:
 * @widget_class: the class of windows
 *
 * Adds what is done with the register of organisations.
 */
void
accord_window_install_register (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-organisations", NULL, import_organisations);
  gtk_widget_class_install_action (widget_class, "win.update-organisations", NULL, update_organisations);
  gtk_widget_class_install_action (widget_class, "win.duplicates", NULL, show_duplicates);
}
