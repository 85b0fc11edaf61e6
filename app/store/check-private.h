/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"
#include "reader-private.h"

G_BEGIN_DECLS

/* A look at a workspace while it goes on. */
typedef struct
{
  AccordReader *reader;
  AccordCheckReport *report;
  AccordProgressFunc progress;
  gpointer progress_data;
  gint64 n_done;
  gint64 n_total;
} AccordCheck;

void accord_check_problem (AccordCheck *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean accord_check_contents (AccordCheck *self, GError **error);
gboolean accord_check_facts (AccordCheck *self, GError **error);

G_END_DECLS
