/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"

#include "derived.h"
#include "money.h"
#include "reader-private.h"
#include "search-year.h"
#include "total.h"

/* Weighing a hit costs a microsecond or two. With more hits than this the newest are as good a guess as the
 * best. */
#define MOST_WEIGHED 15000

/* What stands around a match: the marks isolate direction and are never seen, so that text can hold them. */
#define MARK_START "\xe2\x81\xa8"
#define MARK_END "\xe2\x81\xa9"
#define EXCERPT_WORDS 16

static gint64
count_hits (AccordReader *reader, const AccordKind *kind, const char *expression, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s.search\" WHERE \"%s.search\" MATCH ?",
                                          kind->name, kind->name);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);

  if (rows == NULL)
    return -1;
  accord_rows_bind_text (rows, 1, expression);
  return accord_rows_next (rows, error) ? accord_rows_int (rows, 0) : -1;
}

static char *
dup_hits_sql (AccordReader *reader, const AccordKind *kind, gboolean weighed)
{
  g_autofree char *title = accord_schema_dup_title_sql (accord_reader_get_schema (reader), kind, "r");

  return g_strdup_printf (
      "SELECT f.i, %s, f.x FROM (SELECT rowid AS i, snippet (\"%s.search\", -1, '" MARK_START "', '" MARK_END
      "', '…', %d) AS x FROM \"%s.search\" WHERE \"%s.search\" MATCH ?1"
      " ORDER BY %s LIMIT ?2) f CROSS JOIN \"%s\" r ON r.\"id\" = f.i",
      title, kind->name, EXCERPT_WORDS, kind->name, kind->name, weighed ? "rank" : "rowid DESC", kind->name);
}

/* One line, whatever the text's own lines were. */
static char *
fold_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f\v", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (line, FALSE);
}

static char *
strip_marks (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MARK_START, -1);
  g_autofree char *joined = g_strjoinv (NULL, parts);
  g_auto (GStrv) rest = g_strsplit (joined, MARK_END, -1);

  return g_strjoinv (NULL, rest);
}

/* An excerpt that says no more than the title does is none. */
static char *
make_excerpt (const char *snippet, const char *title)
{
  g_autofree char *line = snippet != NULL ? fold_spaces (snippet) : NULL;
  g_autofree char *plain = line != NULL ? strip_marks (line) : NULL;

  return plain != NULL && g_strcmp0 (plain, title) != 0 ? g_steal_pointer (&line) : NULL;
}

static GPtrArray *
read_hits (AccordReader *reader, const AccordKind *kind, const char *expression, gboolean weighed, guint most,
           GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_search_hit_free);
  g_autofree char *sql = dup_hits_sql (reader, kind, weighed);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  GError *reason = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, expression);
  accord_rows_bind_int (rows, 2, most);
  while (accord_rows_next (rows, &reason))
    {
      AccordSearchHit *hit = g_new0 (AccordSearchHit, 1);

      hit->kind = kind;
      hit->id = accord_rows_int (rows, 0);
      hit->title = g_strdup (accord_rows_text (rows, 1));
      hit->excerpt = make_excerpt (accord_rows_text (rows, 2), hit->title);
      g_ptr_array_add (hits, hit);
    }
  if (reason == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, reason);
  return NULL;
}

/* Takes @hits and @query. */
static AccordSearchGroup *
append_group (GPtrArray *groups, const AccordKind *kind, gint64 total, GPtrArray *hits, AccordQuery *query)
{
  AccordSearchGroup *group = g_new0 (AccordSearchGroup, 1);

  group->kind = kind;
  group->total = total;
  group->hits = hits;
  group->query = query;
  g_ptr_array_add (groups, group);
  return group;
}

static gboolean
add_group (AccordReader *reader, const AccordKind *kind, const char *text, const char *expression, guint most,
           GPtrArray *groups, GError **error)
{
  const gint64 total = count_hits (reader, kind, expression, error);
  AccordQuery *query;
  GPtrArray *hits;

  if (total <= 0)
    return total == 0;
  hits = read_hits (reader, kind, expression, total <= MOST_WEIGHED, most, error);
  if (hits == NULL)
    return FALSE;
  query = accord_query_new (kind);
  accord_query_set_search (query, text);
  append_group (groups, kind, total, hits, query);
  return TRUE;
}

