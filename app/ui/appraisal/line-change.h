/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordLineHandle:
 *
 * What a line is known by from the moment that it is typed, also before the workspace has given it an
 * identifier: changes that are made to it meanwhile find it by this.
 */
typedef struct _AccordLineHandle AccordLineHandle;

AccordLineHandle *accord_line_handle_new (const char *key, gint64 id);
AccordLineHandle *accord_line_handle_ref (AccordLineHandle *self);
void accord_line_handle_unref (AccordLineHandle *self);
const char *accord_line_handle_get_key (AccordLineHandle *self);
gint64 accord_line_handle_get_id (AccordLineHandle *self);

void accord_line_set_handle (AccordRecord *record, AccordLineHandle *handle);
AccordLineHandle *accord_line_get_handle (AccordRecord *record);

/**
 * AccordLineChanges:
 *
 * What is done to lines in one change.
 */
typedef struct _AccordLineChanges AccordLineChanges;

AccordLineChanges *accord_line_changes_new (void);
void accord_line_changes_free (AccordLineChanges *self);
gboolean accord_line_changes_is_empty (AccordLineChanges *self);
void accord_line_changes_add (AccordLineChanges *self, AccordRecord *line);
void accord_line_changes_update (AccordLineChanges *self, AccordRecord *before, AccordRecord *after);
void accord_line_changes_delete (AccordLineChanges *self, AccordRecord *line);
void accord_line_changes_share (AccordLineChanges *self, AccordRecord *outcome, GPtrArray *gains);
gboolean accord_line_changes_write (AccordWriter *writer, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLineChanges, accord_line_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLineHandle, accord_line_handle_unref)

G_END_DECLS
