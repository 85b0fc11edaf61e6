/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "duplicates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "fold.h"

/* A group of records that are called the same is no pair of doubles when it is this large: it is a name that
 * many have. */
#define MOST_ALIKE 8

typedef struct
{
  gint64 id;
  gint64 within;
  char *title;
  char *code;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->title);
  g_free (self->code);
  g_free (self);
}

typedef struct
{
  const AccordKind *kind;
  int code, other_code, short_name, within;
  GPtrArray *candidates;
  GHashTable *by_key;
} Search;

/* Words that say nothing about which organisation it is. */
static gboolean
is_idle (const char *word)
{
  static const char *const idle[] = { "the", "and", "of", "ltd", "limited", "plc", "llp", "cic", NULL };

  return g_strv_contains (idle, word);
}

/* A name as it sounds: letters and digits of its telling words. */
static char *
dup_key (const char *name)
{
  g_autofree char *folded = accord_text_fold (name);
  GString *key = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (char *c = folded; *c != '\0'; c++)
    if (((guchar) *c & 0x80) == 0 && !g_ascii_isalnum (*c) && *c != '\'')
      *c = ' ';
  words = g_strsplit (folded, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !is_idle (*word))
      for (const char *c = *word; *c != '\0'; c++)
        if (*c != '\'')
          g_string_append_c (key, *c);
  return g_string_free (key, FALSE);
}

static void
add_key (Search *self, const char *prefix, const char *words, Candidate *candidate)
{
  g_autofree char *key = dup_key (words);
  char *whole;
  GPtrArray *group;

  if (*key == '\0')
    return;
  whole = g_strconcat (prefix, key, NULL);
  group = g_hash_table_lookup (self->by_key, whole);
  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, whole, group);
    }
  else
    g_free (whole);
  if (group->len == 0 || group->pdata[group->len - 1] != candidate)
    g_ptr_array_add (group, candidate);
}

#define NAME "n"
#define CODE "c"

static const char *
peek_text (AccordRecord *record, int field)
{
  return field >= 0 ? accord_record_peek_text (record, (guint) field) : NULL;
}

static gboolean
take_record (AccordRecord *record, gpointer data, GError **error)
{
  Search *self = data;
  Candidate *candidate = g_new0 (Candidate, 1);
  const char *short_name = peek_text (record, self->short_name);
  const char *code = peek_text (record, self->code);

  if (code == NULL)
    code = peek_text (record, self->other_code);
  candidate->id = accord_record_get_id (record);
  candidate->title = accord_record_dup_title (record);
  candidate->code = g_strdup (code);
  candidate->within =
      self->within >= 0 ? accord_record_peek_int (record, (guint) self->within) : ACCORD_UNKNOWN;
  g_ptr_array_add (self->candidates, candidate);
  add_key (self, NAME, candidate->title, candidate);
  if (code != NULL)
    add_key (self, CODE, code, candidate);
  if (short_name != NULL && self->code >= 0)
    add_key (self, NAME, short_name, candidate);
  return TRUE;
}

/* Two codes are two things; two boards of two organisations are two boards. */
static gboolean
may_be_one (const Candidate *a, const Candidate *b)
{
  if (a->code != NULL && b->code != NULL && g_ascii_strcasecmp (a->code, b->code) != 0)
    return FALSE;
  return a->within == ACCORD_UNKNOWN || b->within == ACCORD_UNKNOWN || a->within == b->within;
}

static void
add_pair (GPtrArray *found, GHashTable *known, Candidate *a, Candidate *b, const char *why)
{
  const gboolean first = (a->code != NULL) != (b->code != NULL) ? a->code != NULL : a->id < b->id;
  g_autofree char *key = NULL;
  AccordDuplicate *pair;

  if (!first)
    {
      Candidate *swapped = a;

      a = b;
      b = swapped;
    }
  key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, a->id, b->id);
  if (!g_hash_table_add (known, g_steal_pointer (&key)))
    return;
  pair = g_new0 (AccordDuplicate, 1);
  pair->one = a->id;
  pair->other = b->id;
  pair->one_title = g_strdup (a->title);
  pair->other_title = g_strdup (b->title);
  pair->why = why;
  g_ptr_array_add (found, pair);
}

static void
add_group (GPtrArray *found, GHashTable *known, const char *key, GPtrArray *group)
{
  const char *why = g_str_has_prefix (key, CODE) ? _ ("the same code") : _ ("the same name");

  if (group->len > MOST_ALIKE)
    return;
  for (guint i = 0; i < group->len; i++)
    for (guint j = i + 1; j < group->len; j++)
      if (may_be_one (group->pdata[i], group->pdata[j]))
        add_pair (found, known, group->pdata[i], group->pdata[j], why);
}

static void
duplicate_free (gpointer data)
{
  AccordDuplicate *self = data;

  g_free (self->one_title);
  g_free (self->other_title);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AccordDuplicate *one = *(const AccordDuplicate *const *) a;
  const AccordDuplicate *other = *(const AccordDuplicate *const *) b;
  int by_title = g_utf8_collate (one->one_title, other->one_title);

  return by_title != 0 ? by_title : (one->other > other->other) - (one->other < other->other);
}

/**
 * accord_duplicates_find:
 * @reader: a reader
 * @kind: the kind of organisations, or of boards and committees
 * @error: return location for an error
 *
 * Finds records that may stand for the same thing: the same code, or the same name but for letters, signs and
 * words such as “the” and “Ltd”, or one's short name that is the other's name. Two that have two codes, or
 * are of two organisations, are never the same.
 *
 * Returns: (transfer full) (nullable) (element-type AccordDuplicate): the pairs, by name
 */
GPtrArray *
accord_duplicates_find (AccordReader *reader, const AccordKind *kind, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GHashTable) by_key =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  Search search = { kind,
                    accord_kind_find_field (kind, "ods-code"),
                    accord_kind_find_field (kind, "gss-code"),
                    accord_kind_find_field (kind, "short-name"),
                    accord_kind_find_field (kind, "organisation"),
                    candidates,
                    by_key };
  GPtrArray *found;
  GHashTableIter iter;
  gpointer key, group;

  if (!accord_reader_walk (reader, query, take_record, &search, error))
    return NULL;
  found = g_ptr_array_new_with_free_func (duplicate_free);
  g_hash_table_iter_init (&iter, by_key);
  while (g_hash_table_iter_next (&iter, &key, &group))
    add_group (found, known, key, group);
  g_ptr_array_sort (found, compare);
  return found;
}
