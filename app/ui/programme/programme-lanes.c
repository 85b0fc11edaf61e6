/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-lanes.h"

#include "chart/timeline-data.h"
#include "programme/programme-rows.h"

#include <glib/gi18n-lib.h>

static const char *
text_of (AccordRecord *record, const char *field)
{
  return accord_record_get_text (record, field);
}

static void
add_milestone (AccordTimelineLane *lane, AccordRecord *milestone, const char *today)
{
  g_autofree char *name = accord_record_dup_title (milestone);
  const char *status = text_of (milestone, "status");
  const char *words = text_of (milestone, "date-words");
  gboolean done = g_strcmp0 (status, "done") == 0 && text_of (milestone, "done-on") != NULL;
  const char *date = text_of (milestone, done ? "done-on" : "date");

  g_ptr_array_add (lane->events, accord_timeline_event_new (
                                     date, words, name, accord_timeline_state_of (status, date, words, today),
                                     "milestone", accord_record_get_id (milestone)));
}

static void
add_transfers (AccordTimelineLane *lane, const AccordProgrammeProgress *progress)
{
  for (guint i = 0; i < progress->transfers->len; i++)
    {
      AccordRecord *transfer = progress->transfers->pdata[i];
      const char *date = text_of (transfer, "date"), *words = text_of (transfer, "date-words");
      g_autofree char *name = accord_record_dup_title (transfer);

      /* Without a day there is nothing to place; the transfers have a card of their own. */
      if (date != NULL || words != NULL)
        g_ptr_array_add (lane->events,
                         accord_timeline_event_new (date, words, name,
                                                    accord_timeline_state_of (text_of (transfer, "status"),
                                                                              date, words, progress->today),
                                                    "transfer", accord_record_get_id (transfer)));
    }
}

static AccordTimelineLane *
programme_lane (const AccordProgrammeProgress *progress)
{
  AccordRecord *programme = progress->programme;
  AccordTimelineLane *lane = accord_timeline_lane_new (_ ("Programme"), NULL);
  const char *from = text_of (programme, "from"), *until = text_of (programme, "until");

  if (from != NULL || until != NULL)
    {
      g_autofree char *name = accord_record_dup_title (programme);

      accord_timeline_lane_set_bar (lane, name, from, until, text_of (programme, "until-words"));
    }
  return lane;
}

static gboolean
is_of (AccordRecord *milestone, AccordRecord *workstream)
{
  return accord_record_get_int (milestone, "workstream") == accord_record_get_id (workstream);
}

static gboolean
is_elsewhere (const AccordProgrammeProgress *progress, AccordRecord *milestone)
{
  for (guint i = 0; i < progress->workstreams->len; i++)
    {
      const AccordWorkstreamProgress *workstream = progress->workstreams->pdata[i];

      if (is_of (milestone, workstream->record))
        return TRUE;
    }
  return FALSE;
}

static AccordTimelineLane *
workstream_lane (const AccordWorkstreamProgress *workstream, const char *today)
{
  g_autofree char *name = accord_record_dup_title (workstream->record);
  g_autofree char *count = accord_programme_dup_count (&workstream->count);
  /* Translators: how many milestones are done, of how many: “2 of 5 done”. */
  g_autofree char *note = count != NULL ? g_strdup_printf (_ ("%s done"), count) : NULL;
  AccordTimelineLane *lane = accord_timeline_lane_new (name, note);

  lane->kind = "workstream";
  lane->id = accord_record_get_id (workstream->record);
  for (guint i = 0; i < workstream->milestones->len; i++)
    add_milestone (lane, workstream->milestones->pdata[i], today);
  return lane;
}

/**
 * accord_programme_lanes:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordTimelineLane): a lane for the programme itself, and one for
 * each of its parts that has a milestone
 */
GPtrArray *
accord_programme_lanes (const AccordProgrammeProgress *progress)
{
  GPtrArray *lanes = accord_timeline_lanes_new ();
  AccordTimelineLane *whole = programme_lane (progress);

  g_ptr_array_add (lanes, whole);
  for (guint i = 0; i < progress->milestones->len; i++)
    if (!is_elsewhere (progress, progress->milestones->pdata[i]))
      add_milestone (whole, progress->milestones->pdata[i], progress->today);
  add_transfers (whole, progress);
  for (guint i = 0; i < progress->workstreams->len; i++)
    {
      const AccordWorkstreamProgress *workstream = progress->workstreams->pdata[i];

      if (workstream->milestones->len > 0)
        g_ptr_array_add (lanes, workstream_lane (workstream, progress->today));
    }
  if (whole->events->len == 0 && whole->bar_label == NULL)
    g_ptr_array_remove_index (lanes, 0);
  return lanes;
}

/**
 * accord_workstream_lanes:
 * @progress: how a part of a programme stands
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordTimelineLane): its lane, or none where it has no milestone
 */
GPtrArray *
accord_workstream_lanes (const AccordWorkstreamProgress *progress, const char *today)
{
  GPtrArray *lanes = accord_timeline_lanes_new ();

  if (progress->milestones->len > 0)
    g_ptr_array_add (lanes, workstream_lane (progress, today));
  return lanes;
}
