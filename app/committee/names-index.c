/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names-index.h"

#include "names-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name of one word is a name only from this many letters on; an acronym needs fewer. */
#define LEAST_LETTERS 4
#define LEAST_ACRONYM 2

/* A name as it is looked for. @exact is for those that are told from common words by their letters alone. */
typedef struct
{
  AccordIndexedName name;
  char *text;
  GArray *words;
  gboolean exact;
} Entry;

struct _AccordNamesIndex
{
  GPtrArray *entries;
  GHashTable *by_start; /* sign of the first two words, or of the only one → array of entries */
  GHashTable *amounts;  /* pence → array of names */
  GPtrArray *money;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name.title);
  g_free (entry->text);
  g_array_unref (entry->words);
  g_free (entry);
}

static void
name_free (gpointer data)
{
  AccordIndexedName *name = data;

  g_free (name->title);
  g_free (name);
}

static const AccordWord *
word_at (GArray *words, guint index)
{
  return &g_array_index (words, AccordWord, index);
}

static guint64
start_key (GArray *words, guint at, gboolean pair)
{
  return pair ? word_at (words, at)->sign * 31 + word_at (words, at + 1)->sign : word_at (words, at)->sign;
}

static void
add_by_key (GHashTable *table, guint64 key, gpointer one)
{
  GPtrArray *array = g_hash_table_lookup (table, &key);

  if (array == NULL)
    {
      array = g_ptr_array_new ();
      g_hash_table_insert (table, g_memdup2 (&key, sizeof key), array);
    }
  g_ptr_array_add (array, one);
}

/* A name of small letters only is a common word or two, and stands for itself. */
static gboolean
is_telling (const Entry *entry)
{
  gsize letters = g_utf8_strlen (entry->text, -1);
  gboolean capital = FALSE;

  for (guint i = 0; i < entry->words->len; i++)
    capital = capital || word_at (entry->words, i)->capital;
  if (entry->words->len == 0 || !capital)
    return FALSE;
  if (entry->words->len > 1)
    return TRUE;
  return letters >= LEAST_LETTERS
         || (letters >= LEAST_ACRONYM
             && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (entry->text))));
}

static void
add_name (AccordNamesIndex *self, const char *kind, gint64 id, const char *title, const char *text,
          gint64 organisation, gboolean is_short)
{
  Entry *entry;

  if (text == NULL || *text == '\0')
    return;
  entry = g_new0 (Entry, 1);
  entry->name = (AccordIndexedName){ kind, id, g_strdup (title), organisation,
                                     is_short ? _ ("by short name") : _ ("by name") };
  entry->text = g_strdup (text);
  entry->words = accord_names_split (text);
  entry->exact = is_short || entry->words->len == 1;
  g_ptr_array_add (self->entries, entry);
  if (is_telling (entry))
    add_by_key (self->by_start, start_key (entry->words, 0, entry->words->len > 1), entry);
}

static void
add_amount (AccordNamesIndex *self, const char *kind, gint64 id, const char *title, gint64 pence)
{
  AccordIndexedName *name;

  if (pence == ACCORD_UNKNOWN || pence <= 0)
    return;
  name = g_new0 (AccordIndexedName, 1);
  *name = (AccordIndexedName){ kind, id, g_strdup (title), ACCORD_UNKNOWN, _ ("by amount") };
  g_ptr_array_add (self->money, name);
  add_by_key (self->amounts, (guint64) pence, name);
}

/* Kind, identifier, name, short name, a body's organisation, a sum. */
static const char names_sql[] =
    "SELECT 0, id, name, short_name, NULL, NULL FROM organisation WHERE deleted IS NULL UNION ALL "
    "SELECT 1, id, name, NULL, organisation, NULL FROM body WHERE deleted IS NULL UNION ALL "
    "SELECT 2, id, name, NULL, NULL, amount FROM fund WHERE deleted IS NULL UNION ALL "
    "SELECT 3, id, name, NULL, NULL, NULL FROM \"case\" WHERE deleted IS NULL UNION ALL "
    "SELECT 4, id, name, NULL, NULL, NULL FROM programme WHERE deleted IS NULL UNION ALL "
    "SELECT 5, id, purpose, NULL, NULL, amount FROM allocation WHERE deleted IS NULL";

static void
read_row (AccordNamesIndex *self, AccordRows *rows)
{
  static const char *const kinds[] = { "organisation", "body", "fund", "case", "programme", "allocation" };
  const char *kind = kinds[accord_rows_int (rows, 0)];
  gint64 id = accord_rows_int (rows, 1);
  g_autofree char *title = g_strdup (accord_rows_text (rows, 2));

  if (strcmp (kind, "allocation") != 0)
    {
      add_name (self, kind, id, title, title, accord_rows_int (rows, 4), FALSE);
      add_name (self, kind, id, title, accord_rows_text (rows, 3), ACCORD_UNKNOWN, TRUE);
    }
  add_amount (self, kind, id, title, accord_rows_int (rows, 5));
}

