/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a test knows of who edited what, kept apart from the dossiers and worked out from sets alone: each
 * copy knows some edits of each field; those that no known edit overwrote are alive. */

#define BOOK_EDITS 512

/* The edits of one field, by number; what follows what is settled when an edit is made. */
typedef struct
{
  guint64 known[BOOK_EDITS / 64];
  guint64 alive[BOOK_EDITS / 64];
} BookField;

/* @records: (element-type utf8 GHashTable): fields by name, by uid of the record */
typedef struct
{
  GHashTable *records;
} Book;

void book_forget_edits (void);

Book *book_new (void);
Book *book_copy (const Book *self);
void book_free (Book *self);
gboolean book_has (const Book *self, const char *uid);
void book_add (Book *self, const char *uid);
GPtrArray *book_list_fields (const Book *a, const Book *b, const char *uid);

BookField book_get (const Book *self, const char *uid, const char *field);
void book_set (Book *self, const char *uid, const char *field, BookField state);
void book_born (Book *self, const char *uid, const char *field, const char *value);
void book_edit (Book *self, const char *uid, const char *field, const char *value);

/* %NULL where several are alive that differ. */
gboolean book_is_agreed (const char *uid, const char *field, const BookField *state);
const char *book_value (const char *uid, const char *field, const BookField *state);
const char *book_greatest (const char *uid, const char *field, const BookField *state);
BookField book_join (BookField a, BookField b);
BookField book_decide (const char *uid, const char *field, BookField state, const char *value);
gboolean book_knows (const BookField *self, const BookField *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

G_END_DECLS
