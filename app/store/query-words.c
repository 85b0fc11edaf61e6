/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A query as a sentence: “Payments · 2019/20 · over £5,000 · Persona”. What is asked of a field stands
 * without the field's name where nobody could take it for another's.
 */

static void
part_free (gpointer data)
{
  AccordQueryPart *part = data;

  g_free (part->words);
  g_free (part);
}

/**
 * accord_words_dup_noun:
 * @label: a heading, such as “Business cases” or “NHS trusts”
 *
 * Returns: (transfer full): the same in the middle of a sentence
 */
char *
accord_words_dup_noun (const char *label)
{
  const char *second = *label != '\0' ? g_utf8_next_char (label) : label;
  g_autofree char *first = NULL;

  if (*label == '\0' || g_unichar_isupper (g_utf8_get_char (second)))
    return g_strdup (label);
  first = g_utf8_strdown (label, second - label);
  return g_strconcat (first, second, NULL);
}

/**
 * accord_words_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): it with its thousands apart
 */
char *
accord_words_dup_number (guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GString *text = g_string_new (digits);

  for (gssize i = (gssize) text->len - 3; i > 0; i -= 3)
    g_string_insert_c (text, i, ',');
  return g_string_free (text, FALSE);
}

/* --- What references are called */

static char *
title_key (const AccordField *field, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, field->target, id);
}

/**
 * accord_query_titles_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): room for what records are called
 */
GHashTable *
accord_query_titles_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * accord_query_titles_add:
 * @titles: (element-type utf8 utf8): from accord_query_titles_new()
 * @field: a field that refers to a record
 * @id: the record
 * @title: what it is called
 */
void
accord_query_titles_add (GHashTable *titles, const AccordField *field, gint64 id, const char *title)
{
  g_hash_table_insert (titles, title_key (field, id), g_strdup (title));
}

/**
 * accord_query_titles_find:
 * @titles: (nullable) (element-type utf8 utf8): what records are called
 * @field: a field that refers to a record
 * @id: the record
 *
 * Returns: (transfer none): what it is called; “…” while that is not known
 */
const char *
accord_query_titles_find (GHashTable *titles, const AccordField *field, gint64 id)
{
  g_autofree char *key = title_key (field, id);
  const char *title = titles != NULL ? g_hash_table_lookup (titles, key) : NULL;

  return title != NULL ? title : "…";
}

static gboolean
has_title (const AccordField *field, const AccordFilter *filter)
{
  return field->target != NULL && filter->number > 0 && filter->op != ACCORD_OPERATOR_UNKNOWN
         && filter->op != ACCORD_OPERATOR_KNOWN;
}

/**
 * accord_reader_query_titles:
 * @self: a reader
 * @query: a query
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): what the records are called that filters of @query name;
 * one that is not there has no title
 */
GHashTable *
accord_reader_query_titles (AccordReader *self, AccordQuery *query, GError **error)
{
  g_autoptr (GHashTable) titles = accord_query_titles_new ();

  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (query, i);
      const AccordField *field = &accord_query_get_kind (query)->fields[filter->field];
      g_autofree char *title = NULL;

      if (!has_title (field, filter))
        continue;
      title = accord_reader_dup_title (
          self, accord_schema_find_kind (accord_reader_get_schema (self), field->target), filter->number,
          NULL);
      if (title != NULL)
        accord_query_titles_add (titles, field, filter->number, title);
    }
  if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (self), error))
    return NULL;
  return g_steal_pointer (&titles);
}

/* --- The sentence */

static gboolean
is_time (const AccordField *field)
{
  return field->type == ACCORD_FIELD_DATE || field->type == ACCORD_FIELD_YEAR;
}

static gboolean
shares_label (const AccordField *a, const AccordField *b)
{
  for (const AccordChoice *choice = a->choices; choice->value != NULL; choice++)
    for (const AccordChoice *other = b->choices; other->value != NULL; other++)
      if (strcmp (choice->label, other->label) == 0)
        return TRUE;
  return FALSE;
}

/* Whether a value of @a might be taken for one of @b. */
static gboolean
may_be_mistaken (const AccordField *a, const AccordField *b)
{
  if (b->flags & ACCORD_FIELD_FACT)
    return FALSE;
  if (a->type == ACCORD_FIELD_CHOICE)
    return b->type == ACCORD_FIELD_CHOICE && shares_label (a, b);
  if (a->target != NULL)
    return g_strcmp0 (a->target, b->target) == 0;
  return is_time (a) ? is_time (b) : a->type == b->type;
}

