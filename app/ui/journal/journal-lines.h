/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/history-text.h"

G_BEGIN_DECLS

/**
 * AccordJournalLine:
 * @title: what the record is called now
 * @line: what was done to it
 * @back: whether there is a way back to what it was after that
 *
 * One record that a change touched.
 */
typedef struct
{
  char *title;
  AccordHistoryLine *line;
  gboolean back;
} AccordJournalLine;

void accord_journal_line_free (AccordJournalLine *self);
GPtrArray *accord_journal_lines (AccordReader *reader, gint64 change, guint limit, GError **error);
const char *accord_journal_operation (const char *operation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJournalLine, accord_journal_line_free)

G_END_DECLS
