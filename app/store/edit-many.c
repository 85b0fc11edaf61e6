/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-many.h"

#include "error.h"
#include "query-words.h"

#include <glib/gi18n-lib.h>

/**
 * accord_edit_many_new:
 * @values: a record with the new values, which the edit keeps and nobody changes any more
 * @fields: (element-type guint): which of its fields count
 * @ids: (element-type gint64): the records to change, of the same kind
 *
 * Returns: (transfer full): an edit that was not made yet
 */
AccordEditMany *
accord_edit_many_new (AccordRecord *values, GArray *fields, GArray *ids)
{
  AccordEditMany *self = g_atomic_rc_box_new0 (AccordEditMany);

  self->values = g_object_ref (values);
  self->fields = g_array_ref (fields);
  self->ids = g_array_ref (ids);
  self->refusals = g_ptr_array_new_with_free_func (g_free);
  return self;
}

AccordEditMany *
accord_edit_many_ref (AccordEditMany *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
edit_many_clear (gpointer data)
{
  AccordEditMany *self = data;

  g_object_unref (self->values);
  g_array_unref (self->fields);
  g_array_unref (self->ids);
  g_free (self->title);
  g_ptr_array_unref (self->refusals);
}

void
accord_edit_many_unref (AccordEditMany *self)
{
  g_atomic_rc_box_release_full (self, edit_many_clear);
}

/**
 * accord_edit_many_dup_label:
 * @self: an edit
 *
 * Returns: (transfer full): what the change is called: “Edit 12 payments”
 */
char *
accord_edit_many_dup_label (AccordEditMany *self)
{
  const AccordKind *kind = accord_record_get_kind (self->values);
  guint n = self->n_changed > 0 ? self->n_changed : self->ids->len;
  g_autofree char *number = accord_words_dup_number (n);
  g_autofree char *noun = accord_words_dup_noun (n == 1 ? _ (kind->label) : _ (kind->plural));

  if (self->ids->len == 1 && self->title != NULL)
    return g_strdup_printf (_ ("Edit “%s”"), self->title);
  /* Translators: a number and what is counted, such as “Edit 12 payments”. */
  return g_strdup_printf (_ ("Edit %s %s"), number, noun);
}

static gboolean
take_values (AccordEditMany *self, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  gboolean differs = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      guint field = g_array_index (self->fields, guint, i);
      GValue value = G_VALUE_INIT;

      if (accord_record_field_equal (record, self->values, field))
        continue;
      differs = TRUE;
      g_object_get_property (G_OBJECT (self->values), kind->fields[field].name, &value);
      g_object_set_property (G_OBJECT (record), kind->fields[field].name, &value);
      g_value_unset (&value);
    }
  return differs;
}

/* A rule that a record does not meet is the record's refusal; anything else ends it all. */
static gboolean
note_refusal (AccordEditMany *self, const char *title, GError *reason, GError **error)
{
  if (!g_error_matches (reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID)
      && !g_error_matches (reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  /* Translators: what a record is called, and why it was refused. */
  g_ptr_array_add (self->refusals, g_strdup_printf (_ ("“%s”: %s"), title, reason->message));
  g_error_free (reason);
  return TRUE;
}

static gboolean
change_one (AccordEditMany *self, AccordWriter *writer, gint64 id, GError **error)
{
  GError *reason = NULL;
  g_autoptr (AccordRecord) record = accord_reader_get (accord_writer_get_reader (writer),
                                                       accord_record_get_kind (self->values), id, &reason);
  g_autofree char *title = NULL;

  if (record == NULL)
    return note_refusal (self, "?", reason, error);
  title = accord_record_dup_title (record);
  if (!take_values (self, record))
    return TRUE;
  if (!accord_writer_update (writer, record, &reason))
    return note_refusal (self, title, reason, error);
  self->n_changed++;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  return TRUE;
}

/**
 * accord_edit_many_write:
 * @writer: the open change
 * @data: an #AccordEditMany
 * @error: return location for an error
 *
 * Changes the records; an #AccordWriteFunc. Where some are refused and the others are not to be changed
 * alone, nothing is kept, and #AccordEditMany.refusals says why for each.
 *
 * Returns: %FALSE to keep nothing
 */
gboolean
accord_edit_many_write (AccordWriter *writer, gpointer data, GError **error)
{
  AccordEditMany *self = data;
  g_autofree char *label = NULL;

  self->n_changed = 0;
  g_ptr_array_set_size (self->refusals, 0);
  for (guint i = 0; i < self->ids->len; i++)
    if (!change_one (self, writer, g_array_index (self->ids, gint64, i), error))
      return FALSE;
  if (self->refusals->len > 0 && !self->partly)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID, self->refusals->pdata[0]);
      return FALSE;
    }
  label = accord_edit_many_dup_label (self);
  accord_writer_set_label (writer, label);
  return TRUE;
}
