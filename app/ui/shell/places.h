/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schema.h"
#include "query.h"

G_BEGIN_DECLS

/**
 * AccordPlaceGroup:
 * @ACCORD_PLACE_TOP: what stands above all headings
 * @ACCORD_PLACE_PARTNERSHIP: who works together
 * @ACCORD_PLACE_MONEY: what it costs
 * @ACCORD_PLACE_CHANGE: what is to change
 * @ACCORD_PLACE_DECISIONS: who decided what
 * @ACCORD_PLACE_RECORD: what it all rests on
 *
 * The headings of the sidebar, in order.
 */
typedef enum
{
  ACCORD_PLACE_TOP,
  ACCORD_PLACE_PARTNERSHIP,
  ACCORD_PLACE_MONEY,
  ACCORD_PLACE_CHANGE,
  ACCORD_PLACE_DECISIONS,
  ACCORD_PLACE_RECORD,
} AccordPlaceGroup;

/**
 * AccordPlace:
 * @id: the word it is remembered by
 * @group: the heading it stands under
 * @label: what people read (untranslated), or %NULL for the plural of its kind
 * @add_label: what the button that adds one says (untranslated), or %NULL for that of its kind
 * @kind: the kind of record listed there, or %NULL for a page that is no list
 * @field: a field that has to have a value there, or %NULL
 * @value: that value
 * @waiting_field: a field that tells what waits for an answer, or %NULL
 * @waiting_value: its value while it waits
 * @icon_name: its picture
 * @lesser: whether it is looked at less often than its neighbours, and folded away beneath them
 *
 * A place to go to: a list of one kind of record, or of a part of them, or a page of its own.
 */
typedef struct
{
  const char *id;
  AccordPlaceGroup group;
  const char *label;
  const char *add_label;
  const char *kind;
  const char *field;
  const char *value;
  const char *waiting_field;
  const char *waiting_value;
  const char *icon_name;
  gboolean lesser;
} AccordPlace;

const AccordPlace *accord_places_get (guint *n_places);
GPtrArray *accord_places_list (gboolean reading);
const AccordPlace *accord_place_get_home (gboolean reading);
const AccordPlace *accord_place_find (const char *id);
const AccordPlace *accord_place_for_kind (const char *kind);
const AccordPlace *accord_place_for_query (AccordQuery *query, AccordSchema *schema);
const char *accord_place_group_get_label (AccordPlaceGroup group);
const char *accord_place_get_label (const AccordPlace *place, AccordSchema *schema);
const char *accord_place_get_words (const AccordPlace *place);
const char *accord_place_get_add_label (const AccordPlace *place, AccordSchema *schema);
AccordQuery *accord_place_new_query (const AccordPlace *place, AccordSchema *schema);
AccordQuery *accord_place_new_waiting_query (const AccordPlace *place, AccordSchema *schema);
gboolean accord_place_is_narrowed (const AccordPlace *place, AccordQuery *query);
AccordRecord *accord_place_new_preset (const AccordPlace *place, AccordSchema *schema);

G_END_DECLS
