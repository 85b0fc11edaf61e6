/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting-passage.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordTextSection:
 * @label: what it is (“Minutes”, “What was proposed”, or the title of an agenda item)
 * @start: its first byte in the text
 * @end: the byte after its last
 * @cut: whether what stands there is known to stop before its end
 *
 * A part of a text that has a heading of its own.
 */
typedef struct
{
  char *label;
  gsize start;
  gsize end;
  gboolean cut;
} AccordTextSection;

/**
 * AccordTextPart:
 * @range: where the passage stands; %ACCORD_PASSAGE_NOT_FOUND where it is not in the text
 * @passage: the words of the passage, as the record keeps them
 * @group: the words that several records stand under, or %NULL
 * @records: (element-type AccordRecord): what was made of the passage
 * @cut: whether the passage is where the text stops before its end
 *
 * A passage of a text and the records that rest on it.
 */
typedef struct
{
  AccordPassageRange range;
  char *passage;
  char *group;
  GPtrArray *records;
  gboolean cut;
} AccordTextPart;

/**
 * AccordText:
 * @kind: the name of the kind of the record that the text is of
 * @id: that record
 * @text: the text
 * @sections: (element-type AccordTextSection): its parts with headings, in order; they cover what is text
 * @parts: (element-type AccordTextPart): its passages, in the order of the text; those not found are last
 * @n_records: how many records are tied to it
 * @n_lost: how many of them name words that are not in the text
 * @source: the document that it comes from, or %ACCORD_UNKNOWN
 * @source_title: what that is called, or %NULL
 * @source_note: what is noted of it, or %NULL
 *
 * The text of an agenda item, of a decision or of a document, with each record joined to the sentence that it
 * was made from. Reference-counted; not changed once it has been read.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *text;
  GPtrArray *sections;
  GPtrArray *parts;
  guint n_records;
  guint n_lost;
  gint64 source;
  char *source_title;
  char *source_note;

  /*< private >*/
  gatomicrefcount references;
} AccordText;

AccordText *accord_text_ref (AccordText *self);
void accord_text_unref (AccordText *self);

AccordText *accord_text_read (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error);
AccordText *accord_text_read_around (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error);
AccordText *accord_text_read_item (AccordReader *reader, AccordRecord *item, GPtrArray *of_source,
                                   GError **error);
AccordText *accord_text_read_meeting (AccordReader *reader, AccordRecord *meeting, GPtrArray *records,
                                      GError **error);
GPtrArray *accord_text_read_of_source (AccordReader *reader, gint64 source, gboolean all, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordText, accord_text_unref)

G_END_DECLS
