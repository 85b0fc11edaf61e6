/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordWriter:
 *
 * The inside of one change: a transaction in which records are added, changed and deleted. It lives on the
 * workspace's writing thread for the time of one #AccordWriteFunc. All of it is kept or, when the function
 * fails, nothing.
 */
typedef struct _AccordWriter AccordWriter;

/**
 * AccordProgressFunc:
 * @done: how much is done, in units of the caller's choosing
 * @total: how much there is, or 0 when nobody knows
 * @user_data: the data given with the function
 *
 * Called on the worker thread, at most some twenty times a second.
 */
typedef void (*AccordProgressFunc) (gint64 done, gint64 total, gpointer user_data);

AccordReader *accord_writer_get_reader (AccordWriter *self);

gboolean accord_writer_insert (AccordWriter *self, AccordRecord *record, GError **error);
gboolean accord_writer_update (AccordWriter *self, AccordRecord *record, GError **error);
gboolean accord_writer_delete (AccordWriter *self, const AccordKind *kind, gint64 id, GError **error);
gboolean accord_writer_restore (AccordWriter *self, const AccordKind *kind, gint64 id, GError **error);
gboolean accord_writer_begin_bulk (AccordWriter *self, const AccordKind *kind, gint64 expected,
                                   GError **error);
gboolean accord_writer_set_setting (AccordWriter *self, const char *key, const char *value, GError **error);
void accord_writer_set_label (AccordWriter *self, const char *label);
void accord_writer_set_lasting (AccordWriter *self);
guint64 accord_writer_get_n_changes (AccordWriter *self);
gboolean accord_writer_touches (AccordWriter *self, const AccordKind *kind);

G_END_DECLS
