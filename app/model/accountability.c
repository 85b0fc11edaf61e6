/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accountability.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A ring of boards is refused when it is typed, but may come in otherwise. */
#define DEEPEST 8

/* What meetings of boards did. A recommendation is what a meeting was asked to do. */
static const char resolutions_sql[] =
    "SELECT r.id, r.\"text\", r.\"type\", COALESCE (m.\"date\", d.\"date\"), m.\"name\","
    " COALESCE (m.\"body\", d.\"body\"), r.\"decision\" IS NOT NULL AND d.id IS NOT NULL"
    " FROM \"resolution\" r"
    " LEFT JOIN \"item\" i ON i.id = r.\"item\" AND i.deleted IS NULL"
    " LEFT JOIN \"meeting\" m ON m.id = COALESCE (r.\"meeting\", i.\"meeting\") AND m.deleted IS NULL"
    " LEFT JOIN \"decision\" d ON d.id = r.\"decision\" AND d.deleted IS NULL"
    " WHERE r.deleted IS NULL AND r.\"type\" <> 'recommendation'"
    " ORDER BY 4 IS NULL, 4 DESC, r.id";

static const char decisions_sql[] =
    "SELECT d.id, d.\"title\", 'decision', COALESCE (d.\"date\", d.\"made_on\", m.\"date\"), m.\"name\","
    " COALESCE (d.\"body\", m.\"body\"), 0 FROM \"decision\" d"
    " LEFT JOIN \"item\" i ON i.id = d.\"item\" AND i.deleted IS NULL"
    " LEFT JOIN \"meeting\" m ON m.id = COALESCE (d.\"meeting\", i.\"meeting\") AND m.deleted IS NULL"
    " WHERE d.deleted IS NULL ORDER BY 4 IS NULL, 4 DESC, d.id";

void
accord_answerable_decision_free (AccordAnswerableDecision *self)
{
  g_free (self->text);
  g_free (self->date);
  g_free (self->meeting);
  g_free (self);
}

void
accord_answerable_free (AccordAnswerable *self)
{
  g_object_unref (self->body);
  g_clear_object (&self->accountable_to);
  g_ptr_array_unref (self->scrutinised_by);
  g_ptr_array_unref (self->scrutinises);
  g_ptr_array_unref (self->below);
  g_ptr_array_unref (self->latest);
  g_free (self);
}

static AccordAnswerable *
answerable_new (AccordRecord *body)
{
  AccordAnswerable *self = g_new0 (AccordAnswerable, 1);

  self->body = g_object_ref (body);
  self->scrutinised_by = g_ptr_array_new_with_free_func (g_object_unref);
  self->scrutinises = g_ptr_array_new_with_free_func (g_object_unref);
  self->below = g_ptr_array_new_with_free_func (g_object_unref);
  self->latest = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_answerable_decision_free);
  return self;
}

static AccordAnswerable *
find (GPtrArray *all, gint64 id)
{
  for (guint i = 0; i < all->len; i++)
    {
      AccordAnswerable *one = all->pdata[i];

      if (accord_record_get_id (one->body) == id)
        return one;
    }
  return NULL;
}

/* --- Who answers to whom. */

static void
find_lines (GPtrArray *all, AccordAnswerable *self)
{
  AccordAnswerable *superior = find (all, accord_record_get_int (self->body, "accountable-to"));
  gsize n;
  const gint64 *ids = accord_record_get_ids (self->body, "scrutinised-by", &n);

  if (superior != NULL)
    {
      self->accountable_to = g_object_ref (superior->body);
      g_ptr_array_add (superior->below, g_object_ref (self->body));
    }
  for (gsize i = 0; i < n; i++)
    {
      AccordAnswerable *scrutiny = find (all, ids[i]);

      if (scrutiny == NULL)
        continue;
      g_ptr_array_add (self->scrutinised_by, g_object_ref (scrutiny->body));
      g_ptr_array_add (scrutiny->scrutinises, g_object_ref (self->body));
    }
}

static int
compare_bodies (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  const char *of_a = accord_record_get_reference_title (a, "organisation");
  const char *of_b = accord_record_get_reference_title (b, "organisation");
  int order = of_a == NULL || of_b == NULL ? (of_a == NULL) - (of_b == NULL) : g_utf8_collate (of_a, of_b);

  if (order == 0)
    order = g_utf8_collate (accord_record_get_text (a, "name"), accord_record_get_text (b, "name"));
  return order;
}

/* A board, and after it those that are accountable to it. */
static void
append_tree (GPtrArray *ordered, GPtrArray *all, AccordAnswerable *self, guint depth)
{
  if (g_ptr_array_find (ordered, self, NULL))
    return;
  self->depth = MIN (depth, DEEPEST);
  g_ptr_array_add (ordered, self);
  g_ptr_array_sort (self->below, compare_bodies);
  for (guint i = 0; i < self->below->len; i++)
    append_tree (ordered, all, find (all, accord_record_get_id (self->below->pdata[i])), depth + 1);
}

