/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * AccordConnection: one SQLite connection with its prepared statements. Used by one thread at a time: the
 * worker that owns it.
 */
typedef struct _AccordConnection AccordConnection;

AccordConnection *accord_connection_open (const char *path, int flags, GError **error);
AccordConnection *accord_connection_open_immutable (const char *path, GError **error);
void accord_connection_free (AccordConnection *self);
gboolean accord_connection_peek (AccordConnection *self, guchar *bytes, int length, gint64 *size,
                                 GError **error);
void accord_connection_note_log (AccordConnection *self);
gboolean accord_connection_has_moved (AccordConnection *self);
const char *accord_connection_get_name (AccordConnection *self);
sqlite3 *accord_connection_get_db (AccordConnection *self);
void accord_connection_set_cancellable (AccordConnection *self, GCancellable *cancellable);
GCancellable *accord_connection_get_cancellable (AccordConnection *self);
gboolean accord_connection_fail (AccordConnection *self, int code, GError **error);
gboolean accord_connection_exec (AccordConnection *self, const char *sql, GError **error);
gboolean accord_connection_exec_all (AccordConnection *self, GPtrArray *statements, GError **error);
sqlite3_stmt *accord_connection_prepare (AccordConnection *self, const char *sql, GError **error);
void accord_connection_release (AccordConnection *self, sqlite3_stmt *statement);
gboolean accord_connection_run (AccordConnection *self, sqlite3_stmt *statement, GError **error);
gboolean accord_connection_step (AccordConnection *self, sqlite3_stmt *statement, gboolean *row,
                                 GError **error);
gint64 accord_connection_int (AccordConnection *self, const char *sql, gint64 otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordConnection, accord_connection_free)

G_END_DECLS
