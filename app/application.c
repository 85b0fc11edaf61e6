/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application-private.h"

#include "compat.h"
#include "kinds.h"
#include "reading.h"
#include "review/pack-words.h"
#include "room/room-flag.h"
#include "sample.h"
#include "shell/settings.h"
#include "shell/window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (AccordApplication, accord_application, ADW_TYPE_APPLICATION)

/* A workspace on its way into a window. */
typedef struct
{
  AccordApplication *application;
  AccordWindow *window;
  AccordWorkspace *workspace;
  char *path;
  gboolean sample;
  const char *then;
  GStrv packs;
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_clear_object (&opening->workspace);
  g_free (opening->path);
  g_strfreev (opening->packs);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static char *
canonical_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *real = realpath (absolute, NULL);

  return g_strdup (real != NULL ? real : absolute);
}

static void
forget_workspace (gpointer data, GObject *workspace)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, data);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == workspace)
      g_hash_table_iter_remove (&iter);
}

static void
remember_workspace (AccordApplication *self, AccordWorkspace *workspace)
{
  char *path = canonical_path (accord_workspace_get_path (workspace));
  g_autofree char *folder = accord_reading_dup_folder ();
  g_autofree char *reviews = canonical_path (folder);

  g_object_weak_ref (G_OBJECT (workspace), forget_workspace, self->open);
  g_hash_table_insert (self->open, path, workspace);
  /* Reviews are listed by what they are of, not by the names of their files. */
  if (!g_str_has_prefix (path, reviews))
    accord_settings_add_recent (path);
}

static AccordWindow *
free_window (AccordApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL && ACCORD_IS_WINDOW (active) && accord_window_is_free (ACCORD_WINDOW (active)))
    return ACCORD_WINDOW (active);

  return accord_window_new (GTK_APPLICATION (self));
}

/* A window may have been closed while its workspace was being opened; nobody waits for an answer then. */
static gboolean
is_awaited (Opening *opening)
{
  return gtk_window_get_application (GTK_WINDOW (opening->window)) != NULL;
}

static void
tell_error (Opening *opening, const GError *error)
{
  if (is_awaited (opening))
    accord_window_show_error (opening->window, opening->path, error);
}

static void
show_packs (AccordApplication *self, AccordWindow *window, const char *const *packs)
{
  for (guint i = 0; packs != NULL && packs[i] != NULL; i++)
    accord_application_show_pack (self, window, packs[i]);
}

static void
deliver (Opening *opening)
{
  if (!is_awaited (opening))
    {
      accord_workspace_close (opening->workspace);
      return;
    }

  remember_workspace (opening->application, opening->workspace);
  accord_window_show_workspace (opening->window, opening->workspace);
  if (opening->then != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opening->window), opening->then, NULL);
  show_packs (opening->application, opening->window, (const char *const *) opening->packs);
}

static void
on_sample_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (accord_sample_load_finish (ACCORD_WORKSPACE (source), result, &error))
    {
      deliver (opening);
      return;
    }

  /* Half a sample is none: the next attempt starts from nothing. */
  accord_workspace_close (opening->workspace);
  g_unlink (opening->path);
  tell_error (opening, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_room_open_finish (result, &error);

  opening->workspace = workspace;
  if (workspace == NULL)
    {
      tell_error (opening, error);
      return;
    }

  if (opening->sample)
    accord_sample_load_async (workspace, NULL, on_sample_loaded, g_steal_pointer (&opening));
  else
    deliver (opening);
}

/**
 * accord_application_open_workspace:
 * @self: the program
 * @path: a workspace's file
 * @flags: whether it is to be made
 * @sample: whether the sample is put into it
 * @then: (nullable): an action of the window, done when it is there
 * @packs: (nullable): files of packs, opened in the window when it is there
 *
 * Opens a workspace in a window that has none.
 */
void
accord_application_open_workspace (AccordApplication *self, const char *path, AccordOpenFlags flags,
                                   gboolean sample, const char *then, const char *const *packs)
{
  g_autofree char *canonical = canonical_path (path);
  AccordWindow *window = free_window (self);
  AccordWorkspace *shared = g_hash_table_lookup (self->open, canonical);
  Opening *opening;

  gtk_window_present (GTK_WINDOW (window));
  if (shared != NULL)
    {
      accord_window_show_workspace (window, shared);
      show_packs (self, window, packs);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->window = g_object_ref (window);
  opening->path = g_steal_pointer (&canonical);
  opening->sample = sample;
  opening->then = then;
  opening->packs = g_strdupv ((GStrv) packs);
  g_application_hold (G_APPLICATION (self));
  accord_window_show_opening (window, opening->path);
  accord_room_open_async (opening->path, self->schema, flags, on_opened, opening);
}

static void
open_path (AccordApplication *self, const char *path, AccordOpenFlags flags, gboolean sample,
           const char *then)
{
  accord_application_open_workspace (self, path, flags, sample, then, NULL);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL)
    open_path (self, g_file_peek_path (file), ACCORD_OPEN_EXISTING, FALSE, NULL);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordApplication *self = data;
  AccordFileRequest request = {
    ACCORD_FILE_OPEN, _ ("Open a workspace"), _ ("_Open"), NULL, _ ("Accord workspaces"), "*.accord"
  };

  accord_choose_files_async (accord_application_get_front_window (self), &request, NULL, on_file_chosen,
                             g_object_ref (self));
}

