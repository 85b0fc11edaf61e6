/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query.h"

#include "error.h"

#include <glib/gi18n-lib.h>

struct _AccordQuery
{
  gatomicrefcount ref_count;
  const AccordKind *kind;
  char *search;
  GArray *filters;
  int sort;
  gboolean descending;
  gint64 limit;
  gboolean deleted;
};

G_DEFINE_BOXED_TYPE (AccordQuery, accord_query, accord_query_ref, accord_query_unref)

static void
filter_clear (gpointer data)
{
  AccordFilter *filter = data;

  g_free (filter->text);
}

/**
 * accord_query_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a query for all living records of @kind, in the order of their titles
 */
AccordQuery *
accord_query_new (const AccordKind *kind)
{
  AccordQuery *self = g_new0 (AccordQuery, 1);

  g_return_val_if_fail (kind != NULL, NULL);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->sort = kind->title_field;
  self->limit = -1;
  self->filters = g_array_new (FALSE, TRUE, sizeof (AccordFilter));
  g_array_set_clear_func (self->filters, filter_clear);
  return self;
}

/**
 * accord_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a query of its own that asks the same
 */
AccordQuery *
accord_query_copy (AccordQuery *self)
{
  AccordQuery *copy = accord_query_new (self->kind);

  copy->search = g_strdup (self->search);
  copy->sort = self->sort;
  copy->descending = self->descending;
  copy->limit = self->limit;
  copy->deleted = self->deleted;
  for (guint i = 0; i < self->filters->len; i++)
    accord_query_add_filter (copy, &g_array_index (self->filters, AccordFilter, i));
  return copy;
}

AccordQuery *
accord_query_ref (AccordQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
accord_query_unref (AccordQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->search);
  g_array_unref (self->filters);
  g_free (self);
}

/**
 * accord_query_set_search:
 * @self: a query
 * @text: (nullable): words as a person types them; each must begin a word of the record
 */
void
accord_query_set_search (AccordQuery *self, const char *text)
{
  g_free (self->search);
  self->search = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * accord_query_set_sort:
 * @self: a query
 * @field: index of a field, or -1 for the order in which records were added
 * @descending: largest first
 */
void
accord_query_set_sort (AccordQuery *self, int field, gboolean descending)
{
  g_return_if_fail (field >= -1 && field < (int) self->kind->n_fields);
  self->sort = field;
  self->descending = descending;
}

/**
 * accord_query_set_limit:
 * @self: a query
 * @limit: how many records at most, or -1 for all
 */
void
accord_query_set_limit (AccordQuery *self, gint64 limit)
{
  self->limit = limit;
}

/**
 * accord_query_set_deleted:
 * @self: a query
 * @deleted: ask for what was deleted instead of what lives
 */
void
accord_query_set_deleted (AccordQuery *self, gboolean deleted)
{
  self->deleted = deleted;
}

/**
 * accord_query_add_number:
 * @self: a query
 * @field: index of a money (pence), count, year, percentage, yes-or-no or reference field, or of a list of
 * references
 * @op: the comparison
 * @number: the value
 */
void
accord_query_add_number (AccordQuery *self, guint field, AccordOperator op, gint64 number)
{
  AccordFilter filter = { field, op, NULL, number };

  g_return_if_fail (field < self->kind->n_fields && !accord_field_is_text (&self->kind->fields[field]));
  g_array_append_val (self->filters, filter);
}

/**
 * accord_query_add_text:
 * @self: a query
 * @field: index of a text, date or choice field
 * @op: the comparison
 * @text: (nullable): the value
 */
void
accord_query_add_text (AccordQuery *self, guint field, AccordOperator op, const char *text)
{
  AccordFilter filter = { field, op, g_strdup (text), 0 };

  g_return_if_fail (field < self->kind->n_fields && accord_field_is_text (&self->kind->fields[field]));
  g_array_append_val (self->filters, filter);
}

/**
 * accord_query_add_words:
 * @self: a query
 * @field: a field's name
 * @op: the comparison
 * @value: the value as a person writes it; empty means "not known"
 * @error: return location for an error
 *
 * Adds a filter whose value is read as accord_record_parse_field() reads it.
 *
 * Returns: %FALSE with a sentence when there is no such field or @value does not fit it
 */
gboolean
accord_query_add_words (AccordQuery *self, const char *field, AccordOperator op, const char *value,
                        GError **error)
{
  int index = accord_kind_find_field (self->kind, field);
  g_autoptr (AccordRecord) record = NULL;
  const gint64 *ids;
  gsize n_ids;

  if (index < 0)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND, _ ("A %s has no field “%s”."),
                   self->kind->name, field);
      return FALSE;
    }
  if (op == ACCORD_OPERATOR_CONTAINS && accord_field_is_text (&self->kind->fields[index]))
    {
      accord_query_add_text (self, index, op, value);
      return TRUE;
    }

  record = accord_record_new (self->kind);
  if (!accord_record_parse_field (record, index, value, error))
    return FALSE;
  if (accord_record_is_empty (record, index))
    op = op == ACCORD_OPERATOR_NOT_EQUAL ? ACCORD_OPERATOR_KNOWN : ACCORD_OPERATOR_UNKNOWN;
  if (accord_field_is_text (&self->kind->fields[index]))
    accord_query_add_text (self, index, op, accord_record_peek_text (record, index));
  else if (self->kind->fields[index].type != ACCORD_FIELD_REFERENCES)
    accord_query_add_number (self, index, op, accord_record_peek_int (record, index));
  else
    {
      ids = accord_record_peek_ids (record, index, &n_ids);
      if (op == ACCORD_OPERATOR_EQUAL)
        op = ACCORD_OPERATOR_CONTAINS;
      if (n_ids == 0)
        accord_query_add_number (self, index, op, 0);
      for (gsize i = 0; i < n_ids; i++)
        accord_query_add_number (self, index, op, ids[i]);
    }
  return TRUE;
}

