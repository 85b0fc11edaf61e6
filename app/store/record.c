/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-private.h"

enum
{
  PROP_0,
  PROP_ID,
  PROP_UID,
  PROP_CREATED,
  PROP_MODIFIED,
  PROP_DELETED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordRecord, accord_record, G_TYPE_OBJECT)

/* Properties */

static void
accord_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordRecord *self = ACCORD_RECORD (object);
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);
  const AccordField *field;
  const gint64 *ids;
  gsize n_ids;

  if (pspec->owner_type == ACCORD_TYPE_RECORD)
    {
      if (prop_id == PROP_ID)
        g_value_set_int64 (value, priv->id);
      else if (prop_id == PROP_UID)
        g_value_set_string (value, priv->uid);
      else if (prop_id == PROP_CREATED)
        g_value_set_string (value, priv->created);
      else if (prop_id == PROP_MODIFIED)
        g_value_set_string (value, priv->modified);
      else
        g_value_set_string (value, priv->deleted);
      return;
    }

  field = &priv->kind->fields[prop_id - 1];
  if (accord_field_is_text (field))
    g_value_set_string (value, priv->values[prop_id - 1].text);
  else if (accord_field_is_integer (field))
    g_value_set_int64 (value, priv->values[prop_id - 1].number);
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    g_value_set_boolean (value, priv->values[prop_id - 1].number != 0);
  else
    {
      ids = accord_record_peek_ids (self, prop_id - 1, &n_ids);
      g_value_take_variant (value, g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids,
                                                                                  n_ids, sizeof (gint64))));
    }
}

static void
accord_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AccordRecord *self = ACCORD_RECORD (object);
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);
  const AccordField *field = &priv->kind->fields[prop_id - 1];
  GVariant *variant;
  const gint64 *ids;
  gsize n_ids = 0;

  if (accord_field_is_text (field))
    accord_record_set_text (self, field->name, g_value_get_string (value));
  else if (accord_field_is_integer (field))
    accord_record_set_int (self, field->name, g_value_get_int64 (value));
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    accord_record_set_boolean (self, field->name, g_value_get_boolean (value));
  else
    {
      variant = g_value_get_variant (value);
      ids = variant != NULL ? g_variant_get_fixed_array (variant, &n_ids, sizeof (gint64)) : NULL;
      accord_record_set_ids (self, field->name, ids, n_ids);
    }
}

/* Lifecycle */

static void
accord_record_constructed (GObject *object)
{
  AccordRecord *self = ACCORD_RECORD (object);
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  /* Not in init, where the class is still the abstract one. */
  priv->kind = ACCORD_RECORD_GET_CLASS (self)->kind;
  if (priv->kind == NULL)
    g_error ("%s was never described", G_OBJECT_TYPE_NAME (object));
  priv->values = g_new0 (AccordValue, priv->kind->n_fields);
  for (guint i = 0; i < priv->kind->n_fields; i++)
    accord_value_clear (&priv->kind->fields[i], &priv->values[i]);

  G_OBJECT_CLASS (accord_record_parent_class)->constructed (object);
}

static void
accord_record_finalize (GObject *object)
{
  AccordRecord *self = ACCORD_RECORD (object);
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  for (guint i = 0; i < priv->kind->n_fields; i++)
    accord_value_clear (&priv->kind->fields[i], &priv->values[i]);
  g_free (priv->values);
  if (priv->titles != NULL)
    for (guint i = 0; i < priv->kind->n_fields; i++)
      g_free (priv->titles[i]);
  g_free (priv->titles);
  g_free (priv->uid);
  g_free (priv->created);
  g_free (priv->modified);
  g_free (priv->deleted);

  G_OBJECT_CLASS (accord_record_parent_class)->finalize (object);
}

static void
accord_record_class_init (AccordRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = accord_record_constructed;
  object_class->finalize = accord_record_finalize;
  object_class->get_property = accord_record_get_property;
  object_class->set_property = accord_record_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_string ("created", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_string ("modified", NULL, NULL, NULL, flags);
  properties[PROP_DELETED] = g_param_spec_string ("deleted", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_record_init (AccordRecord *self)
{
}

/**
 * accord_record_new:
 * @kind: a kind
 *
 * Returns: (transfer full): an empty record of @kind that no workspace keeps yet (its id is 0)
 */
AccordRecord *
accord_record_new (const AccordKind *kind)
{
  return g_object_new (kind->type, NULL);
}

/**
 * accord_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy with the same identity, for a form to work on; nothing in it counts as
 * changed
 */
AccordRecord *
accord_record_copy (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);
  AccordRecord *copy = accord_record_new (priv->kind);

  accord_record_take_state (copy, self);
  return copy;
}

/**
 * accord_record_clear:
 * @self: a record
 *
 * Empties @self, without notifications, so that a loop can use it for the next record.
 */
void
accord_record_clear (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  for (guint i = 0; i < priv->kind->n_fields; i++)
    accord_value_clear (&priv->kind->fields[i], &priv->values[i]);
  accord_record_set_identity (self, 0, NULL, NULL, NULL, NULL);
  accord_record_clear_touched (self);
}

/**
 * accord_record_fill_in:
 * @self: a new record
 *
 * Sets each empty choice to the word its kind begins with (a new caveat is open), without notifications. For
 * records that a person adds; what is read from a file says everything itself.
 */
void
accord_record_fill_in (AccordRecord *self)
{
  const AccordKind *kind = accord_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].initial != NULL && accord_record_is_empty (self, i))
      accord_record_put_text (self, i, kind->fields[i].initial, -1);
}

