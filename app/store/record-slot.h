/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RECORD_SLOT (accord_record_slot_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordSlot, accord_record_slot, ACCORD, RECORD_SLOT, GObject)

gint64 accord_record_slot_get_id (AccordRecordSlot *self);
AccordRecord *accord_record_slot_get_record (AccordRecordSlot *self);

G_END_DECLS
