/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/*
 * AccordSiteWork: a workspace as long work uses it, which waits for every answer.
 *
 * @context: the main context of the thread at hand, where that is not the one on which the workspace tells of
 * changes; %NULL where it is
 */
typedef struct
{
  AccordWorkspace *workspace;
  GMainContext *context;
} AccordSiteWork;

gpointer accord_site_work_read (AccordSiteWork *self, AccordReadFunc func, gpointer data,
                                GCancellable *cancellable, GError **error);
AccordChange *accord_site_work_write (AccordSiteWork *self, const char *label, AccordWriteFunc func,
                                      gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
