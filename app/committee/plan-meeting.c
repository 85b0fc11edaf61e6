/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-address.h"
#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One page in two captures has at least one of so many items in common with itself. */
#define LEAST_SHARED 3
/* Every meeting has apologies and minutes: where a person said of which one a page is, most items must agree.
 */
#define MOST_SHARED 2

static AccordSpan
whole (AccordCommitteePage *page)
{
  return (AccordSpan){ 0, page->text != NULL ? strlen (page->text) : 0 };
}

/* The line of the page that holds these words first. */
static AccordSpan
find_line (AccordPlanning *self, const char *words)
{
  AccordSpan span = accord_planning_find_words (self, whole (self->page), words);
  const char *text = self->page->text;

  if (accord_span_is_empty (span))
    return span;
  while (span.start > 0 && text[span.start - 1] != '\n')
    span.start--;
  while (text[span.end] != '\0' && text[span.end] != '\n')
    span.end++;
  return span;
}

/* Whether a body of the workspace can be the one that the page means: another council's of the same name
 * cannot. */
static gboolean
can_be (AccordPlanning *self, const AccordKnownBody *body, gint64 council)
{
  if (council != ACCORD_UNKNOWN && body->organisation != ACCORD_UNKNOWN)
    return body->organisation == council;
  if (self->page->council != NULL && body->council != NULL)
    return accord_plan_same_key (self->page->council, body->council)
           || accord_plan_same_key (self->page->council, body->short_council);
  return self->site == NULL || body->site == NULL || strcmp (self->site, body->site) == 0;
}

/* The body of the workspace that a name means; ACCORD_UNKNOWN for none, with @several where there are more.
 */
static gint64
find_body (AccordPlanning *self, const char *name, gboolean *several)
{
  GPtrArray *bodies = accord_committee_known_find_bodies (self->known, name);
  gint64 council = accord_committee_known_find_council (self->known, self->page->council, self->site);
  gint64 found = ACCORD_UNKNOWN;

  *several = FALSE;
  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      const AccordKnownBody *body = bodies->pdata[i];

      if (!can_be (self, body, council))
        continue;
      *several = found != ACCORD_UNKNOWN;
      found = body->id;
    }
  return *several ? ACCORD_UNKNOWN : found;
}

/* The one body of the workspace that a name means. */
gint64
accord_planning_find_body (AccordPlanning *self, const char *name)
{
  gboolean several;

  return find_body (self, name, &several);
}

/* The row of an earlier page's part that is the same body. */
static int
find_body_row (AccordPlanning *self, const char *name)
{
  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      AccordRecord *record = accord_planning_row (self, i)->record;

      if (strcmp (accord_record_get_kind (record)->name, "body") == 0
          && accord_plan_same_key (accord_record_get_text (record, "name"), name))
        return i;
    }
  return -1;
}

/* A row for the body of that name: the workspace's own, or a new one. Where the name means several of the
 * workspace, a person has to say which. */
int
accord_planning_add_body (AccordPlanning *self, const char *name, AccordPlanNeeds *needs, GError **error)
{
  int row = find_body_row (self, name);
  g_autoptr (AccordDraft) draft = NULL;
  gboolean several = FALSE;
  gint64 council;

  if (row >= 0)
    return row;
  draft = accord_draft_new (self, "body", find_line (self, name), -1);
  draft->existing =
      self->chosen_body != ACCORD_UNKNOWN ? self->chosen_body : find_body (self, name, &several);
  if (draft->existing != ACCORD_UNKNOWN)
    return accord_planning_add (self, draft, error);
  accord_draft_say (draft, "name", name);
  council = accord_committee_known_find_council (self->known, self->page->council, self->site);
  accord_draft_say_int (draft, "organisation", council);
  if (several)
    {
      *needs |= ACCORD_PLAN_NEEDS_BODY;
      draft->sure = FALSE;
      draft->why = _ ("Several bodies of the workspace have this name; say which one is meant.");
    }
  else if (accord_plan_same_key (name, self->page->body))
    accord_draft_say (draft, "committee-code", self->page->committee_code);
  return accord_planning_add (self, draft, error);
}

/* Two meetings of one body on one day differ in their time or in their number. */
static gboolean
is_other_meeting (const AccordKnownMeeting *meeting, const char *time, const char *code)
{
  if (meeting->code != NULL && code != NULL)
    return strcmp (meeting->code, code) != 0;
  return meeting->time != NULL && time != NULL && strcmp (meeting->time, time) != 0;
}

static gboolean
is_of (const AccordKnownMeeting *meeting, gint64 body, const char *date)
{
  return (meeting->body == ACCORD_UNKNOWN || meeting->body == body)
         && (meeting->date == NULL || g_strcmp0 (meeting->date, date) == 0);
}