const AccordKind *
accord_record_get_kind (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->kind;
}

/**
 * accord_record_get_id:
 * @self: a record
 *
 * Returns: its identifier in this workspace, or 0 when no workspace keeps it
 */
gint64
accord_record_get_id (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->id;
}

/**
 * accord_record_get_uid:
 * @self: a record
 *
 * Returns: (nullable): its identifier that is unique everywhere
 */
const char *
accord_record_get_uid (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->uid;
}

/**
 * accord_record_adopt_uid:
 * @self: a record that no workspace keeps yet
 * @uid: the identifier that it has where it came from, of %ACCORD_UID_LENGTH characters
 *
 * Gives a new record the identifier that is unique everywhere, so that it is the same record in two
 * workspaces.
 */
void
accord_record_adopt_uid (AccordRecord *self, const char *uid)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  g_return_if_fail (priv->id == 0);
  g_free (priv->uid);
  priv->uid = g_strdup (uid);
}

/**
 * accord_record_stand_in:
 * @self: a record that no workspace keeps
 * @id: the number by which other such records refer to it
 *
 * Gives a record that is never to be kept a number, so that something can be worked out of several that refer
 * to each other: of a case as it once was.
 */
void
accord_record_stand_in (AccordRecord *self, gint64 id)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  g_return_if_fail (priv->id == 0);
  priv->id = id;
}

const char *
accord_record_get_created (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->created;
}

const char *
accord_record_get_modified (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->modified;
}

/**
 * accord_record_get_deleted:
 * @self: a record
 *
 * Returns: (nullable): when it was deleted (ISO 8601, UTC), or %NULL while it lives
 */
const char *
accord_record_get_deleted (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return priv->deleted;
}

/* For the store only. */

AccordRecordPrivate *
accord_record_private (AccordRecord *self)
{
  return accord_record_get_instance_private (self);
}

void
accord_record_set_identity (AccordRecord *self, gint64 id, const char *uid, const char *created,
                            const char *modified, const char *deleted)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  priv->id = id;
  g_free (priv->uid);
  priv->uid = g_strdup (uid);
  g_free (priv->created);
  priv->created = g_strdup (created);
  g_free (priv->modified);
  priv->modified = g_strdup (modified);
  g_free (priv->deleted);
  priv->deleted = g_strdup (deleted);
}

void
accord_record_set_reference_title (AccordRecord *self, guint index, const char *title)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  if (title == NULL && priv->titles == NULL)
    return;
  if (priv->titles == NULL)
    priv->titles = g_new0 (char *, priv->kind->n_fields);
  g_free (priv->titles[index]);
  priv->titles[index] = g_strdup (title);
}

/* Whether the field was set since the record was read; only such fields are written. */
gboolean
accord_record_is_touched (AccordRecord *self, guint index)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  return (priv->touched >> index) & 1;
}

void
accord_record_clear_touched (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  priv->touched = 0;
}

/* Makes @self equal to @newer and notifies only the properties that differ. */
void
accord_record_take_state (AccordRecord *self, AccordRecord *newer)
{
  AccordRecordPrivate *to = accord_record_get_instance_private (self);
  AccordRecordPrivate *from = accord_record_get_instance_private (newer);
  gboolean was_deleted = to->deleted != NULL;

  g_return_if_fail (to->kind == from->kind);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < to->kind->n_fields; i++)
    {
      const char *title = accord_record_peek_reference_title (newer, i);
      gboolean same = accord_value_equal (&to->kind->fields[i], &to->values[i], &from->values[i])
                      && g_strcmp0 (accord_record_peek_reference_title (self, i), title) == 0;

      if (same)
        continue;
      accord_value_copy (&to->kind->fields[i], &from->values[i], &to->values[i]);
      accord_record_set_reference_title (self, i, title);
      g_object_notify (G_OBJECT (self), to->kind->fields[i].name);
    }
  if (g_strcmp0 (to->modified, from->modified) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  if (was_deleted != (from->deleted != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELETED]);
  accord_record_set_identity (self, from->id, from->uid, from->created, from->modified, from->deleted);
  to->touched = 0;
  g_object_thaw_notify (G_OBJECT (self));
}
