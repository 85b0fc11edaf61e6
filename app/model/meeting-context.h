/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting-text.h"

G_BEGIN_DECLS

/**
 * AccordPassageContext:
 * @kept: whether there is a text to look for them in
 * @match: how well the words agree with the text
 * @before: what stands before them, or %NULL
 * @words: the words that a record rests on, as the text has them or, where they are not found, as the record
 *   does; %NULL where it names none
 * @after: what stands after them, or %NULL
 * @start: in the text, in characters; says nothing where the words are not found
 * @end: likewise
 * @kind: the name of the kind of the record that the text is of (an agenda item, a document)
 * @id: that record, or %ACCORD_UNKNOWN for none
 * @title: what it is called, or %NULL
 * @source: the document, or %ACCORD_UNKNOWN
 * @source_title: what it is called, or %NULL
 *
 * The sentence that a record was made from, with the sentences around it.
 */
typedef struct
{
  gboolean kept;
  AccordPassageMatch match;
  char *before;
  char *words;
  char *after;
  glong start;
  glong end;
  const char *kind;
  gint64 id;
  char *title;
  gint64 source;
  char *source_title;
} AccordPassageContext;

void accord_passage_context_free (AccordPassageContext *self);
AccordPassageContext *accord_passage_context_read (AccordReader *reader, const AccordKind *kind, gint64 id,
                                                   guint n_sentences, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPassageContext, accord_passage_context_free)

G_END_DECLS
