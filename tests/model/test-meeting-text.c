/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "action-updates.h"
#include "meeting-agenda.h"
#include "meeting-context.h"
#include "meeting-whole.h"

#include <string.h>

#define MINUTES                                                                                              \
  "The other partners had endorsed them, subject to caveats;\n"                                              \
  "RESOLVED – That in relation to the cases:-\n"                                                           \
  "(1) the cases be endorsed, subject to the following caveats:-\n"                                          \
  "(i) the need to focus on\n"                                                                               \
  "· reducing inequalities\n"                                                                               \
  "· quality of care\n"                                                                                     \
  "(2) the cases remaining in outline …"

typedef struct
{
  Fixture *fixture;
  gint64 source;
  gint64 meeting;
  gint64 item;
  gint64 resolution;
} Register;

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} Which;

static gpointer
read_text (AccordReader *reader, gpointer data, GError **error)
{
  const Which *which = data;

  return accord_text_read (reader, which->kind, which->id, error);
}

static AccordText *
get_text (Fixture *fixture, const char *kind, gint64 id)
{
  Which which = { fixture_kind (fixture, kind), id };
  g_autoptr (GError) error = NULL;
  AccordText *text = accord_workspace_read (fixture->workspace, read_text, &which, NULL, &error);

  g_assert_no_error (error);
  return text;
}

static gpointer
read_agenda (AccordReader *reader, gpointer data, GError **error)
{
  return accord_agenda_read (reader, *(gint64 *) data, error);
}

static AccordAgenda *
get_agenda (Fixture *fixture, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  AccordAgenda *agenda = accord_workspace_read (fixture->workspace, read_agenda, &meeting, NULL, &error);

  g_assert_no_error (error);
  return agenda;
}

static gint64
add (Register *self, const char *kind, const char *title, const char *passage)
{
  g_autoptr (AccordRecord) record = fixture_new (self->fixture, kind);
  const AccordKind *described = accord_record_get_kind (record);

  accord_record_put_text (record, described->title_field, title, -1);
  if (accord_kind_find_field (described, "item") >= 0)
    accord_record_set_int (record, "item", self->item);
  if (accord_kind_find_field (described, "meeting") >= 0)
    accord_record_set_int (record, "meeting", self->meeting);
  accord_record_set_int (record, "source", self->source);
  accord_record_set_text (record, "passage", passage);
  if (accord_kind_find_field (described, "state") >= 0)
    accord_record_set_text (record, "state", "open");
  if (strcmp (kind, "resolution") == 0)
    accord_record_set_text (record, "type", "resolution");
  return fixture_save (self->fixture, record);
}

static void
add_caveat (Register *self, gint64 number, const char *text, const char *passage, gint64 business_case)
{
  g_autoptr (AccordRecord) caveat = fixture_new (self->fixture, "caveat");

  accord_record_set_text (caveat, "text", text);
  accord_record_set_text (caveat, "group", "the need to focus on");
  accord_record_set_int (caveat, "number", number);
  accord_record_set_ids (caveat, "cases", &business_case, 1);
  accord_record_set_int (caveat, "resolution", self->resolution);
  accord_record_set_text (caveat, "state", "open");
  accord_record_set_int (caveat, "source", self->source);
  accord_record_set_text (caveat, "passage", passage);
  fixture_save (self->fixture, caveat);
}

static void
make_register (Register *self, Fixture *fixture)
{
  g_autoptr (AccordRecord) source = fixture_new (fixture, "source");
  g_autoptr (AccordRecord) meeting = fixture_new (fixture, "meeting");
  g_autoptr (AccordRecord) item = fixture_new (fixture, "item");

  self->fixture = fixture;
  accord_record_set_text (source, "title", "The page");
  accord_record_set_text (source, "type", "committee-page");
  self->source = fixture_save (fixture, source);
  accord_record_set_text (meeting, "name", "Cabinet");
  accord_record_set_int (meeting, "source", self->source);
  self->meeting = fixture_save (fixture, meeting);
  accord_record_set_text (item, "title", "Business cases");
  accord_record_set_int (item, "position", 1);
  accord_record_set_int (item, "meeting", self->meeting);
  accord_record_set_int (item, "source", self->source);
  accord_record_set_text (item, "proposed", "Endorse the cases.");
  accord_record_set_text (item, "minutes", MINUTES);
  accord_record_set_boolean (item, "incomplete", TRUE);
  self->item = fixture_save (fixture, item);
}

