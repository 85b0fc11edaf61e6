/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACE(name, heading, picture)                                                                        \
  {                                                                                                          \
    .id = name, .group = heading, .kind = name, .icon_name = "accord-" picture "-symbolic"                   \
  }

static const AccordPlace places[] = {
  { .id = "overview",
    .group = ACCORD_PLACE_TOP,
    .label = N_ ("Overview"),
    .icon_name = "accord-overview-symbolic" },

  PLACE ("organisation", ACCORD_PLACE_PARTNERSHIP, "organisation"),
  { .id = "alliance",
    .group = ACCORD_PLACE_PARTNERSHIP,
    .label = N_ ("Alliances"),
    .add_label = N_ ("Add an alliance"),
    .kind = "organisation",
    .field = "type",
    .value = "alliance",
    .icon_name = "accord-alliance-symbolic" },
  PLACE ("membership", ACCORD_PLACE_PARTNERSHIP, "membership"),
  PLACE ("body", ACCORD_PLACE_PARTNERSHIP, "body"),
  PLACE ("post", ACCORD_PLACE_PARTNERSHIP, "post"),

  PLACE ("fund", ACCORD_PLACE_MONEY, "fund"),
  PLACE ("allocation", ACCORD_PLACE_MONEY, "allocation"),
  PLACE ("payment", ACCORD_PLACE_MONEY, "payment"),
  { .id = "claim",
    .group = ACCORD_PLACE_MONEY,
    .label = N_ ("What was said"),
    .kind = "claim",
    .icon_name = "accord-claim-symbolic" },

  PLACE ("programme", ACCORD_PLACE_CHANGE, "programme"),
  { .id = "workstream",
    .group = ACCORD_PLACE_CHANGE,
    .label = N_ ("Workstreams"),
    .kind = "workstream",
    .icon_name = "accord-workstream-symbolic" },
  PLACE ("milestone", ACCORD_PLACE_CHANGE, "milestone"),
  PLACE ("transfer", ACCORD_PLACE_CHANGE, "transfer"),
  PLACE ("case", ACCORD_PLACE_CHANGE, "case"),
  PLACE ("option", ACCORD_PLACE_CHANGE, "option"),
  { .id = "caveat",
    .group = ACCORD_PLACE_CHANGE,
    .kind = "caveat",
    .waiting_field = "state",
    .waiting_value = "open",
    .icon_name = "accord-caveat-symbolic" },
  PLACE ("endorsement", ACCORD_PLACE_CHANGE, "endorsement"),
  PLACE ("benefit", ACCORD_PLACE_CHANGE, "benefit"),
  PLACE ("risk", ACCORD_PLACE_CHANGE, "risk"),
  PLACE ("engagement", ACCORD_PLACE_CHANGE, "engagement"),
  PLACE ("finding", ACCORD_PLACE_CHANGE, "finding"),

  PLACE ("meeting", ACCORD_PLACE_DECISIONS, "meeting"),
  PLACE ("item", ACCORD_PLACE_DECISIONS, "item"),
  PLACE ("resolution", ACCORD_PLACE_DECISIONS, "resolution"),
  PLACE ("action", ACCORD_PLACE_DECISIONS, "action"),
  PLACE ("question", ACCORD_PLACE_DECISIONS, "question"),

  PLACE ("source", ACCORD_PLACE_RECORD, "source"),
  { .id = "journal",
    .group = ACCORD_PLACE_RECORD,
    .label = N_ ("Changes"),
    .icon_name = "document-open-recent-symbolic" },
};

static const char *const group_labels[] = {
  "", N_ ("Partnership"), N_ ("Money"), N_ ("Change"), N_ ("Decisions"), N_ ("Record"),
};

static void
add_filter (AccordQuery *query, const char *field, const char *value)
{
  int index = accord_kind_find_field (accord_query_get_kind (query), field);

  g_assert (index >= 0);
  accord_query_add_text (query, (guint) index, ACCORD_OPERATOR_EQUAL, value);
}

/**
 * accord_places_get:
 * @n_places: (out): how many
 *
 * Returns: (transfer none): all places in the order of the sidebar
 */
const AccordPlace *
accord_places_get (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);

  return places;
}

/**
 * accord_place_find:
 * @id: (nullable): the word a place is remembered by
 *
 * Returns: (transfer none) (nullable): the place
 */
const AccordPlace *
accord_place_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, id) == 0)
      return &places[i];

  return NULL;
}

/**
 * accord_place_for_kind:
 * @kind: the name of a kind
 *
 * Returns: (transfer none) (nullable): the place that lists all records of @kind
 */
const AccordPlace *
accord_place_for_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].kind != NULL && places[i].field == NULL && g_strcmp0 (places[i].kind, kind) == 0)
      return &places[i];

  return NULL;
}

/**
 * accord_place_group_get_label:
 * @group: a heading of the sidebar
 *
 * Returns: (transfer none): its words, translated
 */
const char *
accord_place_group_get_label (AccordPlaceGroup group)
{
  g_return_val_if_fail (group < G_N_ELEMENTS (group_labels), NULL);

  return _ (group_labels[group]);
}

/**
 * accord_place_get_label:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
accord_place_get_label (const AccordPlace *place, AccordSchema *schema)
{
  g_return_val_if_fail (place != NULL, NULL);

  return _ (place->label != NULL ? place->label : accord_schema_find_kind (schema, place->kind)->plural);
}

/**
 * accord_place_get_add_label:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer none) (nullable): what the button that adds a record there says, translated; %NULL where
 * none is added
 */
const char *
accord_place_get_add_label (const AccordPlace *place, AccordSchema *schema)
{
  g_return_val_if_fail (place != NULL, NULL);

  if (place->kind == NULL)
    return NULL;
  return _ (place->add_label != NULL ? place->add_label
                                     : accord_schema_find_kind (schema, place->kind)->add_label);
}

/**
 * accord_place_new_query:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer full) (nullable): which records are listed there; %NULL where none are
 */
AccordQuery *
accord_place_new_query (const AccordPlace *place, AccordSchema *schema)
{
  g_autoptr (AccordQuery) query = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (place->kind == NULL)
    return NULL;

  query = accord_query_new (accord_schema_find_kind (schema, place->kind));
  if (place->field != NULL)
    add_filter (query, place->field, place->value);

  return g_steal_pointer (&query);
}

/**
 * accord_place_new_waiting_query:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer full) (nullable): which of its records wait for an answer; %NULL where nothing ever does
 */
AccordQuery *
accord_place_new_waiting_query (const AccordPlace *place, AccordSchema *schema)
{
  g_autoptr (AccordQuery) query = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (place->waiting_field == NULL)
    return NULL;

  query = accord_place_new_query (place, schema);
  add_filter (query, place->waiting_field, place->waiting_value);

  return g_steal_pointer (&query);
}

/**
 * accord_place_new_preset:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer full): a new record as one that is added there starts
 */
AccordRecord *
accord_place_new_preset (const AccordPlace *place, AccordSchema *schema)
{
  AccordRecord *record;

  g_return_val_if_fail (place != NULL, NULL);

  record = accord_record_new (accord_schema_find_kind (schema, place->kind));
  if (place->field != NULL)
    accord_record_set_text (record, place->field, place->value);

  return record;
}
