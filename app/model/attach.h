/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordExtractFlags:
 * @ACCORD_EXTRACT_NEW: the file must not be there yet
 * @ACCORD_EXTRACT_REPLACE: a file that is there is replaced once the copy is whole
 * @ACCORD_EXTRACT_READ_ONLY: nobody may write to it afterwards
 */
typedef enum
{
  ACCORD_EXTRACT_NEW = 0,
  ACCORD_EXTRACT_REPLACE = 1 << 0,
  ACCORD_EXTRACT_READ_ONLY = 1 << 1,
} AccordExtractFlags;

gint64 accord_attach (AccordWorkspace *workspace, GFile *file, AccordRecord *preset,
                      AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                      GError **error);
void accord_attach_async (AccordWorkspace *workspace, GFile *file, AccordRecord *preset,
                          AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
gboolean accord_attach_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error);

gboolean accord_extract (AccordWorkspace *workspace, const char *digest, GFile *file,
                         AccordExtractFlags flags, AccordProgressFunc progress, gpointer progress_data,
                         GCancellable *cancellable, GError **error);
void accord_extract_async (AccordWorkspace *workspace, const char *digest, GFile *file,
                           AccordExtractFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean accord_extract_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error);

char *accord_attach_safe_name (const char *name);

G_END_DECLS
