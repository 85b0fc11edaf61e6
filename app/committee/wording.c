/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wording-actions.h"
#include "wording-decided.h"
#include "wording-declare.h"
#include "wording-flags.h"
#include "wording-money.h"
#include "wording-next.h"
#include "wording-options.h"
#include "wording-questions.h"
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

/* What is found in one place already is not taken from the next, which says it again. */
static void
read_options (AccordWordingPart *minutes, AccordWordingPart *decision, AccordWordingPart *proposed,
              GPtrArray *options)
{
  AccordWordingPart *parts[] = { minutes, decision, proposed };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && options->len == 0; i++)
    accord_wording_read_options (parts[i], FALSE, options);
}

static void
read_declarations (AccordWordingPart *minutes, AccordWordingPart *decision, const char *title,
                   GPtrArray *declarations)
{
  accord_wording_read_declarations (minutes, title, declarations);
  if (declarations->len == 0)
    accord_wording_read_declarations (decision, title, declarations);
}

static void
read_item_flags (AccordPageItem *item, AccordWordingPart *proposed, AccordWordingPart *decision,
                 AccordWordingPart *minutes)
{
  AccordWordingFlags flags = { item->exempt, item->key, item->urgent, item->call_in, item->contact };

  accord_wording_read_title_flags (item->title, &flags);
  accord_wording_read_flags (proposed, FALSE, &flags);
  accord_wording_read_flags (decision, TRUE, &flags);
  accord_wording_read_flags (minutes, TRUE, &flags);
  item->exempt = flags.exempt;
  item->key = flags.key;
  item->urgent = flags.urgent;
  item->call_in = flags.call_in;
  item->contact = flags.contact;
}

static void
read_decision_flags (AccordPageDecision *decision, AccordWordingPart *purpose, AccordWordingPart *text)
{
  AccordWordingFlags flags = { decision->exempt, decision->key, decision->urgent, decision->call_in,
                               decision->officer };

  accord_wording_read_title_flags (decision->title, &flags);
  accord_wording_read_flags (purpose, FALSE, &flags);
  accord_wording_read_flags (text, TRUE, &flags);
  decision->exempt = flags.exempt;
  decision->key = flags.key;
  decision->urgent = flags.urgent;
  decision->call_in = flags.call_in;
  decision->officer = flags.contact;
}

/* A page that breaks off in what was resolved has lost the end of its item. */
static void
judge_end (AccordCommitteePage *page, AccordPageItem *item)
{
  const AccordStatement *last =
      item->resolutions->len > 0 ? item->resolutions->pdata[item->resolutions->len - 1] : NULL;

  if (last == NULL || !last->incomplete || page->text == NULL || page->form != ACCORD_FORM_TEXT
      || strspn (page->text + last->span.end, " \n|") != strlen (page->text + last->span.end))
    return;
  item->complete = FALSE;
  page->complete = FALSE;
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
  read_options (minutes, decision, proposed, item->options);
  accord_wording_read_actions (minutes, item->actions);
  accord_wording_read_questions (minutes, item->title, item->questions);
  read_declarations (minutes, decision, item->title, item->declarations);
  read_item_flags (item, proposed, decision, minutes);
  accord_wording_decided_doubt (minutes, item->resolutions);
  judge_end (page, item);
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
  g_autoptr (AccordWordingPart) alternatives = accord_wording_part_new (page, decision->alternatives);
  g_auto (AccordWordingDecided) decided = accord_wording_decided_new ();
  guint n_unread;

  accord_wording_read_recommendations (purpose, decision->recommendations, TRUE);
  accord_wording_decided_read_label (&decided, text, decision->complete, TRUE);
  take_all (decision->resolutions, decided.resolutions);
  take_all (decision->recommendations, decided.recommendations);
  accord_wording_read_options (alternatives, TRUE, decision->options);
  if (decision->options->len == 0)
    accord_wording_read_options (text, FALSE, decision->options);
  accord_wording_read_declarations (text, decision->title, decision->declarations);
  read_decision_flags (decision, purpose, text);
  n_unread = page->unread->len;
  accord_wording_decided_doubt (text, decision->resolutions);
  if (decision->resolutions->len + decision->recommendations->len + decision->declarations->len == 0
      && page->unread->len == n_unread && accord_wording_decided_is_unclear (text))
    accord_committee_page_add_unread (page, text->span,
                                      _ ("What was decided cannot be told from these words."));
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
  accord_wording_read_amounts (page);
  accord_wording_read_next_meeting (page);
}
