/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace-core.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_JOB_WRITE,
  ACCORD_JOB_READ,
  ACCORD_JOB_LOOK,
} AccordJobType;

typedef struct
{
  AccordWorkspace *workspace;
  AccordJobType type;
  GTask *task;
  GCancellable *cancellable;
  char *label;
  gpointer func;
  gpointer data;
  GDestroyNotify destroy;
  GDestroyNotify free_answer;
  gpointer answer;
  GError *error;
  /* For the synchronous twin only: */
  gboolean waiting;
  gboolean done;
  GMutex mutex;
  GCond cond;
} AccordJob;

AccordJob *accord_job_new (AccordWorkspace *workspace, AccordJobType type, gpointer func, gpointer data,
                           GCancellable *cancellable);
gpointer accord_job_wait (AccordWorker *worker, AccordJob *job, GError **error);
void accord_job_start (AccordWorker *worker, AccordJob *job, GAsyncReadyCallback callback, gpointer user_data,
                       gpointer tag);

void accord_job_push (AccordWorker *worker, AccordJob *job);

G_END_DECLS
