/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * ACCORD_AUTOSAVE_MS:
 *
 * How long after it was typed something is kept, at the latest.
 */
#define ACCORD_AUTOSAVE_MS 500

/**
 * AccordAutosaveCheck:
 * @record: as it is to be written
 *
 * Returns: whether there is anything to keep yet
 */
typedef gboolean (*AccordAutosaveCheck) (AccordRecord *record);

#define ACCORD_TYPE_AUTOSAVE (accord_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AccordAutosave, accord_autosave, ACCORD, AUTOSAVE, GObject)

AccordAutosave *accord_autosave_new (AccordWorkspace *workspace, AccordRecord *record, const char *label,
                                     AccordAutosaveCheck check);
void accord_autosave_put_text (AccordAutosave *self, const char *field, const char *text);
void accord_autosave_flush (AccordAutosave *self);
gboolean accord_autosave_follow (AccordAutosave *self, AccordRecord *record);
AccordRecord *accord_autosave_get_record (AccordAutosave *self);
gint64 accord_autosave_get_id (AccordAutosave *self);
gboolean accord_autosave_get_waiting (AccordAutosave *self);
void accord_autosave_let_go (AccordAutosave *self);
void accord_autosave_make_quiet (const char *label);
gboolean accord_autosave_is_quiet (const char *label);

G_END_DECLS