/* The one meeting of a list that nothing speaks against. */
static const AccordKnownMeeting *
only_one (GPtrArray *meetings, gint64 body, const char *date, const char *time, const char *code)
{
  const AccordKnownMeeting *found = NULL;

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const AccordKnownMeeting *meeting = meetings->pdata[i];

      if (!is_of (meeting, body, date) || is_other_meeting (meeting, time, code))
        continue;
      if (found != NULL)
        return NULL;
      found = meeting;
    }
  return found;
}

/* Those with the page's number, at the page's own site or with its own body. */
static const AccordKnownMeeting *
find_by_code (AccordPlanning *self, gint64 body, const char *code)
{
  GPtrArray *meetings = accord_committee_known_meetings_by_code (self->known, code);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const AccordKnownMeeting *meeting = meetings->pdata[i];
      const char *site = accord_committee_known_get_site (self->known, meeting->source);

      if (self->site != NULL && site != NULL ? strcmp (self->site, site) == 0
                                             : body != ACCORD_UNKNOWN && meeting->body == body)
        return meeting;
    }
  return NULL;
}

static const AccordKnownMeeting *
find_meeting (AccordPlanning *self, gint64 body, const char *date, gboolean of_page)
{
  g_autofree char *time = of_page ? accord_plan_time_key (self->page->time) : NULL;
  const char *code = of_page ? self->page->meeting_code : NULL;
  const AccordKnownMeeting *found = code != NULL ? find_by_code (self, body, code) : NULL;

  if (found == NULL && body != ACCORD_UNKNOWN && date != NULL)
    found =
        only_one (accord_committee_known_meetings_of_body (self->known, body, date), body, date, time, code);
  if (found == NULL && self->page->type != ACCORD_PAGE_ISSUE && self->source != ACCORD_UNKNOWN)
    found = only_one (accord_committee_known_meetings_of_source (self->known, self->source), body, date, NULL,
                      code);
  return found;
}

static void
say_attendance (AccordDraft *draft, AccordCommitteePage *page)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < page->attendance->len; i++)
    {
      const AccordPageAttendee *attendee = page->attendance->pdata[i];

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", attendee->name);
      if (attendee->role != NULL)
        g_string_append_printf (lines, ", %s", attendee->role);
      if (attendee->attendance != NULL)
        g_string_append_printf (lines, ": %s", attendee->attendance);
    }
  accord_draft_say (draft, "attendance", lines->str);
}

static void
say_meeting (AccordDraft *draft, AccordCommitteePage *page)
{
  accord_draft_say (draft, "time", page->time);
  accord_draft_say (draft, "venue", page->venue);
  accord_draft_say (draft, "type", page->prefix);
  accord_draft_say (draft, "contact", page->contact);
  accord_draft_say (draft, "page-kind", page->kind_words);
  accord_draft_say (draft, "status", page->status);
  if (page->next_meeting != NULL && page->date != NULL && strcmp (page->next_meeting, page->date) >= 0)
    accord_draft_say (draft, "next-meeting", page->next_meeting);
  accord_draft_say (draft, "next-meeting-words", page->next_meeting_words);
  accord_draft_say (draft, "note", page->note);
  accord_draft_say (draft, "meeting-code", page->meeting_code);
  say_attendance (draft, page);
}

static char *
dup_meeting_name (AccordCommitteePage *page, const char *body, gboolean of_page)
{
  if (body == NULL)
    return g_strdup (of_page && page->kind_words != NULL ? page->kind_words : _ ("Meeting"));
  return of_page && page->prefix != NULL ? g_strdup_printf ("%s, %s", page->prefix, body) : g_strdup (body);
}

/* A row for the meeting of a body on a day. With @whole the page is about the meeting itself; otherwise it is
 * about something that the meeting dealt with, and says no more of it than body and day. */
int
accord_planning_add_meeting_of (AccordPlanning *self, const char *body, const char *date, gboolean whole_page,
                                GError **error)
{
  AccordCommitteePage *page = self->page;
  AccordPlanNeeds needs = ACCORD_PLAN_NEEDS_NOTHING;
  int body_row = body != NULL ? accord_planning_add_body (self, body, &needs, error) : -1;
  const char *heading = body != NULL && !page->body_supplied ? body : page->kind_words;
  gint64 body_id = body_row >= 0 ? accord_record_get_id (accord_planning_row (self, body_row)->record) : 0;
  g_autoptr (AccordDraft) draft = NULL;
  g_autofree char *name = dup_meeting_name (page, body, whole_page);
  const AccordKnownMeeting *known;

  self->plan->needs |= needs;
  self->body_row = body_row;
  if (body != NULL && body_row < 0)
    return -1;
  draft = accord_draft_new (self, "meeting", find_line (self, heading), -1);
  known = find_meeting (self, body_id != 0 ? body_id : ACCORD_UNKNOWN, date, whole_page);
  if (known != NULL)
    draft->existing = known->id;
  if (whole_page || known == NULL)
    {
      accord_draft_say (draft, "name", name);
      accord_draft_say_boolean (draft, "incomplete", !whole_page || !page->complete);
    }
  if (whole_page || known == NULL || known->source == self->source)
    {
      accord_draft_say (draft, "date", date);
      accord_draft_refer (draft, self, "body", body_row);
    }
  if (whole_page)
    say_meeting (draft, page);
  return accord_planning_add (self, draft, error);
}

