/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "endorsers.h"

#include "fold.h"

#include <string.h>

struct _AccordEndorsers
{
  GHashTable *reviews;       /* by id */
  GHashTable *organisations; /* of those who were asked, by id */
  GHashTable *names;         /* what these are called, folded: the name of each */
  GHashTable *owners;        /* organisation by body */
  GHashTable *boards;        /* "case/organisation": the body that answers for it */
  GHashTable *latest;        /* "case/organisation": the review that was asked for last */
};

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static gint64
look_up (GHashTable *table, gint64 id)
{
  const gint64 *found = g_hash_table_lookup (table, &id);

  return found != NULL ? *found : ACCORD_UNKNOWN;
}

static char *
dup_folded (const char *words)
{
  g_autofree char *line = accord_text_collapse (words);

  return accord_text_fold (line);
}

static void
add_name (AccordEndorsers *self, const char *called, const char *name)
{
  char *folded = called != NULL ? dup_folded (called) : NULL;

  if (folded == NULL || g_hash_table_contains (self->names, folded))
    g_free (folded);
  else
    g_hash_table_insert (self->names, folded, g_strdup (name));
}

static gboolean
read_organisation (AccordEndorsers *self, AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordRecord) record = NULL;
  const char *name;

  if (id == ACCORD_UNKNOWN || g_hash_table_contains (self->organisations, &id))
    return TRUE;
  record = accord_reader_get (reader, kind, id, error);
  if (record == NULL)
    return FALSE;
  name = accord_record_get_text (record, "name");
  add_name (self, name, name);
  add_name (self, accord_record_get_text (record, "short-name"), name);
  g_hash_table_insert (self->organisations, dup_id (id), g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_owner (AccordEndorsers *self, AccordReader *reader, gint64 body, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "body");
  g_autoptr (AccordRecord) record = NULL;

  if (body == ACCORD_UNKNOWN || g_hash_table_contains (self->owners, &body))
    return TRUE;
  record = accord_reader_get (reader, kind, body, error);
  if (record == NULL)
    return FALSE;
  g_hash_table_insert (self->owners, dup_id (body), dup_id (accord_record_get_int (record, "organisation")));
  return TRUE;
}

static char *
dup_key (gint64 business_case, gint64 organisation)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, business_case, organisation);
}

/* The organisation that was asked for what came of it. */
static gint64
get_asked (const AccordEndorsers *self, AccordRecord *record)
{
  gint64 id = accord_record_get_id (record);

  if (strcmp (accord_record_get_kind (record)->name, "review") != 0)
    {
      id = accord_record_get_int (record, "review");
      record = g_hash_table_lookup (self->reviews, &id);
    }
  return record != NULL ? accord_record_get_int (record, "organisation") : ACCORD_UNKNOWN;
}

/* A board of the organisation that has answered for it speaks for it; so does, until one has, the board whose
 * view was to come. */
static void
note_board (AccordEndorsers *self, AccordRecord *record)
{
  const gboolean review = strcmp (accord_record_get_kind (record)->name, "review") == 0;
  gint64 body = accord_record_get_int (record, "body");
  gint64 owner = look_up (self->owners, body);
  gint64 one = review ? accord_record_get_int (record, "case") : ACCORD_UNKNOWN;
  gsize n_cases = 1;
  const gint64 *cases = review ? &one : accord_record_get_ids (record, "cases", &n_cases);
  const gboolean answered = owner == get_asked (self, record);

  if (owner == ACCORD_UNKNOWN
      || (!answered && g_strcmp0 (accord_record_get_text (record, "outcome"), "to-come") != 0))
    return;
  for (gsize i = 0; i < n_cases; i++)
    {
      char *key = dup_key (cases[i], owner);

      if (answered || !g_hash_table_contains (self->boards, key))
        g_hash_table_insert (self->boards, key, dup_id (body));
      else
        g_free (key);
    }
}

static void
note_latest (AccordEndorsers *self, AccordRecord *review)
{
  gint64 organisation = accord_record_get_int (review, "organisation"), id = accord_record_get_id (review);
  g_autofree char *key = dup_key (accord_record_get_int (review, "case"), organisation);
  const gint64 *known = g_hash_table_lookup (self->latest, key);

  if (organisation != ACCORD_UNKNOWN && g_strcmp0 (accord_record_get_text (review, "state"), "withdrawn") != 0
      && (known == NULL || *known < id))
    g_hash_table_insert (self->latest, g_steal_pointer (&key), dup_id (id));
}

