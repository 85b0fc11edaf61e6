/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-run.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "net-error.h"
#include "site-address.h"
#include "site-answer.h"
#include "site-fetch.h"
#include "site-keep.h"

/* A site that says no so often in a row means it. */
#define MOST_REFUSALS 3

/* A meeting to look at, and whose it is. */
typedef struct
{
  const AccordSiteFollowed *committee;
  AccordSiteMeeting *meeting;
} Listed;

static void
tell (AccordSiteRun *self, gint64 done, gint64 total)
{
  if (self->progress != NULL)
    self->progress (done, total, self->progress_data);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* What no other meeting will be better for: a person who stops it, and a workspace that cannot be written. */
static gboolean
ends_all (const GError *problem)
{
  if (problem->domain == ACCORD_NET_ERROR || problem->domain == ACCORD_COMMITTEE_ERROR)
    return FALSE;
  return TRUE;
}

/* Whether the site said no, and not only that there is something wrong with one meeting. */
static gboolean
is_refusal (const GError *problem)
{
  return (problem->domain == ACCORD_NET_ERROR && problem->code != ACCORD_NET_ERROR_TOO_LARGE)
         || g_error_matches (problem, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED);
}

/* Goes on without something, unless there is no use in going on: then FALSE. Takes @problem. */
static gboolean
note_failure (AccordSiteRun *self, const char *what, const char *address, GError *problem)
{
  AccordRefreshFailure *failure;

  if (ends_all (problem))
    {
      self->result->stopped = problem;
      return FALSE;
    }
  failure = g_new0 (AccordRefreshFailure, 1);
  failure->what = g_strdup (what);
  failure->address = g_strdup (address);
  failure->reason = g_strdup (problem->message);
  g_ptr_array_add (self->result->failures, failure);
  self->refusals = is_refusal (problem) ? self->refusals + 1 : 0;
  if (self->refusals >= MOST_REFUSALS)
    g_set_error (&self->result->stopped, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
                 _ ("%d requests in a row were in vain, so the site was not asked any more: %s"),
                 MOST_REFUSALS, problem->message);
  g_error_free (problem);
  return self->result->stopped == NULL;
}

static gpointer
load_council (AccordReader *reader, gpointer data, GError **error)
{
  AccordSiteRun *self = data;

  return accord_site_council_load (reader, self->organisation, error);
}

static gpointer
load_kept (AccordReader *reader, gpointer data, GError **error)
{
  AccordSiteRun *self = data;

  return accord_site_kept_load (reader, self->root, error);
}

/* A site that has moved is asked where it is now, and not through its old address each time. */
static void
take_root (AccordSiteRun *self, const AccordFetched *fetched)
{
  g_autofree char *root = accord_site_address_dup_root (fetched->address, NULL);

  if (root == NULL)
    return;
  g_free (self->root);
  self->root = g_steal_pointer (&root);
}

static void
choose (AccordSiteRun *self, GPtrArray *committees)
{
  for (guint i = 0; i < committees->len; i++)
    {
      const AccordSiteCommittee *committee = committees->pdata[i];
      gint64 body = accord_site_council_find_body (self->council, committee->code);

      if (!committee->deleted)
        g_ptr_array_add (self->committees, accord_site_followed_new (committee->code, committee->name, body));
    }
}

static gboolean
choose_all (AccordSiteRun *self, GError **error)
{
  g_autofree char *address = accord_site_address_committees (self->root);
  GError *failure = NULL;
  g_autoptr (AccordFetched) fetched =
      accord_site_fetch_data (self->fetcher, address, self->cancellable, &failure);
  g_autoptr (GPtrArray) committees = NULL;

  if (fetched == NULL)
    {
      accord_site_say_off (self->root, failure, error);
      return FALSE;
    }
  take_root (self, fetched);
  committees = accord_xml_reader_read_committees (fetched->bytes, error);
  if (committees == NULL)
    return FALSE;
  choose (self, committees);
  return TRUE;
}

static gboolean
choose_followed (AccordSiteRun *self, GError **error)
{
  for (guint i = 0; i < self->council->followed->len; i++)
    {
      const AccordSiteFollowed *followed = self->council->followed->pdata[i];

      g_ptr_array_add (self->committees,
                       accord_site_followed_new (followed->code, followed->name, followed->body));
    }
  if (self->committees->len > 0)
    return TRUE;
  g_set_error (
      error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BODY,
      _ ("No board or committee of “%s” has its number on the council’s site, so none is followed; all "
         "that the site lists can be asked for instead."),
      self->council->name);
  return FALSE;
}

static void
take_list (AccordSiteRun *self, const AccordSiteFollowed *committee, GPtrArray *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      Listed listed = { committee, meetings->pdata[i] };

      g_array_append_val (self->listed, listed);
    }
  g_ptr_array_add (self->lists, g_ptr_array_ref (meetings));
  self->result->committees++;
  self->result->listed += meetings->len;
}

static GPtrArray *
fetch_list (AccordSiteRun *self, const char *address, GError **error)
{
  g_autoptr (AccordFetched) fetched =
      accord_site_fetch_data (self->fetcher, address, self->cancellable, error);

  if (fetched == NULL)
    return NULL;
  take_root (self, fetched);
  return accord_xml_reader_read_meetings (fetched->bytes, error);
}

