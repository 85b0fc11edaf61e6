/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-keep.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "date.h"
#include "plan.h"
#include "read.h"

/* A meeting on its way into the workspace. */
typedef struct
{
  AccordCommitteePage *page;
  const AccordSiteCouncil *council;
  const AccordSiteFollowed *committee;
  AccordSiteOutcome outcome;
} Keeping;

/**
 * accord_site_meeting_dup_title:
 * @committee: whose meeting it is
 * @meeting: as the site lists it
 *
 * Returns: (transfer full): what the meeting is called in sentences
 */
char *
accord_site_meeting_dup_title (const AccordSiteFollowed *committee, const AccordSiteMeeting *meeting)
{
  g_autofree char *day = NULL;

  if (meeting->date == NULL)
    return g_strdup_printf (_ ("%s, meeting %s"), committee->name, meeting->code);
  day = accord_date_format (meeting->date);
  return g_strdup_printf (_ ("%s, %s"), committee->name, day);
}

/**
 * accord_site_is_as_kept:
 * @kept: (nullable): a meeting as it was fetched before
 * @bytes: its data as they came now
 *
 * Returns: whether they are the same to the byte
 */
gboolean
accord_site_is_as_kept (const AccordSiteKept *kept, GBytes *bytes)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return kept != NULL && g_strcmp0 (kept->digest, digest) == 0;
}

/* What is missing cannot be asked for here, where nobody looks on. */
static gboolean
needs_nothing (const AccordCommitteePlan *plan, GError **error)
{
  if (plan->needs & ACCORD_PLAN_NEEDS_DATE)
    g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_DATE,
                         _ ("The day of the meeting is not in the data."));
  else if (plan->needs & ACCORD_PLAN_NEEDS_BODY)
    g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BODY,
                         _ ("Which committee met cannot be told from the data."));
  else if (plan->needs != ACCORD_PLAN_NEEDS_NOTHING)
    g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                         _ ("The data are not of a meeting."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
has_new_meeting (const AccordCommitteePlan *plan)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AccordPlanRow *row = plan->rows->pdata[i];

      if (g_str_equal (accord_record_get_kind (row->record)->name, "meeting"))
        return row->doing == ACCORD_PLAN_ADD;
    }
  return FALSE;
}

static AccordRecord *
get_record (AccordReader *reader, const char *kind, gint64 id, GError **error)
{
  return accord_reader_get (reader, accord_schema_find_kind (accord_reader_get_schema (reader), kind), id,
                            error);
}

/* A body that is new or was known by its name only gets its number, and so is followed from now on; another
 * organisation's is not told what it is on this site. */
static gboolean
number_body (Keeping *keeping, AccordWriter *writer, gint64 meeting, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (AccordRecord) body = NULL;
  gint64 owner;

  if (meeting <= 0)
    return TRUE;
  record = get_record (reader, "meeting", meeting, error);
  if (record == NULL)
    return FALSE;
  if (accord_record_get_int (record, "body") == ACCORD_UNKNOWN)
    return TRUE;
  body = get_record (reader, "body", accord_record_get_int (record, "body"), error);
  if (body == NULL)
    return FALSE;
  owner = accord_record_get_int (body, "organisation");
  if (accord_record_get_text (body, "committee-code") != NULL
      || (owner != keeping->council->id && owner != ACCORD_UNKNOWN))
    return TRUE;
  accord_record_set_text (body, "committee-code", keeping->committee->code);
  return accord_writer_update (writer, body, error);
}

/* Planned and written in one: nothing can change in between. */
static gboolean
write_meeting (AccordWriter *writer, gpointer data, GError **error)
{
  Keeping *keeping = data;
  AccordPlanOptions options = { .body = keeping->committee->body };
  g_autoptr (AccordCommitteePlan) plan =
      accord_committee_plan_new_with (accord_writer_get_reader (writer), keeping->page, &options, error);
  AccordPlanResult result = { 0 };
  gboolean is_new;

  if (plan == NULL || !needs_nothing (plan, error))
    return FALSE;
  is_new = has_new_meeting (plan);
  if (!accord_committee_plan_write (plan, writer, &result, error)
      || !number_body (keeping, writer, result.main, error))
    return FALSE;
  if (is_new)
    keeping->outcome = ACCORD_SITE_ADDED;
  else
    keeping->outcome = result.added + result.updated > 0 ? ACCORD_SITE_UPDATED : ACCORD_SITE_UNCHANGED;
  return TRUE;
}