static void
fill_register (Register *self)
{
  gint64 business_case = fixture_add_named (self->fixture, "case", "Neighbourhood model");

  self->resolution = add (self, "resolution", "the cases be endorsed, subject to the following caveats",
                          "RESOLVED – That in relation to the cases:-\n"
                          "(1) the cases be endorsed, subject to the following caveats:-");
  add_caveat (self, 1, "reducing inequalities",
              "subject to the following caveats\nthe need to focus on\nreducing inequalities", business_case);
  add_caveat (self, 2, "quality of care",
              "subject to the following caveats\nthe need to focus on\nquality of care", business_case);
  add (self, "action", "Write to the partners", "words that are nowhere in the minutes of this item");
}

static void
assert_words (AccordText *text, guint index, const char *words)
{
  const AccordTextPart *part = text->parts->pdata[index];
  g_autofree char *found = g_strndup (text->text + part->range.start, part->range.end - part->range.start);

  g_assert_cmpint (part->range.match, !=, ACCORD_PASSAGE_NOT_FOUND);
  g_assert_cmpstr (found, ==, words);
}

/* Each record at its own words, not at those that it shares; caveats of one group together; what is not in
 * the text last, and said to be so. */
static void
test_item (Fixture *fixture, gconstpointer data)
{
  Register self = { 0 };
  g_autoptr (AccordText) text = NULL;

  make_register (&self, fixture);
  fill_register (&self);
  text = get_text (fixture, "item", self.item);
  g_assert_cmpuint (text->sections->len, ==, 2);
  g_assert_true (((AccordTextSection *) text->sections->pdata[1])->cut);
  g_assert_cmpuint (text->parts->len, ==, 3);
  assert_words (text, 0, "(1) the cases be endorsed, subject to the following caveats:-");
  assert_words (text, 1, "the need to focus on\n· reducing inequalities\n· quality of care");
  g_assert_cmpuint (((AccordTextPart *) text->parts->pdata[1])->records->len, ==, 2);
  g_assert_cmpint (((AccordTextPart *) text->parts->pdata[2])->range.match, ==, ACCORD_PASSAGE_NOT_FOUND);
  g_assert_cmpuint (text->n_records, ==, 4);
  g_assert_cmpuint (text->n_lost, ==, 1);
}

