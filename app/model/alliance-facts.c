/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alliance-facts.h"

#include "alliance-private.h"
#include "date.h"

#include <string.h>

/* A line of succession, or of parts of parts, longer than this is a mistake. */
#define LONGEST_LINE 12

static void
step_free (gpointer data)
{
  AccordAllianceStep *self = data;

  g_object_unref (self->organisation);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_free (self);
}

static void
facts_clear (gpointer data)
{
  AccordAllianceFacts *self = data;

  g_clear_object (&self->organisation);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->transfers, g_ptr_array_unref);
  g_clear_pointer (&self->alliances, g_ptr_array_unref);
  g_clear_pointer (&self->succession, g_ptr_array_unref);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

AccordAllianceFacts *
accord_alliance_facts_ref (AccordAllianceFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_alliance_facts_unref (AccordAllianceFacts *self)
{
  g_atomic_rc_box_release_full (self, facts_clear);
}

/**
 * accord_record_refers_to:
 * @record: a record
 * @field: the name of a field that holds one reference or several
 * @id: identifier of a record
 *
 * Returns: whether the field holds @id
 */
gboolean
accord_record_refers_to (AccordRecord *record, const char *field, gint64 id)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int index = accord_kind_find_field (kind, field);
  const gint64 *ids;
  gsize n_ids;

  g_return_val_if_fail (index >= 0, FALSE);

  if (kind->fields[index].type == ACCORD_FIELD_REFERENCE)
    return accord_record_peek_int (record, index) == id;
  ids = accord_record_peek_ids (record, index, &n_ids);
  for (gsize i = 0; ids != NULL && i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/**
 * accord_alliance_side_of:
 * @organisation: an organisation or alliance
 *
 * Returns: where it stands by its role, or else by the type of alliance that it is
 */
AccordAllianceSide
accord_alliance_side_of (AccordRecord *organisation)
{
  const char *role = accord_record_get_text (organisation, "role");
  const char *type = accord_record_get_text (organisation, "alliance-type");

  if (g_strcmp0 (role, "commissioner") == 0)
    return ACCORD_ALLIANCE_SIDE_COMMISSIONS;
  if (g_strcmp0 (role, "provider") == 0)
    return ACCORD_ALLIANCE_SIDE_PROVIDES;
  if (g_strcmp0 (role, "oversight") == 0)
    return ACCORD_ALLIANCE_SIDE_OVERSEES;
  if (g_strcmp0 (type, "one-commissioning-organisation") == 0)
    return ACCORD_ALLIANCE_SIDE_COMMISSIONS;
  if (g_strcmp0 (type, "local-care-organisation") == 0)
    return ACCORD_ALLIANCE_SIDE_PROVIDES;
  return ACCORD_ALLIANCE_SIDE_OTHER;
}

AccordRecord *
accord_alliance_facts_find (AccordAllianceFacts *self, gint64 organisation)
{
  return g_hash_table_lookup (self->organisations, &organisation);
}

gboolean
accord_alliance_facts_is_alliance (AccordAllianceFacts *self)
{
  return g_strcmp0 (accord_record_get_text (self->organisation, "type"), "alliance") == 0;
}

static const char *
get_date (AccordRecord *record, const char *field)
{
  const char *text = accord_record_get_text (record, field);

  return accord_date_is_iso (text) ? text : NULL;
}

/* What belongs to an organisation cannot have been before it, nor after it. */
static void
narrow_span (AccordAllianceFacts *self, gint64 owner, AccordAllianceSpan *span)
{
  AccordRecord *organisation = accord_alliance_facts_find (self, owner);
  const char *opened = organisation != NULL ? get_date (organisation, "opened") : NULL;
  const char *closed = organisation != NULL ? get_date (organisation, "closed") : NULL;

  if (opened != NULL && (span->from == NULL || strcmp (opened, span->from) > 0))
    span->from = opened;
  if (closed != NULL && (span->until == NULL || strcmp (closed, span->until) < 0))
    span->until = closed;
}

static void
infer_span (AccordAllianceFacts *self, AccordRecord *record, AccordAllianceSpan *span)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gsize n_ids = 1;
      gint64 one;
      const gint64 *ids = &one;

      if (g_strcmp0 (kind->fields[i].target, "organisation") != 0)
        continue;
      if (kind->fields[i].type == ACCORD_FIELD_REFERENCES)
        ids = accord_record_peek_ids (record, i, &n_ids);
      else
        one = accord_record_peek_int (record, i);
      for (gsize j = 0; ids != NULL && j < n_ids; j++)
        narrow_span (self, ids[j], span);
    }
}