static void
open_path_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_path (data, g_variant_get_string (parameter, NULL), ACCORD_OPEN_EXISTING, FALSE, NULL);
}

static void
create_named (AccordApplication *self, GAsyncResult *result, const char *then)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  g_autofree char *path = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  path = g_str_has_suffix (g_file_peek_path (file), ".accord")
             ? g_file_get_path (file)
             : g_strconcat (g_file_peek_path (file), ".accord", NULL);
  open_path (self, path, ACCORD_OPEN_CREATE, FALSE, then);
}

static void
on_file_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;

  create_named (self, result, NULL);
}

static void
on_file_for_payments_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;

  create_named (self, result, "win.import");
}

static void
ask_for_new (AccordApplication *self, GAsyncReadyCallback callback)
{
  AccordFileRequest request = { ACCORD_FILE_SAVE,         _ ("Start an empty workspace"), _ ("_Create"),
                                _ ("Partnership.accord"), _ ("Accord workspaces"),        "*.accord" };

  accord_choose_files_async (accord_application_get_front_window (self), &request, NULL, callback,
                             g_object_ref (self));
}

static void
new_workspace_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_new (data, on_file_named);
}

static void
new_from_payments_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_new (data, on_file_for_payments_named);
}

static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "accord", NULL);
  g_autofree char *path = g_build_filename (folder, _ ("Sample.accord"), NULL);
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

  g_mkdir_with_parents (folder, 0700);
  open_path (data, path, there ? ACCORD_OPEN_EXISTING : ACCORD_OPEN_CREATE, !there, NULL);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordApplication *self = data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  AccordWindow *window = accord_window_new (GTK_APPLICATION (self));

  if (active != NULL && ACCORD_IS_WINDOW (active)
      && accord_window_get_workspace (ACCORD_WINDOW (active)) != NULL)
    accord_window_show_workspace (window, accord_window_get_workspace (ACCORD_WINDOW (active)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", _ ("Accord"),
      "application-icon", ACCORD_APPLICATION_ID, "version", ACCORD_VERSION, "developer-name",
      _ ("The Accord contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("For people who join up health and care in a place: who works together, what the money "
         "does, what was decided and what is still open."),
      NULL);
}

/* Windows are closed as a person would close them, so that an edit that is not saved is asked about. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static gboolean
on_signal (gpointer data)
{
  g_application_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
accord_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "open", open_action, NULL, NULL, NULL, { 0 } },
    { "open-path", open_path_action, "s", NULL, NULL, { 0 } },
    { "open-sample", open_sample_action, NULL, NULL, NULL, { 0 } },
    { "new-workspace", new_workspace_action, NULL, NULL, NULL, { 0 } },
    { "new-from-payments", new_from_payments_action, NULL, NULL, NULL, { 0 } },
    { "new-window", new_window_action, NULL, NULL, NULL, { 0 } },
    { "about", about_action, NULL, NULL, NULL, { 0 } },
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  };
  AccordApplication *self = ACCORD_APPLICATION (application);

  G_APPLICATION_CLASS (accord_application_parent_class)->startup (application);

  self->schema = accord_model_schema_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  accord_application_install_packs (self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.open",
                                         (const char *[]){ "<ctrl>o", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.new-window",
                                         (const char *[]){ "<ctrl><shift>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<ctrl>q", NULL });

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
    if (g_file_peek_path (files[i]) != NULL && accord_pack_is_name (g_file_peek_path (files[i])))
      g_strv_builder_add (builder, g_file_peek_path (files[i]));
  packs = g_strv_builder_end (builder);
  /* Packs that are opened together with a workspace are looked at in it. */
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL && !accord_pack_is_name (g_file_peek_path (files[i])))
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
  GHashTableIter iter;
  gpointer workspace;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    g_object_weak_unref (workspace, forget_workspace, self->open);
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
