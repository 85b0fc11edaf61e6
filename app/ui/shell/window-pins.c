/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* One change of what is pinned. */
typedef struct
{
  enum
  {
    PIN_RECORD,
    PIN_SEARCH,
    RENAME,
    MOVE,
    REMOVE,
  } what;
  AccordWindow *window;
  const AccordKind *kind;
  gint64 id;
  char *key;
  char *name;
  AccordQuery *query;
  int position;
  char *said;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->window);
  g_clear_pointer (&job->query, accord_query_unref);
  g_free (job->key);
  g_free (job->name);
  g_free (job->said);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (AccordWindow *window, int what)
{
  Job *job = g_new0 (Job, 1);

  job->what = what;
  job->window = g_object_ref (window);
  job->position = -1;

  return job;
}

static gboolean
run (AccordWriter *writer, gpointer data, GError **error)
{
  const Job *job = data;

  switch (job->what)
    {
    case PIN_RECORD:
      return accord_writer_pin_record (writer, job->kind, job->id, job->position, error);
    case PIN_SEARCH:
      return accord_writer_pin_search (writer, job->name, job->query, job->position, error);
    case RENAME:
      return accord_writer_rename_pin (writer, job->key, job->name, error);
    case MOVE:
      return accord_writer_move_pin (writer, job->key, job->position, error);
    default:
      return accord_writer_remove_pin (writer, job->key, error);
    }
}

/* What was let go can be put back where it was for as long as the toast says so. */
static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (change == NULL)
    accord_window_say_error (job->window, error);
  else if (job->said != NULL)
    accord_window_say_with (job->window, job->said, job->what == REMOVE ? _ ("Undo") : NULL,
                            "win.put-pin-back");
}

static void
start (Job *job)
{
  accord_workspace_write_async (job->window->workspace, _ ("Change what is pinned"), run, job, NULL, NULL,
                                on_done, job);
}

static void
unpin_at (AccordWindow *self, int position)
{
  const AccordPin *pin = accord_pin_list_get (self->pins, (guint) position);
  Job *job = job_new (self, REMOVE);

  job->key = g_strdup (pin->key);
  job->said = g_strdup_printf (_ ("“%s” is no longer pinned"), pin->title);

  g_clear_pointer (&self->unpinned.title, g_free);
  g_clear_pointer (&self->unpinned.query, accord_query_unref);
  self->unpinned.kind = pin->kind;
  self->unpinned.id = pin->id;
  self->unpinned.title = g_strdup (pin->title);
  self->unpinned.query = pin->query != NULL ? accord_query_ref (pin->query) : NULL;
  self->unpinned_position = position;
  start (job);
}

static void
put_pin_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  Job *job;

  if (self->unpinned.kind == NULL)
    return;

  job = job_new (self, self->unpinned.query != NULL ? PIN_SEARCH : PIN_RECORD);
  job->kind = self->unpinned.kind;
  job->id = self->unpinned.id;
  job->name = g_strdup (self->unpinned.title);
  job->query = self->unpinned.query != NULL ? accord_query_ref (self->unpinned.query) : NULL;
  job->position = self->unpinned_position;
  job->said = g_strdup_printf (_ ("“%s” is pinned again"), self->unpinned.title);
  self->unpinned.kind = NULL;
  start (job);
}

/* The list in view as a search that can be saved, or NULL where it is whole. */
static AccordQuery *
get_search (AccordWindow *self)
{
  const AccordPlace *place = accord_window_get_place (self);
  AccordListView *view = accord_browser_get_list_view (self->browser);

  if (place == NULL || view == NULL || !accord_place_is_narrowed (place, accord_list_view_get_query (view)))
    return NULL;

  return accord_list_view_get_query (view);
}

/* The record in view, or the row that is selected. */
static gint64
get_record (AccordWindow *self)
{
  AccordListView *view = accord_browser_get_list_view (self->browser);
  gint64 record = accord_browser_get_record (self->browser);

  return record != 0 || view == NULL ? record : accord_list_view_get_selected_id (view);
}

static const AccordKind *
get_kind (AccordWindow *self)
{
  const AccordPlace *place = accord_window_get_place (self);

  return place != NULL && place->kind != NULL
             ? accord_schema_find_kind (accord_workspace_get_schema (self->workspace), place->kind)
             : NULL;
}

