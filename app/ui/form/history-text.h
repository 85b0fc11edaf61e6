/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"

G_BEGIN_DECLS

/**
 * AccordHistoryLine:
 * @heading: what happened, who did it and when
 * @label: what the change was called
 * @moment: when, in words
 * @change: number of the change
 * @kind: the kind of the record
 * @record: its identifier
 * @there: whether the record was in the workspace after it
 * @changes: (element-type utf8): for each field that changed, what it was and what it became
 *
 * One change of a record, in words.
 */
typedef struct
{
  char *heading;
  char *label;
  char *moment;
  gint64 change;
  const AccordKind *kind;
  gint64 record;
  gboolean there;
  GPtrArray *changes;
} AccordHistoryLine;

void accord_history_line_free (AccordHistoryLine *self);
GPtrArray *accord_history_lines (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error);
AccordHistoryLine *accord_history_line_new (AccordReader *reader, const AccordHistoryEntry *entry);
char *accord_history_dup_moment (const char *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHistoryLine, accord_history_line_free)

G_END_DECLS
