/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many characters of an item's first words as stand for a title that the page has lost. */
#define LONGEST_BEGINNING 100

/* The rows of an item that are on their way. */
typedef struct
{
  AccordPlanning *planning;
  AccordPlanChildren *children;
  AccordPageItem *item;
  int row;
  int meeting;
  gint64 id;
} Item;

/* Where the item is named: not all of it, which its parts are pointed to within. */
static AccordSpan
find_heading (AccordPlanning *self, const AccordPageItem *item)
{
  AccordSpan heading = accord_planning_find_words (self, item->place, item->title);
  const char *text = self->page->text;
  gsize at = item->place.start;

  if (!accord_span_is_empty (heading) || accord_span_is_empty (item->place))
    return heading;
  while (at < item->place.end && g_unichar_isspace (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;
  heading = (AccordSpan){ at, at };
  while (heading.end < item->place.end && text[heading.end] != '\n')
    heading.end++;
  return heading;
}

/* How an item begins whose title the page has lost: its own words, in one line and without what marks them.
 */
static char *
dup_beginning (AccordPlanning *self, AccordSpan span)
{
  g_autofree char *words = accord_planning_dup_passage (self, span);
  g_autofree char *line = accord_text_collapse (words != NULL ? words : "");
  const char *start = line;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return g_utf8_strlen (start, -1) > LONGEST_BEGINNING ? g_utf8_substring (start, 0, LONGEST_BEGINNING)
                                                       : g_strdup (start);
}

static void
say_title (AccordDraft *draft, AccordPlanning *self, const AccordPageItem *item)
{
  g_autofree char *beginning = item->title == NULL ? dup_beginning (self, draft->span) : NULL;

  if (item->title != NULL)
    {
      accord_draft_say (draft, "title", item->title);
      return;
    }
  accord_draft_say (draft, "title", *beginning != '\0' ? beginning : _ ("Agenda item"));
  draft->why = _ ("The page has lost the title; this is how the item begins.");
}

static AccordDraft *
draft_item (AccordPlanning *self, AccordPageItem *item, int meeting)
{
  AccordDraft *draft = accord_draft_new (self, "item", find_heading (self, item), meeting);

  say_title (draft, self, item);
  accord_draft_say (draft, "number", item->number);
  accord_draft_say_int (draft, "position", item->position);
  accord_draft_refer (draft, self, "meeting", meeting);
  accord_draft_say_span (draft, self, "proposed", item->proposed);
  accord_draft_say_span (draft, self, "decision", item->decision);
  accord_draft_say_span (draft, self, "minutes", item->minutes);
  accord_draft_say_stated (draft, "key-decision", item->key);
  accord_draft_say_stated (draft, "exempt", item->exempt);
  accord_draft_say_boolean (draft, "incomplete", !item->complete);
  accord_draft_say (draft, "contact", item->contact);
  accord_draft_say (draft, "item-code", item->code);
  draft->place = item->place;
  draft->about = item;
  return draft;
}

/* The parts of a statement, one a line, each with its number as deep as it stands. */
static void
append_parts (GString *text, const AccordStatement *statement)
{
  g_autoptr (GQueue) waiting = g_queue_new ();

  for (guint i = statement->parts->len; i > 0; i--)
    g_queue_push_head (waiting, statement->parts->pdata[i - 1]);
  /* A marker of depth stands in the queue where the parts of a part end. */
  for (guint depth = 1; !g_queue_is_empty (waiting);)
    {
      const AccordStatement *part = g_queue_pop_head (waiting);

      if (part == NULL)
        {
          depth--;
          continue;
        }
      g_string_append_printf (text, "\n%*s%s %s", (int) (depth - 1) * 2, "",
                              part->number != NULL ? part->number : "·",
                              part->text != NULL ? part->text : "");
      if (part->parts->len == 0)
        continue;
      g_queue_push_head (waiting, NULL);
      for (guint i = part->parts->len; i > 0; i--)
        g_queue_push_head (waiting, part->parts->pdata[i - 1]);
      depth++;
    }
}

static gboolean
is_incomplete (const AccordStatement *statement)
{
  g_autoptr (GQueue) waiting = g_queue_new ();

  g_queue_push_head (waiting, (gpointer) statement);
  while (!g_queue_is_empty (waiting))
    {
      const AccordStatement *part = g_queue_pop_head (waiting);

      if (part->incomplete)
        return TRUE;
      for (guint i = 0; i < part->parts->len; i++)
        g_queue_push_head (waiting, part->parts->pdata[i]);
    }
  return FALSE;
}

/* Adds a draft for each resolution or recommendation; @parent_field names what they are of. */
void
accord_planning_add_statements (AccordPlanning *self, GPtrArray *statements, const char *parent_field,
                                int parent, int meeting, GPtrArray *drafts)
{
  static const char *const types[] = { "resolution", "agreement", "noted", "recommendation" };

  for (guint i = 0; i < statements->len; i++)
    {
      AccordStatement *statement = statements->pdata[i];
      AccordDraft *draft = accord_draft_new (self, "resolution", statement->span, parent);
      g_autoptr (GString) text = g_string_new (statement->text);

      append_parts (text, statement);
      accord_draft_say (draft, "text", text->len > 0 ? text->str : statement->number);
      accord_draft_say (draft, "number", statement->number);
      accord_draft_say (draft, "type", types[statement->type]);
      accord_draft_refer (draft, self, "meeting", meeting);
      accord_draft_refer (draft, self, parent_field, parent);
      accord_draft_say_boolean (draft, "incomplete", is_incomplete (statement));
      draft->group = g_strdup (statement->lead);
      draft->about = statement;
      g_ptr_array_add (drafts, draft);
    }
}

/* A draft of something that a meeting dealt with under an item. */
static AccordDraft *
draft_of (Item *self, const char *kind, AccordSpan span)
{
  AccordDraft *draft = accord_draft_new (self->planning, kind, span, self->row);

  if (accord_kind_find_field (draft->kind, "meeting") >= 0)
    accord_draft_refer (draft, self->planning, "meeting", self->meeting);
  accord_draft_refer (draft, self->planning, "item", self->row);
  return draft;
}

static void
add_declarations (Item *self, GPtrArray *drafts)
{
  for (guint i = 0; i < self->item->declarations->len; i++)
    {
      const AccordPageDeclaration *declaration = self->item->declarations->pdata[i];
      AccordDraft *draft = draft_of (self, "declaration", declaration->span);

      accord_draft_say (draft, "text", declaration->text);
      accord_draft_say (draft, "who", declaration->who);
      accord_draft_say (draft, "nature", declaration->nature);
      g_ptr_array_add (drafts, draft);
    }
}

/* An answer whose question the page has lost says so in the question's place. */
static void
add_questions (Item *self, GPtrArray *drafts)
{
  const char *date = accord_planning_row_text (self->planning, self->meeting, "date");

  for (guint i = 0; i < self->item->questions->len; i++)
    {
      const AccordPageQuestion *question = self->item->questions->pdata[i];
      AccordDraft *draft = draft_of (self, "question", question->span);

      accord_draft_say (draft, "text",
                        question->question != NULL ? question->question
                                                   : _ ("The question is not on the page"));
      accord_draft_say (draft, "answer", question->answer);
      accord_draft_say (draft, "asked-by", question->asked_by);
      accord_draft_say (draft, "answered-by", question->answered_by);
      accord_draft_say (draft, "asked-on", date);
      if (question->answer != NULL)
        accord_draft_say (draft, "answered-on", date);
      g_ptr_array_add (drafts, draft);
    }
}

/* What the page gives no date for was told at the meeting that it is of. */
static char *
dup_updates (const AccordPageAction *action, const char *date)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < action->updates->len; i++)
    {
      const AccordPageUpdate *update = action->updates->pdata[i];
      g_autofree char *words = g_strdelimit (g_strdup (update->text), "\n\r", ' ');

      g_string_append_printf (lines, "%s%s %s", lines->len > 0 ? "\n" : "",
                              update->date != NULL ? update->date
                              : date != NULL       ? date
                                                   : "?",
                              g_strstrip (words));
    }
  return g_string_free (lines, FALSE);
}

