/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "trace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TRACE_ITEM (accord_trace_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordTraceItem, accord_trace_item, ACCORD, TRACE_ITEM, GObject)

AccordTraceItem *accord_trace_item_new (const AccordCba *cba, const AccordFigureRef *figure);
AccordTrace *accord_trace_item_get_trace (AccordTraceItem *self);
const AccordCba *accord_trace_item_get_cba (AccordTraceItem *self);
GListModel *accord_trace_item_new_children (AccordTraceItem *self);
GPtrArray *accord_trace_item_list_sentences (AccordTraceItem *self, guint most);

G_END_DECLS
