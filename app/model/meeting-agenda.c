/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-agenda.h"

#include "fold.h"
#include "meeting-join.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As long a line as stands under the title of an item. */
#define SHORT_WORDS 72

static void
item_free (gpointer data)
{
  AccordAgendaItem *self = data;

  g_clear_object (&self->item);
  g_free (self->title);
  g_free (self->number);
  g_free (self->outcome);
  g_clear_pointer (&self->text, accord_text_unref);
  g_free (self);
}

static void
owed_free (gpointer data)
{
  AccordOwed *self = data;

  g_free (self->owner);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

void
accord_agenda_free (AccordAgenda *self)
{
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->owed, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_kind (AccordRecord *record, const char *kind)
{
  return g_str_equal (accord_record_get_kind (record)->name, kind);
}

static gboolean
is_state (AccordRecord *record, const char *field, const char *state)
{
  return g_strcmp0 (accord_record_get_text (record, field), state) == 0;
}

/**
 * accord_text_count:
 * @self: a text
 * @kind: the name of a kind
 * @field: (nullable): a field of it
 * @state: (nullable): the value that counts
 *
 * Returns: how many records of that kind are tied to the text
 */
guint
accord_text_count (AccordText *self, const char *kind, const char *field, const char *state)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordTextPart *part = self->parts->pdata[i];

      for (guint k = 0; k < part->records->len; k++)
        if (is_kind (part->records->pdata[k], kind)
            && (field == NULL || is_state (part->records->pdata[k], field, state)))
          n++;
    }
  return n;
}

static guint
count_answered (AccordText *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordTextPart *part = self->parts->pdata[i];

      for (guint k = 0; k < part->records->len; k++)
        if (is_kind (part->records->pdata[k], "question")
            && accord_record_get_text (part->records->pdata[k], "answer") != NULL)
          n++;
    }
  return n;
}

static void
add_words (GPtrArray *words, guint n, char *taken)
{
  if (n > 0)
    g_ptr_array_add (words, taken);
  else
    g_free (taken);
}

static void
add_decisions (GPtrArray *words, AccordText *text)
{
  guint asked = accord_text_count (text, "resolution", "type", "recommendation");
  guint decided = accord_text_count (text, "resolution", NULL, NULL) - asked;

  add_words (words, decided,
             g_strdup_printf (g_dngettext (NULL, "%u decision", "%u decisions", decided), decided));
  if (decided == 0)
    add_words (words, asked,
               g_strdup_printf (g_dngettext (NULL, "%u recommendation", "%u recommendations", asked), asked));
}

static void
add_open (GPtrArray *words, AccordText *text)
{
  guint caveats = accord_text_count (text, "caveat", NULL, NULL);
  guint actions = accord_text_count (text, "action", NULL, NULL);
  guint open_caveats = accord_text_count (text, "caveat", "state", "open");
  guint open_actions = accord_text_count (text, "action", "state", "open");

  add_words (words, caveats,
             g_strdup_printf (g_dngettext (NULL, "%u caveat", "%u caveats", caveats), caveats));
  if (open_caveats < caveats)
    add_words (words, caveats, g_strdup_printf (_ ("%u of them open"), open_caveats));
  add_words (words, actions,
             g_strdup_printf (g_dngettext (NULL, "%u action", "%u actions", actions), actions));
  if (open_actions == 0)
    add_words (words, actions, g_strdup (actions == 1 ? _ ("not open any more") : _ ("none open any more")));
  else if (open_actions < actions)
    add_words (words, actions, g_strdup_printf (_ ("%u of them open"), open_actions));
}

static void
add_questions (GPtrArray *words, AccordText *text)
{
  guint asked = accord_text_count (text, "question", NULL, NULL);
  guint answered = count_answered (text);

  if (asked == 1)
    g_ptr_array_add (words, g_strdup (answered == 1 ? _ ("one question, answered")
                                                    : _ ("one question, not answered yet")));
  else if (asked > 0)
    /* Translators: how many questions, how many of them were answered. */
    g_ptr_array_add (words, g_strdup_printf (_ ("%u questions, %u answered"), asked, answered));
}

