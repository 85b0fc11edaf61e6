/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-known.h"

#include "plan-address.h"
#include "plan-words.h"
#include "today.h"

#include <string.h>

typedef struct
{
  gint64 id;
  char *name;
  char *short_name;
  char *site;
} Council;

struct _AccordCommitteeKnown
{
  GHashTable *addresses; /* key of an address → source */
  GHashTable *digests;   /* → source; made when first asked for, because that reads the long texts over */
  GHashTable *sites;     /* source → host */
  GPtrArray *councils;
  GPtrArray *bodies;
  GHashTable *bodies_by_name; /* → array of bodies */
  GHashTable *bodies_by_id;
  GPtrArray *meetings;
  GHashTable *meetings_by_day;    /* body and date → array of meetings */
  GHashTable *meetings_by_source; /* → array of meetings */
  GHashTable *meetings_by_code;   /* → array of meetings */
  AccordNamesIndex *names;
  char *today;
};

typedef gboolean (*RowFunc) (AccordCommitteeKnown *self, AccordRows *rows);

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
council_free (gpointer data)
{
  Council *council = data;

  g_free (council->name);
  g_free (council->short_name);
  g_free (council->site);
  g_free (council);
}

static void
body_free (gpointer data)
{
  AccordKnownBody *body = data;

  g_free (body->name);
  g_free (body->council);
  g_free (body->short_council);
  g_free (body->site);
  g_free (body);
}

static void
meeting_free (gpointer data)
{
  AccordKnownMeeting *meeting = data;

  g_free (meeting->date);
  g_free (meeting->time);
  g_free (meeting->code);
  g_free (meeting);
}

static void
add_to (GHashTable *table, char *key, gpointer one)
{
  GPtrArray *array = g_hash_table_lookup (table, key);

  if (array == NULL)
    {
      array = g_ptr_array_new ();
      g_hash_table_insert (table, key, array);
    }
  else
    g_free (key);
  g_ptr_array_add (array, one);
}

static void
add_by_id (GHashTable *table, gint64 id, gpointer one)
{
  GPtrArray *array = g_hash_table_lookup (table, &id);

  if (array == NULL)
    {
      array = g_ptr_array_new ();
      g_hash_table_insert (table, dup_id (id), array);
    }
  g_ptr_array_add (array, one);
}

static void
add_source (AccordCommitteeKnown *self, gint64 id, const char *address, const char *digest)
{
  char *key = accord_plan_address_key (address);
  char *site = accord_plan_address_site (address);

  if (key != NULL)
    g_hash_table_replace (self->addresses, key, dup_id (id));
  if (site != NULL)
    g_hash_table_replace (self->sites, dup_id (id), site);
  if (self->digests != NULL && digest != NULL)
    g_hash_table_replace (self->digests, g_strdup (digest), dup_id (id));
}

static const Council *
get_council (AccordCommitteeKnown *self, gint64 id)
{
  for (guint i = 0; i < self->councils->len; i++)
    if (((Council *) self->councils->pdata[i])->id == id)
      return self->councils->pdata[i];
  return NULL;
}

static void
add_body (AccordCommitteeKnown *self, gint64 id, const char *name, gint64 organisation, gint64 source)
{
  AccordKnownBody *body = g_new0 (AccordKnownBody, 1);
  const Council *council = get_council (self, organisation);

  body->id = id;
  body->name = accord_plan_key (name);
  body->organisation = organisation;
  if (council != NULL)
    {
      body->council = g_strdup (council->name);
      body->short_council = g_strdup (council->short_name);
      body->site = g_strdup (council->site);
    }
  if (body->site == NULL)
    body->site = g_strdup (accord_committee_known_get_site (self, source));
  g_ptr_array_add (self->bodies, body);
  g_hash_table_insert (self->bodies_by_id, dup_id (id), body);
  add_to (self->bodies_by_name, g_strdup (body->name), body);
}