/* A site that mixes up its answers must not put the words of one meeting into another. */
static gboolean
is_the_meeting (const AccordCommitteePage *page, const AccordSiteMeeting *meeting, GError **error)
{
  if (page->meeting_code == NULL || g_str_equal (page->meeting_code, meeting->code))
    return TRUE;
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
               _ ("The site was asked for meeting %s and answered with meeting %s."), meeting->code,
               page->meeting_code);
  return FALSE;
}

/* The data do not say whose meeting it is; the list that they were found by does. */
static AccordCommitteePage *
read_meeting (const AccordSiteFollowed *committee, const AccordFetched *fetched, GCancellable *cancellable,
              GError **error)
{
  AccordReadOptions options = {
    .form = ACCORD_FORM_XML,
    .address = fetched->address,
    .fetched_at = fetched->fetched_at,
    .content_type = fetched->content_type,
    .body = committee->name,
  };

  return accord_committee_read (fetched->bytes, &options, cancellable, error);
}

/**
 * accord_site_keep:
 * @work: the workspace
 * @council: the council
 * @committee: whose meeting it is
 * @meeting: as the site lists it
 * @fetched: its data
 * @cancellable: (nullable): to give up; nothing of it is kept then
 * @outcome: (out): what became of it
 * @error: return location for an error
 *
 * Reads a meeting and keeps it as one change.
 *
 * Returns: whether it was kept
 */
gboolean
accord_site_keep (AccordSiteWork *work, const AccordSiteCouncil *council, const AccordSiteFollowed *committee,
                  const AccordSiteMeeting *meeting, const AccordFetched *fetched, GCancellable *cancellable,
                  AccordSiteOutcome *outcome, GError **error)
{
  g_autoptr (AccordCommitteePage) page = read_meeting (committee, fetched, cancellable, error);
  g_autofree char *title = accord_site_meeting_dup_title (committee, meeting);
  g_autofree char *label = g_strdup_printf (_ ("Fetch “%s”"), title);
  Keeping keeping = { page, council, committee, ACCORD_SITE_UNCHANGED };
  g_autoptr (AccordChange) change = NULL;

  if (page == NULL || !is_the_meeting (page, meeting, error))
    return FALSE;
  change = accord_site_work_write (work, label, write_meeting, &keeping, cancellable, error);
  *outcome = keeping.outcome;
  return change != NULL;
}

/* The end of a refresh. */
typedef struct
{
  const AccordSiteCouncil *council;
  GHashTable *unchanged;
  const char *read;
} Noting;

static gboolean
set_text (AccordWriter *writer, const char *kind, gint64 id, const char *field, const char *value,
          GError **error)
{
  g_autoptr (AccordRecord) record = get_record (accord_writer_get_reader (writer), kind, id, error);

  if (record == NULL)
    return FALSE;
  accord_record_set_text (record, field, value);
  return accord_writer_update (writer, record, error);
}

static gboolean
write_notes (AccordWriter *writer, gpointer data, GError **error)
{
  Noting *noting = data;
  GHashTableIter iter;
  gpointer source, fetched_at;

  g_hash_table_iter_init (&iter, noting->unchanged);
  while (g_hash_table_iter_next (&iter, &source, &fetched_at))
    if (!set_text (writer, "source", *(gint64 *) source, "fetched-at", fetched_at, error))
      return FALSE;
  return noting->read == NULL
         || set_text (writer, "organisation", noting->council->id, "committees-read", noting->read, error);
}

/**
 * accord_site_note_refresh:
 * @work: the workspace
 * @council: whose site was read
 * @unchanged: (element-type gint64 utf8): source documents that are as they were → when that was seen
 * @read: (nullable): when the site was read to the end, or %NULL if it was not
 * @error: return location for an error
 *
 * Keeps, as one change, what is known now of pages that have not changed, so that they are not asked for
 * again sooner than need be.
 *
 * Returns: whether it was kept
 */
gboolean
accord_site_note_refresh (AccordSiteWork *work, const AccordSiteCouncil *council, GHashTable *unchanged,
                          const char *read, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Refresh the meetings of “%s”"), council->name);
  Noting noting = { council, unchanged, read };
  g_autoptr (AccordChange) change = NULL;

  if (read == NULL && g_hash_table_size (unchanged) == 0)
    return TRUE;
  change = accord_site_work_write (work, label, write_notes, &noting, NULL, error);
  return change != NULL;
}
