/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* What is not stated is null, which is neither. */
static void
add_stated (JsonBuilder *builder, const char *name, AccordStated stated)
{
  json_builder_set_member_name (builder, name);
  if (stated == ACCORD_NOT_STATED)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, stated == ACCORD_STATED_YES);
}

static void
add_span_text (JsonBuilder *builder, const char *name, AccordCommitteePage *page, AccordSpan span)
{
  g_autofree char *text = accord_committee_page_dup_span (page, span);

  add_text (builder, name, text);
}

typedef void (*AddOne) (JsonBuilder *builder, gpointer one);

static void
add_array (JsonBuilder *builder, const char *name, GPtrArray *array, AddOne add)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < array->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, array->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_statement (JsonBuilder *builder, gpointer one)
{
  static const char *const types[] = { "resolution", "agreement", "noted", "recommendation" };
  const AccordStatement *statement = one;

  add_text (builder, "text", statement->text);
  add_text (builder, "number", statement->number);
  add_text (builder, "type", types[statement->type]);
  if (statement->lead != NULL)
    add_text (builder, "lead", statement->lead);
  if (statement->renumbered)
    add_boolean (builder, "renumbered", TRUE);
  add_boolean (builder, "complete", !statement->incomplete);
  if (statement->parts->len > 0)
    add_array (builder, "parts", statement->parts, add_statement);
}

static void
add_update (JsonBuilder *builder, gpointer one)
{
  const AccordPageUpdate *update = one;

  add_text (builder, "text", update->text);
  add_text (builder, "date", update->date);
}

static void
add_action (JsonBuilder *builder, gpointer one)
{
  const AccordPageAction *action = one;

  add_text (builder, "text", action->text);
  add_text (builder, "owner", action->owner);
  add_text (builder, "due", action->due);
  add_text (builder, "due_words", action->due_words);
  add_text (builder, "state", action->state);
  add_array (builder, "updates", action->updates, add_update);
}

static void
add_question (JsonBuilder *builder, gpointer one)
{
  const AccordPageQuestion *question = one;

  add_text (builder, "question", question->question);
  add_text (builder, "answer", question->answer);
  add_text (builder, "asked_by", question->asked_by);
  add_text (builder, "answered_by", question->answered_by);
}

static void
add_option (JsonBuilder *builder, gpointer one)
{
  const AccordPageOption *option = one;

  add_text (builder, "letter", option->letter);
  add_text (builder, "text", option->text);
  add_boolean (builder, "preferred", option->preferred);
}

static void
add_declaration (JsonBuilder *builder, gpointer one)
{
  const AccordPageDeclaration *declaration = one;

  add_text (builder, "text", declaration->text);
  add_text (builder, "who", declaration->who);
  add_text (builder, "nature", declaration->nature);
}

static void
add_document (JsonBuilder *builder, gpointer one)
{
  const AccordPageDocument *document = one;

  add_text (builder, "title", document->title);
  add_text (builder, "size", document->size_words);
  add_text (builder, "address", document->address);
  add_text (builder, "published", document->published);
  add_boolean (builder, "exempt", document->exempt);
}

static void
add_attendee (JsonBuilder *builder, gpointer one)
{
  const AccordPageAttendee *attendee = one;

  add_text (builder, "name", attendee->name);
  add_text (builder, "role", attendee->role);
  add_text (builder, "attendance", attendee->attendance);
}

static void
add_amount (JsonBuilder *builder, gpointer one)
{
  const AccordPageAmount *amount = one;

  add_text (builder, "text", amount->text);
  json_builder_set_member_name (builder, "pence");
  json_builder_add_int_value (builder, amount->pence);
}

static void
add_unread (JsonBuilder *builder, gpointer one)
{
  const AccordPageUnread *unread = one;

  add_text (builder, "text", unread->text);
  add_text (builder, "why", unread->why);
}