static char *
day_key (gint64 body, const char *date)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", body, date);
}

static void
add_meeting (AccordCommitteeKnown *self, AccordKnownMeeting *meeting)
{
  g_ptr_array_add (self->meetings, meeting);
  if (meeting->date != NULL)
    add_to (self->meetings_by_day, day_key (meeting->body, meeting->date), meeting);
  if (meeting->source != ACCORD_UNKNOWN)
    add_by_id (self->meetings_by_source, meeting->source, meeting);
  if (meeting->code != NULL)
    add_to (self->meetings_by_code, g_strdup (meeting->code), meeting);
}

static gboolean
load (AccordCommitteeKnown *self, AccordReader *reader, const char *sql, RowFunc func, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &reason))
    func (self, rows);
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

static gboolean
read_source (AccordCommitteeKnown *self, AccordRows *rows)
{
  add_source (self, accord_rows_int (rows, 0), accord_rows_text (rows, 1), NULL);
  return TRUE;
}

static gboolean
read_digest (AccordCommitteeKnown *self, AccordRows *rows)
{
  g_hash_table_replace (self->digests, g_strdup (accord_rows_text (rows, 1)),
                        dup_id (accord_rows_int (rows, 0)));
  return TRUE;
}

static gboolean
read_council (AccordCommitteeKnown *self, AccordRows *rows)
{
  Council *council = g_new0 (Council, 1);

  council->id = accord_rows_int (rows, 0);
  council->name = accord_plan_key (accord_rows_text (rows, 1));
  council->short_name = accord_rows_is_null (rows, 2) ? NULL : accord_plan_key (accord_rows_text (rows, 2));
  council->site = accord_plan_address_site (accord_rows_text (rows, 3));
  g_ptr_array_add (self->councils, council);
  return TRUE;
}

static gboolean
read_body (AccordCommitteeKnown *self, AccordRows *rows)
{
  add_body (self, accord_rows_int (rows, 0), accord_rows_text (rows, 1), accord_rows_int (rows, 2),
            accord_rows_int (rows, 3));
  return TRUE;
}

static gboolean
read_meeting (AccordCommitteeKnown *self, AccordRows *rows)
{
  AccordKnownMeeting *meeting = g_new0 (AccordKnownMeeting, 1);

  meeting->id = accord_rows_int (rows, 0);
  meeting->body = accord_rows_int (rows, 1);
  meeting->date = g_strdup (accord_rows_text (rows, 2));
  meeting->time = accord_plan_time_key (accord_rows_text (rows, 3));
  meeting->code = g_strdup (accord_rows_text (rows, 4));
  meeting->source = accord_rows_int (rows, 5);
  meeting->whole = !accord_rows_is_null (rows, 6) || accord_rows_int (rows, 7) != 1;
  add_meeting (self, meeting);
  return TRUE;
}

static GHashTable *
new_table (GHashFunc hash, GEqualFunc equal, gpointer free_value)
{
  return g_hash_table_new_full (hash, equal, g_free, (GDestroyNotify) free_value);
}

/**
 * accord_committee_known_new:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the workspace has now; %NULL on failure
 */