/* What another item of the document decided is no part of this one; what stands in its text is. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  Register self = { 0 };
  g_autoptr (AccordText) text = NULL;
  g_autoptr (AccordText) document = NULL;
  gint64 item;

  make_register (&self, fixture);
  item = self.item;
  self.item = ACCORD_UNKNOWN;
  self.meeting = ACCORD_UNKNOWN;
  add (&self, "question", "Who pays?", "a question of quite another item");
  add (&self, "question", "Which partners?", "the other PARTNERS had endorsed them");
  text = get_text (fixture, "item", item);
  g_assert_cmpuint (text->n_records, ==, 1);
  assert_words (text, 0, "The other partners had endorsed them");
  document = get_text (fixture, "source", self.source);
  g_assert_cmpuint (document->n_records, ==, 4);
  g_assert_nonnull (strstr (document->text, "RESOLVED"));
}

/* A decision comes with what follows from it and no more of the text than that needs. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  Register self = { 0 };
  g_autoptr (AccordText) text = NULL;

  make_register (&self, fixture);
  fill_register (&self);
  text = get_text (fixture, "resolution", self.resolution);
  g_assert_cmpuint (text->n_records, ==, 3);
  assert_words (text, 0, "(1) the cases be endorsed, subject to the following caveats:-");
  assert_words (text, 1, "the need to focus on\n· reducing inequalities\n· quality of care");
  g_assert_null (strstr (text->text, "Endorse the cases."));
  for (guint i = 0; i < text->sections->len; i++)
    {
      const AccordTextSection *section = text->sections->pdata[i];

      g_assert_cmpuint (section->end, <=, strlen (text->text));
    }
}

/* The cut passage of a record is found by the part of it that is there. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  Register self = { 0 };
  g_autoptr (AccordText) text = NULL;
  g_autoptr (AccordRecord) cut = NULL;
  gint64 id;

  make_register (&self, fixture);
  id = add (
      &self, "resolution", "the cases remaining in outline",
      "RESOLVED – That in relation to the cases:-\n(2) the cases remaining in outline view the full text");
  cut = fixture_get (fixture, "resolution", id);
  accord_record_set_boolean (cut, "incomplete", TRUE);
  fixture_save (fixture, cut);
  text = get_text (fixture, "item", self.item);
  g_assert_cmpint (((AccordTextPart *) text->parts->pdata[0])->range.match, ==, ACCORD_PASSAGE_PART);
  g_assert_true (((AccordTextPart *) text->parts->pdata[0])->cut);
  assert_words (text, 0, "2) the cases remaining in outline");
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  Register self = { 0 };
  g_autoptr (AccordAgenda) agenda = NULL;
  const AccordAgendaItem *item;
  const AccordOwed *owed;

  make_register (&self, fixture);
  fill_register (&self);
  self.item = ACCORD_UNKNOWN;
  add (&self, "action", "Report back", "nowhere");
  agenda = get_agenda (fixture, self.meeting);
  g_assert_cmpuint (agenda->n_items, ==, 1);
  g_assert_cmpuint (agenda->n_incomplete, ==, 1);
  g_assert_cmpuint (agenda->items->len, ==, 2);
  item = agenda->items->pdata[0];
  g_assert_cmpstr (item->outcome, ==, "1 decision, 2 caveats, 1 action");
  item = agenda->items->pdata[1];
  g_assert_null (item->item);
  g_assert_cmpuint (item->text->n_records, ==, 1);
  g_assert_cmpuint (agenda->n_actions, ==, 2);
  g_assert_cmpuint (agenda->owed->len, ==, 1);
  owed = agenda->owed->pdata[0];
  g_assert_null (owed->owner);
  g_assert_cmpuint (owed->actions->len, ==, 2);
}

static AccordRecord *
new_action (Fixture *fixture, const char *owner, const char *due, const char *state)
{
  AccordRecord *action = fixture_new (fixture, "action");

  accord_record_set_text (action, "text", due != NULL ? due : "some day");
  accord_record_set_text (action, "owner", owner);
  accord_record_set_text (action, "due", due);
  accord_record_set_text (action, "state", state);
  return action;
}

static void
test_owed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) owed = NULL;
  const AccordOwed *first, *last;

  g_ptr_array_add (actions, new_action (fixture, NULL, "2016-01-01", "open"));
  g_ptr_array_add (actions, new_action (fixture, "PMO", NULL, "open"));
  g_ptr_array_add (actions, new_action (fixture, "Board", "2016-09-01", "done"));
  g_ptr_array_add (actions, new_action (fixture, "pmo", "2016-05-01", "open"));
  g_ptr_array_add (actions, new_action (fixture, "Board", "2016-08-01", "open"));
  owed = accord_owed_by_owner (actions);
  g_assert_cmpuint (owed->len, ==, 3);
  first = owed->pdata[0];
  g_assert_cmpstr (first->owner, ==, "PMO");
  g_assert_cmpuint (first->actions->len, ==, 2);
  g_assert_cmpstr (accord_record_get_text (first->actions->pdata[0], "due"), ==, "2016-05-01");
  last = owed->pdata[2];
  g_assert_null (last->owner);
}

static void
test_updates (void)
{
  static const char updates[] =
      "2016-09-27 cleared as response provided\n\n?  said at some time\nno date here";
  g_autoptr (GPtrArray) list = accord_action_updates (updates);
  g_autofree char *more = accord_action_updates_add (updates, "2016-10-01", "  sent\n on  ");
  g_autofree char *first = accord_action_updates_add (NULL, NULL, "begun");
  g_autofree char *same = accord_action_updates_add ("2016-09-27 done", "2016-10-01", " \n");
  const AccordUpdate *update = list->pdata[0];

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (update->date, ==, "2016-09-27");
  g_assert_cmpstr (update->words, ==, "cleared as response provided");
  update = list->pdata[1];
  g_assert_null (update->date);
  g_assert_cmpstr (update->words, ==, "said at some time");
  update = list->pdata[2];
  g_assert_cmpstr (update->words, ==, "no date here");
  g_assert_true (g_str_has_suffix (more, "\n2016-10-01 sent on"));
  g_assert_cmpstr (first, ==, "? begun");
  g_assert_cmpstr (same, ==, "2016-09-27 done");
}

static gboolean
write_whole (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_item_write_whole (writer, data, error);
}

static void
make_whole (Fixture *fixture, gint64 id)
{
  g_autoptr (AccordRecord) item = fixture_get (fixture, "item", id);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Paste", write_whole, item, NULL, &error);

  g_assert_no_error (error);
}

static gboolean
is_cut (Fixture *fixture, const char *kind, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, kind, id);

  return accord_record_get_boolean (record, "incomplete");
}

static void
set_cut (Fixture *fixture, const char *kind, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, kind, id);
  g_autoptr (AccordRecord) copy = accord_record_copy (record);

  accord_record_set_boolean (copy, "incomplete", TRUE);
  fixture_save (fixture, copy);
}

/* A text made whole says so for what was decided in it, and for the page once nothing else is cut. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  Register self;
  g_autoptr (AccordRecord) other = fixture_new (fixture, "item");
  gint64 decision, other_id, changes;

  make_register (&self, fixture);
  decision = add (&self, "resolution", "the cases remaining in outline", NULL);
  set_cut (fixture, "resolution", decision);
  set_cut (fixture, "meeting", self.meeting);
  accord_record_set_text (other, "title", "Rents");
  accord_record_set_int (other, "meeting", self.meeting);
  accord_record_set_boolean (other, "incomplete", TRUE);
  other_id = fixture_save (fixture, other);

  make_whole (fixture, self.item);
  g_assert_false (is_cut (fixture, "item", self.item));
  g_assert_false (is_cut (fixture, "resolution", decision));
  g_assert_true (is_cut (fixture, "meeting", self.meeting));
  g_assert_true (is_cut (fixture, "item", other_id));
  make_whole (fixture, other_id);
  g_assert_false (is_cut (fixture, "meeting", self.meeting));

  /* All of it is one change. */
  for (changes = 0; changes < 2; changes++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordChange) undone = accord_workspace_undo (fixture->workspace, NULL, &error);

      g_assert_no_error (error);
    }
  g_assert_true (is_cut (fixture, "item", self.item));
  g_assert_true (is_cut (fixture, "resolution", decision));
  g_assert_true (is_cut (fixture, "meeting", self.meeting));
}

