/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/record-write.h"

typedef struct
{
  const AccordKind *kind;
  gint64 id;
  GPtrArray *fields;
  GPtrArray *values;
} Fields;

typedef struct
{
  AccordWrittenFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Answer;

static void
fields_free (gpointer data)
{
  Fields *self = data;

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* On the record as it is now: what else was changed meanwhile stays. */
static gboolean
write_fields (AccordWriter *writer, gpointer data, GError **error)
{
  const Fields *self = data;
  g_autoptr (AccordRecord) record =
      accord_reader_get (accord_writer_get_reader (writer), self->kind, self->id, error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < self->fields->len; i++)
    accord_record_set_text (record, self->fields->pdata[i], self->values->pdata[i]);
  return accord_writer_update (writer, record, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  answer->func (change == NULL ? error->message : NULL, answer->data);
  answer->destroy (answer->data);
  g_free (answer);
}

/**
 * accord_record_write:
 * @workspace: where records are kept
 * @record: a record
 * @label: what the change is called
 * @values: (array zero-terminated=1): the text fields to write
 * @func: called when that is done or refused
 * @data: for @func
 * @destroy: frees @data
 *
 * Writes a few fields of a record as one change.
 */
void
accord_record_write (AccordWorkspace *workspace, AccordRecord *record, const char *label,
                     const AccordFieldValue *values, AccordWrittenFunc func, gpointer data,
                     GDestroyNotify destroy)
{
  Fields *fields = g_new0 (Fields, 1);
  Answer *answer = g_new (Answer, 1);

  fields->kind = accord_record_get_kind (record);
  fields->id = accord_record_get_id (record);
  fields->fields = g_ptr_array_new_with_free_func (g_free);
  fields->values = g_ptr_array_new_with_free_func (g_free);
  for (; values->field != NULL; values++)
    {
      g_ptr_array_add (fields->fields, g_strdup (values->field));
      g_ptr_array_add (fields->values, g_strdup (values->value));
    }
  *answer = (Answer){ func, data, destroy };
  accord_workspace_write_async (workspace, label, write_fields, fields, fields_free, NULL, on_written,
                                answer);
}