/**
 * accord_query_join_last:
 * @self: a query
 *
 * Makes the filter that was added last an alternative to the one before it: of the two, one is enough.
 */
void
accord_query_join_last (AccordQuery *self)
{
  const guint n = self->filters->len;
  AccordFilter *filters = (AccordFilter *) (gpointer) self->filters->data;

  g_return_if_fail (n > 1);
  filters[n - 1].alternative = TRUE;
}

/**
 * accord_query_add_filter:
 * @self: a query
 * @filter: a filter of a query of the same kind
 *
 * Adds a copy of @filter. Where it is an alternative, the one before it must have been added last.
 */
void
accord_query_add_filter (AccordQuery *self, const AccordFilter *filter)
{
  AccordFilter copy = *filter;

  g_return_if_fail (filter->field < self->kind->n_fields);
  copy.text = g_strdup (filter->text);
  copy.alternative = filter->alternative && self->filters->len > 0;
  g_array_append_val (self->filters, copy);
}

void
accord_query_clear_filters (AccordQuery *self)
{
  g_array_set_size (self->filters, 0);
}

const AccordKind *
accord_query_get_kind (AccordQuery *self)
{
  return self->kind;
}

const char *
accord_query_get_search (AccordQuery *self)
{
  return self->search;
}

int
accord_query_get_sort (AccordQuery *self)
{
  return self->sort;
}

gboolean
accord_query_get_descending (AccordQuery *self)
{
  return self->descending;
}

gint64
accord_query_get_limit (AccordQuery *self)
{
  return self->limit;
}

gboolean
accord_query_get_deleted (AccordQuery *self)
{
  return self->deleted;
}

guint
accord_query_get_n_filters (AccordQuery *self)
{
  return self->filters->len;
}

/**
 * accord_query_get_filter:
 * @self: a query
 * @index: which
 *
 * Returns: (transfer none): the filter, valid until another is added
 */
const AccordFilter *
accord_query_get_filter (AccordQuery *self, guint index)
{
  g_return_val_if_fail (index < self->filters->len, NULL);
  return &g_array_index (self->filters, AccordFilter, index);
}

/**
 * accord_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: whether both ask for the same records in the same order
 */
gboolean
accord_query_equal (AccordQuery *a, AccordQuery *b)
{
  if (a->kind != b->kind || a->sort != b->sort || a->descending != b->descending || a->limit != b->limit
      || a->deleted != b->deleted || a->filters->len != b->filters->len
      || g_strcmp0 (a->search, b->search) != 0)
    return FALSE;
  for (guint i = 0; i < a->filters->len; i++)
    {
      const AccordFilter *x = &g_array_index (a->filters, AccordFilter, i);
      const AccordFilter *y = &g_array_index (b->filters, AccordFilter, i);

      if (x->field != y->field || x->op != y->op || x->number != y->number || x->alternative != y->alternative
          || g_strcmp0 (x->text, y->text) != 0)
        return FALSE;
    }
  return TRUE;
}