static void
add_item (JsonBuilder *builder, AccordCommitteePage *page, AccordPageItem *item)
{
  json_builder_begin_object (builder);
  add_text (builder, "number", item->number);
  add_text (builder, "title", item->title);
  add_span_text (builder, "proposed", page, item->proposed);
  add_span_text (builder, "decision", page, item->decision);
  add_span_text (builder, "minutes", page, item->minutes);
  add_boolean (builder, "complete", item->complete);
  if (item->meeting_body != NULL)
    add_text (builder, "body", item->meeting_body);
  if (item->meeting_date != NULL)
    add_text (builder, "date", item->meeting_date);
  add_text (builder, "contact", item->contact);
  add_array (builder, "resolutions", item->resolutions, add_statement);
  add_array (builder, "recommendations", item->recommendations, add_statement);
  add_array (builder, "declarations", item->declarations, add_declaration);
  add_array (builder, "actions", item->actions, add_action);
  add_array (builder, "questions", item->questions, add_question);
  add_array (builder, "options", item->options, add_option);
  add_array (builder, "documents", item->documents, add_document);
  json_builder_set_member_name (builder, "flags");
  json_builder_begin_object (builder);
  add_stated (builder, "key", item->key);
  add_stated (builder, "call_in", item->call_in);
  add_stated (builder, "urgent", item->urgent);
  add_stated (builder, "exempt", item->exempt);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_dates (JsonBuilder *builder, const AccordPageDecision *decision)
{
  json_builder_set_member_name (builder, "dates");
  json_builder_begin_object (builder);
  add_text (builder, "published", decision != NULL ? decision->published : NULL);
  add_text (builder, "decided", decision != NULL ? decision->date : NULL);
  add_text (builder, "made_at_meeting", decision != NULL ? decision->made_on : NULL);
  add_text (builder, "effective", decision != NULL ? decision->effective : NULL);
  add_text (builder, "due", decision != NULL ? decision->due : NULL);
  add_text (builder, "due_words", decision != NULL ? decision->due_words : NULL);
  add_text (builder, "notice", decision != NULL ? decision->notice : NULL);
  json_builder_end_object (builder);
}

static void
add_flags (JsonBuilder *builder, const AccordPageDecision *decision)
{
  json_builder_set_member_name (builder, "flags");
  json_builder_begin_object (builder);
  add_stated (builder, "key", decision != NULL ? decision->key : ACCORD_NOT_STATED);
  add_stated (builder, "call_in", decision != NULL ? decision->call_in : ACCORD_NOT_STATED);
  add_stated (builder, "urgent", decision != NULL ? decision->urgent : ACCORD_NOT_STATED);
  add_stated (builder, "exempt", decision != NULL ? decision->exempt : ACCORD_NOT_STATED);
  json_builder_end_object (builder);
}

static void
add_decision (JsonBuilder *builder, AccordCommitteePage *page, AccordPageDecision *decision)
{
  json_builder_begin_object (builder);
  add_text (builder, "title", decision->title);
  add_text (builder, "reference", decision->reference);
  add_text (builder, "maker", decision->maker);
  add_text (builder, "status", decision->status);
  add_text (builder, "meeting", decision->made_at);
  add_span_text (builder, "purpose", page, decision->purpose);
  add_span_text (builder, "text", page, decision->text);
  add_span_text (builder, "alternatives", page, decision->alternatives);
  add_text (builder, "officer", decision->officer);
  add_boolean (builder, "complete", decision->complete);
  add_dates (builder, decision);
  add_flags (builder, decision);
  add_array (builder, "resolutions", decision->resolutions, add_statement);
  add_array (builder, "recommendations", decision->recommendations, add_statement);
  add_array (builder, "options", decision->options, add_option);
  add_array (builder, "declarations", decision->declarations, add_declaration);
  add_array (builder, "documents", decision->documents, add_document);
  json_builder_end_object (builder);
}

static void
add_committee (JsonBuilder *builder, gpointer one)
{
  const AccordSiteCommittee *committee = one;

  add_text (builder, "code", committee->code);
  add_text (builder, "name", committee->name);
  add_text (builder, "category", committee->category);
  add_boolean (builder, "deleted", committee->deleted);
  add_boolean (builder, "expired", committee->expired);
}

static void
add_meeting (JsonBuilder *builder, gpointer one)
{
  const AccordSiteMeeting *meeting = one;

  add_text (builder, "code", meeting->code);
  add_text (builder, "body", meeting->body);
  add_text (builder, "date", meeting->date);
  add_text (builder, "time", meeting->time);
  add_text (builder, "status", meeting->status);
  add_text (builder, "venue", meeting->venue);
}

static void
add_heading (JsonBuilder *builder, AccordCommitteePage *page)
{
  add_text (builder, "page", accord_page_type_to_word (page->type));
  add_text (builder, "form", accord_page_form_to_word (page->form));
  add_text (builder, "style", accord_page_style_to_word (page->style));
  add_text (builder, "heading", page->kind_words);
  add_text (builder, "council", page->council);
  add_text (builder, "body", page->body);
  add_text (builder, "prefix", page->prefix);
  add_text (builder, "date", page->date);
  add_text (builder, "time", page->time);
  add_text (builder, "venue", page->venue);
  add_text (builder, "contact", page->contact);
  add_text (builder, "note", page->note);
  add_text (builder, "status", page->status);
  add_boolean (builder, "complete", page->complete);
}

/**
 * accord_committee_page_to_json:
 * @page: a page that has been read
 *
 * Says all that was read of a page. A page of one decision has its dates and flags at the top as well.
 *
 * Returns: (transfer full): JSON, indented
 */
char *
accord_committee_page_to_json (AccordCommitteePage *page)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const AccordPageDecision *only = page->decisions->len == 1 ? page->decisions->pdata[0] : NULL;

  json_builder_begin_object (builder);
  add_heading (builder, page);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->items->len; i++)
    add_item (builder, page, page->items->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "decisions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->decisions->len; i++)
    add_decision (builder, page, page->decisions->pdata[i]);
  json_builder_end_array (builder);
  if (page->type == ACCORD_PAGE_COMMITTEES)
    add_array (builder, "committees", page->committees, add_committee);
  if (page->type == ACCORD_PAGE_MEETINGS)
    add_array (builder, "meetings", page->meetings, add_meeting);
  add_array (builder, "documents", page->documents, add_document);
  add_array (builder, "attendance", page->attendance, add_attendee);
  add_text (builder, "next_meeting", page->next_meeting);
  add_text (builder, "next_meeting_words", page->next_meeting_words);
  add_dates (builder, only);
  add_flags (builder, only);
  add_array (builder, "amounts", page->amounts, add_amount);
  add_array (builder, "unread", page->unread, add_unread);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
