/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "form/page-parts.h"
#include "shell/settings.h"
#include "shell/welcome.h"
#include "shell/window-work.h"

#include <glib/gi18n-lib.h>

/* Content at least this wide has room for a list and a record side by side. */
#define WIDE 960

G_DEFINE_FINAL_TYPE (AccordWindow, accord_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SHOW_DELETED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_side_chosen (AccordSidebar *sidebar, gpointer place, AccordQuery *query, gint64 record, int way,
                AccordWindow *self)
{
  accord_window_take_way (self, &(AccordStep){ ACCORD_STEP_GO, place, record, query }, way);
}

static void
on_record_chosen (AccordBrowser *browser, gint64 record, AccordWindow *self)
{
  accord_window_step (self, (AccordStep){ ACCORD_STEP_SELECT, NULL, record });
}

static void
on_found_chosen (AccordSearchField *search, gpointer choice, int way, AccordWindow *self)
{
  accord_window_choose (self, choice, way);
}

static void
on_record_found_in_page (AccordBrowser *browser, const char *kind, gint64 id, AccordWindow *self)
{
  accord_window_open_record (self, kind, id);
}

static void
on_list_changed (AccordBrowser *browser, AccordWindow *self)
{
  accord_window_update_actions (self);
}

static void
on_fold_changed (AccordWindow *self)
{
  gtk_widget_set_visible (self->sidebar_button,
                          accord_fold_get_folded (self->fold) || !accord_fold_get_show_sidebar (self->fold));
}

/* The button that adds a record keeps its words only where all the header bar has room for its own. How wide
 * the bar is with the words is known while they are shown, and kept for when they are not. */
static void
fit_header (AccordWindow *self, int width)
{
  const char *text = gtk_label_get_label (GTK_LABEL (self->add_label));
  int needed;

  if (gtk_widget_get_visible (self->add_label))
    {
      gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
      self->header_width = needed;
      self->header_text = g_intern_string (text);
    }
  else if (self->header_text != g_intern_string (text))
    self->header_width = 0;

  gtk_widget_set_visible (self->add_label, width >= self->header_width);
}

/* Runs after the window itself has been laid out, in the same frame. */
static void
on_layout (GdkSurface *surface, int width, int height, AccordWindow *self)
{
  int content = gtk_widget_get_width (GTK_WIDGET (self->toasts));

  accord_browser_set_wide (self->browser, content >= WIDE);
  if (self->workspace != NULL)
    fit_header (self, content);
}

static void
on_mouse_button (GtkGestureClick *gesture, int n_press, double x, double y, AccordWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != 8 && button != 9)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), button == 8 ? "win.back" : "win.forward", NULL);
}

static void
remember (AccordWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  accord_settings_set_int ("window-width", width);
  accord_settings_set_int ("window-height", height);
  accord_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->workspace != NULL)
    {
      accord_window_note_view (self);
      accord_window_remember (self);
      accord_settings_set_boolean ("sidebar-visible", accord_fold_get_show_sidebar (self->fold));
      accord_settings_set_int ("list-width", accord_browser_get_list_width (self->browser));
    }
}

