/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pins.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PIN_LIST (accord_pin_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordPinList, accord_pin_list, ACCORD, PIN_LIST, GObject)

AccordPinList *accord_pin_list_new (AccordWorkspace *workspace);

guint accord_pin_list_get_n (AccordPinList *self);
const AccordPin *accord_pin_list_get (AccordPinList *self, guint index);
int accord_pin_list_find (AccordPinList *self, const char *key);
int accord_pin_list_find_record (AccordPinList *self, const AccordKind *kind, gint64 id);

G_END_DECLS
