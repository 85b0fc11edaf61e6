/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application-private.h"

#include "kinds.h"
#include "review/pack-words.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AccordApplication, accord_application, ADW_TYPE_APPLICATION)

static gboolean
on_signal (gpointer data)
{
  g_application_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
accord_application_startup (GApplication *application)
{
  AccordApplication *self = ACCORD_APPLICATION (application);

  G_APPLICATION_CLASS (accord_application_parent_class)->startup (application);

  self->schema = accord_model_schema_new ();
  accord_application_install_actions (self);
  accord_application_install_packs (self);

  self->signals[0] = g_unix_signal_add (SIGTERM, on_signal, self);
  self->signals[1] = g_unix_signal_add (SIGINT, on_signal, self);
}

static void
accord_application_shutdown (GApplication *application)
{
  AccordApplication *self = ACCORD_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_settings_sync ();

  G_APPLICATION_CLASS (accord_application_parent_class)->shutdown (application);
}

static void
accord_application_activate (GApplication *application)
{
  gtk_window_present (accord_application_get_front_window (ACCORD_APPLICATION (application)));
}

static void
accord_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AccordApplication *self = ACCORD_APPLICATION (application);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) packs = NULL;
  gboolean shown = FALSE;

  for (int i = 0; i < n_files; i++)
    if (accord_pack_is_file (g_file_peek_path (files[i])))
      g_strv_builder_add (builder, g_file_peek_path (files[i]));
  packs = g_strv_builder_end (builder);
  /* Packs that are opened together with a workspace are looked at in it. */
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL && !accord_pack_is_file (g_file_peek_path (files[i])))
      {
        accord_application_open_workspace (self, g_file_peek_path (files[i]), ACCORD_OPEN_EXISTING, FALSE,
                                           NULL, shown ? NULL : (const char *const *) packs);
        shown = TRUE;
      }
  for (guint i = 0; !shown && packs[i] != NULL; i++)
    accord_application_open_pack (self, packs[i]);
}

static int
accord_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Accord %s\n", ACCORD_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "new-window"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (!g_application_get_is_remote (application))
    return -1;

  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);

  return 0;
}

static void
accord_application_finalize (GObject *object)
{
  AccordApplication *self = ACCORD_APPLICATION (object);

  accord_application_forget_workspaces (self);
  g_hash_table_unref (self->open);
  g_clear_object (&self->schema);

  G_OBJECT_CLASS (accord_application_parent_class)->finalize (object);
}

static void
accord_application_class_init (AccordApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_application_finalize;
  application_class->startup = accord_application_startup;
  application_class->shutdown = accord_application_shutdown;
  application_class->activate = accord_application_activate;
  application_class->open = accord_application_open;
  application_class->handle_local_options = accord_application_handle_local_options;
}

static void
accord_application_init (AccordApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Say which version this is"), NULL },
    { NULL },
  };

  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
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
