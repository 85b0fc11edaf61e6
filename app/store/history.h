/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordHistoryEntry:
 * @change: number of the change
 * @at: when, ISO 8601 in UTC
 * @who: who
 * @label: what the change was called
 * @operation: `insert`, `update`, `delete` or `restore`
 * @kind: the kind of record
 * @record: its identifier
 * @before: a JSON object of the fields' values before, or %NULL
 * @after: a JSON object of the fields' values after, or %NULL
 *
 * One line of the journal.
 */
typedef struct
{
  gint64 change;
  char *at;
  char *who;
  char *label;
  char *operation;
  const AccordKind *kind;
  gint64 record;
  char *before;
  char *after;
} AccordHistoryEntry;

void accord_history_entry_free (AccordHistoryEntry *self);
GPtrArray *accord_reader_history (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error);

/**
 * AccordCheckReport:
 * @problems: (element-type utf8): a sentence for each thing that is wrong
 * @n_records: records looked at
 * @n_changes: changes of the journal looked at
 * @rebuilt: whether the derived tables were made anew
 */
typedef struct
{
  GPtrArray *problems;
  gint64 n_records;
  gint64 n_changes;
  gboolean rebuilt;
} AccordCheckReport;

void accord_check_report_free (AccordCheckReport *self);
AccordCheckReport *accord_workspace_check (AccordWorkspace *self, gboolean rebuild,
                                           AccordProgressFunc progress, gpointer progress_data,
                                           GCancellable *cancellable, GError **error);
gboolean accord_workspace_backup (AccordWorkspace *self, const char *path, AccordProgressFunc progress,
                                  gpointer progress_data, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHistoryEntry, accord_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCheckReport, accord_check_report_free)

G_END_DECLS
