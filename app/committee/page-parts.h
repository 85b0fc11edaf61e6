/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordSpan:
 * @start: first byte in the page's text
 * @end: the byte after the last; nothing where it is not after @start
 *
 * A place in the text of a page, at the edges of characters.
 */
typedef struct
{
  gsize start;
  gsize end;
} AccordSpan;

/**
 * AccordStated:
 * @ACCORD_NOT_STATED: the page says neither
 * @ACCORD_STATED_YES: it says yes
 * @ACCORD_STATED_NO: it says no
 */
typedef enum
{
  ACCORD_NOT_STATED,
  ACCORD_STATED_YES,
  ACCORD_STATED_NO,
} AccordStated;

/**
 * AccordStatementType:
 * @ACCORD_STATEMENT_RESOLUTION: was resolved or decided
 * @ACCORD_STATEMENT_AGREEMENT: was agreed
 * @ACCORD_STATEMENT_NOTED: was noted
 * @ACCORD_STATEMENT_RECOMMENDATION: was asked for, or proposed; nobody decided it
 */
typedef enum
{
  ACCORD_STATEMENT_RESOLUTION,
  ACCORD_STATEMENT_AGREEMENT,
  ACCORD_STATEMENT_NOTED,
  ACCORD_STATEMENT_RECOMMENDATION,
} AccordStatementType;

static inline gboolean
accord_span_is_empty (AccordSpan span)
{
  return span.end <= span.start;
}

/**
 * AccordStatement:
 * @type: what it is
 * @number: as printed (“(1)”, “a)”), or %NULL; one that only the order gives where @renumbered
 * @text: its words in one line, without the number; parts are not among them
 * @lead: the words that it and its siblings stand under (“in relation to … :-”), or %NULL
 * @parts: (element-type AccordStatement): what is numbered or listed beneath it, in order
 * @incomplete: whether the page is cut before its end, or may be
 * @renumbered: whether the page gives every entry the same number
 * @span: where it stands, its parts included
 *
 * A resolution or a recommendation, or a part of one.
 */
typedef struct
{
  AccordStatementType type;
  char *number;
  char *text;
  char *lead;
  GPtrArray *parts;
  gboolean incomplete;
  gboolean renumbered;
  AccordSpan span;
} AccordStatement;

/**
 * AccordPageUpdate:
 * @date: ISO date, or %NULL where none is stated
 * @text: the words
 * @span: where they stand
 *
 * What became of an action.
 */
typedef struct
{
  char *date;
  char *text;
  AccordSpan span;
} AccordPageUpdate;

/**
 * AccordPageAction:
 * @text: what is to be done, in one line, the owner included as the page has it
 * @owner: who is to do it, as named, or %NULL
 * @due: ISO date, or %NULL
 * @due_words: the due date as stated, or %NULL
 * @state: "open", "done" or "cancelled"; "open" unless the page says otherwise
 * @updates: (element-type AccordPageUpdate): in the order of the page
 * @span: where it stands, its updates included
 */
typedef struct
{
  char *text;
  char *owner;
  char *due;
  char *due_words;
  const char *state;
  GPtrArray *updates;
  AccordSpan span;
} AccordPageAction;

/**
 * AccordPageQuestion:
 * @question: what was asked, or %NULL where only the answer is there
 * @answer: what was answered, or %NULL
 * @asked_by: who asked, as named, or %NULL
 * @answered_by: who answered, as named, or %NULL
 * @span: where both stand
 */
typedef struct
{
  char *question;
  char *answer;
  char *asked_by;
  char *answered_by;
  AccordSpan span;
} AccordPageQuestion;

/**
 * AccordPageOption:
 * @letter: as printed (“a”, “1”), or %NULL
 * @text: its words
 * @preferred: whether the page says that it is the preferred one
 * @span: where it stands
 */
typedef struct
{
  char *letter;
  char *text;
  gboolean preferred;
  AccordSpan span;
} AccordPageOption;

/**
 * AccordPageDeclaration:
 * @who: who declared it, as named, or %NULL
 * @nature: “personal”, “pecuniary” …, as stated, or %NULL
 * @text: the sentence
 * @span: where it stands
 *
 * An interest that somebody declared. “No declarations were made” makes none.
 */
typedef struct
{
  char *who;
  char *nature;
  char *text;
  AccordSpan span;
} AccordPageDeclaration;

/**
 * AccordPageDocument:
 * @title: what it is called
 * @size_words: “PDF 301 KB”, or %NULL
 * @address: where it is, or %NULL
 * @code: its number on the council's site, or %NULL
 * @published: ISO date, or %NULL
 * @exempt: whether the page says that it is not for the public
 * @span: where it is named
 */
typedef struct
{
  char *title;
  char *size_words;
  char *address;
  char *code;
  char *published;
  gboolean exempt;
  AccordSpan span;
} AccordPageDocument;

/**
 * AccordPageItem:
 * @number: as printed (“43a”, “1.(i)”, “77/21”), or %NULL; never made up
 * @position: its place on the page, from 1
 * @title: its title without the document's name and size, or %NULL where the page has lost it
 * @code: its number on the council's site, or %NULL
 * @place: the whole of it in the text
 * @proposed: agenda text: what was proposed
 * @decision: the decision as published apart from the minutes
 * @minutes: the minutes
 * @complete: whether all of it is there, as far as can be known
 * @exempt: whether it says to be exempt (Part 2)
 * @key: whether it says to be a key decision
 * @urgent: whether it says to be urgent
 * @call_in: whether it says to be subject to call-in
 * @contact: the officer to ask, as stated, or %NULL
 * @meeting_body: on a page of an issue: the body that dealt with it here, or %NULL
 * @meeting_date: on a page of an issue: the ISO date on which it did, or %NULL
 * @resolutions: (element-type AccordStatement): what was decided
 * @recommendations: (element-type AccordStatement): what was asked for
 * @declarations: (element-type AccordPageDeclaration): interests declared
 * @questions: (element-type AccordPageQuestion): questions with their answers
 * @actions: (element-type AccordPageAction): actions
 * @options: (element-type AccordPageOption): options considered
 * @documents: (element-type AccordPageDocument): papers
 *
 * An item of an agenda.
 */
