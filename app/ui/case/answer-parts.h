/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record.h"

G_BEGIN_DECLS

/* What the editors of an answer have alike, which is given where it stands and not on a page of its own. */

GtkWidget *accord_answer_state_button (AccordRecord *answer, const AccordField *state, guint index);
GtkWidget *accord_answer_notice (void);
gboolean accord_answer_is_touched (GtkWidget *const *editors, guint n_editors);
void accord_answer_show_refusal (GtkWidget *const *editors, guint n_editors, GtkWidget *notice,
                                 const AccordKind *kind, const char *message);

G_END_DECLS