/* The first words of the minutes, where nothing else came of an item. */
static char *
dup_first_words (AccordRecord *item)
{
  const char *minutes = accord_record_get_text (item, "minutes");
  g_autofree char *line = minutes != NULL ? accord_text_collapse (minutes) : NULL;

  if (line == NULL || *line == '\0')
    return g_strdup (_ ("no minutes"));
  if (g_utf8_strlen (line, -1) > SHORT_WORDS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, SHORT_WORDS);
      char *space = strrchr (start, ' ');

      if (space != NULL)
        *space = '\0';
      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&line);
}

/**
 * accord_text_dup_outcome:
 * @self: the text of an agenda item
 * @item: (nullable): the item
 *
 * Returns: (transfer full): what came of it, in a few words
 */
char *
accord_text_dup_outcome (AccordText *self, AccordRecord *item)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint said;

  if (item != NULL && accord_record_get_boolean (item, "key-decision"))
    g_ptr_array_add (words, g_strdup (_ ("key decision")));
  said = words->len;
  add_decisions (words, self);
  add_open (words, self);
  add_questions (words, self);
  if (words->len == said && self->n_records > 0)
    add_words (
        words, self->n_records,
        g_strdup_printf (g_dngettext (NULL, "%u record", "%u records", self->n_records), self->n_records));
  if (words->len == said && item != NULL)
    g_ptr_array_add (words, dup_first_words (item));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static gboolean
is_incomplete (AccordText *text)
{
  for (guint i = 0; i < text->sections->len; i++)
    if (((AccordTextSection *) text->sections->pdata[i])->cut)
      return TRUE;
  for (guint i = 0; i < text->parts->len; i++)
    if (((AccordTextPart *) text->parts->pdata[i])->cut)
      return TRUE;
  return FALSE;
}

static void
add_item (AccordAgenda *self, AccordRecord *item, AccordText *text)
{
  AccordAgendaItem *entry = g_new0 (AccordAgendaItem, 1);

  entry->text = text;
  entry->incomplete = is_incomplete (text);
  if (item != NULL)
    {
      entry->item = g_object_ref (item);
      entry->title = accord_record_dup_title (item);
      entry->number = g_strdup (accord_record_get_text (item, "number"));
      entry->incomplete = entry->incomplete || accord_record_get_boolean (item, "incomplete");
      self->n_items++;
      if (entry->incomplete)
        self->n_incomplete++;
    }
  else
    entry->title = g_strdup (_ ("Under no item"));
  entry->outcome = accord_text_dup_outcome (text, item);
  g_ptr_array_add (self->items, entry);
}

static GPtrArray *
list_of_meeting (AccordReader *reader, const char *kind_name, const char *order, gint64 meeting,
                 GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "meeting"), ACCORD_OPERATOR_EQUAL, meeting);
  if (order != NULL)
    accord_query_set_sort (query, accord_kind_find_field (kind, order), FALSE);
  return accord_reader_list (reader, query, error);
}

static gboolean
read_items (AccordReader *reader, AccordAgenda *self, GError **error)
{
  gint64 source = accord_record_get_int (self->meeting, "source");
  g_autoptr (GPtrArray) of_source = accord_text_read_of_source (reader, source, FALSE, error);
  g_autoptr (GPtrArray) items = NULL;

  if (of_source == NULL)
    return FALSE;
  items = list_of_meeting (reader, "item", "position", accord_record_get_id (self->meeting), error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gboolean same = accord_record_get_int (items->pdata[i], "source") == source;
      AccordText *text = accord_text_read_item (reader, items->pdata[i], same ? of_source : NULL, error);

      if (text == NULL)
        return FALSE;
      add_item (self, items->pdata[i], text);
    }
  return items != NULL;
}

static gboolean
is_shown (AccordAgenda *self, AccordRecord *record)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      AccordText *text = ((AccordAgendaItem *) self->items->pdata[i])->text;

      for (guint k = 0; k < text->parts->len; k++)
        {
          GPtrArray *records = ((AccordTextPart *) text->parts->pdata[k])->records;

          for (guint n = 0; n < records->len; n++)
            if (accord_record_get_id (records->pdata[n]) == accord_record_get_id (record)
                && accord_record_get_kind (records->pdata[n]) == accord_record_get_kind (record))
              return TRUE;
        }
    }
  return FALSE;
}

