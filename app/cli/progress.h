/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordProgress:
 * @what: what is being done, for people
 * @terminal: whether anybody can see it
 * @shown: whether a line stands on the terminal
 *
 * How far a long command is, on one line of standard error that is wiped when it ends. Says nothing when
 * standard error is no terminal. Put on the stack.
 */
typedef struct
{
  const char *what;
  gboolean terminal;
  gboolean shown;
} AccordProgress;

void accord_progress_init (AccordProgress *self, const char *what);
void accord_progress_show (gint64 done, gint64 total, gpointer progress);
void accord_progress_end (AccordProgress *self);

G_END_DECLS
