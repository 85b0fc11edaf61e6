/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-parts.h"

static GPtrArray *
new_array (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

/**
 * accord_statement_new:
 * @type: what it is
 * @span: where it stands in the text
 *
 * Returns: (transfer full): a statement, with nothing else said
 */
AccordStatement *
accord_statement_new (AccordStatementType type, AccordSpan span)
{
  AccordStatement *self = g_new0 (AccordStatement, 1);

  self->type = type;
  self->span = span;
  self->parts = new_array (accord_statement_free);
  return self;
}

/**
 * accord_statement_free:
 * @self: (nullable) (transfer full): a statement
 */
void
accord_statement_free (AccordStatement *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->text);
  g_free (self->lead);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * accord_page_update_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): an update, with nothing else said
 */
AccordPageUpdate *
accord_page_update_new (AccordSpan span)
{
  AccordPageUpdate *self = g_new0 (AccordPageUpdate, 1);

  self->span = span;
  return self;
}

/**
 * accord_page_update_free:
 * @self: (nullable) (transfer full): an update
 */
void
accord_page_update_free (AccordPageUpdate *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_free (self->text);
  g_free (self);
}

/**
 * accord_page_action_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): an open action, with nothing else said
 */
AccordPageAction *
accord_page_action_new (AccordSpan span)
{
  AccordPageAction *self = g_new0 (AccordPageAction, 1);

  self->span = span;
  self->state = "open";
  self->updates = new_array (accord_page_update_free);
  return self;
}

/**
 * accord_page_action_free:
 * @self: (nullable) (transfer full): an action
 */
void
accord_page_action_free (AccordPageAction *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->owner);
  g_free (self->due);
  g_free (self->due_words);
  g_ptr_array_unref (self->updates);
  g_free (self);
}

/**
 * accord_page_question_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): a question, with nothing else said
 */
AccordPageQuestion *
accord_page_question_new (AccordSpan span)
{
  AccordPageQuestion *self = g_new0 (AccordPageQuestion, 1);

  self->span = span;
  return self;
}

/**
 * accord_page_question_free:
 * @self: (nullable) (transfer full): a question
 */
void
accord_page_question_free (AccordPageQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->question);
  g_free (self->answer);
  g_free (self->asked_by);
  g_free (self->answered_by);
  g_free (self);
}

/**
 * accord_page_option_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): an option, with nothing else said
 */
AccordPageOption *
accord_page_option_new (AccordSpan span)
{
  AccordPageOption *self = g_new0 (AccordPageOption, 1);

  self->span = span;
  return self;
}

/**
 * accord_page_option_free:
 * @self: (nullable) (transfer full): an option
 */
void
accord_page_option_free (AccordPageOption *self)
{
  if (self == NULL)
    return;
  g_free (self->letter);
  g_free (self->text);
  g_free (self);
}

/**
 * accord_page_declaration_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): a declaration, with nothing else said
 */
AccordPageDeclaration *
accord_page_declaration_new (AccordSpan span)
{
  AccordPageDeclaration *self = g_new0 (AccordPageDeclaration, 1);

  self->span = span;
  return self;
}

/**
 * accord_page_declaration_free:
 * @self: (nullable) (transfer full): a declaration
 */
void
accord_page_declaration_free (AccordPageDeclaration *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_free (self->nature);
  g_free (self->text);
  g_free (self);
}

/**
 * accord_page_document_new:
 * @span: where it stands in the text
 *
 * Returns: (transfer full): a paper, with nothing else said
 */
AccordPageDocument *
accord_page_document_new (AccordSpan span)
{
  AccordPageDocument *self = g_new0 (AccordPageDocument, 1);

  self->span = span;
  return self;
}

/**
 * accord_page_document_free:
 * @self: (nullable) (transfer full): a paper
 */
void
accord_page_document_free (AccordPageDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->size_words);
  g_free (self->address);
  g_free (self->code);
  g_free (self->published);
  g_free (self);
}

/**
 * accord_page_amount_new:
 * @span: where it stands in the text
 * @pence: how much, in pence
 *
 * Returns: (transfer full): an amount, with nothing else said
 */
AccordPageAmount *
accord_page_amount_new (AccordSpan span, gint64 pence)
{
  AccordPageAmount *self = g_new0 (AccordPageAmount, 1);

  self->span = span;
  self->pence = pence;
  return self;
}

/**
 * accord_page_amount_free:
 * @self: (nullable) (transfer full): an amount
 */
void
accord_page_amount_free (AccordPageAmount *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * accord_page_attendee_new:
 * @name: who was there
 *
 * Returns: (transfer full): an attendee, with nothing else said
 */
AccordPageAttendee *
accord_page_attendee_new (const char *name)
{
  AccordPageAttendee *self = g_new0 (AccordPageAttendee, 1);

  self->name = g_strdup (name);
  return self;
}

/**
 * accord_page_attendee_free:
 * @self: (nullable) (transfer full): an attendee
 */
void
accord_page_attendee_free (AccordPageAttendee *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->role);
  g_free (self->attendance);
  g_free (self);
}

/**
 * accord_page_unread_free:
 * @self: (nullable) (transfer full): what was not read
 */
void
accord_page_unread_free (AccordPageUnread *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->why);
  g_free (self);
}

/**
 * accord_page_item_free:
 * @self: (nullable) (transfer full): an item
 */
void
accord_page_item_free (AccordPageItem *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->title);
  g_free (self->code);
  g_free (self->contact);
  g_free (self->meeting_body);
  g_free (self->meeting_date);
  g_ptr_array_unref (self->resolutions);
  g_ptr_array_unref (self->recommendations);
  g_ptr_array_unref (self->declarations);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

/**
 * accord_page_decision_free:
 * @self: (nullable) (transfer full): a decision
 */
void
accord_page_decision_free (AccordPageDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->reference);
  g_free (self->maker);
  g_free (self->status);
  g_free (self->published);
  g_free (self->date);
  g_free (self->made_on);
  g_free (self->made_at);
  g_free (self->effective);
  g_free (self->due);
  g_free (self->due_words);
  g_free (self->notice);
  g_free (self->officer);
  g_free (self->code);
  g_free (self->issue_code);
  g_ptr_array_unref (self->resolutions);
  g_ptr_array_unref (self->recommendations);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->declarations);
  g_ptr_array_unref (self->documents);
  g_free (self);
}
