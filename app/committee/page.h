/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "page-parts.h"
#include "site-list.h"

G_BEGIN_DECLS

/**
 * AccordPageForm:
 * @ACCORD_FORM_AUTO: not said; the reader finds out
 * @ACCORD_FORM_XML: an answer of a modern.gov web service
 * @ACCORD_FORM_HTML: a web page with its markup
 * @ACCORD_FORM_TEXT: text as people copy it from a page
 *
 * What a committee page was handed over as.
 */
typedef enum
{
  ACCORD_FORM_AUTO,
  ACCORD_FORM_XML,
  ACCORD_FORM_HTML,
  ACCORD_FORM_TEXT,
} AccordPageForm;

/**
 * AccordPageType:
 * @ACCORD_PAGE_OTHER: none of these: a press release, a search form, a page of another system
 * @ACCORD_PAGE_MEETING: a meeting with its agenda, and its minutes where they are published
 * @ACCORD_PAGE_ITEM: one item of a meeting's agenda
 * @ACCORD_PAGE_ISSUE: an issue, with the items at meetings that dealt with it
 * @ACCORD_PAGE_PLAN: an issue of the forward plan, which is not decided yet
 * @ACCORD_PAGE_DECISION: one decision
 * @ACCORD_PAGE_DECISIONS: a list of decisions, or the decisions of one issue
 * @ACCORD_PAGE_MINUTES: printed minutes, or a pack, turned into text
 * @ACCORD_PAGE_COMMITTEES: a council's list of its committees
 * @ACCORD_PAGE_MEETINGS: a council's list of meetings
 *
 * What kind of page it is.
 */
typedef enum
{
  ACCORD_PAGE_OTHER,
  ACCORD_PAGE_MEETING,
  ACCORD_PAGE_ITEM,
  ACCORD_PAGE_ISSUE,
  ACCORD_PAGE_PLAN,
  ACCORD_PAGE_DECISION,
  ACCORD_PAGE_DECISIONS,
  ACCORD_PAGE_MINUTES,
  ACCORD_PAGE_COMMITTEES,
  ACCORD_PAGE_MEETINGS,
} AccordPageType;

/**
 * AccordPageStyle:
 * @ACCORD_STYLE_NONE: no text capture: the markup says what is what
 * @ACCORD_STYLE_FULL: numbers and labels are there, a blank line between paragraphs
 * @ACCORD_STYLE_LABELS_LOST: numbers and labels are gone, two or three blank lines between items
 * @ACCORD_STYLE_BROKEN_TABLE: rows of bars, a whole item on one line, no committee and no date
 * @ACCORD_STYLE_SINGLE_NEWLINE: no blank lines; sentences may be wrapped
 * @ACCORD_STYLE_PRINTED: a PDF turned into text, page furniture and all
 *
 * How a text had been captured.
 */
typedef enum
{
  ACCORD_STYLE_NONE,
  ACCORD_STYLE_FULL,
  ACCORD_STYLE_LABELS_LOST,
  ACCORD_STYLE_BROKEN_TABLE,
  ACCORD_STYLE_SINGLE_NEWLINE,
  ACCORD_STYLE_PRINTED,
} AccordPageStyle;

/**
 * AccordCommitteePage:
 * @form: what it was handed over as
 * @type: what kind of page it is
 * @style: how the text had been captured
 * @kind_words: the page's first line (“Agenda and draft minutes”), or %NULL
 * @text: its words; for text every byte as it came (NUL and broken UTF-8 aside), otherwise the words of the
 *   markup, one paragraph a line, a blank line between
 * @raw: the page byte for byte
 * @address: where it was, or %NULL
 * @fetched_at: when, as in 2016-09-27T16:00:00Z, or %NULL
 * @council: whose page it says to be, or %NULL
 * @body: the body's name without what goes before it, or %NULL where the page does not say
 * @prefix: “Extraordinary Meeting”, “Virtual”, “Moved from …”, or %NULL
 * @date: ISO date of the meeting, or %NULL where the page does not say
 * @time: "HH:MM", or %NULL
 * @venue: or %NULL
 * @contact: as stated, or %NULL
 * @note: as stated, or %NULL
 * @status: "provisional", "confirmed", "moved", "cancelled", or %NULL
 * @next_meeting: ISO date, or %NULL
 * @next_meeting_words: as stated, or %NULL
 * @meeting_code: the meeting's number on the council's site, or %NULL
 * @committee_code: the committee's, or %NULL
 * @complete: whether the whole page is there, as far as can be known
 * @body_supplied: whether @body was said by a person
 * @date_supplied: whether @date was
 * @items: (element-type AccordPageItem): in the order of the page
 * @decisions: (element-type AccordPageDecision): in the order of the page
 * @documents: (element-type AccordPageDocument): papers of the page as a whole
 * @attendance: (element-type AccordPageAttendee): who was there
 * @amounts: (element-type AccordPageAmount): sums of money, in the order of the page
 * @committees: (element-type AccordSiteCommittee): what a list of committees names
 * @meetings: (element-type AccordSiteMeeting): what a list of meetings names
 * @unread: (element-type AccordPageUnread): what was not understood, in the order of the page
 *
 * What was read of a page, with everything that could not be read kept beside it. Reference-counted; not
 * changed once its reader has handed it over.
 */
typedef struct
{
  AccordPageForm form;
  AccordPageType type;
  AccordPageStyle style;
  char *kind_words;
  char *text;
  GBytes *raw;
  char *address;
  char *fetched_at;
  char *council;
  char *body;
  char *prefix;
  char *date;
  char *time;
  char *venue;
  char *contact;
  char *note;
  const char *status;
  char *next_meeting;
  char *next_meeting_words;
  char *meeting_code;
  char *committee_code;
  gboolean complete;
  gboolean body_supplied;
  gboolean date_supplied;
  GPtrArray *items;
  GPtrArray *decisions;
  GPtrArray *documents;
  GPtrArray *attendance;
  GPtrArray *amounts;
  GPtrArray *committees;
  GPtrArray *meetings;
  GPtrArray *unread;

  /*< private >*/
  gatomicrefcount references;
} AccordCommitteePage;

AccordCommitteePage *accord_committee_page_new (AccordPageForm form, GBytes *raw);
AccordCommitteePage *accord_committee_page_ref (AccordCommitteePage *self);
void accord_committee_page_unref (AccordCommitteePage *self);

AccordPageItem *accord_committee_page_add_item (AccordCommitteePage *self);
AccordPageDecision *accord_committee_page_add_decision (AccordCommitteePage *self);
void accord_committee_page_add_unread (AccordCommitteePage *self, AccordSpan span, const char *why);
char *accord_committee_page_dup_span (AccordCommitteePage *self, AccordSpan span);

const char *accord_page_form_to_word (AccordPageForm form);
gboolean accord_page_form_from_word (const char *word, AccordPageForm *form);
const char *accord_page_type_to_word (AccordPageType type);
const char *accord_page_style_to_word (AccordPageStyle style);
const char *accord_page_style_get_label (AccordPageStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCommitteePage, accord_committee_page_unref)

G_END_DECLS