static gboolean
speaks_for_itself (const AccordKind *kind, guint field)
{
  const AccordField *asked = &kind->fields[field];

  if (asked->type != ACCORD_FIELD_CHOICE && asked->type != ACCORD_FIELD_MONEY && asked->target == NULL
      && !is_time (asked))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (i != field && may_be_mistaken (asked, &kind->fields[i]))
      return FALSE;
  return TRUE;
}

/* Whether it is asked whether there is anything, which means nothing without the field's name. */
static gboolean
is_about_knowing (AccordQuery *query, guint from, guint field)
{
  for (guint i = from; i < accord_query_get_n_filters (query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (query, i);

      if (filter->field == field
          && (filter->op == ACCORD_OPERATOR_UNKNOWN || filter->op == ACCORD_OPERATOR_KNOWN))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_part (AccordQuery *query, guint from, guint field, GHashTable *titles)
{
  const AccordKind *kind = accord_query_get_kind (query);
  const AccordField *asked = &kind->fields[field];
  g_autofree char *words = accord_query_dup_value_words (query, from, field, titles);
  g_autofree char *noun = accord_words_dup_noun (_ (asked->label));

  if (words == NULL || (speaks_for_itself (kind, field) && !is_about_knowing (query, from, field)))
    return g_steal_pointer (&words);
  if (asked->target != NULL || asked->type == ACCORD_FIELD_CHOICE || asked->type == ACCORD_FIELD_BOOLEAN)
    /* Translators: a field and what is asked of it, such as “owner: Persona”. */
    return g_strdup_printf (_ ("%s: %s"), noun, words);
  /* Translators: a field and what is asked of it, such as “due from 1 Apr 2019”. */
  return g_strdup_printf (C_ ("filter", "%s %s"), noun, words);
}

/* How things stand, when, how much, who, and whatever else, as one would say it. */
static int
rank (const AccordField *field)
{
  if (field->type == ACCORD_FIELD_CHOICE)
    return 0;
  if (is_time (field))
    return 1;
  if (field->type == ACCORD_FIELD_MONEY)
    return 2;
  if (field->target != NULL)
    return 3;
  return accord_field_is_text (field) ? 5 : 4;
}

static void
add_part (GPtrArray *parts, int field, char *words)
{
  AccordQueryPart *part = g_new (AccordQueryPart, 1);

  part->field = field;
  part->words = words;
  g_ptr_array_add (parts, part);
}

/**
 * accord_query_dup_parts:
 * @self: a query
 * @from: the first filter to put into words; those before it go without saying
 * @titles: (nullable) (element-type utf8 utf8): what records are called; others read “…”
 *
 * Returns: (transfer full) (element-type AccordQueryPart): what is asked, a part for each field, as a
 * sentence goes: how things stand, when, how much, who, and what is searched for
 */
GPtrArray *
accord_query_dup_parts (AccordQuery *self, guint from, GHashTable *titles)
{
  const AccordKind *kind = accord_query_get_kind (self);
  const char *search = accord_query_get_search (self);
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (int at = 0; at <= 5; at++)
    for (guint i = 0; i < kind->n_fields; i++)
      {
        char *words = rank (&kind->fields[i]) == at ? dup_part (self, from, i, titles) : NULL;

        if (words != NULL)
          add_part (parts, (int) i, words);
      }
  if (search != NULL)
    /* Translators: %s is what is searched for. */
    add_part (parts, -1, g_strdup_printf (_ ("“%s”"), search));
  return parts;
}

/**
 * accord_query_dup_sentence:
 * @self: a query
 * @heading: (nullable): what is listed, or %NULL for the plural of the kind
 * @from: the first filter to put into words; what is before it goes with @heading
 * @titles: (nullable) (element-type utf8 utf8): what records are called
 *
 * Returns: (transfer full): what the query asks for: “Payments · 2019/20 · over £5,000 · Persona”
 */
char *
accord_query_dup_sentence (AccordQuery *self, const char *heading, guint from, GHashTable *titles)
{
  g_autoptr (GPtrArray) parts = accord_query_dup_parts (self, from, titles);
  g_autoptr (GString) sentence =
      g_string_new (heading != NULL ? heading : _ (accord_query_get_kind (self)->plural));

  if (accord_query_get_deleted (self))
    g_string_append_printf (sentence, " · %s", _ ("deleted"));
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (sentence, " · %s", ((AccordQueryPart *) parts->pdata[i])->words);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * accord_reader_dup_sentence:
 * @self: a reader
 * @query: a query
 * @error: return location for an error
 *
 * Returns: (transfer full): what @query asks for, as accord_query_dup_sentence() says it
 */
char *
accord_reader_dup_sentence (AccordReader *self, AccordQuery *query, GError **error)
{
  g_autoptr (GHashTable) titles = accord_reader_query_titles (self, query, error);

  return titles != NULL ? accord_query_dup_sentence (query, NULL, 0, titles) : NULL;
}
