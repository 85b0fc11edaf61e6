/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "derived.h"
#include "journal.h"
#include "reader-private.h"
#include "writer.h"

G_BEGIN_DECLS

/*
 * Bulk: the records of one kind that are being added in one go. While @late, that kind's indexes and search
 * index are not there; they are built once, at the end.
 */
typedef struct
{
  const AccordKind *kind;
  gint64 first;
  gint64 last;
  gint64 entry;
  GChecksum *digest;
  GString *buffer;
} AccordBulk;

/* A record that was deleted or restored in this change, to be looked at again before the change is kept. */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
} AccordDeleted;

struct _AccordWriter
{
  AccordReader reader;
  AccordSearchWriter *search;
  char *at;
  char *who;
  char *label;
  gint64 change;
  gint64 undoes;
  gint64 redoes;
  guint64 n_changes;
  gboolean trusted;
  GHashTable *touched;
  GPtrArray *deleted;
  GPtrArray *restored;
  gboolean lasting;
  GHashTable *verified;
  GPtrArray *bulks;
  GHashTable *late;
  GHashTable *inserts;
  /* Records added one by one in this change, with the identifier that their maker gave them or NULL. */
  GHashTable *added;
};

AccordWriter *accord_writer_new (AccordSchema *schema, AccordConnection *connection, const char *who,
                                 const char *label);
void accord_writer_free (AccordWriter *self);
gboolean accord_writer_finish (AccordWriter *self, GError **error);
void accord_writer_take_back (AccordWriter *self);

gboolean accord_writer_journal (AccordWriter *self, const AccordKind *kind, gint64 record, gint64 last,
                                const char *operation, const char *before, const char *after, GError **error);
gboolean accord_writer_check_rules (AccordWriter *self, AccordRecord *record, GError **error);
gboolean accord_writer_follow_in_search (AccordWriter *self, AccordRecord *before, AccordRecord *after,
                                         GError **error);
gboolean accord_writer_apply (AccordWriter *self, AccordRecord *before, AccordRecord *after, GError **error);
gboolean accord_writer_set_deleted (AccordWriter *self, const AccordKind *kind, gint64 id, gboolean deleted,
                                    GError **error);

AccordBulk *accord_writer_find_bulk (AccordWriter *self, const AccordKind *kind);
void accord_bulk_free (AccordBulk *self);
gboolean accord_bulk_note (AccordBulk *self, AccordRecord *record);
gboolean accord_writer_begin_late (AccordWriter *self, const AccordKind *kind, gint64 expected,
                                   GError **error);
gboolean accord_writer_end_bulks (AccordWriter *self, GError **error);
gboolean accord_writer_set_range_deleted (AccordWriter *self, const AccordKind *kind, gint64 first,
                                          gint64 last, gboolean deleted, GError **error);

gboolean accord_writer_check_references (AccordWriter *self, AccordRecord *record, GError **error);
gboolean accord_writer_check_deleted (AccordWriter *self, GError **error);
gboolean accord_writer_check_restored (AccordWriter *self, GError **error);

extern const char accord_undo_target[];
extern const char accord_redo_target[];
gboolean accord_writer_undo (AccordWriter *self, GError **error);
gboolean accord_writer_redo (AccordWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWriter, accord_writer_free)

G_END_DECLS