static void
on_stop_answer (AdwMessageDialog *dialog, const char *response, AccordWindow *self)
{
  if (g_strcmp0 (response, "stop") != 0)
    return;

  accord_task_bar_cancel_all (self->tasks);
  self->leaving = TRUE;
  /* The question may live a little longer than this window, which GTK 4.8 does not reckon with. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_stop (AccordWindow *self)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Stop what is running?"),
                              _ ("Work has not finished. If you stop it now, nothing of it is kept."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _ ("_Let it finish"), "stop",
                                    _ ("_Stop"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  accord_page_name_buttons (dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_stop_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
accord_window_close_request (GtkWindow *window)
{
  AccordWindow *self = ACCORD_WINDOW (window);
  AccordDetailPage *page = accord_browser_get_detail_page (self->browser);
  gboolean dirty = FALSE;

  if (page != NULL)
    g_object_get (page, "dirty", &dirty, NULL);

  if (!self->leaving && dirty)
    {
      accord_window_step (self, (AccordStep){ .kind = ACCORD_STEP_CLOSE });
      return GDK_EVENT_STOP;
    }
  if (!self->leaving && accord_task_bar_get_busy (self->tasks))
    {
      ask_to_stop (self);
      return GDK_EVENT_STOP;
    }

  remember (self);

  return GTK_WINDOW_CLASS (accord_window_parent_class)->close_request (window);
}

static void
accord_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (accord_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout),
                           widget, G_CONNECT_AFTER);
}

static void
accord_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_DELETED:
      g_value_set_boolean (value, ACCORD_WINDOW (object)->show_deleted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AccordWindow *self = ACCORD_WINDOW (object);

  switch (id)
    {
    case PROP_SHOW_DELETED:
      if (self->show_deleted == g_value_get_boolean (value))
        break;
      self->show_deleted = g_value_get_boolean (value);
      accord_browser_set_deleted (self->browser, self->show_deleted);
      if (accord_window_get_place (self) != NULL)
        accord_navigation_go (self->navigation, accord_window_get_place (self)->id, 0);
      accord_window_update_actions (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_window_dispose (GObject *object)
{
  AccordWindow *self = ACCORD_WINDOW (object);

  g_clear_handle_id (&self->opening_delay, g_source_remove);
  g_clear_weak_pointer (&self->announced);
  g_clear_weak_pointer (&self->undo_toast);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->navigation != NULL)
    g_signal_handlers_disconnect_by_data (self->navigation, self);
  if (self->search != NULL)
    accord_search_field_set_context (self->search, NULL);
  g_clear_object (&self->counts);
  accord_window_clear_pins (self);

  G_OBJECT_CLASS (accord_window_parent_class)->dispose (object);
}

static void
accord_window_finalize (GObject *object)
{
  AccordWindow *self = ACCORD_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->navigation);
  g_clear_object (&self->undo_section);
  g_clear_object (&self->pin_section);
  g_clear_pointer (&self->recent, accord_recent_free);
  g_hash_table_unref (self->disabled);
  accord_window_drop_step (self);
  g_free (self->path);

  G_OBJECT_CLASS (accord_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, states);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, header);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, place_title);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, add_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, tasks);
  gtk_widget_class_bind_template_child (widget_class, AccordWindow, drop_area);
  gtk_widget_class_bind_template_callback (widget_class, on_side_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_record_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_found_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_record_found_in_page);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
}

static void
accord_window_class_init (AccordWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_window_get_property;
  object_class->set_property = accord_window_set_property;
  object_class->dispose = accord_window_dispose;
  object_class->finalize = accord_window_finalize;
  widget_class->realize = accord_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = accord_window_close_request;

  properties[PROP_SHOW_DELETED] =
      g_param_spec_boolean ("show-deleted", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACCORD_TYPE_BROWSER);
  g_type_ensure (ACCORD_TYPE_FOLD);
  g_type_ensure (ACCORD_TYPE_SEARCH_FIELD);
  g_type_ensure (ACCORD_TYPE_SIDEBAR);
  g_type_ensure (ACCORD_TYPE_TASK_BAR);
  g_type_ensure (ACCORD_TYPE_WELCOME);
  accord_window_install_actions (widget_class);
  bind_template (widget_class);
}

static void
accord_window_init (AccordWindow *self)
{
  GtkGesture *mouse = gtk_gesture_click_new ();

  self->navigation = accord_navigation_new ();
  self->recent = accord_recent_new ();
  self->disabled = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  accord_window_make_menu (self);

  gtk_window_set_default_size (GTK_WINDOW (self), accord_settings_get_int ("window-width", 1280),
                               accord_settings_get_int ("window-height", 860));
  if (accord_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  accord_fold_set_show_sidebar (self->fold, accord_settings_get_boolean ("sidebar-visible", TRUE));
  accord_browser_set_list_width (self->browser,
                                 accord_settings_get_int ("list-width", ACCORD_BROWSER_LIST_WIDTH));

  g_signal_connect_swapped (self->fold, "notify::folded", G_CALLBACK (on_fold_changed), self);
  g_signal_connect_swapped (self->fold, "notify::show-sidebar", G_CALLBACK (on_fold_changed), self);
  g_signal_connect_object (self->navigation, "changed", G_CALLBACK (accord_window_show_location), self,
                           G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (mouse), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (mouse), GTK_PHASE_CAPTURE);
  g_signal_connect (mouse, "pressed", G_CALLBACK (on_mouse_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (mouse));

  accord_window_accept_files (self);
  on_fold_changed (self);
  accord_window_update_actions (self);
}

/**
 * accord_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that shows how to begin; GTK owns it
 */
AccordWindow *
accord_window_new (GtkApplication *application)
{
  return g_object_new (ACCORD_TYPE_WINDOW, "application", application, NULL);
}

/**
 * accord_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the workspace it shows
 */
AccordWorkspace *
accord_window_get_workspace (AccordWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * accord_window_is_free:
 * @self: a window
 *
 * Returns: whether a workspace can be opened in it without hiding another
 */
gboolean
accord_window_is_free (AccordWindow *self)
{
  g_return_val_if_fail (ACCORD_IS_WINDOW (self), FALSE);

  return self->workspace == NULL && self->opening_delay == 0
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "opening") != 0;
}

/**
 * accord_window_go:
 * @self: a window with a workspace
 * @place: a place's word
 * @record: a record to show there, or 0
 *
 * Goes to a place; asks first when an edit would be lost.
 */
void
accord_window_go (AccordWindow *self, const char *place, gint64 record)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (accord_place_find (place) != NULL);

  accord_window_step (self, (AccordStep){ ACCORD_STEP_GO, accord_place_find (place), record });
}

/**
 * accord_window_add_task:
 * @self: a window
 * @task: long work that has begun
 *
 * Shows how far @task is, and lets the person stop it.
 */
void
accord_window_add_task (AccordWindow *self, AccordTask *task)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));

  accord_task_bar_add (self->tasks, task);
}
