/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"
#include "reader.h"
#include "writer.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WORKSPACE (accord_workspace_get_type ())
G_DECLARE_FINAL_TYPE (AccordWorkspace, accord_workspace, ACCORD, WORKSPACE, GObject)

/**
 * AccordOpenFlags:
 * @ACCORD_OPEN_EXISTING: the file must be there
 * @ACCORD_OPEN_CREATE: make the file when it is not there; refuse one that is
 * @ACCORD_OPEN_READ_ONLY: never write to it
 */
typedef enum
{
  ACCORD_OPEN_EXISTING = 0,
  ACCORD_OPEN_CREATE = 1 << 0,
  ACCORD_OPEN_READ_ONLY = 1 << 1,
} AccordOpenFlags;

/**
 * AccordWriteFunc:
 * @writer: the open change
 * @data: the data given to accord_workspace_write()
 * @error: return location for an error
 *
 * Makes one change, on the writing thread. It must not touch widgets nor wait for the main thread.
 *
 * Returns: %FALSE to keep nothing of the change
 */
typedef gboolean (*AccordWriteFunc) (AccordWriter *writer, gpointer data, GError **error);

/**
 * AccordReadFunc:
 * @reader: a connection that only reads
 * @data: the data given to accord_workspace_read()
 * @error: return location for an error
 *
 * Asks questions, on a reading thread.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
typedef gpointer (*AccordReadFunc) (AccordReader *reader, gpointer data, GError **error);

AccordWorkspace *accord_workspace_open (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                                        GCancellable *cancellable, GError **error);
void accord_workspace_open_async (const char *path, AccordSchema *schema, AccordOpenFlags flags,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
AccordWorkspace *accord_workspace_open_finish (GAsyncResult *result, GError **error);
void accord_workspace_close (AccordWorkspace *self);

const char *accord_workspace_get_path (AccordWorkspace *self);
char *accord_workspace_dup_display_name (AccordWorkspace *self);
AccordSchema *accord_workspace_get_schema (AccordWorkspace *self);
gboolean accord_workspace_get_read_only (AccordWorkspace *self);
const char *accord_workspace_get_notice (AccordWorkspace *self);
const char *accord_workspace_get_undo_label (AccordWorkspace *self);
const char *accord_workspace_get_redo_label (AccordWorkspace *self);
void accord_workspace_set_author (AccordWorkspace *self, const char *author);

AccordChange *accord_workspace_write (AccordWorkspace *self, const char *label, AccordWriteFunc func,
                                      gpointer data, GCancellable *cancellable, GError **error);
void accord_workspace_write_async (AccordWorkspace *self, const char *label, AccordWriteFunc func,
                                   gpointer data, GDestroyNotify destroy, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
AccordChange *accord_workspace_write_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);

gpointer accord_workspace_read (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                GCancellable *cancellable, GError **error);
void accord_workspace_read_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                  GDestroyNotify destroy, GDestroyNotify free_answer,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gpointer accord_workspace_read_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);

AccordChange *accord_workspace_save (AccordWorkspace *self, AccordRecord *record, GCancellable *cancellable,
                                     GError **error);
void accord_workspace_save_async (AccordWorkspace *self, AccordRecord *record, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
AccordChange *accord_workspace_save_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);
void accord_workspace_delete_async (AccordWorkspace *self, const AccordKind *kind, const gint64 *ids,
                                    gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
AccordChange *accord_workspace_delete_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);

AccordChange *accord_workspace_undo (AccordWorkspace *self, GCancellable *cancellable, GError **error);
void accord_workspace_undo_async (AccordWorkspace *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
AccordChange *accord_workspace_undo_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);
AccordChange *accord_workspace_redo (AccordWorkspace *self, GCancellable *cancellable, GError **error);
void accord_workspace_redo_async (AccordWorkspace *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
AccordChange *accord_workspace_redo_finish (AccordWorkspace *self, GAsyncResult *result, GError **error);

AccordRecord *accord_workspace_get_record (AccordWorkspace *self, const AccordKind *kind, gint64 id,
                                           GCancellable *cancellable, GError **error);
void accord_workspace_get_record_async (AccordWorkspace *self, const AccordKind *kind, gint64 id,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
AccordRecord *accord_workspace_get_record_finish (AccordWorkspace *self, GAsyncResult *result,
                                                  GError **error);

void accord_workspace_look_for_changes (AccordWorkspace *self);

G_END_DECLS