typedef struct
{
  char *number;
  guint position;
  char *title;
  char *code;
  AccordSpan place;
  AccordSpan proposed;
  AccordSpan decision;
  AccordSpan minutes;
  gboolean complete;
  AccordStated exempt;
  AccordStated key;
  AccordStated urgent;
  AccordStated call_in;
  char *contact;
  char *meeting_body;
  char *meeting_date;
  GPtrArray *resolutions;
  GPtrArray *recommendations;
  GPtrArray *declarations;
  GPtrArray *questions;
  GPtrArray *actions;
  GPtrArray *options;
  GPtrArray *documents;
} AccordPageItem;

/**
 * AccordPageDecision:
 * @title: what it is about, or %NULL where the page has lost it
 * @reference: “5421”, or %NULL
 * @maker: who decides, as stated, or %NULL
 * @status: “Recommendations Approved”, or %NULL
 * @purpose: the reason or purpose
 * @text: what was decided; nothing where the page gives none
 * @alternatives: alternatives considered
 * @place: the whole of it in the text
 * @published: ISO date of publication, or %NULL
 * @date: ISO date of decision, or %NULL
 * @made_on: ISO date of the meeting where it was made, or %NULL
 * @made_at: the meeting where it was made, as stated, or %NULL
 * @effective: ISO date from which it is effective, or %NULL
 * @due: ISO date before which it is not taken, or %NULL
 * @due_words: when it is due, as stated, or %NULL
 * @notice: ISO date on which notice was given, or %NULL
 * @key: whether it is a key decision
 * @call_in: whether it is subject to call-in
 * @urgent: whether it is urgent
 * @exempt: whether it is exempt
 * @officer: the lead officer or contact, or %NULL
 * @code: its number on the council's site, or %NULL
 * @issue_code: the number of its issue there, or %NULL
 * @complete: whether all of it is there, as far as can be known
 * @resolutions: (element-type AccordStatement): the decision, entry by entry
 * @recommendations: (element-type AccordStatement): what was asked for
 * @options: (element-type AccordPageOption): options considered
 * @declarations: (element-type AccordPageDeclaration): interests declared
 * @documents: (element-type AccordPageDocument): papers
 *
 * A decision on a page of decisions, or one that is still to be taken.
 */
typedef struct
{
  char *title;
  char *reference;
  char *maker;
  char *status;
  AccordSpan purpose;
  AccordSpan text;
  AccordSpan alternatives;
  AccordSpan place;
  char *published;
  char *date;
  char *made_on;
  char *made_at;
  char *effective;
  char *due;
  char *due_words;
  char *notice;
  AccordStated key;
  AccordStated call_in;
  AccordStated urgent;
  AccordStated exempt;
  char *officer;
  char *code;
  char *issue_code;
  gboolean complete;
  GPtrArray *resolutions;
  GPtrArray *recommendations;
  GPtrArray *options;
  GPtrArray *declarations;
  GPtrArray *documents;
} AccordPageDecision;

/**
 * AccordPageAttendee:
 * @name: who
 * @role: as stated, or %NULL
 * @attendance: “Present”, “Apologies”, as stated, or %NULL
 */
typedef struct
{
  char *name;
  char *role;
  char *attendance;
} AccordPageAttendee;

/**
 * AccordPageAmount:
 * @text: as printed
 * @pence: as many pence; exact, as the words have it
 * @span: where it stands
 */
typedef struct
{
  char *text;
  gint64 pence;
  AccordSpan span;
} AccordPageAmount;

/**
 * AccordPageUnread:
 * @text: the words
 * @why: what a person should know, in one sentence
 * @span: where they stand; nothing where it is about the whole page
 *
 * What a reader could make nothing of, or is not sure about.
 */
typedef struct
{
  char *text;
  char *why;
  AccordSpan span;
} AccordPageUnread;

AccordStatement *accord_statement_new (AccordStatementType type, AccordSpan span);
void accord_statement_free (AccordStatement *self);
AccordPageAction *accord_page_action_new (AccordSpan span);
void accord_page_action_free (AccordPageAction *self);
AccordPageUpdate *accord_page_update_new (AccordSpan span);
void accord_page_update_free (AccordPageUpdate *self);
AccordPageQuestion *accord_page_question_new (AccordSpan span);
void accord_page_question_free (AccordPageQuestion *self);
AccordPageOption *accord_page_option_new (AccordSpan span);
void accord_page_option_free (AccordPageOption *self);
AccordPageDeclaration *accord_page_declaration_new (AccordSpan span);
void accord_page_declaration_free (AccordPageDeclaration *self);
AccordPageDocument *accord_page_document_new (AccordSpan span);
void accord_page_document_free (AccordPageDocument *self);
AccordPageAmount *accord_page_amount_new (AccordSpan span, gint64 pence);
void accord_page_amount_free (AccordPageAmount *self);
AccordPageAttendee *accord_page_attendee_new (const char *name);
void accord_page_attendee_free (AccordPageAttendee *self);
void accord_page_item_free (AccordPageItem *self);
void accord_page_decision_free (AccordPageDecision *self);
void accord_page_unread_free (AccordPageUnread *self);

G_END_DECLS
