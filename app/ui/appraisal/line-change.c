/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-change.h"

#define HANDLE "accord-line-handle"

struct _AccordLineHandle
{
  char *key;
  gint64 id; /* 0 until it is kept; set by the writing thread, read by both */
};

typedef enum
{
  ADD,
  UPDATE,
  DELETE,
  SHARE,
} Deed;

typedef struct
{
  Deed deed;
  AccordLineHandle *handle;
  const AccordKind *kind;
  AccordRecord *values;
  GArray *fields;   /* of guint: which of @values count */
  GPtrArray *gains; /* of AccordRecord: all that an outcome is to have */
} Step;

struct _AccordLineChanges
{
  GPtrArray *steps;
};

/* --- Handles. */

AccordLineHandle *
accord_line_handle_new (const char *key, gint64 id)
{
  AccordLineHandle *self = g_atomic_rc_box_new0 (AccordLineHandle);

  self->key = g_strdup (key);
  self->id = id;
  return self;
}

AccordLineHandle *
accord_line_handle_ref (AccordLineHandle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
handle_clear (gpointer data)
{
  g_free (((AccordLineHandle *) data)->key);
}

void
accord_line_handle_unref (AccordLineHandle *self)
{
  g_atomic_rc_box_release_full (self, handle_clear);
}

const char *
accord_line_handle_get_key (AccordLineHandle *self)
{
  return self->key;
}

/**
 * accord_line_handle_get_id:
 * @self: a handle
 *
 * Returns: the line's identifier, or 0 while it is not kept yet
 */
gint64
accord_line_handle_get_id (AccordLineHandle *self)
{
  return __atomic_load_n (&self->id, __ATOMIC_ACQUIRE);
}

void
accord_line_set_handle (AccordRecord *record, AccordLineHandle *handle)
{
  g_object_set_data_full (G_OBJECT (record), HANDLE, accord_line_handle_ref (handle),
                          (GDestroyNotify) accord_line_handle_unref);
}

AccordLineHandle *
accord_line_get_handle (AccordRecord *record)
{
  return g_object_get_data (G_OBJECT (record), HANDLE);
}

/* --- Steps. */

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->handle, accord_line_handle_unref);
  g_clear_object (&step->values);
  g_clear_pointer (&step->fields, g_array_unref);
  g_clear_pointer (&step->gains, g_ptr_array_unref);
  g_free (step);
}

static Step *
add_step (AccordLineChanges *self, Deed deed, AccordRecord *line)
{
  Step *step = g_new0 (Step, 1);

  step->deed = deed;
  step->kind = accord_record_get_kind (line);
  step->handle = accord_line_handle_ref (accord_line_get_handle (line));
  g_ptr_array_add (self->steps, step);
  return step;
}