static void
add_actions (Item *self, GPtrArray *drafts)
{
  const char *date = accord_planning_row_text (self->planning, self->meeting, "date");

  for (guint i = 0; i < self->item->actions->len; i++)
    {
      const AccordPageAction *action = self->item->actions->pdata[i];
      AccordDraft *draft = draft_of (self, "action", action->span);
      g_autofree char *updates = dup_updates (action, date);

      accord_draft_say (draft, "text", action->text);
      accord_draft_say (draft, "owner", action->owner);
      accord_draft_say (draft, "due", action->due);
      accord_draft_say (draft, "due-words", action->due_words);
      accord_draft_say (draft, "state", action->state);
      accord_draft_say (draft, "updates", updates);
      g_ptr_array_add (drafts, draft);
    }
}

static void
add_options (Item *self, GPtrArray *drafts)
{
  for (guint i = 0; i < self->item->options->len; i++)
    {
      const AccordPageOption *option = self->item->options->pdata[i];
      AccordDraft *draft = draft_of (self, "option", option->span);

      accord_draft_say (draft, "name", option->text);
      accord_draft_say (draft, "letter", option->letter);
      accord_draft_say_boolean (draft, "preferred", option->preferred);
      g_ptr_array_add (drafts, draft);
    }
}

/* Adds a draft for each paper; @field names what they are of. */
gboolean
accord_planning_add_documents (AccordPlanning *self, GPtrArray *documents, const char *field, int parent,
                               GPtrArray *drafts)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const AccordPageDocument *document = documents->pdata[i];
      AccordDraft *draft = accord_draft_new (self, "paper", document->span, parent);

      accord_draft_say (draft, "title", document->title);
      accord_draft_refer (draft, self, field, parent);
      accord_draft_say (draft, "size-words", document->size_words);
      accord_draft_say (draft, "address", document->address);
      accord_draft_say (draft, "paper-code", document->code);
      accord_draft_say (draft, "published", document->published);
      accord_draft_say_boolean (draft, "exempt", document->exempt);
      g_ptr_array_add (drafts, draft);
    }
  return documents->len > 0;
}