/* Before the first list is there nothing is known of the site, so that its failing is the failure. */
static gboolean
list_meetings (AccordSiteRun *self, GError **error)
{
  for (guint i = 0; i < self->committees->len; i++)
    {
      const AccordSiteFollowed *committee = self->committees->pdata[i];
      g_autofree char *address =
          accord_site_address_meetings (self->root, committee->code, self->result->from, self->result->until);
      GError *problem = NULL;
      g_autoptr (GPtrArray) meetings = fetch_list (self, address, &problem);

      tell (self, i + 1, 0);
      if (meetings != NULL)
        {
          self->refusals = 0;
          take_list (self, committee, meetings);
        }
      else if (self->result->committees == 0 && (ends_all (problem) || (is_refusal (problem) && !self->all)))
        {
          accord_site_say_off (self->root, problem, error);
          return FALSE;
        }
      else if (!note_failure (self, committee->name, address, problem))
        return TRUE;
    }
  return TRUE;
}

static void
count_outcome (AccordSiteRun *self, AccordSiteOutcome outcome)
{
  if (outcome == ACCORD_SITE_ADDED)
    self->result->added++;
  else if (outcome == ACCORD_SITE_UPDATED)
    self->result->updated++;
  else
    self->result->unchanged++;
}

/* Nothing new in it; when that was seen is kept at the end, for all of them at once. */
static void
note_unchanged (AccordSiteRun *self, const AccordSiteKept *kept, const AccordFetched *fetched)
{
  g_hash_table_replace (self->unchanged, g_memdup2 (&kept->source, sizeof kept->source),
                        g_strdup (fetched->fetched_at));
}

static gboolean
fetch_meeting (AccordSiteRun *self, const Listed *listed, const char *address, const AccordSiteKept *kept,
               GError **error)
{
  g_autoptr (AccordFetched) fetched =
      accord_site_fetch_data (self->fetcher, address, self->cancellable, error);
  AccordSiteOutcome outcome = ACCORD_SITE_UNCHANGED;

  if (fetched == NULL)
    return FALSE;
  if (accord_site_is_as_kept (kept, fetched->bytes))
    note_unchanged (self, kept, fetched);
  else if (!accord_site_keep (&self->work, self->council, listed->committee, listed->meeting, fetched,
                              self->cancellable, &outcome, error))
    return FALSE;
  count_outcome (self, outcome);
  return TRUE;
}

/* FALSE when there is no use in going on. */
static gboolean
look_at (AccordSiteRun *self, const Listed *listed)
{
  g_autofree char *address = accord_site_address_meeting (self->root, listed->meeting->code);
  g_autofree char *now = dup_now ();
  g_autofree char *title = NULL;
  const AccordSiteKept *kept = g_hash_table_lookup (self->kept, address);
  GError *problem = NULL;

  if (accord_site_kept_is_enough (kept, listed->meeting, self->council->read, now))
    {
      self->result->skipped++;
      return TRUE;
    }
  if (fetch_meeting (self, listed, address, kept, &problem))
    {
      self->refusals = 0;
      return TRUE;
    }
  title = accord_site_meeting_dup_title (listed->committee, listed->meeting);
  return note_failure (self, title, address, problem);
}

static gboolean
look_at_all (AccordSiteRun *self, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->kept = accord_site_work_read (&self->work, load_kept, self, self->cancellable, error);
  if (self->kept == NULL)
    return FALSE;
  for (guint i = 0; i < self->listed->len && self->result->stopped == NULL; i++)
    {
      const Listed *listed = &g_array_index (self->listed, Listed, i);

      /* A joint meeting is listed under both of its committees. */
      if (g_hash_table_add (seen, listed->meeting->code))
        look_at (self, listed);
      tell (self, i + 1, self->listed->len);
    }
  return TRUE;
}

static gboolean
begin (AccordSiteRun *self, GError **error)
{
  self->council = accord_site_work_read (&self->work, load_council, self, self->cancellable, error);
  if (self->council == NULL)
    return FALSE;
  self->root = g_strdup (self->council->root);
  self->committees = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_site_followed_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->listed = g_array_new (FALSE, FALSE, sizeof (Listed));
  self->unchanged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->result->organisation = g_strdup (self->council->name);
  if (self->chosen == NULL)
    return self->all ? choose_all (self, error) : choose_followed (self, error);
  choose (self, self->chosen);
  return TRUE;
}

/* What was seen counts, also when the rest was given up. */
static gboolean
end (AccordSiteRun *self, GError **error)
{
  g_autofree char *now = dup_now ();

  self->result->complete = self->result->stopped == NULL;
  return accord_site_note_refresh (&self->work, self->council, self->unchanged,
                                   self->result->complete ? now : NULL, error);
}

/**
 * accord_site_run_clear:
 * @self: a refresh
 */
void
accord_site_run_clear (AccordSiteRun *self)
{
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->council, accord_site_council_free);
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->committees, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->listed, g_array_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->unchanged, g_hash_table_unref);
  g_clear_pointer (&self->result, accord_refresh_result_free);
}

/**
 * accord_site_run:
 * @self: a refresh
 * @error: return location for an error
 *
 * Does all of it; see accord_committee_refresh().
 *
 * Returns: (transfer full) (nullable): what was done
 */
AccordRefreshResult *
accord_site_run (AccordSiteRun *self, GError **error)
{
  AccordRefreshResult *result = NULL;

  if (begin (self, error) && list_meetings (self, error)
      && (self->result->stopped != NULL || look_at_all (self, error)) && end (self, error))
    result = g_steal_pointer (&self->result);
  accord_site_run_clear (self);
  return result;
}
