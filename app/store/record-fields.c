/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-private.h"

#include <string.h>

static const AccordField *
field_at (AccordRecordPrivate *priv, guint index)
{
  g_assert (index < priv->kind->n_fields);
  return &priv->kind->fields[index];
}

static guint
index_of (AccordRecordPrivate *priv, const char *name)
{
  int index = accord_kind_find_field (priv->kind, name);

  if (index < 0)
    g_error ("A %s has no field “%s”", priv->kind->name, name);
  return index;
}

static void
notify_field (AccordRecord *self, guint index)
{
  g_object_notify (G_OBJECT (self), field_at (accord_record_private (self), index)->name);
}

void
accord_value_clear (const AccordField *field, AccordValue *value)
{
  if (accord_field_is_text (field))
    g_clear_pointer (&value->text, g_free);
  else if (field->type == ACCORD_FIELD_REFERENCES)
    g_clear_pointer (&value->ids, g_array_unref);
  else
    value->number = field->type == ACCORD_FIELD_BOOLEAN ? 0 : ACCORD_UNKNOWN;
}

void
accord_value_copy (const AccordField *field, const AccordValue *from, AccordValue *to)
{
  accord_value_clear (field, to);
  if (accord_field_is_text (field))
    to->text = g_strdup (from->text);
  else if (field->type == ACCORD_FIELD_REFERENCES)
    to->ids = from->ids != NULL ? g_array_copy (from->ids) : NULL;
  else
    to->number = from->number;
}

gboolean
accord_value_equal (const AccordField *field, const AccordValue *a, const AccordValue *b)
{
  guint n_a, n_b;

  if (accord_field_is_text (field))
    return g_strcmp0 (a->text, b->text) == 0;
  if (field->type != ACCORD_FIELD_REFERENCES)
    return a->number == b->number;
  n_a = a->ids != NULL ? a->ids->len : 0;
  n_b = b->ids != NULL ? b->ids->len : 0;
  return n_a == n_b && (n_a == 0 || memcmp (a->ids->data, b->ids->data, n_a * sizeof (gint64)) == 0);
}

/**
 * accord_record_get_text:
 * @self: a record
 * @field: name of a text, long text, code, choice, date or decimal field
 *
 * Returns: (nullable): its value; %NULL when it is empty
 */
const char *
accord_record_get_text (AccordRecord *self, const char *field)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  return accord_record_peek_text (self, index_of (priv, field));
}

/**
 * accord_record_get_int:
 * @self: a record
 * @field: name of a money (pence), count, year, percentage or reference field
 *
 * Returns: its value, or %ACCORD_UNKNOWN
 */
gint64
accord_record_get_int (AccordRecord *self, const char *field)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  return accord_record_peek_int (self, index_of (priv, field));
}

gboolean
accord_record_get_boolean (AccordRecord *self, const char *field)
{
  return accord_record_get_int (self, field) == 1;
}

/**
 * accord_record_get_ids:
 * @self: a record
 * @field: name of a field that is a list of references
 * @n_ids: (out): how many
 *
 * Returns: (array length=n_ids) (transfer none) (nullable): the identifiers, in order
 */
const gint64 *
accord_record_get_ids (AccordRecord *self, const char *field, gsize *n_ids)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  return accord_record_peek_ids (self, index_of (priv, field), n_ids);
}

/**
 * accord_record_get_reference_title:
 * @self: a record read from a workspace
 * @field: name of a reference or a list of references
 *
 * Returns: (nullable): what the record that @field points to was called when @self was read; several are
 * joined with a semicolon
 */
const char *
accord_record_get_reference_title (AccordRecord *self, const char *field)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  return accord_record_peek_reference_title (self, index_of (priv, field));
}

const char *
accord_record_peek_text (AccordRecord *self, guint index)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  g_return_val_if_fail (accord_field_is_text (field_at (priv, index)), NULL);
  return priv->values[index].text;
}

gint64
accord_record_peek_int (AccordRecord *self, guint index)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  const AccordField *field = field_at (priv, index);

  g_return_val_if_fail (accord_field_is_integer (field) || field->type == ACCORD_FIELD_BOOLEAN,
                        ACCORD_UNKNOWN);
  return priv->values[index].number;
}

const gint64 *
accord_record_peek_ids (AccordRecord *self, guint index, gsize *n_ids)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  GArray *ids;

  *n_ids = 0;
  g_return_val_if_fail (field_at (priv, index)->type == ACCORD_FIELD_REFERENCES, NULL);
  ids = priv->values[index].ids;
  if (ids == NULL || ids->len == 0)
    return NULL;
  *n_ids = ids->len;
  return (const gint64 *) (gpointer) ids->data;
}

