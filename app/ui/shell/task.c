/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/task.h"

#define LOOK_EVERY_MS 100

struct _AccordTask
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  double fraction;
  gboolean finished;
  guint look;

  GMutex lock;
  gint64 done;
  gint64 total;
};

G_DEFINE_FINAL_TYPE (AccordTask, accord_task, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FRACTION,
  PROP_FINISHED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The worker only leaves figures; the main loop looks at them now and then, so that a quick worker cannot
 * flood it. */
static gboolean
look (gpointer data)
{
  AccordTask *self = data;
  double fraction;

  g_mutex_lock (&self->lock);
  fraction = self->total > 0 ? CLAMP ((double) self->done / (double) self->total, 0, 1) : -1;
  g_mutex_unlock (&self->lock);

  if (fraction != self->fraction || fraction < 0)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }

  return G_SOURCE_CONTINUE;
}

static void
accord_task_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AccordTask *self = ACCORD_TASK (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_FINISHED:
      g_value_set_boolean (value, self->finished);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_task_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AccordTask *self = ACCORD_TASK (object);

  switch (id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_task_constructed (GObject *object)
{
  AccordTask *self = ACCORD_TASK (object);

  G_OBJECT_CLASS (accord_task_parent_class)->constructed (object);

  self->look = g_timeout_add (LOOK_EVERY_MS, look, self);
}

static void
accord_task_dispose (GObject *object)
{
  AccordTask *self = ACCORD_TASK (object);

  g_clear_handle_id (&self->look, g_source_remove);

  G_OBJECT_CLASS (accord_task_parent_class)->dispose (object);
}

static void
accord_task_finalize (GObject *object)
{
  AccordTask *self = ACCORD_TASK (object);

  g_free (self->title);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (accord_task_parent_class)->finalize (object);
}

static void
accord_task_class_init (AccordTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_task_get_property;
  object_class->set_property = accord_task_set_property;
  object_class->constructed = accord_task_constructed;
  object_class->dispose = accord_task_dispose;
  object_class->finalize = accord_task_finalize;

  properties[PROP_TITLE] = g_param_spec_string (
      "title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FINISHED] =
      g_param_spec_boolean ("finished", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_task_init (AccordTask *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
  self->fraction = -1;
}

/**
 * accord_task_new:
 * @title: what is being done, for people (`Importing payments`)
 *
 * Made on the main thread, where all but accord_task_report() is called.
 *
 * Returns: (transfer full): a piece of long work that has begun
 */
AccordTask *
accord_task_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (ACCORD_TYPE_TASK, "title", title, NULL);
}

/**
 * accord_task_get_title:
 * @self: a task
 *
 * Returns: (transfer none): what is being done
 */
const char *
accord_task_get_title (AccordTask *self)
{
  g_return_val_if_fail (ACCORD_IS_TASK (self), NULL);

  return self->title;
}

/**
 * accord_task_get_cancellable:
 * @self: a task
 *
 * Returns: (transfer none): what stops the work
 */
GCancellable *
accord_task_get_cancellable (AccordTask *self)
{
  g_return_val_if_fail (ACCORD_IS_TASK (self), NULL);

  return self->cancellable;
}

/**
 * accord_task_get_fraction:
 * @self: a task
 *
 * Returns: how much is done, from 0 to 1; below 0 when nobody knows
 */
double
accord_task_get_fraction (AccordTask *self)
{
  g_return_val_if_fail (ACCORD_IS_TASK (self), -1);

  return self->fraction;
}

/**
 * accord_task_get_finished:
 * @self: a task
 *
 * Returns: whether the work has ended, in whatever way
 */
gboolean
accord_task_get_finished (AccordTask *self)
{
  g_return_val_if_fail (ACCORD_IS_TASK (self), TRUE);

  return self->finished;
}

/**
 * accord_task_report:
 * @done: how much is done
 * @total: how much there is, or 0 when nobody knows
 * @task: (type AccordTask): the task
 *
 * Says how far the work is. May be called on any thread, and as an #AccordProgressFunc; the caller sees to it
 * that
 * @task lives until the work has ended.
 */
void
accord_task_report (gint64 done, gint64 total, gpointer task)
{
  AccordTask *self = task;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->lock);
}

/**
 * accord_task_cancel:
 * @self: a task
 *
 * Asks the work to stop. It is still to be finished by who began it.
 */
void
accord_task_cancel (AccordTask *self)
{
  g_return_if_fail (ACCORD_IS_TASK (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * accord_task_finish:
 * @self: a task
 *
 * Says that the work has ended.
 */
void
accord_task_finish (AccordTask *self)
{
  g_return_if_fail (ACCORD_IS_TASK (self));

  if (self->finished)
    return;

  g_clear_handle_id (&self->look, g_source_remove);
  self->finished = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}
