/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-known.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "net-error.h"
#include "site-address.h"

/* Minutes are out after some weeks and signed at the next meeting; after this many days nothing is likely to
 * change any more. */
#define SETTLED_DAYS 90

/* How long a refresh that was broken off can be taken up again. */
#define RESUME_SECONDS (24 * 60 * 60)

AccordSiteFollowed *
accord_site_followed_new (const char *code, const char *name, gint64 body)
{
  AccordSiteFollowed *self = g_new0 (AccordSiteFollowed, 1);

  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->body = body;
  return self;
}

void
accord_site_followed_free (AccordSiteFollowed *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

void
accord_site_council_free (AccordSiteCouncil *self)
{
  g_free (self->name);
  g_free (self->root);
  g_free (self->read);
  g_ptr_array_unref (self->followed);
  g_free (self);
}

static gboolean
load_followed (AccordSiteCouncil *self, AccordReader *reader, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT committee_code, name, id FROM body"
      " WHERE organisation = ?1 AND committee_code <> '' AND deleted IS NULL ORDER BY name, id",
      error);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, self->id);
  while (accord_rows_next (rows, &failure))
    {
      AccordSiteFollowed *followed;

      if (g_hash_table_contains (codes, accord_rows_text (rows, 0)))
        continue;
      followed = accord_site_followed_new (accord_rows_text (rows, 0), accord_rows_text (rows, 1),
                                           accord_rows_int (rows, 2));
      g_hash_table_add (codes, followed->code);
      g_ptr_array_add (self->followed, followed);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * accord_site_council_load:
 * @reader: a reader
 * @organisation: a council
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what a refresh of it begins with; %NULL with %ACCORD_NET_ERROR_ADDRESS
 * where no address is kept of its site
 */
AccordSiteCouncil *
accord_site_council_load (AccordReader *reader, gint64 organisation, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, organisation, error);
  g_autoptr (AccordSiteCouncil) self = NULL;
  const char *site;

  if (record == NULL)
    return NULL;
  self = g_new0 (AccordSiteCouncil, 1);
  self->id = organisation;
  self->name = accord_record_dup_title (record);
  self->read = g_strdup (accord_record_get_text (record, "committees-read"));
  self->followed = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_site_followed_free);
  site = accord_record_get_text (record, "committee-site");
  if (site == NULL)
    {
      g_set_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS,
                   _ ("The address of the committee website of “%s” is not known; it is a field of the "
                      "organisation."),
                   self->name);
      return NULL;
    }
  self->root = accord_site_address_dup_root (site, error);
  if (self->root == NULL || !load_followed (self, reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_site_council_find_body:
 * @self: a council
 * @code: a committee's number on its site
 *
 * Returns: the body that it is, or %ACCORD_UNKNOWN
 */
gint64
accord_site_council_find_body (const AccordSiteCouncil *self, const char *code)
{
  for (guint i = 0; i < self->followed->len; i++)
    {
      const AccordSiteFollowed *followed = self->followed->pdata[i];

      if (g_str_equal (followed->code, code))
        return followed->body;
    }
  return ACCORD_UNKNOWN;
}

static void
kept_free (gpointer data)
{
  AccordSiteKept *self = data;

  g_free (self->fetched_at);
  g_free (self->digest);
  g_free (self->date);
  g_free (self->time);
  g_free (self->status);
  g_free (self);
}

static AccordSiteKept *
take_kept (AccordRows *rows)
{
  AccordSiteKept *kept = g_new0 (AccordSiteKept, 1);

  kept->source = accord_rows_int (rows, 1);
  kept->fetched_at = g_strdup (accord_rows_text (rows, 2));
  kept->digest = g_strdup (accord_rows_text (rows, 3));
  kept->date = g_strdup (accord_rows_text (rows, 4));
  kept->time = g_strdup (accord_rows_text (rows, 5));
  kept->status = g_strdup (accord_rows_text (rows, 6));
  return kept;
}

/**
 * accord_site_kept_load:
 * @reader: a reader
 * @root: what all addresses of a site begin with
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 AccordSiteKept) (nullable): the meetings that were fetched from
 * the site's web service, by address
 */
GHashTable *
accord_site_kept_load (AccordReader *reader, const char *root, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT source.address, source.id, source.fetched_at, source.page, meeting.date, meeting.time,"
      " meeting.status FROM source LEFT JOIN meeting ON meeting.source = source.id AND meeting.deleted IS "
      "NULL"
      " WHERE source.deleted IS NULL AND substr (source.address, 1, length (?1)) = ?1 ORDER BY source.id",
      error);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  g_autofree char *beginning = accord_site_address_meeting (root, "");
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, beginning);
  while (accord_rows_next (rows, &failure))
    g_hash_table_replace (kept, g_strdup (accord_rows_text (rows, 0)), take_kept (rows));
  if (failure == NULL)
    return g_steal_pointer (&kept);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
differs (const char *kept, const char *listed)
{
  return listed != NULL && g_strcmp0 (kept, listed) != 0;
}

static gboolean
was_lately (const char *then, const char *now)
{
  g_autoptr (GDateTime) one = g_date_time_new_from_iso8601 (then, NULL);
  g_autoptr (GDateTime) other = g_date_time_new_from_iso8601 (now, NULL);
  GTimeSpan between = one != NULL && other != NULL ? g_date_time_difference (other, one) : G_MAXINT64;

  return between >= 0 && between < RESUME_SECONDS * G_TIME_SPAN_SECOND;
}

static gboolean
is_settled (const AccordSiteKept *self)
{
  g_autofree char *day = g_strndup (self->fetched_at, strlen ("2016-09-27"));

  return self->date != NULL && accord_date_is_iso (day) && accord_date_is_iso (self->date)
         && accord_date_days_until (day, self->date) >= SETTLED_DAYS;
}

/**
 * accord_site_kept_is_enough:
 * @self: (nullable): a meeting as it was fetched before
 * @listed: the same meeting as the site lists it now
 * @read: (nullable): when the site was last read to the end, in UTC
 * @now: the time at hand, in UTC
 *
 * Whether a meeting need not be fetched again: because it was, in a refresh that was broken off within a day
 * and is now taken up again; or because it was fetched long after its day and the list says nothing new.
 *
 * Returns: whether what is kept is enough
 */
gboolean
accord_site_kept_is_enough (const AccordSiteKept *self, const AccordSiteMeeting *listed, const char *read,
                            const char *now)
{
  if (self == NULL || self->fetched_at == NULL)
    return FALSE;
  if ((read == NULL || strcmp (self->fetched_at, read) > 0) && was_lately (self->fetched_at, now))
    return TRUE;
  return is_settled (self) && !differs (self->date, listed->date) && !differs (self->time, listed->time)
         && !differs (self->status, listed->status);
}
