/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-context.h"

#include "meeting-join.h"

void
accord_passage_context_free (AccordPassageContext *self)
{
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self->title);
  g_free (self->source_title);
  g_free (self);
}

static const AccordTextPart *
find_part (const AccordText *text, const AccordKind *kind, gint64 id)
{
  for (guint i = 0; i < text->parts->len; i++)
    {
      const AccordTextPart *part = text->parts->pdata[i];

      for (guint k = 0; k < part->records->len; k++)
        if (accord_record_get_kind (part->records->pdata[k]) == kind
            && accord_record_get_id (part->records->pdata[k]) == id)
          return part;
    }
  return NULL;
}

static char *
dup_between (const char *text, gsize start, gsize end)
{
  char *words = g_strstrip (g_strndup (text + start, end - start));

  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

/* What stands around the words, but nothing of the section before or after theirs. */
static void
read_around (AccordPassageContext *self, const AccordText *text, const AccordTextPart *part,
             guint n_sentences)
{
  g_autoptr (AccordPassageText) ready = accord_passage_text_new (text->text);
  AccordPassageRange around = accord_passage_text_around (ready, part->range, n_sentences);

  for (guint i = 0; i < text->sections->len; i++)
    {
      const AccordTextSection *section = text->sections->pdata[i];

      if (part->range.start < section->start || part->range.start >= section->end)
        continue;
      around.start = MAX (around.start, section->start);
      around.end = MAX (MIN (around.end, section->end), part->range.end);
    }
  self->before = dup_between (text->text, around.start, part->range.start);
  self->after = dup_between (text->text, part->range.end, around.end);
  g_free (self->words);
  self->words = dup_between (text->text, part->range.start, part->range.end);
  self->start = g_utf8_strlen (text->text, part->range.start);
  self->end = g_utf8_strlen (text->text, part->range.end);
}

/**
 * accord_passage_context_read:
 * @reader: a reader
 * @kind: a kind
 * @id: a record of it
 * @n_sentences: how many sentences to see before and after the one that it rests on
 * @error: return location for an error
 *
 * Reads the sentence in its source. Where the words are not in any text that is kept, they come as the record
 * has them, and @match says so.
 *
 * Returns: (transfer full): the sentence; %NULL on failure
 */
AccordPassageContext *
accord_passage_context_read (AccordReader *reader, const AccordKind *kind, gint64 id, guint n_sentences,
                             GError **error)
{
  g_autoptr (AccordText) text = accord_text_read_around (reader, kind, id, error);
  g_autoptr (AccordPassageContext) self = g_new0 (AccordPassageContext, 1);
  const AccordTextPart *part;

  if (text == NULL)
    return NULL;
  self->kept = text->sections->len > 0;
  self->kind = text->kind;
  self->id = text->id;
  self->source = text->source;
  self->source_title = g_strdup (text->source_title);
  part = find_part (text, kind, id);
  if (part != NULL)
    {
      self->match = part->range.match;
      self->words = g_strdup (part->passage);
    }
  if (self->match != ACCORD_PASSAGE_NOT_FOUND)
    read_around (self, text, part, n_sentences);
  if (self->id == ACCORD_UNKNOWN)
    return g_steal_pointer (&self);
  self->title = accord_reader_dup_title (
      reader, accord_schema_find_kind (accord_reader_get_schema (reader), self->kind), self->id, error);
  return self->title != NULL ? g_steal_pointer (&self) : NULL;
}
