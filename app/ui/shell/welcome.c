/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/welcome.h"

#include "kinds.h"
#include "review/pack-words.h"
#include "review/readings.h"
#include "shell/settings.h"
#include "today.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SHOWN 4
#define MOST_READINGS 6

struct _AccordWelcome
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkImage *picture;
  GtkListBox *ways;
  GtkListBox *recent;
  GtkWidget *recent_box;
  GtkListBox *readings;
  GtkWidget *readings_box;
};

G_DEFINE_FINAL_TYPE (AccordWelcome, accord_welcome, GTK_TYPE_WIDGET)

/* A folder as people write it: their home is “~”. */
static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  g_autofree char *inside = g_strconcat (home, G_DIR_SEPARATOR_S, NULL);

  if (g_strcmp0 (folder, home) == 0)
    return g_strdup ("~");
  if (g_str_has_prefix (folder, inside))
    return g_strconcat ("~" G_DIR_SEPARATOR_S, folder + strlen (inside), NULL);

  return g_steal_pointer (&folder);
}

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *icon_name, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "go-next-symbolic", NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-path");

  return row;
}

static GtkWidget *
make_recent_row (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *folder = dup_folder (path);
  g_autofree char *place = g_filename_display_name (folder);

  if (g_str_has_suffix (shown, ".accord"))
    shown[strlen (shown) - strlen (".accord")] = '\0';
  return make_row (shown, place, "accord-workspace-symbolic", path);
}

/* "Bury Council asks · 12 of 41 questions answered · The answer is due on …" */
static char *
dup_reading (const AccordReading *reading)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *due = accord_pack_dup_due (reading->due, today);
  g_autofree char *answered = g_strdup_printf (
      ngettext ("%u of %u question answered", "%u of %u questions answered", reading->n_questions),
      reading->n_answered, reading->n_questions);

  /* An answer that was given is not awaited any more. */
  if (reading->returned != NULL)
    /* Translators: who asked, then how much is answered. */
    return g_strdup_printf (_ ("Asked by %s · returned · %s"), reading->asked_by, answered);
  /* Translators: who asked, how much is answered, then when the answer is due. */
  return g_strdup_printf (_ ("Asked by %s · %s · %s"), reading->asked_by, answered, due);
}

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
on_readings (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWelcome) self = data;
  g_autoptr (GPtrArray) readings = accord_readings_read_finish (result, NULL);

  if (readings == NULL || self->scrolled == NULL)
    return;
  empty_list (self->readings);
  for (guint i = 0; i < readings->len; i++)
    {
      const AccordReadingFile *file = readings->pdata[i];
      g_autofree char *line = dup_reading (file->reading);

      gtk_list_box_append (self->readings,
                           make_row (file->reading->case_name, line, "accord-review-symbolic", file->path));
    }
  gtk_widget_set_visible (self->readings_box, readings->len > 0);
}

static void
accord_welcome_map (GtkWidget *widget)
{
  accord_welcome_refresh (ACCORD_WELCOME (widget));

  GTK_WIDGET_CLASS (accord_welcome_parent_class)->map (widget);

  gtk_widget_child_focus (GTK_WIDGET (ACCORD_WELCOME (widget)->ways), GTK_DIR_TAB_FORWARD);
}

static void
accord_welcome_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_WELCOME (object)->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_welcome_parent_class)->dispose (object);
}

static void
accord_welcome_class_init (AccordWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_welcome_dispose;
  widget_class->map = accord_welcome_map;

  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, picture);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, ways);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, readings);
  gtk_widget_class_bind_template_child (widget_class, AccordWelcome, readings_box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_welcome_init (AccordWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->picture, ACCORD_APPLICATION_ID);
}

/**
 * accord_welcome_refresh:
 * @self: a welcome page
 *
 * Lists the workspaces that were opened lately and are still there, and the reviews that were begun.
 */
void
accord_welcome_refresh (AccordWelcome *self)
{
  g_auto (GStrv) paths = accord_settings_dup_recent ();
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  guint shown = 0;

  g_return_if_fail (ACCORD_IS_WELCOME (self));

  empty_list (self->recent);
  for (guint i = 0; paths[i] != NULL && shown < MOST_SHOWN; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      {
        gtk_list_box_append (self->recent, make_recent_row (paths[i]));
        shown++;
      }

  gtk_widget_set_visible (self->recent_box, shown > 0);
  accord_readings_read_async (schema, MOST_READINGS, NULL, on_readings, g_object_ref (self));
}