/* When it was, and what it came to. */
static char *
dup_facts (AccordRecord *record, guint date)
{
  const int field = accord_kind_find_ledger (accord_record_get_kind (record));
  g_autofree char *day = accord_record_dup_display (record, date);
  g_autofree char *sum = NULL;

  if (field < 0)
    return g_steal_pointer (&day);
  sum = accord_money_format (accord_record_peek_int (record, (guint) field), ACCORD_MONEY_FULL);
  return g_strdup_printf ("%s · %s", day, sum);
}

static GPtrArray *
read_hits_of_year (AccordReader *reader, AccordQuery *query, guint most, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_search_hit_free);
  g_autoptr (AccordQuery) few = accord_query_copy (query);
  g_autoptr (GPtrArray) records = NULL;

  accord_query_set_limit (few, most);
  records = accord_reader_list (reader, few, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      AccordSearchHit *hit = g_new0 (AccordSearchHit, 1);

      hit->kind = accord_query_get_kind (query);
      hit->id = accord_record_get_id (records->pdata[i]);
      hit->title = accord_record_dup_title (records->pdata[i]);
      hit->excerpt = dup_facts (records->pdata[i], accord_query_get_filter (query, 0)->field);
      g_ptr_array_add (hits, hit);
    }
  return records != NULL ? g_steal_pointer (&hits) : NULL;
}

/* Who types “persona 2019” means what was paid to Persona then: dates are not among the words of a record. */
static gboolean
add_group_of_year (AccordReader *reader, const AccordKind *kind, const AccordSearchYear *asked, guint most,
                   GPtrArray *groups, GError **error)
{
  g_autoptr (AccordQuery) query = accord_search_year_dup_query (asked, kind);
  const gint64 total = query != NULL ? accord_reader_count (reader, query, error) : 0;
  AccordSearchGroup *group;
  GPtrArray *hits;

  if (total <= 0)
    return total == 0;
  hits = read_hits_of_year (reader, query, most, error);
  if (hits == NULL)
    return FALSE;
  group = append_group (groups, kind, total, hits, g_steal_pointer (&query));
  group->year = g_strdup (asked->year);
  return TRUE;
}

void
accord_search_hit_free (AccordSearchHit *self)
{
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self);
}

void
accord_search_group_free (AccordSearchGroup *self)
{
  g_ptr_array_unref (self->hits);
  accord_query_unref (self->query);
  g_free (self->year);
  g_free (self);
}

/**
 * accord_reader_search:
 * @reader: a reader
 * @text: (nullable): words as a person types them; each must begin a word of the record
 * @per_kind: how many hits of each kind to give at most
 * @error: return location for an error
 *
 * Looks for words in everything. The time it takes is bounded also for kinds with a million records: the best
 * hits are given where there are some thousands to choose from, and the newest where there are more. Where
 * one of the words is a year, what holds the others and is of that year is found too, in a group of its own.
 *
 * Returns: (transfer full) (element-type AccordSearchGroup): a group for each kind with a hit, in the order
 * of the schema; empty when @text has no letter and no figure in it; %NULL with an error
 */
GPtrArray *
accord_reader_search (AccordReader *reader, const char *text, guint per_kind, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_search_group_free);
  g_autofree char *expression = accord_search_expression (text);
  g_autoptr (AccordSearchYear) year = accord_search_year_parse (text);
  AccordSchema *schema = accord_reader_get_schema (reader);

  for (guint i = 0; expression != NULL && i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      if (!accord_derived_has_search (kind))
        continue;
      if (year != NULL && !add_group_of_year (reader, kind, year, per_kind, groups, error))
        return NULL;
      if (!add_group (reader, kind, text, expression, per_kind, groups, error))
        return NULL;
    }
  return g_steal_pointer (&groups);
}