static gboolean
read_all (AccordEndorsers *self, AccordReader *reader, GPtrArray *endorsements, GPtrArray *reviews,
          GError **error)
{
  GPtrArray *lists[] = { endorsements, reviews };

  for (guint i = 0; i < reviews->len; i++)
    {
      gint64 id = accord_record_get_id (reviews->pdata[i]);

      g_hash_table_insert (self->reviews, dup_id (id), g_object_ref (reviews->pdata[i]));
      note_latest (self, reviews->pdata[i]);
      if (!read_organisation (self, reader, accord_record_get_int (reviews->pdata[i], "organisation"), error))
        return FALSE;
    }
  /* Without reviews, everybody speaks for themselves. */
  for (guint list = 0; list < G_N_ELEMENTS (lists) && reviews->len > 0; list++)
    for (guint i = 0; i < lists[list]->len; i++)
      {
        AccordRecord *record = lists[list]->pdata[i];

        if (!read_owner (self, reader, accord_record_get_int (record, "body"), error))
          return FALSE;
        note_board (self, record);
      }
  return TRUE;
}

/**
 * accord_endorsers_new:
 * @reader: a reader
 * @endorsements: (element-type AccordRecord): endorsements
 * @reviews: (element-type AccordRecord): the reviews of the same cases
 * @error: return location for an error
 *
 * Returns: (transfer full): under whose names they count; %NULL on failure
 */
AccordEndorsers *
accord_endorsers_new (AccordReader *reader, GPtrArray *endorsements, GPtrArray *reviews, GError **error)
{
  g_autoptr (AccordEndorsers) self = g_new0 (AccordEndorsers, 1);

  self->reviews = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->boards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_all (self, reader, endorsements, reviews, error) ? g_steal_pointer (&self) : NULL;
}

void
accord_endorsers_free (AccordEndorsers *self)
{
  g_hash_table_unref (self->reviews);
  g_hash_table_unref (self->organisations);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->boards);
  g_hash_table_unref (self->latest);
  g_free (self);
}

/**
 * accord_endorsers_find:
 * @self: endorsers
 * @record: an endorsement or a review
 * @business_case: one of its cases
 * @name: (out): what whoever is no body on record is called
 *
 * Returns: the body under which it counts, or %ACCORD_UNKNOWN where that is somebody named @name
 */
gint64
accord_endorsers_find (const AccordEndorsers *self, AccordRecord *record, gint64 business_case,
                       const char **name)
{
  gint64 body = accord_record_get_int (record, "body"), organisation;
  const char *who = accord_record_get_text (record, "who"), *called;
  AccordRecord *partner;
  g_autofree char *key = NULL, *folded = NULL;

  *name = who != NULL ? who : "";
  if (body != ACCORD_UNKNOWN)
    return body;
  organisation = get_asked (self, record);
  partner = g_hash_table_lookup (self->organisations, &organisation);
  if (partner == NULL)
    {
      folded = dup_folded (*name);
      called = g_hash_table_lookup (self->names, folded);
      *name = called != NULL ? called : *name;
      return ACCORD_UNKNOWN;
    }
  key = dup_key (business_case, organisation);
  if (g_hash_table_contains (self->boards, key))
    return *(const gint64 *) g_hash_table_lookup (self->boards, key);
  *name = accord_record_get_text (partner, "name");
  return ACCORD_UNKNOWN;
}

/**
 * accord_endorsers_get_organisation:
 * @self: endorsers
 * @endorsement: an endorsement
 *
 * Returns: (nullable): the name of the partner whose committee gave it, where that is no body on record
 */
const char *
accord_endorsers_get_organisation (const AccordEndorsers *self, AccordRecord *endorsement)
{
  gint64 organisation = get_asked (self, endorsement), id = accord_record_get_int (endorsement, "review");
  AccordRecord *partner = g_hash_table_lookup (self->organisations, &organisation);
  AccordRecord *review = g_hash_table_lookup (self->reviews, &id);

  /* Who speaks as the partner, by the name that it had then, needs no other. */
  if (review != NULL
      && g_strcmp0 (accord_record_get_text (review, "who"), accord_record_get_text (endorsement, "who")) == 0)
    return NULL;
  return partner != NULL ? accord_record_get_text (partner, "name") : NULL;
}

/**
 * accord_endorsers_is_asked_again:
 * @self: endorsers
 * @review: a review
 *
 * Returns: whether the same partner was asked again about the same case, so that nobody waits for this one
 */
gboolean
accord_endorsers_is_asked_again (const AccordEndorsers *self, AccordRecord *review)
{
  g_autofree char *key =
      dup_key (accord_record_get_int (review, "case"), accord_record_get_int (review, "organisation"));
  const gint64 *latest = g_hash_table_lookup (self->latest, key);

  return latest != NULL && *latest > accord_record_get_id (review);
}