AccordLineChanges *
accord_line_changes_new (void)
{
  AccordLineChanges *self = g_new0 (AccordLineChanges, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
accord_line_changes_free (AccordLineChanges *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

gboolean
accord_line_changes_is_empty (AccordLineChanges *self)
{
  return self->steps->len == 0;
}

/**
 * accord_line_changes_add:
 * @self: changes
 * @line: a new line, with a handle; copied
 *
 * Adds a line.
 */
void
accord_line_changes_add (AccordLineChanges *self, AccordRecord *line)
{
  add_step (self, ADD, line)->values = accord_record_copy (line);
}

/**
 * accord_line_changes_update:
 * @self: changes
 * @before: a line as it was
 * @after: as it is to be, with the same handle; copied
 *
 * Changes what differs, and nothing else that somebody may have changed meanwhile.
 */
void
accord_line_changes_update (AccordLineChanges *self, AccordRecord *before, AccordRecord *after)
{
  const AccordKind *kind = accord_record_get_kind (after);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  Step *step;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (before, after, i))
      g_array_append_val (fields, i);
  if (fields->len == 0)
    return;
  step = add_step (self, UPDATE, after);
  step->values = accord_record_copy (after);
  step->fields = g_steal_pointer (&fields);
}

/**
 * accord_line_changes_delete:
 * @self: changes
 * @line: a line
 *
 * Deletes a line, and with an outcome what everybody gains of it.
 */
void
accord_line_changes_delete (AccordLineChanges *self, AccordRecord *line)
{
  add_step (self, DELETE, line);
}

/**
 * accord_line_changes_share:
 * @self: changes
 * @outcome: an outcome line
 * @gains: (element-type AccordRecord): all shares that it is to have; copied. Those with an identifier are
 *   changed, the others added, and what is not among them is deleted
 *
 * Says anew who gains.
 */
void
accord_line_changes_share (AccordLineChanges *self, AccordRecord *outcome, GPtrArray *gains)
{
  Step *step = add_step (self, SHARE, outcome);

  step->gains = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < gains->len; i++)
    g_ptr_array_add (step->gains, accord_record_copy (gains->pdata[i]));
}

/* --- Writing. */

static gboolean
write_add (AccordWriter *writer, const Step *step, GError **error)
{
  if (!accord_writer_insert (writer, step->values, error))
    return FALSE;
  __atomic_store_n (&step->handle->id, accord_record_get_id (step->values), __ATOMIC_RELEASE);
  return TRUE;
}

static gboolean
write_update (AccordWriter *writer, const Step *step, GError **error)
{
  g_autoptr (AccordRecord) record = accord_reader_get (accord_writer_get_reader (writer), step->kind,
                                                       accord_line_handle_get_id (step->handle), error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < step->fields->len; i++)
    {
      const char *name = step->kind->fields[g_array_index (step->fields, guint, i)].name;
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (step->values), name, &value);
      g_object_set_property (G_OBJECT (record), name, &value);
    }
  return accord_writer_update (writer, record, error);
}

static GPtrArray *
list_gains (AccordWriter *writer, gint64 outcome, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "gain");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "outcome"), ACCORD_OPERATOR_EQUAL,
                           outcome);
  return accord_reader_list (reader, query, error);
}

static gboolean
is_kept (const Step *step, AccordRecord *gain)
{
  for (guint i = 0; step->gains != NULL && i < step->gains->len; i++)
    if (accord_record_get_id (step->gains->pdata[i]) == accord_record_get_id (gain))
      return TRUE;
  return FALSE;
}

static gboolean
drop_gains (AccordWriter *writer, const Step *step, GError **error)
{
  g_autoptr (GPtrArray) gains = list_gains (writer, accord_line_handle_get_id (step->handle), error);

  if (gains == NULL)
    return FALSE;
  for (guint i = 0; i < gains->len; i++)
    if (!is_kept (step, gains->pdata[i])
        && !accord_writer_delete (writer, accord_record_get_kind (gains->pdata[i]),
                                  accord_record_get_id (gains->pdata[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_delete (AccordWriter *writer, const Step *step, GError **error)
{
  if (g_str_equal (step->kind->name, "outcome") && !drop_gains (writer, step, error))
    return FALSE;
  return accord_writer_delete (writer, step->kind, accord_line_handle_get_id (step->handle), error);
}

static gboolean
write_share (AccordWriter *writer, const Step *step, GError **error)
{
  if (!drop_gains (writer, step, error))
    return FALSE;
  for (guint i = 0; i < step->gains->len; i++)
    {
      AccordRecord *gain = step->gains->pdata[i];
      gboolean new = accord_record_get_id (gain) == 0;

      accord_record_set_int (gain, "outcome", accord_line_handle_get_id (step->handle));
      if (!(new ? accord_writer_insert (writer, gain, error) : accord_writer_update (writer, gain, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_line_changes_write:
 * @writer: the open change
 * @data: an #AccordLineChanges
 * @error: return location for an error
 *
 * Makes the changes; an #AccordWriteFunc.
 *
 * Returns: %FALSE to keep nothing
 */
gboolean
accord_line_changes_write (AccordWriter *writer, gpointer data, GError **error)
{
  static gboolean (*const write[]) (AccordWriter *, const Step *, GError **) = { write_add, write_update,
                                                                                 write_delete, write_share };
  AccordLineChanges *self = data;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = self->steps->pdata[i];

      if (!write[step->deed](writer, step, error))
        return FALSE;
    }
  return TRUE;
}
