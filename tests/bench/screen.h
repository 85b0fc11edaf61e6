/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-list.h"

G_BEGIN_DECLS

/**
 * BenchScreen:
 *
 * A list, and what a view does with it, without painting: it holds the first rows of the list, as GTK's
 * column view does whatever it shows of them.
 */
typedef struct _BenchScreen BenchScreen;

BenchScreen *bench_screen_new (AccordWorkspace *workspace, AccordQuery *query);
void bench_screen_free (BenchScreen *self);
AccordRecordList *bench_screen_get_list (BenchScreen *self);
void bench_screen_ask (BenchScreen *self, AccordQuery *query);
double bench_screen_await_rows (BenchScreen *self, guint n_rows);
double bench_screen_await_order (BenchScreen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchScreen, bench_screen_free)

G_END_DECLS
