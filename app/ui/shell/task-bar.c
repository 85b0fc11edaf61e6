/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/task-bar.h"

#include <glib/gi18n-lib.h>

/* Work that is over before a person can read about it is not shown. */
#define SHOW_AFTER_MS 250

struct _AccordTaskBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *tasks;
};

G_DEFINE_FINAL_TYPE (AccordTaskBar, accord_task_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GtkWidget *row;
  GtkWidget *progress;
  guint show;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_handle_id (&row->show, g_source_remove);
  g_free (row);
}

static gboolean
show_row (gpointer data)
{
  Row *row = data;

  row->show = 0;
  gtk_widget_show (row->row);

  return G_SOURCE_REMOVE;
}

static void
on_fraction (AccordTask *task, GParamSpec *pspec, GtkProgressBar *progress)
{
  double fraction = accord_task_get_fraction (task);

  if (fraction < 0)
    {
      gtk_progress_bar_pulse (progress);
      return;
    }

  gtk_progress_bar_set_fraction (progress, fraction);
}

static void
on_finished (AccordTask *task, GParamSpec *pspec, AccordTaskBar *self)
{
  Row *row = g_object_get_data (G_OBJECT (task), "accord-task-row");

  gtk_box_remove (GTK_BOX (self->box), row->row);
  g_object_set_data (G_OBJECT (task), "accord-task-row", NULL);
  g_signal_handlers_disconnect_by_data (task, self);
  g_ptr_array_remove (self->tasks, task);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
on_cancel (GtkButton *button, AccordTask *task)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  accord_task_cancel (task);
}

static GtkWidget *
make_cancel_button (AccordTask *task)
{
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  g_autofree char *name = g_strdup_printf (_ ("Cancel: %s"), accord_task_get_title (task));

  gtk_accessible_update_property (GTK_ACCESSIBLE (cancel), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel), task, 0);

  return cancel;
}

static void
accord_task_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, accord_task_bar_get_busy (ACCORD_TASK_BAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_task_bar_dispose (GObject *object)
{
  AccordTaskBar *self = ACCORD_TASK_BAR (object);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      g_signal_handlers_disconnect_by_data (self->tasks->pdata[i], self);
      g_object_set_data (self->tasks->pdata[i], "accord-task-row", NULL);
    }
  g_ptr_array_set_size (self->tasks, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_task_bar_parent_class)->dispose (object);
}

static void
accord_task_bar_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_TASK_BAR (object)->tasks);

  G_OBJECT_CLASS (accord_task_bar_parent_class)->finalize (object);
}

static void
accord_task_bar_class_init (AccordTaskBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_task_bar_get_property;
  object_class->dispose = accord_task_bar_dispose;
  object_class->finalize = accord_task_bar_finalize;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_task_bar_init (AccordTaskBar *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_task_bar_new:
 *
 * Returns: (transfer floating): a bar that shows what long work runs and lets a person stop it
 */
GtkWidget *
accord_task_bar_new (void)
{
  return g_object_new (ACCORD_TYPE_TASK_BAR, NULL);
}

/**
 * accord_task_bar_add:
 * @self: a task bar
 * @task: a piece of work that runs
 *
 * Shows @task until it is finished.
 */
void
accord_task_bar_add (AccordTaskBar *self, AccordTask *task)
{
  Row *row;
  GtkWidget *label;

  g_return_if_fail (ACCORD_IS_TASK_BAR (self));
  g_return_if_fail (ACCORD_IS_TASK (task));

  if (accord_task_get_finished (task))
    return;

  row = g_new0 (Row, 1);
  row->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (row->row, "tasks");
  gtk_widget_hide (row->row);
  label = gtk_label_new (accord_task_get_title (task));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (row->row), label);

  row->progress = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (row->progress, TRUE);
  gtk_widget_set_valign (row->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_task_get_title (task), -1);
  gtk_box_append (GTK_BOX (row->row), row->progress);
  gtk_box_append (GTK_BOX (row->row), make_cancel_button (task));
  gtk_box_append (GTK_BOX (self->box), row->row);

  row->show = g_timeout_add (SHOW_AFTER_MS, show_row, row);
  g_object_set_data_full (G_OBJECT (task), "accord-task-row", row, row_free);
  g_signal_connect_object (task, "notify::fraction", G_CALLBACK (on_fraction), row->progress, 0);
  g_signal_connect_object (task, "notify::finished", G_CALLBACK (on_finished), self, 0);
  g_ptr_array_add (self->tasks, g_object_ref (task));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * accord_task_bar_get_busy:
 * @self: a task bar
 *
 * Returns: whether any work runs
 */
gboolean
accord_task_bar_get_busy (AccordTaskBar *self)
{
  g_return_val_if_fail (ACCORD_IS_TASK_BAR (self), FALSE);

  return self->tasks->len > 0;
}

/**
 * accord_task_bar_cancel_all:
 * @self: a task bar
 *
 * Asks all work to stop.
 */
void
accord_task_bar_cancel_all (AccordTaskBar *self)
{
  g_return_if_fail (ACCORD_IS_TASK_BAR (self));

  for (guint i = 0; i < self->tasks->len; i++)
    accord_task_cancel (self->tasks->pdata[i]);
}
