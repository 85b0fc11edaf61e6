/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACE(name, heading, picture)                                                                        \
  {                                                                                                          \
    .id = name, .group = heading, .kind = name, .icon_name = "accord-" picture "-symbolic"                   \
  }
#define LESSER(name, heading, picture)                                                                       \
  {                                                                                                          \
    .id = name, .group = heading, .kind = name, .icon_name = "accord-" picture "-symbolic", .lesser = TRUE   \
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
  PLACE ("body", ACCORD_PLACE_PARTNERSHIP, "body"),
  { .id = "accountability",
    .group = ACCORD_PLACE_PARTNERSHIP,
    .label = N_ ("Accountability"),
    .icon_name = "accord-accountability-symbolic" },
  LESSER ("membership", ACCORD_PLACE_PARTNERSHIP, "membership"),
  LESSER ("post", ACCORD_PLACE_PARTNERSHIP, "post"),

  PLACE ("fund", ACCORD_PLACE_MONEY, "fund"),
  PLACE ("payment", ACCORD_PLACE_MONEY, "payment"),
  LESSER ("allocation", ACCORD_PLACE_MONEY, "allocation"),
  { .id = "claim",
    .group = ACCORD_PLACE_MONEY,
    .label = N_ ("What was said"),
    .kind = "claim",
    .icon_name = "accord-claim-symbolic",
    .lesser = TRUE },
  LESSER ("unit-cost", ACCORD_PLACE_MONEY, "unit-cost"),
  LESSER ("edition", ACCORD_PLACE_MONEY, "edition"),

  PLACE ("programme", ACCORD_PLACE_CHANGE, "programme"),
  PLACE ("case", ACCORD_PLACE_CHANGE, "case"),
  { .id = "choose",
    .group = ACCORD_PLACE_CHANGE,
    .label = N_ ("Portfolio"),
    .icon_name = "accord-portfolio-symbolic" },
  { .id = "caveat",
    .group = ACCORD_PLACE_CHANGE,
    .kind = "caveat",
    .waiting_field = "state",
    .waiting_value = "open",
    .icon_name = "accord-caveat-symbolic" },
  PLACE ("milestone", ACCORD_PLACE_CHANGE, "milestone"),
  PLACE ("risk", ACCORD_PLACE_CHANGE, "risk"),
  { .id = "workstream",
    .group = ACCORD_PLACE_CHANGE,
    .label = N_ ("Workstreams"),
    .kind = "workstream",
    .icon_name = "accord-workstream-symbolic",
    .lesser = TRUE },
  LESSER ("option", ACCORD_PLACE_CHANGE, "option"),
  LESSER ("appraisal", ACCORD_PLACE_CHANGE, "appraisal"),
  LESSER ("cost", ACCORD_PLACE_CHANGE, "cost"),
  LESSER ("outcome", ACCORD_PLACE_CHANGE, "outcome-line"),
  LESSER ("gain", ACCORD_PLACE_CHANGE, "gain"),
  LESSER ("scenario", ACCORD_PLACE_CHANGE, "scenario"),
  LESSER ("answer", ACCORD_PLACE_CHANGE, "answer"),
  { .id = "portfolio",
    .group = ACCORD_PLACE_CHANGE,
    .label = N_ ("Saved portfolios"),
    .kind = "portfolio",
    .icon_name = "accord-portfolio-symbolic",
    .lesser = TRUE },
  LESSER ("review", ACCORD_PLACE_CHANGE, "review"),
  LESSER ("comment", ACCORD_PLACE_CHANGE, "comment"),
  LESSER ("version", ACCORD_PLACE_CHANGE, "version"),
  LESSER ("endorsement", ACCORD_PLACE_CHANGE, "endorsement"),
  LESSER ("benefit", ACCORD_PLACE_CHANGE, "benefit"),
  LESSER ("engagement", ACCORD_PLACE_CHANGE, "engagement"),
  LESSER ("transfer", ACCORD_PLACE_CHANGE, "transfer"),
  LESSER ("finding", ACCORD_PLACE_CHANGE, "finding"),

  { .id = "matrix",
    .group = ACCORD_PLACE_DECISIONS,
    .label = N_ ("Endorsement matrix"),
    .icon_name = "accord-matrix-symbolic" },
  { .id = "calendar",
    .group = ACCORD_PLACE_DECISIONS,
    .label = N_ ("Calendar"),
    .icon_name = "accord-calendar-symbolic" },
  PLACE ("meeting", ACCORD_PLACE_DECISIONS, "meeting"),
  { .id = "action",
    .group = ACCORD_PLACE_DECISIONS,
    .kind = "action",
    .waiting_field = "state",
    .waiting_value = "open",
    .icon_name = "accord-action-symbolic" },
  PLACE ("question", ACCORD_PLACE_DECISIONS, "question"),
  PLACE ("decision", ACCORD_PLACE_DECISIONS, "decision"),
  LESSER ("item", ACCORD_PLACE_DECISIONS, "item"),
  LESSER ("resolution", ACCORD_PLACE_DECISIONS, "resolution"),
  LESSER ("declaration", ACCORD_PLACE_DECISIONS, "declaration"),
  LESSER ("paper", ACCORD_PLACE_DECISIONS, "paper"),

  PLACE ("source", ACCORD_PLACE_RECORD, "source"),
  PLACE ("document", ACCORD_PLACE_RECORD, "document"),
  { .id = "journal",
    .group = ACCORD_PLACE_RECORD,
    .label = N_ ("Changes"),
    .icon_name = "document-open-recent-symbolic" },
};

/* The first place of a reading file, and what else is of use to somebody who reads a case: the rest of a
 * workspace has nothing in it there. */
static const AccordPlace room = {
  .id = "room",
  .group = ACCORD_PLACE_TOP,
  .label = N_ ("Review"),
  .icon_name = "accord-review-symbolic",
};

