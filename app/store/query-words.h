/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordQueryPart:
 * @field: index of the field that is asked about, or -1 for the words that are searched for
 * @words: what is asked of it
 *
 * A part of the sentence that a query reads as.
 */
typedef struct
{
  int field;
  char *words;
} AccordQueryPart;

GHashTable *accord_query_titles_new (void);
void accord_query_titles_add (GHashTable *titles, const AccordField *field, gint64 id, const char *title);
const char *accord_query_titles_find (GHashTable *titles, const AccordField *field, gint64 id);
GHashTable *accord_reader_query_titles (AccordReader *self, AccordQuery *query, GError **error);

char *accord_query_dup_value_words (AccordQuery *self, guint from, guint field, GHashTable *titles);
GPtrArray *accord_query_dup_parts (AccordQuery *self, guint from, GHashTable *titles);
char *accord_query_dup_sentence (AccordQuery *self, const char *heading, guint from, GHashTable *titles);
char *accord_reader_dup_sentence (AccordReader *self, AccordQuery *query, GError **error);

char *accord_words_dup_noun (const char *label);
char *accord_words_dup_number (guint64 number);

G_END_DECLS
