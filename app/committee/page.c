/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
new_array (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

/**
 * accord_committee_page_new:
 * @form: what it was handed over as
 * @raw: (nullable): the page byte for byte
 *
 * Returns: (transfer full): a page of which nothing is known yet; it counts as complete
 */
AccordCommitteePage *
accord_committee_page_new (AccordPageForm form, GBytes *raw)
{
  AccordCommitteePage *self = g_new0 (AccordCommitteePage, 1);

  g_atomic_ref_count_init (&self->references);
  self->form = form;
  self->raw = raw != NULL ? g_bytes_ref (raw) : NULL;
  self->complete = TRUE;
  self->items = new_array (accord_page_item_free);
  self->decisions = new_array (accord_page_decision_free);
  self->documents = new_array (accord_page_document_free);
  self->attendance = new_array (accord_page_attendee_free);
  self->amounts = new_array (accord_page_amount_free);
  self->committees = new_array (accord_site_committee_free);
  self->meetings = new_array (accord_site_meeting_free);
  self->unread = new_array (accord_page_unread_free);
  return self;
}

/**
 * accord_committee_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
AccordCommitteePage *
accord_committee_page_ref (AccordCommitteePage *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * accord_committee_page_unref:
 * @self: (transfer full): a page
 */
void
accord_committee_page_unref (AccordCommitteePage *self)
{
  char **texts[] = { &self->kind_words,   &self->text,
                     &self->address,      &self->fetched_at,
                     &self->council,      &self->body,
                     &self->prefix,       &self->date,
                     &self->time,         &self->venue,
                     &self->contact,      &self->note,
                     &self->next_meeting, &self->next_meeting_words,
                     &self->meeting_code, &self->committee_code };
  GPtrArray *arrays[] = { self->items,   self->decisions,  self->documents, self->attendance,
                          self->amounts, self->committees, self->meetings,  self->unread };

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (arrays[i]);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_free (self);
}

/**
 * accord_committee_page_add_item:
 * @self: a page that is being read
 *
 * Returns: (transfer none): a new item, the last; it counts as complete
 */
AccordPageItem *
accord_committee_page_add_item (AccordCommitteePage *self)
{
  AccordPageItem *item = g_new0 (AccordPageItem, 1);

  item->complete = TRUE;
  item->resolutions = new_array (accord_statement_free);
  item->recommendations = new_array (accord_statement_free);
  item->declarations = new_array (accord_page_declaration_free);
  item->questions = new_array (accord_page_question_free);
  item->actions = new_array (accord_page_action_free);
  item->options = new_array (accord_page_option_free);
  item->documents = new_array (accord_page_document_free);
  g_ptr_array_add (self->items, item);
  item->position = self->items->len;
  return item;
}

/**
 * accord_committee_page_add_decision:
 * @self: a page that is being read
 *
 * Returns: (transfer none): a new decision, the last; it counts as complete
 */
AccordPageDecision *
accord_committee_page_add_decision (AccordCommitteePage *self)
{
  AccordPageDecision *decision = g_new0 (AccordPageDecision, 1);

  decision->complete = TRUE;
  decision->resolutions = new_array (accord_statement_free);
  decision->recommendations = new_array (accord_statement_free);
  decision->options = new_array (accord_page_option_free);
  decision->declarations = new_array (accord_page_declaration_free);
  decision->documents = new_array (accord_page_document_free);
  g_ptr_array_add (self->decisions, decision);
  return decision;
}

/**
 * accord_committee_page_add_unread:
 * @self: a page that is being read
 * @span: what could not be read; nothing for the page as a whole
 * @why: what a person should know, as one sentence
 *
 * Notes what no sense could be made of.
 */
void
accord_committee_page_add_unread (AccordCommitteePage *self, AccordSpan span, const char *why)
{
  AccordPageUnread *unread = g_new0 (AccordPageUnread, 1);

  unread->text = accord_committee_page_dup_span (self, span);
  unread->why = g_strdup (why);
  unread->span = span;
  g_ptr_array_add (self->unread, unread);
}

/**
 * accord_committee_page_dup_span:
 * @self: a page
 * @span: a place in its text
 *
 * Returns: (transfer full) (nullable): the words that stand there, as they came but for white space at their
 * ends; %NULL where there are none
 */
char *
accord_committee_page_dup_span (AccordCommitteePage *self, AccordSpan span)
{
  g_autofree char *words = NULL;
  const char *start, *end;

  if (self->text == NULL || accord_span_is_empty (span))
    return NULL;
  start = self->text + span.start;
  end = self->text + span.end;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end > start ? g_strndup (start, end - start) : NULL;
}

static const char *const forms[] = { "auto", "xml", "html", "text" };
static const char *const types[] = { "other",    "meeting",   "item",    "issue",      "plan",
                                     "decision", "decisions", "minutes", "committees", "meetings" };
static const char *const styles[] = { "none",         "full",           "labels-lost",
                                      "broken-table", "single-newline", "printed" };
static const char *const style_labels[] = {
  N_ ("No text capture"),
  N_ ("Numbers and labels are there"),
  N_ ("Numbers and labels are lost"),
  N_ ("A table that was broken into bars"),
  N_ ("No blank lines between paragraphs"),
  N_ ("Printed minutes turned into text"),
};

/**
 * accord_page_form_to_word:
 * @form: a form
 *
 * Returns: (transfer none): "auto", "xml", "html" or "text"
 */
const char *
accord_page_form_to_word (AccordPageForm form)
{
  g_return_val_if_fail (form < G_N_ELEMENTS (forms), NULL);

  return forms[form];
}

/**
 * accord_page_form_from_word:
 * @word: a word
 * @form: (out): the form it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
accord_page_form_from_word (const char *word, AccordPageForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (word, forms[i]) == 0)
      {
        *form = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * accord_page_type_to_word:
 * @type: a type of page
 *
 * Returns: (transfer none): a word for it, as in `accordctl read committee --json`
 */
const char *
accord_page_type_to_word (AccordPageType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (types), NULL);

  return types[type];
}

/**
 * accord_page_style_to_word:
 * @style: a style
 *
 * Returns: (transfer none): a word for it, as in `accordctl read committee --json`
 */
const char *
accord_page_style_to_word (AccordPageStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (styles), NULL);

  return styles[style];
}

/**
 * accord_page_style_get_label:
 * @style: a style
 *
 * Returns: (transfer none): what people read, translated
 */
const char *
accord_page_style_get_label (AccordPageStyle style)
{
  g_return_val_if_fail (style < G_N_ELEMENTS (style_labels), NULL);

  return _ (style_labels[style]);
}