static const char *const reading_places[] = {
  "case", "option", "appraisal", "caveat", "endorsement", "comment", "document", "journal",
};

static const char *const group_labels[] = {
  "", N_ ("Partnership"), N_ ("Money"), N_ ("Change"), N_ ("Decisions"), N_ ("Record"),
};

/* What people call a place that is headed otherwise. */
static const struct
{
  const char *id;
  const char *words;
} other_words[] = {
  { "overview", N_ ("home, start, dashboard") },
  { "room", N_ ("reading room, home, start, decision, checklist, return") },
  { "organisation", N_ ("partners, councils, providers") },
  { "alliance", N_ ("partnerships, local care organisations") },
  { "body", N_ ("governance") },
  { "accountability", N_ ("who answers to whom, scrutiny, what boards decided") },
  { "post", N_ ("jobs, roles, people") },
  { "fund", N_ ("grants, budgets, awards") },
  { "payment", N_ ("spend, spending, ledger, transactions, invoices") },
  { "claim", N_ ("claims, promises") },
  { "programme", N_ ("projects, strategies") },
  { "case", N_ ("proposals") },
  { "choose", N_ ("ranking, best set, value for money, BCR, knapsack, what to fund") },
  { "caveat", N_ ("conditions") },
  { "milestone", N_ ("timeline, deadlines, dates") },
  { "matrix", N_ ("who has endorsed, boards and cases, still to endorse") },
  { "meeting", N_ ("minutes, agendas") },
  { "calendar", N_ ("days, diary, agenda, forward plan, deadlines, due, call-in, bank holidays") },
  { "action", N_ ("tasks, to do") },
  { "decision", N_ ("key decisions, forward plan, call-in") },
  { "resolution", N_ ("resolved, agreed") },
  { "declaration", N_ ("interests") },
  { "paper", N_ ("reports") },
  { "document", N_ ("files, attachments") },
  { "journal", N_ ("journal, history, log, activity, audit") },
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
 * accord_places_list:
 * @reading: whether they are those of a reading file
 *
 * Returns: (transfer container) (element-type AccordPlace): the places of a workspace in the order of the
 * sidebar; the first is where one begins
 */
GPtrArray *
accord_places_list (gboolean reading)
{
  GPtrArray *list = g_ptr_array_new ();

  if (reading)
    g_ptr_array_add (list, (gpointer) &room);
  for (guint i = 0; reading && i < G_N_ELEMENTS (reading_places); i++)
    g_ptr_array_add (list, (gpointer) accord_place_find (reading_places[i]));
  for (guint i = 0; !reading && i < G_N_ELEMENTS (places); i++)
    g_ptr_array_add (list, (gpointer) &places[i]);
  return list;
}

/**
 * accord_place_get_home:
 * @reading: whether it is that of a reading file
 *
 * Returns: (transfer none): the place where one begins
 */
const AccordPlace *
accord_place_get_home (gboolean reading)
{
  return reading ? &room : &places[0];
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

  return g_strcmp0 (room.id, id) == 0 ? &room : NULL;
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

/* Whether @query begins with the filters of @base. */
static gboolean
begins_with (AccordQuery *query, AccordQuery *base)
{
  guint n = accord_query_get_n_filters (base);

  if (accord_query_get_n_filters (query) < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const AccordFilter *a = accord_query_get_filter (query, i);
      const AccordFilter *b = accord_query_get_filter (base, i);

      if (a->field != b->field || a->op != b->op || g_strcmp0 (a->text, b->text) != 0
          || a->number != b->number)
        return FALSE;
    }

  return TRUE;
}

/**
 * accord_place_for_query:
 * @query: which records
 * @schema: the kinds
 *
 * Returns: (transfer none) (nullable): the place to list them at: the one that lists the fewest others
 */
const AccordPlace *
accord_place_for_query (AccordQuery *query, AccordSchema *schema)
{
  const char *kind = accord_query_get_kind (query)->name;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].field != NULL && g_strcmp0 (places[i].kind, kind) == 0)
      {
        g_autoptr (AccordQuery) base = accord_place_new_query (&places[i], schema);

        if (begins_with (query, base))
          return &places[i];
      }

  return accord_place_for_kind (kind);
}

/**
 * accord_place_is_narrowed:
 * @place: a place that is a list
 * @query: what is listed there
 *
 * Returns: whether @query leaves out records of @place, whatever their order
 */
gboolean
accord_place_is_narrowed (const AccordPlace *place, AccordQuery *query)
{
  return accord_query_get_search (query) != NULL
         || accord_query_get_n_filters (query) > (place->field != NULL ? 1 : 0)
         || accord_query_get_limit (query) >= 0;
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
 * accord_place_get_words:
 * @place: a place
 *
 * Returns: (transfer none) (nullable): other words that people look for it by, translated
 */
const char *
accord_place_get_words (const AccordPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (g_strcmp0 (other_words[i].id, place->id) == 0)
      return _ (other_words[i].words);
  return NULL;
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

/* What people look for in a ledger or a calendar is what came last; a resolution numbers its caveats; of
 * actions those that are open and late come first. All else is found by its name. */
static void
set_usual_order (AccordQuery *query)
{
  static const struct
  {
    const char *kind;
    const char *field;
    gboolean descending;
  } orders[] = {
    { "payment", "date", TRUE },
    { "meeting", "date", TRUE },
    { "caveat", "number", FALSE },
    { "action", "state", FALSE },
  };
  const AccordKind *kind = accord_query_get_kind (query);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (kind->name, orders[i].kind) == 0)
      accord_query_set_sort (query, accord_kind_find_field (kind, orders[i].field), orders[i].descending);
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
  set_usual_order (query);
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
