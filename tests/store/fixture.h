/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kinds.h"
#include "workspace.h"

G_BEGIN_DECLS

/* A workspace of the tests' own kinds in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  const AccordKind *place;
  const AccordKind *spending;
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_reopen (Fixture *self);
gint64 fixture_add_place (Fixture *self, const char *name);
gint64 fixture_add_spending (Fixture *self, const char *payee, gint64 pence, gint64 place);
AccordRecord *fixture_get (Fixture *self, const AccordKind *kind, gint64 id);
gint64 fixture_count (Fixture *self, const AccordKind *kind);
void fixture_import (Fixture *self, gint64 n_spendings, gint64 place);
char *fixture_dump (Fixture *self);
void fixture_assert_sound (Fixture *self);
void fixture_sql (Fixture *self, const char *sql);

/* Runs the main loop until @condition holds, for at most a minute. */
gboolean fixture_timed_out (gpointer data);
#define fixture_wait(condition)                                                                              \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gboolean late = FALSE;                                                                                   \
    guint timer = g_timeout_add_seconds (60, fixture_timed_out, &late);                                      \
    while (!(condition) && !late)                                                                            \
      g_main_context_iteration (NULL, TRUE);                                                                 \
    g_assert_true (condition);                                                                               \
    if (!late)                                                                                               \
      g_source_remove (timer);                                                                               \
  }                                                                                                          \
  G_STMT_END

G_END_DECLS