/* Finds the drafts' records and makes rows of them. */
static gboolean
add_rows (Item *self, const char *kind, GPtrArray *drafts, GError **error)
{
  accord_plan_children_match (self->children, drafts, kind, self->id);
  for (guint i = 0; i < drafts->len; i++)
    if (accord_planning_add (self->planning, drafts->pdata[i], error) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
add_papers (Item *self, GPtrArray *documents, const char *field, int parent, GError **error)
{
  g_autoptr (GPtrArray) drafts = accord_drafts_new ();

  accord_planning_add_documents (self->planning, documents, field, parent, drafts);
  for (guint i = 0; strcmp (field, "item") == 0 && i < drafts->len; i++)
    accord_draft_refer (drafts->pdata[i], self->planning, "meeting", self->meeting);
  return add_rows (self, "paper", drafts, error);
}

/* A resolution, and what it says of a case. */
static gboolean
add_resolution (Item *self, AccordDraft *draft, GError **error)
{
  int row = accord_planning_add (self->planning, draft, error);

  return row >= 0
         && accord_planning_add_endorsement (self->planning, self->children, row, draft->about, self->item,
                                             self->meeting, error);
}

static gboolean
add_resolutions (Item *self, GError **error)
{
  g_autoptr (GPtrArray) drafts = accord_drafts_new ();

  accord_planning_add_statements (self->planning, self->item->recommendations, "item", self->row,
                                  self->meeting, drafts);
  accord_planning_add_statements (self->planning, self->item->resolutions, "item", self->row, self->meeting,
                                  drafts);
  accord_plan_children_match (self->children, drafts, "resolution", self->id);
  for (guint i = 0; i < drafts->len; i++)
    if (!add_resolution (self, drafts->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_parts (Item *self, GError **error)
{
  static const struct
  {
    const char *kind;
    void (*add) (Item *self, GPtrArray *drafts);
  } parts[] = {
    { "declaration", add_declarations },
    { "question", add_questions },
    { "action", add_actions },
    { "option", add_options },
  };

  if (!add_resolutions (self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) drafts = accord_drafts_new ();

      parts[i].add (self, drafts);
      if (!add_rows (self, parts[i].kind, drafts, error))
        return FALSE;
    }
  return accord_planning_add_findings (self->planning, self->children, self->row, self->item, error)
         && add_papers (self, self->item->documents, "item", self->row, error);
}

static gboolean
add_item (AccordPlanning *self, AccordPlanChildren *children, AccordDraft *draft, int meeting, GError **error)
{
  Item item = { self, children, draft->about, 0, meeting, 0 };

  if (draft->existing != ACCORD_UNKNOWN)
    item.id = draft->existing;
  item.row = accord_planning_add (self, draft, error);
  return item.row >= 0 && add_parts (&item, error);
}

/* The items of a meeting with all that belongs to them, and what an earlier reading had besides. */
gboolean
accord_planning_add_items (AccordPlanning *self, int meeting, GPtrArray *items, GError **error)
{
  gint64 id = accord_record_get_id (accord_planning_row (self, meeting)->record);
  g_autoptr (AccordPlanChildren) children =
      accord_plan_children_load (self, "meeting", id != 0 ? id : ACCORD_UNKNOWN, error);
  g_autoptr (GPtrArray) drafts = accord_drafts_new ();
  Item of_meeting = { self, children, NULL, meeting, meeting, ACCORD_UNKNOWN };

  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (drafts, draft_item (self, items->pdata[i], meeting));
  accord_plan_children_match (children, drafts, "item", ACCORD_UNKNOWN);
  if (items == self->page->items
      && !add_papers (&of_meeting, self->page->documents, "meeting", meeting, error))
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (!add_item (self, children, drafts->pdata[i], meeting, error))
      return FALSE;
  accord_plan_children_add_gone (children, self, meeting);
  return TRUE;
}
