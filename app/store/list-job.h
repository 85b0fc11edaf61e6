/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "order-reader.h"
#include "record-list.h"

G_BEGIN_DECLS

/*
 * AccordListJob: one question of a list to the reading threads. It outlives a list that lost interest; then
 * nobody is told.
 */
typedef struct _AccordListJob AccordListJob;

/**
 * AccordListPartFunc:
 * @list: the list that asked
 * @job: the job, still at work
 * @order: the order, of which more is published than before
 * @rows: (nullable) (element-type AccordRecord): its first records, once, where they came along
 */
typedef void (*AccordListPartFunc) (AccordRecordList *list, AccordListJob *job, AccordOrder *order,
                                    GPtrArray *rows);

/**
 * AccordListDoneFunc:
 * @list: the list that asked
 * @job: the job
 * @error: (nullable): why there is no answer
 */
typedef void (*AccordListDoneFunc) (AccordRecordList *list, AccordListJob *job, const GError *error);

struct _AccordListJob
{
  gatomicrefcount ref_count;
  GWeakRef list;
  guint64 generation;
  AccordQuery *query;
  AccordListPartFunc part;
  AccordListDoneFunc done;

  /* Asked: the order before, to tell the difference, and what was touched since (NULL: anything), as far as
   * was told. */
  AccordOrder *before;
  GArray *touched;
  gint64 told;
  guint n_rows;

  /* Answered; base both. */
  AccordOrder *base;
  AccordOrder *order;
  GArray *runs;
  GPtrArray *rows;
  gint64 moment;

  /* What waits to be told in passing, under the mutex. */
  GMainContext *context;
  GMutex mutex;
  gboolean posted;
  AccordOrder *partial;
  GPtrArray *partial_rows;
};

AccordListJob *accord_list_job_new (AccordRecordList *list, guint64 generation, AccordListDoneFunc done);
void accord_list_job_run_rows (AccordListJob *self, AccordWorkspace *workspace, guint n_rows,
                               GCancellable *cancellable);
void accord_list_job_run_order (AccordListJob *self, AccordWorkspace *workspace, GCancellable *cancellable);

G_END_DECLS
