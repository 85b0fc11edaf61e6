/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board.h"

#include "alliance-facts.h"

static void
board_clear (gpointer data)
{
  AccordBoard *self = data;

  g_clear_object (&self->body);
  g_clear_pointer (&self->above, g_ptr_array_unref);
  g_clear_pointer (&self->below, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
}

AccordBoard *
accord_board_ref (AccordBoard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_board_unref (AccordBoard *self)
{
  g_atomic_rc_box_release_full (self, board_clear);
}

static gboolean
answers_to (AccordRecord *body, AccordRecord *superior)
{
  gint64 id = accord_record_get_id (superior);

  return accord_record_refers_to (body, "accountable-to", id)
         || accord_record_refers_to (body, "scrutinised-by", id);
}

/* Whatever @body answers to, and what that answers to. */
static void
find_above (AccordBoard *self, GPtrArray *all, AccordRecord *body)
{
  for (guint i = 0; i < all->len; i++)
    {
      AccordRecord *superior = all->pdata[i];

      if (superior == self->body || !answers_to (body, superior)
          || g_ptr_array_find (self->above, superior, NULL))
        continue;
      g_ptr_array_add (self->above, g_object_ref (superior));
      find_above (self, all, superior);
    }
}

static void
find_below (AccordBoard *self, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (answers_to (all->pdata[i], self->body) && !g_ptr_array_find (self->above, all->pdata[i], NULL))
      g_ptr_array_add (self->below, g_object_ref (all->pdata[i]));
}

static void
add_line (AccordBoard *self, AccordRecord *from, AccordRecord *to, gboolean scrutiny)
{
  AccordBoardLine *line = g_new0 (AccordBoardLine, 1);

  line->from = from;
  line->to = to;
  line->scrutiny = scrutiny;
  g_ptr_array_add (self->lines, line);
}

static void
add_lines (AccordBoard *self, AccordRecord *from, AccordRecord *to)
{
  gint64 id = accord_record_get_id (to);

  if (accord_record_refers_to (from, "accountable-to", id))
    add_line (self, from, to, FALSE);
  if (accord_record_refers_to (from, "scrutinised-by", id))
    add_line (self, from, to, TRUE);
}

static void
find_lines (AccordBoard *self)
{
  for (guint i = 0; i < self->above->len; i++)
    {
      add_lines (self, self->body, self->above->pdata[i]);
      for (guint j = 0; j < self->above->len; j++)
        add_lines (self, self->above->pdata[i], self->above->pdata[j]);
    }
  for (guint i = 0; i < self->below->len; i++)
    add_lines (self, self->below->pdata[i], self->body);
}

static GPtrArray *
read_referring (AccordReader *reader, const char *kind_name, const char *field, gint64 id, const char *newest,
                GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  if (newest != NULL)
    accord_query_set_sort (query, accord_kind_find_field (kind, newest), TRUE);
  return accord_reader_list (reader, query, error);
}

static gboolean
read_decisions (AccordReader *reader, AccordBoard *self, GError **error)
{
  self->decisions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      GPtrArray *decisions = read_referring (reader, "resolution", "meeting",
                                             accord_record_get_id (self->meetings->pdata[i]), NULL, error);

      if (decisions == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->decisions, decisions);
    }
  return TRUE;
}

static AccordBoard *
board_new (AccordRecord *body)
{
  AccordBoard *self = g_atomic_rc_box_new0 (AccordBoard);

  self->body = body;
  self->above = g_ptr_array_new_with_free_func (g_object_unref);
  self->below = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * accord_board_read:
 * @reader: a reader
 * @body: identifier of a board or committee
 * @error: return location for an error
 *
 * Returns: (transfer full): what is on record around it; %NULL on failure
 */
AccordBoard *
accord_board_read (AccordReader *reader, gint64 body, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "body");
  AccordRecord *record = accord_reader_get (reader, kind, body, error);
  g_autoptr (AccordBoard) self = record != NULL ? board_new (record) : NULL;
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) all = self != NULL ? accord_reader_list (reader, query, error) : NULL;

  if (all == NULL)
    return NULL;
  find_above (self, all, record);
  /* The list has a copy of the board itself, which is not above itself. */
  for (guint i = 0; i < self->above->len; i++)
    if (accord_record_get_id (self->above->pdata[i]) == body)
      g_ptr_array_remove_index (self->above, i--);
  find_below (self, all);
  find_lines (self);
  self->meetings = read_referring (reader, "meeting", "body", body, "date", error);
  if (self->meetings == NULL || !read_decisions (reader, self, error))
    return NULL;
  self->posts = read_referring (reader, "post", "body", body, NULL, error);
  return self->posts != NULL ? g_steal_pointer (&self) : NULL;
}
