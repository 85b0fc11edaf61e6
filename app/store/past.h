/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"

G_BEGIN_DECLS

AccordRecord *accord_reader_get_at (AccordReader *self, const AccordKind *kind, gint64 id, gint64 change,
                                    GError **error);
gboolean accord_writer_go_back (AccordWriter *self, const AccordKind *kind, gint64 id, gint64 change,
                                GError **error);

/**
 * AccordPastChange:
 * @id: number of the change
 * @at: when, ISO 8601 in UTC
 * @who: who
 * @label: what it was called
 * @undone: whether it was taken back since
 * @n_records: how many records it touched
 *
 * One change set of the journal.
 */
typedef struct
{
  gint64 id;
  char *at;
  char *who;
  char *label;
  gboolean undone;
  gint64 n_records;
} AccordPastChange;

void accord_past_change_free (AccordPastChange *self);
GPtrArray *accord_reader_changes (AccordReader *self, const char *search, gint64 before, guint limit,
                                  GError **error);
GPtrArray *accord_reader_change_entries (AccordReader *self, gint64 change, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPastChange, accord_past_change_free)

G_END_DECLS