static gboolean
is_bare (const AccordAnswerable *self)
{
  return self->accountable_to == NULL && self->below->len == 0 && self->scrutinised_by->len == 0
         && self->scrutinises->len == 0 && self->latest->len == 0;
}

/* Trees first, then boards of which nothing is known; of a ring each is told once. */
static GPtrArray *
put_in_order (GPtrArray *all)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  GPtrArray *answer = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_answerable_free);

  for (guint i = 0; i < all->len; i++)
    if (((AccordAnswerable *) all->pdata[i])->accountable_to == NULL && !is_bare (all->pdata[i]))
      append_tree (ordered, all, all->pdata[i], 0);
  for (guint i = 0; i < all->len; i++)
    if (!is_bare (all->pdata[i]))
      append_tree (ordered, all, all->pdata[i], 0);
  for (guint i = 0; i < all->len; i++)
    append_tree (ordered, all, all->pdata[i], 0);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (answer, ordered->pdata[i]);
  return answer;
}

/* --- What each decided. */

static void
count (AccordAnswerable *self, const char *type)
{
  if (strcmp (type, "decision") == 0)
    self->n_decisions++;
  else if (strcmp (type, "noted") == 0)
    self->n_noted++;
  else
    self->n_resolved++;
}

static gboolean
read_decided (AccordReader *reader, GPtrArray *all, const char *kind, const char *sql, guint n_latest,
              GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      AccordAnswerable *body = accord_rows_is_null (rows, 5) ? NULL : find (all, accord_rows_int (rows, 5));
      AccordAnswerableDecision *decision;

      if (body == NULL)
        continue;
      count (body, accord_rows_text (rows, 2));
      /* Where a decision was published by itself, its resolutions say the same again. */
      if (body->latest->len >= 2 * n_latest || accord_rows_int (rows, 6) != 0)
        continue;
      decision = g_new0 (AccordAnswerableDecision, 1);
      decision->kind = kind;
      decision->id = accord_rows_int (rows, 0);
      decision->text = g_strdup (accord_rows_text (rows, 1));
      decision->date = g_strdup (accord_rows_text (rows, 3));
      decision->meeting = g_strdup (accord_rows_text (rows, 4));
      g_ptr_array_add (body->latest, decision);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
compare_decisions (gconstpointer one, gconstpointer other)
{
  const AccordAnswerableDecision *a = *(AccordAnswerableDecision **) one;
  const AccordAnswerableDecision *b = *(AccordAnswerableDecision **) other;
  int order =
      a->date == NULL || b->date == NULL ? (a->date == NULL) - (b->date == NULL) : strcmp (b->date, a->date);

  if (order == 0)
    order = strcmp (a->kind, b->kind);
  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

static void
keep_latest (AccordAnswerable *self, guint n_latest)
{
  g_ptr_array_sort (self->latest, compare_decisions);
  if (self->latest->len > n_latest)
    g_ptr_array_set_size (self->latest, (int) n_latest);
}

/**
 * accord_accountability_read:
 * @reader: a reader
 * @n_latest: of how many decisions of each board to tell
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordAnswerable) (nullable): every board and committee, each
 * followed by those that are accountable to it, of one moment
 */
GPtrArray *
accord_accountability_read (AccordReader *reader, guint n_latest, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (schema, "body"));
  g_autoptr (GPtrArray) bodies = accord_reader_list (reader, query, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_answerable_free);
  GPtrArray *ordered;

  if (bodies == NULL)
    return NULL;
  g_ptr_array_sort (bodies, compare_bodies);
  for (guint i = 0; i < bodies->len; i++)
    g_ptr_array_add (all, answerable_new (bodies->pdata[i]));
  for (guint i = 0; i < all->len; i++)
    find_lines (all, all->pdata[i]);
  if (!read_decided (reader, all, "decision", decisions_sql, n_latest, error)
      || !read_decided (reader, all, "resolution", resolutions_sql, n_latest, error))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    keep_latest (all->pdata[i], n_latest);
  ordered = put_in_order (all);
  g_ptr_array_set_free_func (all, NULL);
  return ordered;
}

/**
 * accord_answerable_dup_count:
 * @self: a board
 *
 * Returns: (transfer full): how much of what it decided is on record
 */
char *
accord_answerable_dup_count (const AccordAnswerable *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (self->n_decisions > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u decision", "%u decisions", self->n_decisions),
                                             self->n_decisions));
  if (self->n_resolved > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u resolution", "%u resolutions", self->n_resolved),
                                             self->n_resolved));
  if (self->n_noted > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u noted", "%u noted", self->n_noted), self->n_noted));
  if (parts->len == 0)
    return g_strdup (_ ("no decision on record"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
