/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-book.h"

#include <string.h>

/* Every edit that was ever made of a field: its value, by number; and its number, by what it overwrote and
 * says. The same edit made twice, over the same, is one. */
typedef struct
{
  GPtrArray *values;
  GHashTable *numbers;
} Edits;

static GHashTable *all_edits;

static void
edits_free (gpointer data)
{
  Edits *self = data;

  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

void
book_forget_edits (void)
{
  g_clear_pointer (&all_edits, g_hash_table_unref);
  all_edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, edits_free);
}

static Edits *
get_edits (const char *uid, const char *field)
{
  g_autofree char *key = g_strconcat (uid, " ", field, NULL);
  Edits *self = g_hash_table_lookup (all_edits, key);

  if (self != NULL)
    return self;
  self = g_new0 (Edits, 1);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (all_edits, g_steal_pointer (&key), self);
  return self;
}

static gboolean
has (const guint64 *set, guint number)
{
  return (set[number / 64] >> (number % 64)) & 1;
}

static guint
number_of (const char *uid, const char *field, const BookField *over, const char *value)
{
  Edits *edits = get_edits (uid, field);
  g_autoptr (GString) key = g_string_new (value != NULL ? value : "");
  gpointer number;

  for (guint i = 0; over != NULL && i < BOOK_EDITS; i++)
    if (has (over->alive, i))
      g_string_append_printf (key, " over %u", i);
  if (g_hash_table_lookup_extended (edits->numbers, key->str, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_assert_cmpuint (edits->values->len, <, BOOK_EDITS);
  g_ptr_array_add (edits->values, g_strdup (value));
  g_hash_table_insert (edits->numbers, g_strdup (key->str), GUINT_TO_POINTER (edits->values->len - 1));
  return edits->values->len - 1;
}

static BookField
born (const char *uid, const char *field, const char *value)
{
  const guint number = number_of (uid, field, NULL, value);
  BookField state = { 0 };

  state.known[number / 64] = state.alive[number / 64] = G_GUINT64_CONSTANT (1) << (number % 64);
  return state;
}

Book *
book_new (void)
{
  Book *self = g_new0 (Book, 1);

  self->records =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
book_free (Book *self)
{
  g_hash_table_unref (self->records);
  g_free (self);
}

Book *
book_copy (const Book *self)
{
  Book *copy = book_new ();
  GHashTableIter records, fields;
  gpointer uid, table, name, state;

  g_hash_table_iter_init (&records, self->records);
  while (g_hash_table_iter_next (&records, &uid, &table))
    {
      book_add (copy, uid);
      g_hash_table_iter_init (&fields, table);
      while (g_hash_table_iter_next (&fields, &name, &state))
        book_set (copy, uid, name, *(BookField *) state);
    }
  return copy;
}

gboolean
book_has (const Book *self, const char *uid)
{
  return g_hash_table_contains (self->records, uid);
}

void
book_add (Book *self, const char *uid)
{
  g_hash_table_insert (self->records, g_strdup (uid),
                       g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
}

GPtrArray *
book_list_fields (const Book *a, const Book *b, const char *uid)
{
  const Book *books[] = { a, b };
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      GHashTable *fields = g_hash_table_lookup (books[i]->records, uid);
      GHashTableIter iter;
      gpointer name;

      if (fields == NULL)
        continue;
      g_hash_table_iter_init (&iter, fields);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (g_hash_table_add (met, name))
          g_ptr_array_add (names, name);
    }
  return names;
}

BookField
book_get (const Book *self, const char *uid, const char *field)
{
  GHashTable *fields = g_hash_table_lookup (self->records, uid);
  const BookField *state;

  g_assert_nonnull (fields);
  state = g_hash_table_lookup (fields, field);
  return state != NULL ? *state : born (uid, field, NULL);
}

void
book_set (Book *self, const char *uid, const char *field, BookField state)
{
  g_hash_table_insert (g_hash_table_lookup (self->records, uid), g_strdup (field),
                       g_memdup2 (&state, sizeof state));
}

void
book_born (Book *self, const char *uid, const char *field, const char *value)
{
  book_set (self, uid, field, born (uid, field, value));
}

void
book_edit (Book *self, const char *uid, const char *field, const char *value)
{
  BookField state = book_get (self, uid, field);

  if (g_strcmp0 (book_value (uid, field, &state), value) != 0)
    book_set (self, uid, field, book_decide (uid, field, state, value));
}

const char *
book_greatest (const char *uid, const char *field, const BookField *state)
{
  const Edits *edits = get_edits (uid, field);
  const char *greatest = NULL;

  for (guint i = 0; i < edits->values->len; i++)
    if (has (state->alive, i) && g_strcmp0 (edits->values->pdata[i], greatest) > 0)
      greatest = edits->values->pdata[i];
  return greatest;
}

gboolean
book_is_agreed (const char *uid, const char *field, const BookField *state)
{
  const Edits *edits = get_edits (uid, field);
  const char *greatest = book_greatest (uid, field, state);

  for (guint i = 0; i < edits->values->len; i++)
    if (has (state->alive, i) && g_strcmp0 (edits->values->pdata[i], greatest) != 0)
      return FALSE;
  return TRUE;
}

const char *
book_value (const char *uid, const char *field, const BookField *state)
{
  g_assert_true (book_is_agreed (uid, field, state));
  return book_greatest (uid, field, state);
}

BookField
book_join (BookField a, BookField b)
{
  BookField joined;

  for (guint i = 0; i < G_N_ELEMENTS (joined.known); i++)
    {
      joined.known[i] = a.known[i] | b.known[i];
      joined.alive[i] = (a.alive[i] & b.alive[i]) | (a.alive[i] & ~b.known[i]) | (b.alive[i] & ~a.known[i]);
    }
  return joined;
}

BookField
book_decide (const char *uid, const char *field, BookField state, const char *value)
{
  const guint number = number_of (uid, field, &state, value);

  memset (state.alive, 0, sizeof state.alive);
  state.alive[number / 64] = G_GUINT64_CONSTANT (1) << (number % 64);
  state.known[number / 64] |= state.alive[number / 64];
  return state;
}

/* Whether whoever is at @self knew all that is alive at @other. */
gboolean
book_knows (const BookField *self, const BookField *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->known); i++)
    if (other->alive[i] & ~self->known[i])
      return FALSE;
  return TRUE;
}