/**
 * accord_names_index_new:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names that the workspace has now; %NULL on failure
 */
AccordNamesIndex *
accord_names_index_new (AccordReader *reader, GError **error)
{
  g_autoptr (AccordNamesIndex) self = g_new0 (AccordNamesIndex, 1);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, names_sql, error);
  GError *reason = NULL;

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->money = g_ptr_array_new_with_free_func (name_free);
  self->by_start =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->amounts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (rows == NULL)
    return NULL;
  while (accord_rows_next (rows, &reason))
    read_row (self, rows);
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * accord_names_index_free:
 * @self: (transfer full): names
 */
void
accord_names_index_free (AccordNamesIndex *self)
{
  g_hash_table_unref (self->by_start);
  g_hash_table_unref (self->amounts);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->money);
  g_free (self);
}

static gboolean
same_letters (const char *text, const AccordWord *word, const char *name, const AccordWord *other)
{
  return word->end - word->start == other->end - other->start
         && memcmp (text + word->start, name + other->start, other->end - other->start) == 0;
}

/* A capital in a name is one in the text: a common word is no name. */
static gboolean
stands_here (const Entry *entry, const char *text, GArray *words, guint at)
{
  if (at + entry->words->len > words->len)
    return FALSE;
  for (guint i = 0; i < entry->words->len; i++)
    {
      const AccordWord *word = word_at (words, at + i), *other = word_at (entry->words, i);

      if (word->sign != other->sign || (other->capital && !word->capital)
          || (i > 0 && word->apart && !other->apart)
          || (entry->exact && !same_letters (text, word, entry->text, other)))
        return FALSE;
    }
  return TRUE;
}

/* A capital right after a name of one word makes it a part of another: the Cabinet Office is no Cabinet. */
static gboolean
goes_on (const Entry *entry, const char *text, GArray *words, guint at)
{
  const AccordWord *next = at + 1 < words->len ? word_at (words, at + 1) : NULL;

  return entry->words->len == 1 && next != NULL && next->capital && !next->apart
         && next->start == word_at (words, at)->end + 1 && text[next->start - 1] == ' ';
}

/* The longest names that begin with a word. */
static guint
find_at (AccordNamesIndex *self, const char *text, GArray *words, guint at, GPtrArray *found)
{
  guint longest = 0;

  g_ptr_array_set_size (found, 0);
  for (guint pair = 0; pair < 2; pair++)
    {
      guint64 key = at + pair < words->len ? start_key (words, at, pair == 1) : 0;
      GPtrArray *entries = at + pair < words->len ? g_hash_table_lookup (self->by_start, &key) : NULL;

      for (guint i = 0; entries != NULL && i < entries->len; i++)
        {
          const Entry *entry = entries->pdata[i];

          if (entry->words->len < longest || !stands_here (entry, text, words, at)
              || goes_on (entry, text, words, at))
            continue;
          if (entry->words->len > longest)
            g_ptr_array_set_size (found, 0);
          longest = entry->words->len;
          g_ptr_array_add (found, (gpointer) entry);
        }
    }
  return longest;
}

static gboolean
is_alone (GPtrArray *found, const Entry *entry)
{
  for (guint i = 0; i < found->len; i++)
    {
      const Entry *other = found->pdata[i];

      if (other->name.id != entry->name.id && strcmp (other->name.kind, entry->name.kind) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_names_index_find:
 * @self: names
 * @text: valid UTF-8
 *
 * Finds the names in a text: whole words, the longest name where several begin with the same word, capitals
 * where the name has them. Takes as long as the text is.
 *
 * Returns: (transfer full) (element-type AccordNameHit): them, in the order of the text
 */
GArray *
accord_names_index_find (AccordNamesIndex *self, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AccordNameHit));
  g_autoptr (GArray) words = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (g_hash_table_size (self->by_start) == 0)
    return hits;
  words = accord_names_split (text);
  for (guint at = 0; at < words->len;)
    {
      guint length = find_at (self, text, words, at, found);

      for (guint i = 0; i < found->len; i++)
        {
          const Entry *entry = found->pdata[i];
          AccordNameHit hit = { { word_at (words, at)->start, word_at (words, at + length - 1)->end },
                                &entry->name,
                                is_alone (found, entry) };

          g_array_append_val (hits, hit);
        }
      at += MAX (length, 1);
    }
  return hits;
}

/**
 * accord_names_index_find_amount:
 * @self: names
 * @pence: a sum
 *
 * Returns: (transfer none) (nullable) (element-type AccordIndexedName): the funds and allocations of exactly
 * that sum
 */
GPtrArray *
accord_names_index_find_amount (AccordNamesIndex *self, gint64 pence)
{
  guint64 key = (guint64) pence;

  return g_hash_table_lookup (self->amounts, &key);
}