/* What names the meeting and no item of it. */
static gboolean
read_rest (AccordReader *reader, AccordAgenda *self, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);
  AccordText *text;

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);
      g_autoptr (GPtrArray) records = NULL;

      if (accord_kind_find_field (kind, "meeting") < 0 || g_str_equal (kind->name, "item"))
        continue;
      records = list_of_meeting (reader, kind->name, NULL, accord_record_get_id (self->meeting), error);
      if (records == NULL)
        return FALSE;
      for (guint k = 0; k < records->len; k++)
        if (!is_shown (self, records->pdata[k]))
          g_ptr_array_add (rest, g_object_ref (records->pdata[k]));
    }
  if (rest->len == 0)
    return TRUE;
  text = accord_text_read_meeting (reader, self->meeting, rest, error);
  if (text == NULL)
    return FALSE;
  add_item (self, NULL, text);
  return TRUE;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const char *one = accord_record_get_text (*(AccordRecord **) a, "due");
  const char *other = accord_record_get_text (*(AccordRecord **) b, "due");

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return strcmp (one, other);
}

static AccordOwed *
find_owed (GPtrArray *owed, const char *owner)
{
  AccordOwed *new_one;
  g_autofree char *folded = accord_text_fold (owner != NULL ? owner : "");

  for (guint i = 0; i < owed->len; i++)
    {
      AccordOwed *one = owed->pdata[i];
      g_autofree char *other = accord_text_fold (one->owner != NULL ? one->owner : "");

      if (g_str_equal (folded, other))
        return one;
    }
  new_one = g_new0 (AccordOwed, 1);
  new_one->owner = g_strdup (owner);
  new_one->actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (owed, new_one);
  return new_one;
}

static int
compare_owed (gconstpointer a, gconstpointer b)
{
  const AccordOwed *one = *(AccordOwed **) a;
  const AccordOwed *other = *(AccordOwed **) b;

  if (one->owner == NULL || other->owner == NULL)
    return (one->owner == NULL) - (other->owner == NULL);
  if (one->actions->len != other->actions->len)
    return one->actions->len > other->actions->len ? -1 : 1;
  return g_utf8_collate (one->owner, other->owner);
}

/**
 * accord_owed_by_owner:
 * @actions: (element-type AccordRecord): actions
 *
 * Returns: (transfer full) (element-type AccordOwed): those that are open, by owner: who owes most is first,
 * what nobody owns is last
 */
GPtrArray *
accord_owed_by_owner (GPtrArray *actions)
{
  GPtrArray *owed = g_ptr_array_new_with_free_func (owed_free);

  for (guint i = 0; i < actions->len; i++)
    if (is_state (actions->pdata[i], "state", "open"))
      g_ptr_array_add (find_owed (owed, accord_record_get_text (actions->pdata[i], "owner"))->actions,
                       g_object_ref (actions->pdata[i]));
  for (guint i = 0; i < owed->len; i++)
    g_ptr_array_sort (((AccordOwed *) owed->pdata[i])->actions, compare_due);
  g_ptr_array_sort (owed, compare_owed);
  return owed;
}

/**
 * accord_agenda_read:
 * @reader: a reader
 * @meeting: a meeting
 * @error: return location for an error
 *
 * Returns: (transfer full): the meeting with its items and what came of them; %NULL on failure
 */
AccordAgenda *
accord_agenda_read (AccordReader *reader, gint64 meeting, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "meeting");
  g_autoptr (AccordAgenda) self = g_new0 (AccordAgenda, 1);
  g_autoptr (GPtrArray) actions = NULL;

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->meeting = accord_reader_get (reader, kind, meeting, error);
  if (self->meeting == NULL || !read_items (reader, self, error) || !read_rest (reader, self, error))
    return NULL;
  actions = list_of_meeting (reader, "action", NULL, meeting, error);
  if (actions == NULL)
    return NULL;
  self->n_actions = actions->len;
  self->owed = accord_owed_by_owner (actions);
  return g_steal_pointer (&self);
}
