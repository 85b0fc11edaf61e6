/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/decision-page.h"

#include "decision/decision-cards.h"
#include "decision/decision-words.h"
#include "meeting/passage-card.h"

#define WIDTH 1000

static const char body_sql[] =
    "SELECT CASE WHEN o.\"name\" IS NULL THEN b.\"name\" ELSE b.\"name\" || ', ' || o.\"name\" END"
    " FROM \"decision\" d LEFT JOIN \"meeting\" m ON m.id = d.\"meeting\""
    " JOIN \"body\" b ON b.id = COALESCE (d.\"body\", m.\"body\")"
    " LEFT JOIN \"organisation\" o ON o.id = b.\"organisation\" WHERE d.id = ?1";

static gboolean
read_body (AccordDecisionData *data, AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, body_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, id);
  if (accord_rows_next (rows, &failure))
    data->body = g_strdup (accord_rows_text (rows, 0));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What was weighed stands under the item at which it was decided. */
static GPtrArray *
read_options (AccordReader *reader, const AccordKind *decision, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "option");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, decision, id, error);
  g_autoptr (AccordQuery) query = NULL;
  gint64 item;

  if (record == NULL)
    return NULL;
  item = accord_record_get_int (record, "item");
  if (item == ACCORD_UNKNOWN)
    return g_ptr_array_new_with_free_func (g_object_unref);
  query = accord_query_new (kind);
  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "item"), ACCORD_OPERATOR_EQUAL, item);
  accord_query_set_sort (query, accord_kind_find_field (kind, "letter"), FALSE);
  return accord_reader_list (reader, query, error);
}

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "decision");
  AccordDecisionData *data = g_new0 (AccordDecisionData, 1);

  data->facts = accord_call_in_facts_read (reader, "decision", id, error);
  if (data->facts != NULL && read_body (data, reader, id, error))
    data->options = read_options (reader, kind, id, error);
  if (data->options != NULL)
    data->context = accord_passage_context_read (reader, kind, id, ACCORD_PASSAGE_CARD_SENTENCES, error);
  if (data->context != NULL)
    return data;
  accord_decision_data_free (data);
  return NULL;
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return accord_decision_figures (record, today);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_decision_cards_show (cards, record, data, today);
}

static const char *const depends[] = { "organisation", "body", "meeting", "item", "option", "source", NULL };

const AccordPageKind accord_decision_page_kind = {
  .kind = "decision",
  .depends = depends,
  .width = WIDTH,
  .read = read_page,
  .free = (GDestroyNotify) accord_decision_data_free,
  .dup_figures = dup_figures,
  .make = accord_decision_cards_new,
  .show = show_cards,
};
