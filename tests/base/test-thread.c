/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "thread.h"

/* --- What stands for a window: it knows on which thread it went. */

static GThread *main_thread;
static guint n_gone;
static guint n_gone_elsewhere;

G_DECLARE_FINAL_TYPE (Window, window, TEST, WINDOW, GObject)

struct _Window
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (Window, window, G_TYPE_OBJECT)

static void
note_gone (void)
{
  g_atomic_int_inc (&n_gone);
  if (g_thread_self () != main_thread)
    g_atomic_int_inc (&n_gone_elsewhere);
}

static void
window_finalize (GObject *object)
{
  note_gone ();
  G_OBJECT_CLASS (window_parent_class)->finalize (object);
}

static void
window_class_init (WindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = window_finalize;
}

static void
window_init (Window *self)
{
  (void) self;
}

/* --- What is done. */

typedef struct
{
  guint number;
  gboolean answered;
  gboolean late;
} Work;

static void
work_free (gpointer data)
{
  note_gone ();
  g_free (data);
}

static void
do_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_assert_true (TEST_IS_WINDOW (source));
  g_assert_true (g_thread_self () != main_thread);
  if (g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  else
    g_task_return_int (task, work->number);
  if (!work->late)
    return;
  /* What is still needed here is there, even where the answer was taken meanwhile. */
  while (!g_atomic_int_get (&work->answered))
    g_usleep (100);
  g_assert_true (TEST_IS_WINDOW (source));
}

typedef struct
{
  guint n_open;
  guint64 sum;
  guint n_stopped;
} Answers;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gssize number = g_task_propagate_int (G_TASK (result), &error);

  g_assert_true (TEST_IS_WINDOW (source));
  g_assert_true (g_thread_self () == main_thread);
  answers->n_open--;
  if (error == NULL)
    answers->sum += (guint64) number;
  else
    answers->n_stopped++;
  g_atomic_int_set (&work->answered, TRUE);
}

/* Begins a piece of work whose window nobody else holds. */
static void
begin (Answers *answers, guint number, gboolean late, GCancellable *cancellable)
{
  g_autoptr (Window) window = g_object_new (window_get_type (), NULL);
  g_autoptr (GTask) task = g_task_new (window, cancellable, on_done, answers);
  Work *work = g_new0 (Work, 1);

  work->number = number;
  work->late = late;
  g_task_set_task_data (task, work, work_free);
  answers->n_open++;
  accord_thread_run (task, do_work);
}

static void
settle (Answers *answers, guint n_gone_then)
{
  while (answers->n_open > 0 || (guint) g_atomic_int_get (&n_gone) < n_gone_then)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint ((guint) g_atomic_int_get (&n_gone), ==, n_gone_then);
  g_assert_cmpuint ((guint) g_atomic_int_get (&n_gone_elsewhere), ==, 0);
}

/* --- Tests. */

/* Whatever is quicker, the window is taken apart where windows live. */
static void
test_ends_at_home (void)
{
  enum
  {
    N = 5000
  };
  Answers answers = { 0 };

  n_gone = 0;
  for (guint i = 1; i <= N; i++)
    {
      begin (&answers, i, FALSE, NULL);
      while (answers.n_open > 0)
        g_main_context_iteration (NULL, TRUE);
    }
  settle (&answers, 2 * N);
  g_assert_cmpuint (answers.sum, ==, (guint64) N * (N + 1) / 2);
}

/* A thread that lingers after its answer still has what it works with. */
static void
test_lingering (void)
{
  Answers answers = { 0 };

  n_gone = 0;
  for (guint i = 1; i <= 20; i++)
    begin (&answers, i, TRUE, NULL);
  settle (&answers, 40);
  g_assert_cmpuint (answers.sum, ==, 210);
}

static void
test_stopped (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answers answers = { 0 };

  n_gone = 0;
  g_cancellable_cancel (cancellable);
  begin (&answers, 1, FALSE, cancellable);
  begin (&answers, 2, TRUE, NULL);
  settle (&answers, 4);
  g_assert_cmpuint (answers.n_stopped, ==, 1);
  g_assert_cmpuint (answers.sum, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
  g_test_add_func ("/thread/ends-at-home", test_ends_at_home);
  g_test_add_func ("/thread/lingering", test_lingering);
  g_test_add_func ("/thread/stopped", test_stopped);
  return g_test_run ();
}
