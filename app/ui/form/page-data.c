/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/page-data.h"

#include "case/documents-card.h"
#include "form/history-text.h"
#include "form/record-titles.h"
#include "status.h"

#include <string.h>

/* What a card shows before a person asks for more. */
#define FIRST_FEW 5

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} Wanted;

static void
related_group_free (gpointer data)
{
  AccordRelatedGroup *self = data;

  g_ptr_array_unref (self->records);
  accord_query_unref (self->query);
  g_free (self);
}

static void
titles_free (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

void
accord_page_data_free (AccordPageData *self)
{
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->check, accord_claim_check_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  if (self->own != NULL)
    self->page->free (self->own);
  g_free (self);
}

/**
 * accord_page_data_get_titles:
 * @self: what a page shows
 * @field: index of a field
 *
 * Returns: (transfer none) (nullable) (element-type utf8): what the records that the field refers to are
 * called
 */
GPtrArray *
accord_page_data_get_titles (AccordPageData *self, guint field)
{
  return field < self->titles->len ? self->titles->pdata[field] : NULL;
}

/**
 * accord_related_group_dup_key:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: (transfer full): a word for the records of @kind that refer to one by @field
 */
char *
accord_related_group_dup_key (const AccordKind *kind, guint field)
{
  return g_strdup_printf ("%s/%s", kind->name, kind->fields[field].name);
}

static gboolean
read_titles (AccordReader *reader, AccordRecord *record, AccordPageData *data, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      GPtrArray *titles = NULL;
      const gint64 *ids;
      gsize n_ids;

      if (field->type == ACCORD_FIELD_REFERENCES)
        {
          ids = accord_record_peek_ids (record, i, &n_ids);
          titles = accord_record_titles (
              reader, accord_schema_find_kind (accord_reader_get_schema (reader), field->target), ids,
              ids != NULL ? n_ids : 0, error);
          if (titles == NULL)
            return FALSE;
        }
      g_ptr_array_add (data->titles, titles);
    }
  return TRUE;
}

static AccordQuery *
make_query (const AccordKind *kind, guint field, gint64 id)
{
  AccordQuery *query = accord_query_new (kind);
  gboolean one = kind->fields[field].type == ACCORD_FIELD_REFERENCE;

  accord_query_add_number (query, field, one ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_CONTAINS, id);
  return query;
}

/* In the order of their document where they have one, else the latest first, else by name. */
static void
set_order (AccordQuery *query)
{
  static const char *const ordinals[] = { "position", "number", NULL };
  const AccordKind *kind = accord_query_get_kind (query);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ACCORD_FIELD_COUNT && g_strv_contains (ordinals, kind->fields[i].name))
      {
        accord_query_set_sort (query, i, FALSE);
        return;
      }
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ACCORD_FIELD_DATE && kind->fields[i].flags & ACCORD_FIELD_LISTED)
      {
        accord_query_set_sort (query, i, TRUE);
        return;
      }
}

static gint64
count_open (AccordReader *reader, AccordQuery *query, GError **error)
{
  const AccordKind *kind = accord_query_get_kind (query);
  g_autoptr (AccordQuery) open = NULL;
  int state = accord_status_find_field (kind);

  if (state < 0 || accord_field_choice_label (&kind->fields[state], "open") == NULL)
    return 0;
  open = accord_query_copy (query);
  accord_query_add_text (open, state, ACCORD_OPERATOR_EQUAL, "open");
  return accord_reader_count (reader, open, error);
}

/**
 * accord_related_group_new_query:
 * @self: records that refer to one record in one way
 * @id: that record
 * @open: whether to leave out those that are not open
 *
 * Returns: (transfer full): which records those are
 */
AccordQuery *
accord_related_group_new_query (const AccordRelatedGroup *self, gint64 id, gboolean open)
{
  AccordQuery *query = make_query (self->kind, self->field, id);
  int state = accord_status_find_field (self->kind);

  if (open && state >= 0)
    accord_query_add_text (query, state, ACCORD_OPERATOR_EQUAL, "open");
  return query;
}

