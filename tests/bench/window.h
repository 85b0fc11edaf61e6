/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/list-view.h"

G_BEGIN_DECLS

/**
 * BenchWindow:
 *
 * A window on a display, in which a list view is shown as Accord shows it.
 */
typedef struct _BenchWindow BenchWindow;

gboolean bench_window_init (void);
BenchWindow *bench_window_new (void);
void bench_window_free (BenchWindow *self);
void bench_window_show (BenchWindow *self, AccordWorkspace *workspace, AccordQuery *query);
void bench_window_ask (BenchWindow *self, AccordQuery *query);
GtkWidget *bench_window_get_top (BenchWindow *self);
const guint *bench_window_get_fields (BenchWindow *self, guint *n_fields);
AccordRecordList *bench_window_get_list (BenchWindow *self);
void bench_window_await_frame (BenchWindow *self);
void bench_window_await_rows (BenchWindow *self);
void bench_window_await_order (BenchWindow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchWindow, bench_window_free)

G_END_DECLS