/**
 * accord_alliance_facts_get_span:
 * @self: the facts
 * @record: an organisation, membership, board or post among them
 * @span: (out caller-allocates): when it was
 *
 * A date that is not on record is taken from what the record belongs to: a partner without a first day counts
 * from the day on which both it and the alliance had begun, and one without a last day until either of them
 * ended. Where that would leave no day at all, nothing is taken.
 */
void
accord_alliance_facts_get_span (AccordAllianceFacts *self, AccordRecord *record, AccordAllianceSpan *span)
{
  gboolean organisation = strcmp (accord_record_get_kind (record)->name, "organisation") == 0;
  AccordAllianceSpan inferred = { NULL, NULL, FALSE };

  span->from = get_date (record, organisation ? "opened" : "from");
  span->until = get_date (record, organisation ? "closed" : "until");
  span->from_known = span->from != NULL;
  if (organisation)
    return;
  infer_span (self, record, &inferred);
  if (span->from == NULL && inferred.from != NULL
      && (span->until == NULL || strcmp (inferred.from, span->until) < 0))
    span->from = inferred.from;
  if (span->until == NULL && inferred.until != NULL
      && (span->from == NULL || strcmp (span->from, inferred.until) < 0))
    span->until = inferred.until;
}

/**
 * accord_alliance_span_has:
 * @self: a span
 * @day: an ISO date
 *
 * Returns: whether it was on that day: from ≤ day < until
 */
gboolean
accord_alliance_span_has (const AccordAllianceSpan *self, const char *day)
{
  return (self->from == NULL || strcmp (self->from, day) <= 0)
         && (self->until == NULL || strcmp (day, self->until) < 0);
}

/* --- Reading. */

static gboolean
keep_organisation (AccordReader *reader, AccordAllianceFacts *self, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  AccordRecord *record;

  if (id == ACCORD_UNKNOWN || accord_alliance_facts_find (self, id) != NULL)
    return TRUE;
  record = accord_reader_get (reader, kind, id, error);
  if (record == NULL)
    return FALSE;
  g_hash_table_insert (self->organisations, g_memdup2 (&id, sizeof id), record);
  return TRUE;
}

/* Every organisation that a record speaks of. */
static gboolean
keep_organisations (AccordReader *reader, AccordAllianceFacts *self, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const AccordKind *kind = accord_record_get_kind (records->pdata[i]);

      for (guint field = 0; field < kind->n_fields; field++)
        {
          gsize n_ids = 1;
          gint64 one;
          const gint64 *ids = &one;

          if (g_strcmp0 (kind->fields[field].target, "organisation") != 0)
            continue;
          if (kind->fields[field].type == ACCORD_FIELD_REFERENCES)
            ids = accord_record_peek_ids (records->pdata[i], field, &n_ids);
          else
            one = accord_record_peek_int (records->pdata[i], field);
          for (gsize j = 0; ids != NULL && j < n_ids; j++)
            if (!keep_organisation (reader, self, ids[j], error))
              return FALSE;
        }
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = accord_record_get_id (*(AccordRecord *const *) a);
  gint64 second = accord_record_get_id (*(AccordRecord *const *) b);

  return (first > second) - (first < second);
}

static GPtrArray *
read_all (AccordReader *reader, const char *kind, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), kind));
  GPtrArray *records = accord_reader_list (reader, query, error);

  if (records != NULL)
    g_ptr_array_sort (records, compare_ids);
  return records;
}

static GPtrArray *
read_referring (AccordReader *reader, const char *field, AccordOperator op, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), op, id);
  return accord_reader_list (reader, query, error);
}

static gboolean
is_in_succession (AccordAllianceFacts *self, AccordRecord *organisation)
{
  gint64 id = accord_record_get_id (organisation);

  if (id == accord_record_get_id (self->organisation))
    return TRUE;
  for (guint i = 0; i < self->succession->len; i++)
    {
      const AccordAllianceStep *step = self->succession->pdata[i];

      if (accord_record_get_id (step->organisation) == id)
        return TRUE;
    }
  return FALSE;
}

static void
add_step (AccordAllianceFacts *self, AccordRecord *organisation, AccordRecord *beside, int step)
{
  AccordAllianceStep *added;

  if (accord_record_get_deleted (organisation) != NULL || is_in_succession (self, organisation))
    return;
  added = g_new0 (AccordAllianceStep, 1);
  added->organisation = g_object_ref (organisation);
  if (step > 0)
    added->from = g_object_ref (beside);
  else
    added->to = g_object_ref (beside);
  added->step = step;
  g_ptr_array_insert (self->succession, step < 0 ? 0 : -1, added);
}

