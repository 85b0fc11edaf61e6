/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "connection.h"
#include "workspace.h"

G_BEGIN_DECLS

/* "ACCD": what marks an SQLite file as a workspace, at byte 68 of it. */
#define ACCORD_APPLICATION_ID 0x41434344

/*
 * AccordWorkspaceFile: what opening a workspace gives: the connections, and what is to be said about the
 * file.
 */
typedef struct
{
  AccordConnection *writer;
  AccordConnection *pages;
  AccordConnection *orders;
  AccordConnection *sums;
  gboolean read_only;
  char *notice;
} AccordWorkspaceFile;

gboolean accord_workspace_file_open (AccordWorkspaceFile *self, const char *path, AccordSchema *schema,
                                     AccordOpenFlags flags, GCancellable *cancellable, GError **error);
void accord_workspace_file_clear (AccordWorkspaceFile *self);

char *accord_workspace_file_dup_log_name (const char *path);
gboolean accord_file_system_is_network (glong type);
gint64 accord_schema_get_version (AccordSchema *schema);
gboolean accord_connection_migrate (AccordConnection *self, AccordSchema *schema, GError **error);
gboolean accord_connection_derive (AccordConnection *self, AccordSchema *schema, GError **error);
gboolean accord_connection_derive_kind (AccordConnection *self, AccordSchema *schema, const AccordKind *kind,
                                        GError **error);

G_END_DECLS
