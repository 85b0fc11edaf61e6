/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "past.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_JOURNAL_ROW (accord_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordJournalRow, accord_journal_row, ACCORD, JOURNAL_ROW, GtkListBoxRow)

GtkWidget *accord_journal_row_new (AccordWorkspace *workspace, const AccordPastChange *change);
void accord_journal_row_toggle (AccordJournalRow *self);

G_END_DECLS