static gboolean
read_before (AccordReader *reader, AccordAllianceFacts *self, AccordRecord *from, int step, GError **error)
{
  g_autoptr (GPtrArray) before = NULL;

  if (step < -LONGEST_LINE)
    return TRUE;
  before =
      read_referring (reader, "succeeded-by", ACCORD_OPERATOR_CONTAINS, accord_record_get_id (from), error);
  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      gboolean known = is_in_succession (self, before->pdata[i]);

      add_step (self, before->pdata[i], from, step);
      if (!known && !read_before (reader, self, before->pdata[i], step - 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_after (AccordReader *reader, AccordAllianceFacts *self, AccordRecord *from, int step, GError **error)
{
  gsize n_ids;
  const gint64 *ids = accord_record_get_ids (from, "succeeded-by", &n_ids);

  for (gsize i = 0; ids != NULL && i < n_ids && step <= LONGEST_LINE; i++)
    {
      g_autoptr (AccordRecord) after =
          accord_reader_get (reader, accord_record_get_kind (from), ids[i], error);
      gboolean known;

      if (after == NULL)
        return FALSE;
      known = is_in_succession (self, after);
      add_step (self, after, from, step);
      if (!known && !read_after (reader, self, after, step + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_parents (AccordReader *reader, AccordAllianceFacts *self, GError **error)
{
  AccordRecord *at = self->organisation;

  while (accord_record_get_int (at, "part-of") != ACCORD_UNKNOWN && self->parents->len < LONGEST_LINE)
    {
      at = accord_reader_get (reader, accord_record_get_kind (at), accord_record_get_int (at, "part-of"),
                              error);
      if (at == NULL)
        return FALSE;
      g_ptr_array_add (self->parents, at);
    }
  return TRUE;
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static AccordAllianceFacts *
facts_new (AccordRecord *organisation)
{
  AccordAllianceFacts *self = g_atomic_rc_box_new0 (AccordAllianceFacts);
  gint64 id = accord_record_get_id (organisation);

  self->organisation = organisation;
  self->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_hash_table_insert (self->organisations, g_memdup2 (&id, sizeof id), g_object_ref (organisation));
  self->memberships = new_records ();
  self->bodies = new_records ();
  self->posts = new_records ();
  self->transfers = new_records ();
  self->alliances = new_records ();
  self->succession = g_ptr_array_new_with_free_func (step_free);
  self->parents = new_records ();
  return self;
}

static gboolean
read_system (AccordReader *reader, AccordAllianceFacts *self, GError **error)
{
  g_autoptr (GPtrArray) memberships = read_all (reader, "membership", error);
  g_autoptr (GPtrArray) bodies = memberships != NULL ? read_all (reader, "body", error) : NULL;
  g_autoptr (GPtrArray) posts = bodies != NULL ? read_all (reader, "post", error) : NULL;
  g_autoptr (GPtrArray) transfers = posts != NULL ? read_all (reader, "transfer", error) : NULL;

  if (transfers == NULL)
    return FALSE;
  /* The sides of the alliances are asked for, to know which belong to the system. */
  if (!keep_organisations (reader, self, memberships, error))
    return FALSE;
  accord_alliance_facts_choose_memberships (self, memberships);
  accord_alliance_facts_choose_bodies (self, bodies);
  accord_alliance_facts_choose_posts (self, posts);
  accord_alliance_facts_choose_transfers (self, transfers);
  return keep_organisations (reader, self, self->bodies, error)
         && keep_organisations (reader, self, self->posts, error)
         && keep_organisations (reader, self, self->transfers, error);
}

/**
 * accord_alliance_facts_read:
 * @reader: a reader
 * @organisation: identifier of an organisation or alliance
 * @error: return location for an error
 *
 * Returns: (transfer full): all that is on record around it; %NULL on failure
 */
AccordAllianceFacts *
accord_alliance_facts_read (AccordReader *reader, gint64 organisation, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  AccordRecord *record = accord_reader_get (reader, kind, organisation, error);
  g_autoptr (AccordAllianceFacts) self = record != NULL ? facts_new (record) : NULL;

  if (self == NULL || !read_system (reader, self, error) || !read_before (reader, self, record, -1, error)
      || !read_after (reader, self, record, 1, error) || !read_parents (reader, self, error))
    return NULL;
  self->parts = read_referring (reader, "part-of", ACCORD_OPERATOR_EQUAL, organisation, error);
  return self->parts != NULL ? g_steal_pointer (&self) : NULL;
}
