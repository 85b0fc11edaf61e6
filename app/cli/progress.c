/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define WIPE "\r\033[K"

/**
 * accord_progress_init:
 * @self: a progress line on the caller's stack
 * @what: what is being done, for people
 */
void
accord_progress_init (AccordProgress *self, const char *what)
{
  self->what = what;
  self->terminal = isatty (STDERR_FILENO);
  self->shown = FALSE;
}

/**
 * accord_progress_show:
 * @done: how much is done
 * @total: how much there is, or 0 when nobody knows
 * @progress: an #AccordProgress
 *
 * An #AccordProgressFunc; called on the thread that works.
 */
void
accord_progress_show (gint64 done, gint64 total, gpointer progress)
{
  AccordProgress *self = progress;

  if (!self->terminal)
    return;
  self->shown = TRUE;
  if (total > 0)
    fprintf (stderr, WIPE "%s %d%%", self->what, (int) (100.0 * MIN (done, total) / total));
  else
    fprintf (stderr, WIPE "%s %" G_GINT64_FORMAT, self->what, done);
  fflush (stderr);
}

/**
 * accord_progress_end:
 * @self: a progress line
 *
 * Wipes the line, so that what follows starts on a clean one.
 */
void
accord_progress_end (AccordProgress *self)
{
  if (self->shown)
    fputs (WIPE, stderr);
  self->shown = FALSE;
}
