/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordStop:
 * @func: (nullable): asked whether to give up
 * @data: for @func
 * @work: how much was done since it was asked
 * @stopped: whether it said so
 *
 * Asks now and then whether to give up.
 */
typedef struct
{
  gboolean (*func) (gpointer data);
  gpointer data;
  guint work;
  gboolean stopped;
} AccordStop;

#define ACCORD_STOP_WORK 100000u

/**
 * accord_stop_work:
 * @self: a stop
 * @work: steps done, of some nanoseconds each
 *
 * Returns: whether to give up
 */
static inline gboolean
accord_stop_work (AccordStop *self, guint work)
{
  self->work += work;
  if (self->work < ACCORD_STOP_WORK || self->stopped)
    return self->stopped;
  self->work = 0;
  self->stopped = self->func != NULL && self->func (self->data);
  return self->stopped;
}

G_END_DECLS
