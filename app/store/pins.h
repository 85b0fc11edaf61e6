/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"
#include "reader.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordPin:
 * @key: what it is told by among all pins
 * @kind: the kind of the record, or of what is searched
 * @id: the record, or 0 where it is a saved search
 * @title: what people read: the record's title as it is now, or the name of the search
 * @deleted: whether the record is deleted
 * @query: (nullable): the saved search, or %NULL where it is a record
 *
 * A record or a search that people of a workspace keep at hand.
 */
typedef struct
{
  char *key;
  const AccordKind *kind;
  gint64 id;
  char *title;
  gboolean deleted;
  AccordQuery *query;
} AccordPin;

void accord_pin_free (AccordPin *self);

GPtrArray *accord_reader_list_pins (AccordReader *reader, GError **error);
AccordPin *accord_reader_find_pin (AccordReader *reader, const char *words, GError **error);

gboolean accord_writer_pin_record (AccordWriter *writer, const AccordKind *kind, gint64 id, int position,
                                   GError **error);
gboolean accord_writer_pin_search (AccordWriter *writer, const char *name, AccordQuery *query, int position,
                                   GError **error);
gboolean accord_writer_rename_pin (AccordWriter *writer, const char *key, const char *name, GError **error);
gboolean accord_writer_move_pin (AccordWriter *writer, const char *key, int position, GError **error);
gboolean accord_writer_remove_pin (AccordWriter *writer, const char *key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPin, accord_pin_free)

G_END_DECLS
