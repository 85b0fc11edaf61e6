/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordGridFault:
 * @typed: what was typed
 * @why: one sentence that says what is wrong and where
 *
 * What was typed into a cell and cannot stand there.
 */
typedef struct
{
  char *typed;
  char *why;
} AccordGridFault;

/**
 * AccordGridFaults:
 *
 * What was typed and cannot stand, by row and column: it is kept until it is put right or given up. Rows are
 * told apart by their keys, so that it stays with its row.
 */
typedef struct _AccordGridFaults AccordGridFaults;

AccordGridFaults *accord_grid_faults_new (void);
void accord_grid_faults_free (AccordGridFaults *self);
void accord_grid_faults_put (AccordGridFaults *self, const char *key, guint column, const char *typed,
                             const char *why);
gboolean accord_grid_faults_drop (AccordGridFaults *self, const char *key, guint column);
const AccordGridFault *accord_grid_faults_find (AccordGridFaults *self, const char *key, guint column);
const AccordGridFault *accord_grid_faults_any (AccordGridFaults *self);
guint accord_grid_faults_get_n (AccordGridFaults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordGridFaults, accord_grid_faults_free)

G_END_DECLS
