/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "connection.h"

G_BEGIN_DECLS

/*
 * AccordWorker: a thread that owns one connection and does one job after the other. With @latest_first the
 * newest job is done first, as a view that scrolls on wants it.
 */
typedef struct _AccordWorker AccordWorker;

typedef void (*AccordJobFunc) (AccordConnection *connection, gpointer data);

AccordWorker *accord_worker_new (const char *name, AccordConnection *connection, gboolean latest_first);
void accord_worker_free (AccordWorker *self);
void accord_worker_push (AccordWorker *self, AccordJobFunc func, gpointer data);
gboolean accord_worker_is_current (AccordWorker *self);

G_END_DECLS
