/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/sidebar.h"

#include "list/list-words.h"

#include <glib/gi18n-lib.h>

/* In characters, so that the sidebar grows with the text. */
#define LABEL_WIDTH 13

struct _AccordSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *scrolled;
  GtkListBox *list;

  AccordWorkspace *workspace;
  AccordPlaceCounts *counts;
  const AccordPlace *shown;
  gboolean by_key;
};

G_DEFINE_FINAL_TYPE (AccordSidebar, accord_sidebar, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row is made of; it lies on the row as data. */
typedef struct
{
  const AccordPlace *place;
  GtkLabel *count;
} Row;

static Row *
row_data (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "accord-place");
}

static GtkWidget *
make_row (const AccordPlace *place, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", place->icon_name, NULL);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *count = gtk_label_new (NULL);
  Row *data = g_new0 (Row, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_WIDTH);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  data->place = place;
  data->count = GTK_LABEL (count);
  g_object_set_data_full (G_OBJECT (row), "accord-place", data, g_free);

  return row;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AccordPlaceGroup group = row_data (row)->place->group;
  GtkWidget *heading;

  if (group == ACCORD_PLACE_TOP || (before != NULL && row_data (before)->place->group == group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  heading = gtk_label_new (accord_place_group_get_label (group));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group");
  gtk_list_box_row_set_header (row, heading);
}

/* "8 open" where something waits for an answer, the plain number elsewhere, nothing while it is not known. */
static void
update_row (AccordSidebar *self, GtkListBoxRow *row)
{
  Row *data = row_data (row);
  const char *label = accord_place_get_label (data->place, accord_workspace_get_schema (self->workspace));
  gint64 total = accord_place_counts_get_total (self->counts, data->place);
  gint64 waiting = accord_place_counts_get_waiting (self->counts, data->place);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  if (waiting > 0)
    {
      g_autofree char *number = accord_list_dup_number ((guint64) waiting);

      /* Translators: a number of caveats */
      words = g_strdup_printf (_ ("%s open"), number);
    }
  else if (total > 0)
    words = accord_list_dup_number ((guint64) total);

  if (waiting > 0)
    gtk_widget_add_css_class (GTK_WIDGET (data->count), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (data->count), "open");

  gtk_label_set_label (data->count, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (data->count), words != NULL);
  spoken = words != NULL ? g_strdup_printf ("%s, %s", label, words) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_counts_updated (AccordPlaceCounts *counts, AccordSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, row);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, AccordSidebar *self)
{
  gboolean by_key = self->by_key;

  self->by_key = FALSE;
  if (row == NULL || row_data (row)->place == self->shown)
    return;

  self->shown = row_data (row)->place;
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, self->shown->id, by_key);
}

static void
on_move_cursor (GtkListBox *list, GtkMovementStep step, int count, gboolean extend, gboolean modify,
                AccordSidebar *self)
{
  self->by_key = TRUE;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordSidebar *self)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, row_data (row)->place->id, FALSE);
}

/* Tab would stop at each row: it leaves the list instead, and the arrows move within it. */
static gboolean
leave_list (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", g_variant_get_int32 (args));

  return TRUE;
}

static void
add_leave_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers,
                    GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (leave_list, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
make_one_tab_stop (AccordSidebar *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Tab, GDK_SHIFT_MASK,
                      GTK_DIR_TAB_BACKWARD);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK,
                      GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (self->scrolled, controller);
}

static void
clear_rows (AccordSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
accord_sidebar_dispose (GObject *object)
{
  AccordSidebar *self = ACCORD_SIDEBAR (object);

  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  g_clear_object (&self->counts);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_sidebar_parent_class)->dispose (object);
}

static void
accord_sidebar_class_init (AccordSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sidebar_dispose;

  /**
   * AccordSidebar::place-chosen:
   * @place: the place's word
   * @passing: whether the arrow keys came by it, perhaps on the way to another
   *
   * A person chose a place.
   */
  signals[PLACE_CHOSEN] =
      g_signal_new ("place-chosen", ACCORD_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_move_cursor);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_sidebar_init (AccordSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_heading, NULL, NULL);
  make_one_tab_stop (self);
}

/**
 * accord_sidebar_set_workspace:
 * @self: a sidebar
 * @workspace: the workspace whose places it lists
 *
 * Lists the places of @workspace, with how many records each holds.
 */
void
accord_sidebar_set_workspace (AccordSidebar *self, AccordWorkspace *workspace)
{
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);
  g_autofree char *name = NULL;

  g_return_if_fail (ACCORD_IS_SIDEBAR (self));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  g_clear_object (&self->counts);
  clear_rows (self);
  self->shown = NULL;

  name = accord_workspace_dup_display_name (workspace);
  gtk_label_set_label (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), accord_workspace_get_path (workspace));
  for (guint i = 0; i < n_places; i++)
    gtk_list_box_append (
        self->list,
        make_row (&places[i], accord_place_get_label (&places[i], accord_workspace_get_schema (workspace))));

  self->counts = accord_place_counts_new (workspace);
  g_signal_connect_object (self->counts, "updated", G_CALLBACK (on_counts_updated), self, 0);
}

/**
 * accord_sidebar_show_place:
 * @self: a sidebar
 * @place: (nullable): where the person is
 *
 * Marks @place, without choosing it.
 */
void
accord_sidebar_show_place (AccordSidebar *self, const AccordPlace *place)
{
  GtkListBoxRow *row;

  g_return_if_fail (ACCORD_IS_SIDEBAR (self));

  self->shown = place;
  if (place == NULL)
    gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_data (row)->place == place)
      gtk_list_box_select_row (self->list, row);
}