static AccordRelatedGroup *
read_group (AccordReader *reader, const AccordKind *kind, guint field, gint64 id, GError **error)
{
  g_autoptr (AccordQuery) query = make_query (kind, field, id);
  g_autoptr (AccordQuery) first = NULL;
  AccordRelatedGroup *group;
  GPtrArray *records;
  gint64 total = accord_reader_count (reader, query, error);
  gint64 open = total > 0 ? count_open (reader, query, error) : 0;

  if (total < 0 || open < 0)
    return NULL;
  set_order (query);
  first = accord_query_copy (query);
  accord_query_set_limit (first, FIRST_FEW);
  records =
      total > 0 ? accord_reader_list (reader, first, error) : g_ptr_array_new_with_free_func (g_object_unref);
  if (records == NULL)
    return NULL;
  group = g_new0 (AccordRelatedGroup, 1);
  group->kind = kind;
  group->field = field;
  group->total = total;
  group->open = open;
  group->records = records;
  group->query = g_steal_pointer (&query);
  return group;
}

static gboolean
read_groups (AccordReader *reader, const AccordKind *target, gint64 id, AccordPageData *data, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      for (guint field = 0; field < kind->n_fields; field++)
        {
          AccordRelatedGroup *group;

          if (g_strcmp0 (kind->fields[field].target, target->name) != 0)
            continue;
          group = read_group (reader, kind, field, id, error);
          if (group == NULL)
            return FALSE;
          g_ptr_array_add (data->groups, group);
        }
    }
  return TRUE;
}

/* A file belongs to a record by the reference that is called as the kind is. The document that a file is a
 * copy of is another matter. */
static gboolean
shows_documents (AccordReader *reader, const AccordKind *kind, const AccordPageKind *page)
{
  const AccordKind *document = accord_schema_find_kind (accord_reader_get_schema (reader), "document");
  g_autofree char *key = NULL;
  int field;

  if (document == NULL || g_str_equal (kind->name, "source"))
    return FALSE;
  field = accord_kind_find_field (document, kind->name);
  if (field < 0 || document->fields[field].type != ACCORD_FIELD_REFERENCE)
    return FALSE;
  key = accord_related_group_dup_key (document, field);
  return !accord_page_kind_has_group (page, key);
}

static gboolean
read_answers (AccordReader *reader, const AccordKind *kind, gint64 id, AccordPageData *data, GError **error)
{
  if (shows_documents (reader, kind, data->page))
    {
      data->documents = accord_documents_read (reader, kind->name, id, error);
      if (data->documents == NULL)
        return FALSE;
    }
  if (data->page != NULL)
    {
      data->own = data->page->read (reader, id, error);
      if (data->own == NULL)
        return FALSE;
    }
  if (strcmp (kind->name, "claim") == 0)
    {
      data->check = accord_claim_check (reader, id, error);
      return data->check != NULL;
    }
  return TRUE;
}

/**
 * accord_page_data_read:
 * @reader: a reader
 * @kind: a kind
 * @id: a record of it
 * @error: return location for an error
 *
 * Returns: (transfer full): what a page shows beyond the record itself; %NULL on failure
 */
AccordPageData *
accord_page_data_read (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (AccordPageData) data = g_new0 (AccordPageData, 1);
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, id, error);

  data->kind = kind;
  data->id = id;
  data->page = accord_page_kind_find (kind->name);
  data->titles = g_ptr_array_new_with_free_func (titles_free);
  data->groups = g_ptr_array_new_with_free_func (related_group_free);
  if (record == NULL || !read_titles (reader, record, data, error)
      || !read_groups (reader, kind, id, data, error))
    return NULL;
  if (accord_record_get_deleted (record) == NULL && !read_answers (reader, kind, id, data, error))
    return NULL;
  data->history = accord_history_lines (reader, kind, id, error);
  return data->history != NULL ? g_steal_pointer (&data) : NULL;
}

static gpointer
read_wanted (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *self = data;

  return accord_page_data_read (reader, self->kind, self->id, error);
}

/**
 * accord_page_data_read_async:
 * @workspace: a workspace
 * @kind: a kind
 * @id: a record of it
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_page_data_read(), without waiting.
 */
void
accord_page_data_read_async (AccordWorkspace *workspace, const AccordKind *kind, gint64 id,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = kind;
  wanted->id = id;
  accord_workspace_read_async (workspace, read_wanted, wanted, g_free, (GDestroyNotify) accord_page_data_free,
                               cancellable, callback, user_data);
}

AccordPageData *
accord_page_data_read_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return accord_workspace_read_finish (workspace, result, error);
}