AccordCommitteeKnown *
accord_committee_known_new (AccordReader *reader, GError **error)
{
  g_autoptr (AccordCommitteeKnown) self = g_new0 (AccordCommitteeKnown, 1);

  self->addresses = new_table (g_str_hash, g_str_equal, g_free);
  self->sites = new_table (g_int64_hash, g_int64_equal, g_free);
  self->councils = g_ptr_array_new_with_free_func (council_free);
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  self->bodies_by_name = new_table (g_str_hash, g_str_equal, g_ptr_array_unref);
  self->bodies_by_id = new_table (g_int64_hash, g_int64_equal, NULL);
  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  self->meetings_by_day = new_table (g_str_hash, g_str_equal, g_ptr_array_unref);
  self->meetings_by_source = new_table (g_int64_hash, g_int64_equal, g_ptr_array_unref);
  self->meetings_by_code = new_table (g_str_hash, g_str_equal, g_ptr_array_unref);
  if (!load (self, reader,
             "SELECT id, address FROM source WHERE deleted IS NULL AND address IS NOT NULL"
             " ORDER BY id",
             read_source, error)
      || !load (self, reader,
                "SELECT id, name, short_name, committee_site FROM organisation WHERE deleted IS NULL",
                read_council, error)
      || !load (self, reader, "SELECT id, name, organisation, source FROM body WHERE deleted IS NULL",
                read_body, error)
      || !load (self, reader,
                "SELECT id, body, date, time, meeting_code, source, page_kind, incomplete FROM meeting"
                " WHERE deleted IS NULL",
                read_meeting, error))
    return NULL;
  self->today = accord_today_dup ();
  self->names = accord_names_index_new (reader, error);
  return self->names != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_committee_known_free:
 * @self: (transfer full): what is known
 */
void
accord_committee_known_free (AccordCommitteeKnown *self)
{
  g_hash_table_unref (self->addresses);
  g_clear_pointer (&self->digests, g_hash_table_unref);
  g_hash_table_unref (self->sites);
  g_hash_table_unref (self->bodies_by_name);
  g_hash_table_unref (self->bodies_by_id);
  g_hash_table_unref (self->meetings_by_day);
  g_hash_table_unref (self->meetings_by_source);
  g_hash_table_unref (self->meetings_by_code);
  g_ptr_array_unref (self->councils);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->meetings);
  g_clear_pointer (&self->names, accord_names_index_free);
  g_free (self->today);
  g_free (self);
}

/**
 * accord_committee_known_find_source:
 * @self: what is known
 * @reader: a reader
 * @address: (nullable): where a page was
 * @digest: (nullable): the SHA-256 of its bytes
 *
 * Returns: the document of an earlier reading of the same address or, where that is not known, of the same
 * bytes; %ACCORD_UNKNOWN if there is none
 */
gint64
accord_committee_known_find_source (AccordCommitteeKnown *self, AccordReader *reader, const char *address,
                                    const char *digest)
{
  g_autofree char *key = accord_plan_address_key (address);
  gint64 *id = key != NULL ? g_hash_table_lookup (self->addresses, key) : NULL;

  if (id != NULL || digest == NULL)
    return id != NULL ? *id : ACCORD_UNKNOWN;
  if (self->digests == NULL)
    {
      self->digests = new_table (g_str_hash, g_str_equal, g_free);
      load (self, reader,
            "SELECT id, digest FROM source WHERE deleted IS NULL AND digest IS NOT NULL ORDER BY id",
            read_digest, NULL);
    }
  id = g_hash_table_lookup (self->digests, digest);
  /* The same words at another address are another page. */
  if (id == NULL || (key != NULL && accord_committee_known_get_site (self, *id) != NULL))
    return ACCORD_UNKNOWN;
  return *id;
}

/**
 * accord_committee_known_find_bodies:
 * @self: what is known
 * @name: a name
 *
 * Returns: (transfer none) (nullable) (element-type AccordKnownBody): the bodies of that name
 */
GPtrArray *
accord_committee_known_find_bodies (AccordCommitteeKnown *self, const char *name)
{
  g_autofree char *key = accord_plan_key (name);

  return *key != '\0' ? g_hash_table_lookup (self->bodies_by_name, key) : NULL;
}

const AccordKnownBody *
accord_committee_known_get_body (AccordCommitteeKnown *self, gint64 id)
{
  return g_hash_table_lookup (self->bodies_by_id, &id);
}

/**
 * accord_committee_known_meetings_of_body:
 * @self: what is known
 * @body: a body
 * @date: an ISO date
 *
 * Returns: (transfer none) (nullable) (element-type AccordKnownMeeting): its meetings of that day
 */