static void
pin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  gint64 record = get_record (self);
  int position;
  Job *job;

  if (record == 0)
    {
      gtk_widget_activate_action (widget, "win.save-search", NULL);
      return;
    }

  position = accord_pin_list_find_record (self->pins, get_kind (self), record);
  if (position >= 0)
    {
      unpin_at (self, position);
      return;
    }

  job = job_new (self, PIN_RECORD);
  job->kind = get_kind (self);
  job->id = record;
  job->said = g_strdup (_ ("Pinned to the sidebar"));
  start (job);
}

static void
unpin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  int position = accord_pin_list_find (self->pins, g_variant_get_string (parameter, NULL));

  if (position >= 0)
    unpin_at (self, position);
}

static void
move_pin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Job *job = job_new (ACCORD_WINDOW (widget), MOVE);
  const char *key;

  g_variant_get (parameter, "(&si)", &key, &job->position);
  job->key = g_strdup (key);
  start (job);
}

static void
on_name_changed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", *words != '\0');
}

static void
on_named (AdwMessageDialog *dialog, const char *response, GtkEditable *entry)
{
  Job *job = g_object_steal_data (G_OBJECT (dialog), "accord-job");

  if (g_strcmp0 (response, "save") != 0)
    {
      job_free (job);
      return;
    }

  job->name = g_strdup (gtk_editable_get_text (entry));
  job->said = g_strdup_printf (_ ("Saved “%s” in the sidebar"), job->name);
  start (job);
}

static void
ask_name (Job *job, const char *heading, const char *name)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (job->window), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the search"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  accord_page_name_buttons (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "accord-job", job, job_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_named), entry, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_name_changed), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
save_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordQuery *query = get_search (self);
  Job *job;

  if (query == NULL)
    return;

  job = job_new (self, PIN_SEARCH);
  job->query = accord_query_ref (query);
  /* As the list itself says what it shows. */
  ask_name (job, _ ("Save this search"),
            accord_list_view_get_sentence (accord_browser_get_list_view (self->browser)));
}

static void
rename_pin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  int position = accord_pin_list_find (self->pins, key);
  Job *job;

  if (position < 0)
    return;

  job = job_new (self, RENAME);
  job->key = g_strdup (key);
  ask_name (job, _ ("Rename this search"), accord_pin_list_get (self->pins, (guint) position)->title);
}

/**
 * accord_window_update_pin_actions:
 * @self: a window
 * @writable: whether its workspace can be changed
 *
 * Decides what can be pinned now, and what pinning is called.
 */
void
accord_window_update_pin_actions (AccordWindow *self, gboolean writable)
{
  gint64 record = writable ? get_record (self) : 0;
  gboolean search = writable && get_search (self) != NULL;
  const AccordKind *kind = record != 0 ? get_kind (self) : NULL;

  self->pinned = kind != NULL && accord_pin_list_find_record (self->pins, kind, record) >= 0;
  accord_window_enable (self, "win.pin", !self->show_deleted && (record != 0 || search));
  accord_window_enable (self, "win.save-search", !self->show_deleted && search);
}

/**
 * accord_window_clear_pins:
 * @self: a window
 *
 * Lets go of what pins it knows.
 */
void
accord_window_clear_pins (AccordWindow *self)
{
  g_clear_object (&self->pins);
  g_clear_pointer (&self->unpinned.title, g_free);
  g_clear_pointer (&self->unpinned.query, accord_query_unref);
}

/**
 * accord_window_install_pins:
 * @widget_class: the window's class
 *
 * Installs the actions by which records and searches are kept at hand.
 */
void
accord_window_install_pins (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.pin", NULL, pin);
  gtk_widget_class_install_action (widget_class, "win.unpin", "s", unpin);
  gtk_widget_class_install_action (widget_class, "win.move-pin", "(si)", move_pin);
  gtk_widget_class_install_action (widget_class, "win.rename-pin", "s", rename_pin);
  gtk_widget_class_install_action (widget_class, "win.put-pin-back", NULL, put_pin_back);
  gtk_widget_class_install_action (widget_class, "win.save-search", NULL, save_search);
}
