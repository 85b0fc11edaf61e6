/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordFileTask:
 * @ACCORD_FILE_OPEN: choose one file that is there
 * @ACCORD_FILE_OPEN_SEVERAL: choose one or more files that are there
 * @ACCORD_FILE_SAVE: name a file, which may not be there yet
 */
typedef enum
{
  ACCORD_FILE_OPEN,
  ACCORD_FILE_OPEN_SEVERAL,
  ACCORD_FILE_SAVE,
} AccordFileTask;

/**
 * AccordFileRequest:
 * @task: what is to be chosen
 * @title: the dialog's title
 * @accept: what its button says, with mnemonic
 * @name: proposed file name when saving, or %NULL
 * @filter_name: what the files are called (`Accord workspaces`), or %NULL for any file
 * @filter_patterns: semicolon-separated globs (`*.csv;*.CSV`), or %NULL
 *
 * What the file dialog is asked for. Read during the call only.
 */
typedef struct
{
  AccordFileTask task;
  const char *title;
  const char *accept;
  const char *name;
  const char *filter_name;
  const char *filter_patterns;
} AccordFileRequest;

void accord_choose_files_async (GtkWindow *parent, const AccordFileRequest *request,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *accord_choose_files_finish (GAsyncResult *result, GError **error);
GFile *accord_choose_file_finish (GAsyncResult *result, GError **error);

void accord_show_address (GtkWindow *parent, const char *uri);

void accord_window_leave_parent (GtkWindow *window);

G_END_DECLS
