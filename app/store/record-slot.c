/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-slot-private.h"

/**
 * AccordRecordSlot:
 *
 * A row of a list: a position rather than a record. When the list takes another order the same slots show
 * other records, so that a view keeps its widgets; when rows come and go above it, it moves along with its
 * record. What it shows comes a moment after the slot does. To be used on the thread of its list.
 */

enum
{
  PROP_0,
  PROP_ID,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AccordRecordSlot, accord_record_slot, G_TYPE_OBJECT)

static void
accord_record_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AccordRecordSlot *self = ACCORD_RECORD_SLOT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_record_slot_dispose (GObject *object)
{
  AccordRecordSlot *self = ACCORD_RECORD_SLOT (object);

  if (self->rows != NULL)
    accord_list_rows_forget (self->rows, self);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (accord_record_slot_parent_class)->dispose (object);
}

static void
accord_record_slot_class_init (AccordRecordSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = accord_record_slot_dispose;
  object_class->get_property = accord_record_slot_get_property;

  /**
   * AccordRecordSlot:id:
   *
   * Identifier of the record that stands here, or 0 while nobody knows which one does.
   */
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  /**
   * AccordRecordSlot:record:
   *
   * The record with the titles of what it refers to, or %NULL until it was read. Never changed in place: a
   * change puts another object here.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, ACCORD_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_record_slot_init (AccordRecordSlot *self)
{
}

/* For the list only. */

AccordRecordSlot *
accord_record_slot_new (AccordListRows *rows, guint position)
{
  AccordRecordSlot *self = g_object_new (ACCORD_TYPE_RECORD_SLOT, NULL);

  self->rows = rows;
  self->position = position;
  return self;
}

/* Makes the slot show a record; notifies what differs. */
void
accord_record_slot_show (AccordRecordSlot *self, gint64 id, AccordRecord *record)
{
  const gboolean other_id = self->id != id;
  const gboolean other_record = g_set_object (&self->record, record);

  self->id = id;
  g_object_freeze_notify (G_OBJECT (self));
  if (other_id)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  if (other_record)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * accord_record_slot_get_id:
 * @self: a slot
 *
 * Returns: identifier of the record that stands here, or 0 while nobody knows which one does
 */
gint64
accord_record_slot_get_id (AccordRecordSlot *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_SLOT (self), 0);

  return self->id;
}

/**
 * accord_record_slot_get_record:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): the record, or %NULL until it was read
 */
AccordRecord *
accord_record_slot_get_record (AccordRecordSlot *self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD_SLOT (self), NULL);

  return self->record;
}
