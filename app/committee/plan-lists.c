/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
add_committee (AccordPlanning *self, const AccordSiteCommittee *committee, GError **error)
{
  g_autoptr (AccordDraft) draft = accord_draft_new (self, "body", committee->span, -1);

  draft->existing = accord_planning_find_body (self, committee->name);
  if (draft->existing == ACCORD_UNKNOWN)
    {
      accord_draft_say (draft, "name", committee->name);
      accord_draft_say_int (
          draft, "organisation",
          accord_committee_known_find_council (self->known, self->page->council, self->site));
    }
  accord_draft_say (draft, "committee-code", committee->code);
  if (committee->deleted || committee->expired)
    {
      draft->sure = FALSE;
      draft->why = _ ("The council’s site says that this committee no longer meets.");
    }
  return accord_planning_add (self, draft, error) >= 0;
}

/* A list names committees once, the workspace perhaps several of a name: then a person has to say which. */
gboolean
accord_planning_add_committees (AccordPlanning *self, GError **error)
{
  GPtrArray *committees = self->page->committees;

  for (guint i = 0; i < committees->len; i++)
    if (!add_committee (self, committees->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The meeting with this number of the same body, wherever its day is now; else the one of that body on that
 * day. */
static const AccordKnownMeeting *
find_meeting (AccordPlanning *self, const AccordSiteMeeting *listed, gint64 body)
{
  GPtrArray *coded = accord_committee_known_meetings_by_code (self->known, listed->code);
  GPtrArray *of_day;

  for (guint i = 0; coded != NULL && i < coded->len; i++)
    {
      const AccordKnownMeeting *meeting = coded->pdata[i];

      if (meeting->body == body)
        return meeting;
    }
  of_day =
      listed->date != NULL ? accord_committee_known_meetings_of_body (self->known, body, listed->date) : NULL;
  if (of_day == NULL || of_day->len != 1)
    return NULL;
  return ((AccordKnownMeeting *) of_day->pdata[0])->code == NULL ? of_day->pdata[0] : NULL;
}

static gboolean
add_meeting (AccordPlanning *self, const AccordSiteMeeting *listed, GError **error)
{
  AccordPlanNeeds needs = ACCORD_PLAN_NEEDS_NOTHING;
  int body = accord_planning_add_body (self, listed->body, &needs, error);
  g_autoptr (AccordDraft) draft = NULL;
  const AccordKnownMeeting *known = NULL;
  gint64 body_id;

  if (body < 0)
    return FALSE;
  self->plan->needs |= needs;
  body_id = accord_record_get_id (accord_planning_row (self, body)->record);
  draft = accord_draft_new (self, "meeting", listed->span, -1);
  if (body_id != 0)
    known = find_meeting (self, listed, body_id);
  if (known != NULL)
    draft->existing = known->id;
  else
    {
      accord_draft_say (draft, "name", listed->body);
      accord_draft_say (draft, "time", listed->time);
      accord_draft_say (draft, "venue", listed->venue);
      /* Its own page was not read. */
      accord_draft_say_boolean (draft, "incomplete", TRUE);
      accord_draft_refer (draft, self, "body", body);
    }
  accord_draft_say (draft, "date", listed->date);
  accord_draft_say (draft, "status", listed->status);
  accord_draft_say (draft, "meeting-code", listed->code);
  return accord_planning_add (self, draft, error) >= 0;
}

/* One that names no committee, or no day, is not made a meeting. */
gboolean
accord_planning_add_meetings (AccordPlanning *self, GError **error)
{
  GPtrArray *meetings = self->page->meetings;

  for (guint i = 0; i < meetings->len; i++)
    {
      const AccordSiteMeeting *listed = meetings->pdata[i];

      if (listed->body != NULL && listed->date != NULL && !add_meeting (self, listed, error))
        return FALSE;
    }
  return TRUE;
}
