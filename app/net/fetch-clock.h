/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * AccordFetchClock: what one operation on the fetching thread waits for: that it is done, that it takes too
 * long, that nobody wants it any more. Put on the stack; all of it happens in the thread's own main context.
 *
 * @context: the fetching thread's main context
 * @stop: handed to the operation; cancelled when time is up or nobody wants it
 * @late: whether a time ran out
 * @whole_late: whether it was the time for all of it
 */
typedef struct
{
  GMainContext *context;
  GCancellable *stop;
  GCancellable *cancellable;
  gulong given_up;
  GSource *whole;
  GSource *step;
  GAsyncResult *result;
  gboolean late;
  gboolean whole_late;
} AccordFetchClock;

void accord_fetch_clock_init (AccordFetchClock *self, GMainContext *context, GCancellable *cancellable);
void accord_fetch_clock_clear (AccordFetchClock *self);
void accord_fetch_clock_start_whole (AccordFetchClock *self, guint milliseconds);
void accord_fetch_clock_start_step (AccordFetchClock *self, guint milliseconds);
void accord_fetch_clock_stop (AccordFetchClock *self);
void accord_fetch_clock_done (GObject *object, GAsyncResult *result, gpointer clock);
GAsyncResult *accord_fetch_clock_wait (AccordFetchClock *self);
gboolean accord_fetch_clock_sleep (GMainContext *context, gint64 until, GCancellable *cancellable,
                                   GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordFetchClock, accord_fetch_clock_clear)

G_END_DECLS
