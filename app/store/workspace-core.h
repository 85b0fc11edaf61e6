/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change-private.h"
#include "worker.h"
#include "workspace-file.h"

G_BEGIN_DECLS

/*
 * AccordCore: what the threads of one workspace share: which change of the journal was told last, which one
 * is being kept by this process, those that wait to be told on the main loop, and how often settings were
 * changed.
 */
typedef struct
{
  AccordSchema *schema;
  GMutex collecting;
  GMutex mutex;
  char *author;
  gint64 last_told;
  gint64 own;
  AccordChange *own_change;
  GQueue untold;
  char *undo_label;
  char *redo_label;
  gint64 settings;
  gboolean settings_untold;
} AccordCore;

void accord_core_init (AccordCore *self, AccordSchema *schema);
void accord_core_clear (AccordCore *self);
void accord_core_start (AccordCore *self, AccordConnection *connection);
void accord_core_collect (AccordCore *self, AccordConnection *connection);
AccordChange *accord_core_take (AccordCore *self);
gboolean accord_core_take_settings (AccordCore *self);

typedef gboolean (*AccordCommitFunc) (AccordWriter *writer, gpointer data, GError **error);

AccordChange *accord_core_write (AccordCore *self, AccordConnection *connection, const char *label,
                                 AccordCommitFunc func, gpointer data, GCancellable *cancellable,
                                 GError **error);
gpointer accord_core_read (AccordCore *self, AccordConnection *connection, AccordReadFunc func, gpointer data,
                           GCancellable *cancellable, GError **error);

/**
 * AccordWorkspace:
 *
 * One workspace file, open. All work on the file is done by its own threads; signals come on the main context
 * of the thread that opened it. Several of them, in this and in other processes, may have the same file open
 * and see each other's changes.
 */
struct _AccordWorkspace
{
  GObject parent_instance;

  char *path;
  AccordCore core;
  AccordWorker *writer;
  AccordWorker *pages;
  AccordWorker *orders;
  AccordWorker *sums;
  GMainContext *context;
  gboolean read_only;
  char *notice;
  char *undo_label;
  char *redo_label;
  GHashTable *records;
  GFileMonitor *monitor;
  guint look_id;
  guint interval_id;
};

void accord_workspace_tell_changes (AccordWorkspace *self);
void accord_workspace_reload_open (AccordWorkspace *self, AccordChange *change);
GHashTable *accord_workspace_new_open_records (void);

G_END_DECLS
