/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/*
 * Made-up spending, the same for the same seed: every value follows from the seed and the row's number, so
 * that any row can be made at any time without those before it.
 */

#define BENCH_PAYEE_SIZE 96
#define BENCH_TEXT_SIZE 64

/**
 * BenchPayment:
 * @payee: who was paid
 * @organisation: which organisation that is, from 0
 * @date: when, ISO
 * @pence: how much
 * @reference: the transaction's number; no two rows have the same
 * @description: what for
 * @service: the service that paid
 * @expense_type: the sort of expense
 * @paying_body: the council that paid
 * @line: the line in the file
 *
 * One payment, as a council publishes it.
 */
typedef struct
{
  char payee[BENCH_PAYEE_SIZE];
  gint64 organisation;
  char date[12];
  gint64 pence;
  char reference[16];
  char description[BENCH_TEXT_SIZE];
  const char *service;
  const char *expense_type;
  const char *paying_body;
  gint64 line;
} BenchPayment;

/**
 * BenchSize:
 * @n_payments: payments
 * @n_organisations: organisations
 * @n_cases: business cases
 * @seed: what everything follows from
 *
 * How large a workspace is made.
 */
typedef struct
{
  gint64 n_payments;
  gint64 n_organisations;
  gint64 n_cases;
  guint64 seed;
} BenchSize;

void bench_payment_make (const BenchSize *size, gint64 row, BenchPayment *payment);
gboolean bench_write_csv (const BenchSize *size, const char *path, GError **error);
gboolean bench_fill_workspace (AccordWorkspace *workspace, const BenchSize *size, GError **error);

G_END_DECLS
