/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "generator.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * Bench:
 * @size: how large the large workspace is
 * @runs: how often what is quick is measured
 * @import_runs: how often an import is
 * @folder: where files are made, which are removed at the end
 * @schema: the kinds
 * @payment: one of them
 * @large: the large workspace
 * @small: one with a thousandth of it
 * @empty: one with nothing in it
 * @report: where results go
 *
 * What every measurement is given.
 */
typedef struct
{
  BenchSize size;
  guint runs;
  guint import_runs;
  char *folder;
  AccordSchema *schema;
  const AccordKind *payment;
  char *large;
  char *small;
  char *empty;
  BenchReport *report;
} Bench;

AccordWorkspace *bench_open (Bench *self, const char *path, AccordOpenFlags flags);
void bench_close (AccordWorkspace *workspace);
char *bench_file (Bench *self, const char *name);
AccordQuery *bench_query (Bench *self, const char *sort, const char *search);

void bench_measure_lists (Bench *self);
void bench_measure_search (Bench *self);
void bench_measure_import (Bench *self);
void bench_measure_committee (Bench *self);
void bench_measure_edit (Bench *self);
void bench_measure_stall (Bench *self);
void bench_measure_scroll (Bench *self);
void bench_measure_switch (Bench *self);
void bench_measure_go_to (Bench *self);
void bench_measure_memory (Bench *self);
void bench_measure_start (Bench *self);
void bench_measure_page (Bench *self);
void bench_measure_appraisal (Bench *self);
void bench_measure_appraisal_page (Bench *self);
void bench_measure_chance (Bench *self);
void bench_measure_portfolio (Bench *self);
void bench_measure_pack (Bench *self);
void bench_measure_pdf (Bench *self);
void bench_memory_show (Bench *self, const char *path);
void bench_page_memory_show (const char *form);

G_END_DECLS