GPtrArray *
accord_committee_known_meetings_of_body (AccordCommitteeKnown *self, gint64 body, const char *date)
{
  g_autofree char *key = day_key (body, date);

  return g_hash_table_lookup (self->meetings_by_day, key);
}

GPtrArray *
accord_committee_known_meetings_of_source (AccordCommitteeKnown *self, gint64 source)
{
  return g_hash_table_lookup (self->meetings_by_source, &source);
}

GPtrArray *
accord_committee_known_meetings_by_code (AccordCommitteeKnown *self, const char *code)
{
  return code != NULL ? g_hash_table_lookup (self->meetings_by_code, code) : NULL;
}

static gboolean
is_council (const Council *council, const char *name, const char *site)
{
  if (site != NULL && g_strcmp0 (council->site, site) == 0)
    return TRUE;
  return *name != '\0' && (strcmp (council->name, name) == 0 || g_strcmp0 (council->short_name, name) == 0);
}

/**
 * accord_committee_known_find_council:
 * @self: what is known
 * @council: (nullable): whose page it says to be
 * @site: (nullable): the host that it was at
 *
 * Returns: the one organisation that this is, or %ACCORD_UNKNOWN
 */
gint64
accord_committee_known_find_council (AccordCommitteeKnown *self, const char *council, const char *site)
{
  g_autofree char *name = accord_plan_key (council);
  gint64 found = ACCORD_UNKNOWN;

  for (guint i = 0; i < self->councils->len; i++)
    {
      const Council *one = self->councils->pdata[i];

      if (!is_council (one, name, site))
        continue;
      if (found != ACCORD_UNKNOWN)
        return ACCORD_UNKNOWN;
      found = one->id;
    }
  return found;
}

/**
 * accord_committee_known_get_site:
 * @self: what is known
 * @source: a document
 *
 * Returns: (transfer none) (nullable): the host that it was at
 */
const char *
accord_committee_known_get_site (AccordCommitteeKnown *self, gint64 source)
{
  return g_hash_table_lookup (self->sites, &source);
}

/* The names by which a text may speak of what the workspace has. */
AccordNamesIndex *
accord_committee_known_get_names (AccordCommitteeKnown *self)
{
  return self->names;
}

/* The day on which this was found out. */
const char *
accord_committee_known_get_today (AccordCommitteeKnown *self)
{
  return self->today;
}

static void
note_meeting (AccordCommitteeKnown *self, AccordRecord *record)
{
  AccordKnownMeeting *meeting = g_new0 (AccordKnownMeeting, 1);

  meeting->id = accord_record_get_id (record);
  meeting->body = accord_record_get_int (record, "body");
  meeting->date = g_strdup (accord_record_get_text (record, "date"));
  meeting->time = accord_plan_time_key (accord_record_get_text (record, "time"));
  meeting->code = g_strdup (accord_record_get_text (record, "meeting-code"));
  meeting->source = accord_record_get_int (record, "source");
  meeting->whole = accord_record_get_text (record, "page-kind") != NULL
                   || !accord_record_get_boolean (record, "incomplete");
  add_meeting (self, meeting);
}

/**
 * accord_committee_known_note:
 * @self: what is known
 * @record: a record that was just added
 *
 * Takes note of a source document, a body or a meeting, so that the next page finds it.
 */
void
accord_committee_known_note (AccordCommitteeKnown *self, AccordRecord *record)
{
  const char *kind = accord_record_get_kind (record)->name;

  if (strcmp (kind, "source") == 0)
    add_source (self, accord_record_get_id (record), accord_record_get_text (record, "address"),
                accord_record_get_text (record, "digest"));
  else if (strcmp (kind, "body") == 0)
    add_body (self, accord_record_get_id (record), accord_record_get_text (record, "name"),
              accord_record_get_int (record, "organisation"), accord_record_get_int (record, "source"));
  else if (strcmp (kind, "meeting") == 0)
    note_meeting (self, record);
}