/* Of a document without a text each sentence that is quoted is shown once, and none that is part of one. */
static void
test_quoted (Fixture *fixture, gconstpointer data)
{
  Register self = { .fixture = fixture };
  g_autoptr (AccordRecord) source = fixture_new (fixture, "source");
  g_autoptr (AccordText) text = NULL;

  accord_record_set_text (source, "title", "The release");
  accord_record_set_text (source, "type", "press-release");
  self.source = fixture_save (fixture, source);
  self.item = self.meeting = ACCORD_UNKNOWN;
  add (&self, "action", "Saved", "It saved £2m a year.");
  add (&self, "action", "Begins", "It began in May. It saved £2m a year.");
  add (&self, "question", "Little", "very little was spent\nIt saved £2M a year.");
  text = get_text (fixture, "source", self.source);
  g_assert_cmpuint (text->sections->len, ==, 1);
  g_assert_cmpstr (((AccordTextSection *) text->sections->pdata[0])->label, ==, "What the records quote");
  g_assert_nonnull (strstr (text->text, "“It began in May. It saved £2m a year.”"));
  g_assert_nonnull (strstr (text->text, "“very little was spent”"));
  g_assert_null (strstr (text->text, "“It saved"));
  g_assert_nonnull (strstr (text->text, "\n…\n"));
  g_assert_cmpuint (text->n_lost, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/meeting/text/item", test_item);
  fixture_add_test ("/meeting/text/others", test_others);
  fixture_add_test ("/meeting/text/decision", test_decision);
  fixture_add_test ("/meeting/text/cut", test_cut);
  fixture_add_test ("/meeting/text/agenda", test_agenda);
  fixture_add_test ("/meeting/text/owed", test_owed);
  g_test_add_func ("/meeting/text/updates", test_updates);
  fixture_add_test ("/meeting/text/whole", test_whole);
  fixture_add_test ("/meeting/text/quoted", test_quoted);
  return g_test_run ();
}