/* The one meeting that an earlier reading of the same page made, of the same day where the page gives one.
 * What a person said of it then counts again. */
static const AccordKnownMeeting *
find_earlier (AccordPlanning *self)
{
  GPtrArray *meetings = self->source != ACCORD_UNKNOWN
                            ? accord_committee_known_meetings_of_source (self->known, self->source)
                            : NULL;
  const AccordKnownMeeting *found = NULL;

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const AccordKnownMeeting *meeting = meetings->pdata[i];

      if (self->page->date != NULL && !is_of (meeting, meeting->body, self->page->date))
        continue;
      if (found != NULL)
        return NULL;
      found = meeting;
    }
  return found;
}

static void
choose_body (AccordPlanning *self, const AccordKnownMeeting *earlier)
{
  const AccordKnownBody *body =
      earlier != NULL ? accord_committee_known_get_body (self->known, earlier->body) : NULL;
  g_autofree char *name = accord_plan_key (self->page->body);

  if (self->chosen_body == ACCORD_UNKNOWN && body != NULL
      && (self->page->body == NULL || strcmp (name, body->name) == 0))
    self->chosen_body = body->id;
}

static char *
dup_body_name (AccordPlanning *self)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "body");

  if (self->page->body != NULL || self->chosen_body == ACCORD_UNKNOWN)
    return g_strdup (self->page->body);
  return accord_reader_dup_title (self->reader, kind, self->chosen_body, NULL);
}

static gboolean
has_title (AccordCommitteePage *page, const char *title)
{
  for (guint i = 0; i < page->items->len; i++)
    if (accord_plan_same_key (((AccordPageItem *) page->items->pdata[i])->title, title))
      return TRUE;
  return FALSE;
}

/* Whether the page has items in common with the meeting: another page may have been said to be of the same
 * body and day. */
static gboolean
shares_items (AccordPlanning *self, gint64 meeting)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      self->reader, "SELECT title FROM item WHERE meeting = ?1 AND deleted IS NULL", NULL);
  guint n_shared = 0, n_there = 0;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, meeting);
  while (accord_rows_next (rows, NULL))
    {
      n_there++;
      n_shared += has_title (self->page, accord_rows_text (rows, 0));
    }
  if (self->page->body_supplied || self->page->date_supplied)
    return n_shared * MOST_SHARED >= MAX (n_there, self->page->items->len);
  return n_shared * LEAST_SHARED >= MIN (n_there, self->page->items->len);
}

/* A page without an address is the same page again when it is of the same meeting, whatever it was captured
 * as. */
void
accord_planning_adopt_source (AccordPlanning *self)
{
  AccordCommitteePage *page = self->page;
  gboolean several = FALSE;
  gint64 body = self->chosen_body;
  const AccordKnownMeeting *meeting;
  g_autofree char *name = NULL;

  if (self->source != ACCORD_UNKNOWN || page->date == NULL
      || (page->type != ACCORD_PAGE_MEETING && page->type != ACCORD_PAGE_MINUTES))
    return;
  name = dup_body_name (self);
  if (body == ACCORD_UNKNOWN && name != NULL)
    body = find_body (self, name, &several);
  meeting = find_meeting (self, body, page->date, TRUE);
  if (meeting != NULL && meeting->whole && shares_items (self, meeting->id))
    self->source = meeting->source;
}

/* The meeting of a page of a meeting or of one of its items, with its items. */
gboolean
accord_planning_add_meeting (AccordPlanning *self, GError **error)
{
  AccordCommitteePage *page = self->page;
  const AccordKnownMeeting *earlier = find_earlier (self);
  gboolean whole_page = page->type != ACCORD_PAGE_ITEM;
  g_autofree char *body = NULL, *date = g_strdup (page->date);

  choose_body (self, earlier);
  body = dup_body_name (self);
  if (earlier != NULL && date == NULL)
    date = g_strdup (earlier->date);
  if (body == NULL)
    self->plan->needs |= ACCORD_PLAN_NEEDS_BODY;
  if (date == NULL)
    self->plan->needs |= ACCORD_PLAN_NEEDS_DATE;
  self->plan->main_row = accord_planning_add_meeting_of (self, body, date, whole_page, error);
  return self->plan->main_row >= 0
         && accord_planning_add_items (self, self->plan->main_row, page->items, error);
}
