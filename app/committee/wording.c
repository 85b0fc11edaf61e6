/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <glib/gi18n-lib.h>

#include "wording-decided.h"
#include "wording-recommend.h"

static void
take_all (GPtrArray *to, GPtrArray *from)
{
  g_ptr_array_extend_and_steal (to, g_ptr_array_ref (from));
}

/* A decision is published once by itself and once in the minutes: the fuller of the two counts, and where
   they say different things a person has to look. */
static void
take_fuller (AccordCommitteePage *page, AccordSpan span, GPtrArray *to, GPtrArray *minutes,
             GPtrArray *decision)
{
  gboolean by_decision = accord_wording_decided_is_fuller (decision, minutes);
  GPtrArray *fuller = by_decision ? decision : minutes;
  GPtrArray *other = by_decision ? minutes : decision;

  if (other->len > 0 && !accord_wording_decided_agree (fuller, other))
    accord_committee_page_add_unread (
        page, span, _ ("The decision and the minutes do not say the same; the fuller was read."));
  take_all (to, fuller);
}

/**
 * accord_wording_read_item:
 * @page: a page
 * @item: an item of it whose places are known
 *
 * Finds what the item's texts say: resolutions, recommendations, declarations, questions, actions, options.
 */
void
accord_wording_read_item (AccordCommitteePage *page, AccordPageItem *item)
{
  g_autoptr (AccordWordingPart) proposed = accord_wording_part_new (page, item->proposed);
  g_autoptr (AccordWordingPart) decision = accord_wording_part_new (page, item->decision);
  g_autoptr (AccordWordingPart) minutes = accord_wording_part_new (page, item->minutes);
  g_auto (AccordWordingDecided) by_decision = accord_wording_decided_new ();
  g_auto (AccordWordingDecided) by_minutes = accord_wording_decided_new ();

  accord_wording_read_recommendations (proposed, item->recommendations, TRUE);
  accord_wording_decided_read_label (&by_decision, decision, item->complete, FALSE);
  accord_wording_decided_read (&by_minutes, minutes, item->complete);
  take_fuller (page, item->decision, item->resolutions, by_minutes.resolutions, by_decision.resolutions);
  take_fuller (page, item->decision, item->recommendations, by_minutes.recommendations,
               by_decision.recommendations);
  accord_wording_decided_doubt (minutes);
}

/**
 * accord_wording_read_decision:
 * @page: a page
 * @decision: a decision of it whose places are known
 *
 * Finds what the decision's texts say.
 */
void
accord_wording_read_decision (AccordCommitteePage *page, AccordPageDecision *decision)
{
  g_autoptr (AccordWordingPart) purpose = accord_wording_part_new (page, decision->purpose);
  g_autoptr (AccordWordingPart) text = accord_wording_part_new (page, decision->text);
  g_auto (AccordWordingDecided) decided = accord_wording_decided_new ();

  accord_wording_read_recommendations (purpose, decision->recommendations, TRUE);
  accord_wording_decided_read_label (&decided, text, decision->complete, TRUE);
  take_all (decision->resolutions, decided.resolutions);
  take_all (decision->recommendations, decided.recommendations);
  accord_wording_decided_doubt (text);
}

/**
 * accord_wording_read_page:
 * @page: a page whose items have been read
 *
 * Finds what is said anywhere on a page: sums of money, the next meeting.
 */
void
accord_wording_read_page (AccordCommitteePage *page)
{
}