const char *
accord_record_peek_reference_title (AccordRecord *self, guint index)
{
  AccordRecordPrivate *priv = accord_record_private (self);

  return priv->titles != NULL ? priv->titles[index] : NULL;
}

/**
 * accord_record_put_text:
 * @self: a record
 * @index: index of a text field
 * @value: (nullable): the text, valid UTF-8; nothing but empty text counts as %NULL
 * @length: its length in bytes, or -1
 *
 * Sets a field without notifying, for loops over many records.
 */
void
accord_record_put_text (AccordRecord *self, guint index, const char *value, gssize length)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  AccordValue *slot = &priv->values[index];

  g_return_if_fail (accord_field_is_text (field_at (priv, index)));
  g_free (slot->text);
  if (value == NULL || length == 0 || *value == '\0')
    slot->text = NULL;
  else
    slot->text = length < 0 ? g_strdup (value) : g_strndup (value, length);
  priv->touched |= G_GUINT64_CONSTANT (1) << index;
}

void
accord_record_put_int (AccordRecord *self, guint index, gint64 value)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  const AccordField *field = field_at (priv, index);

  g_return_if_fail (accord_field_is_integer (field) || field->type == ACCORD_FIELD_BOOLEAN);
  priv->values[index].number = value;
  priv->touched |= G_GUINT64_CONSTANT (1) << index;
}

void
accord_record_put_ids (AccordRecord *self, guint index, const gint64 *ids, gsize n_ids)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  AccordValue *slot = &priv->values[index];

  g_return_if_fail (field_at (priv, index)->type == ACCORD_FIELD_REFERENCES);
  g_clear_pointer (&slot->ids, g_array_unref);
  if (n_ids > 0)
    {
      slot->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
      g_array_append_vals (slot->ids, ids, n_ids);
    }
  priv->touched |= G_GUINT64_CONSTANT (1) << index;
}

/**
 * accord_record_set_text:
 * @self: a record
 * @field: name of a text field
 * @value: (nullable): the text; empty text counts as %NULL
 *
 * Sets the field and notifies when that changes it.
 */
void
accord_record_set_text (AccordRecord *self, const char *field, const char *value)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  guint index = index_of (priv, field);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (accord_record_peek_text (self, index), value) == 0)
    return;
  accord_record_put_text (self, index, value, -1);
  notify_field (self, index);
}

/**
 * accord_record_set_int:
 * @self: a record
 * @field: name of a money (pence), count, year, percentage or reference field
 * @value: the value, or %ACCORD_UNKNOWN
 *
 * Sets the field and notifies when that changes it.
 */
void
accord_record_set_int (AccordRecord *self, const char *field, gint64 value)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  guint index = index_of (priv, field);

  if (accord_record_peek_int (self, index) == value)
    return;
  accord_record_put_int (self, index, value);
  accord_record_set_reference_title (self, index, NULL);
  notify_field (self, index);
}

void
accord_record_set_boolean (AccordRecord *self, const char *field, gboolean value)
{
  accord_record_set_int (self, field, value ? 1 : 0);
}

/**
 * accord_record_set_ids:
 * @self: a record
 * @field: name of a field that is a list of references
 * @ids: (array length=n_ids) (nullable): identifiers, in order
 * @n_ids: how many
 *
 * Sets the field and notifies when that changes it.
 */
void
accord_record_set_ids (AccordRecord *self, const char *field, const gint64 *ids, gsize n_ids)
{
  AccordRecordPrivate *priv = accord_record_private (self);
  guint index = index_of (priv, field);
  const gint64 *old;
  gsize n_old;

  old = accord_record_peek_ids (self, index, &n_old);
  if (n_old == n_ids && (n_ids == 0 || memcmp (old, ids, n_ids * sizeof (gint64)) == 0))
    return;
  accord_record_put_ids (self, index, ids, n_ids);
  accord_record_set_reference_title (self, index, NULL);
  notify_field (self, index);
}

/**
 * accord_record_field_equal:
 * @a: a record
 * @b: another of the same kind
 * @index: index of a field
 *
 * Returns: whether both have the same value there
 */
gboolean
accord_record_field_equal (AccordRecord *a, AccordRecord *b, guint index)
{
  AccordRecordPrivate *priv_a = accord_record_private (a);
  AccordRecordPrivate *priv_b = accord_record_private (b);

  g_return_val_if_fail (priv_a->kind == priv_b->kind, FALSE);
  return accord_value_equal (field_at (priv_a, index), &priv_a->values[index], &priv_b->values[index]);
}
