/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows-paste.h"

#include "csv-reader.h"
#include "exchange-error.h"
#include "query-words.h"
#include "rows-text.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many rows on, indexes are made anew at the end rather than kept up row by row. */
#define BULK_FROM 2000

struct _AccordRowsPaste
{
  const AccordKind *kind;
  GPtrArray *rows;    /* of GStrv; the heading is none of them */
  GPtrArray *reasons; /* why a row is refused, or NULL, once they were looked at */
  char **heading;
  GArray *fields; /* of int: which field a column fills, or -1 */
  AccordRecord *preset;
  guint n_good;
  int n_done;
};

/* --- Columns */

static gboolean
is_taken (AccordRowsPaste *self, int field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (field >= 0 && g_array_index (self->fields, int, i) == field)
      return TRUE;
  return FALSE;
}

/* The first row is a heading when most of what it says are names of fields. */
static void
match_heading (AccordRowsPaste *self)
{
  char **cells = self->rows->pdata[0];
  guint n_cells = g_strv_length (cells), n_found = 0, n_said = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      n_said += *cells[i] != '\0';
      n_found += accord_rows_text_find_field (self->kind, cells[i]) >= 0;
    }
  if (n_found == 0 || 2 * n_found < n_said)
    return;
  self->heading = g_ptr_array_steal_index (self->rows, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      int field = accord_rows_text_find_field (self->kind, self->heading[i]);

      if (is_taken (self, field))
        field = -1;
      g_array_append_val (self->fields, field);
    }
}

static void
match_columns (AccordRowsPaste *self, const guint *fields, guint n_fields)
{
  guint n_columns = 0;

  match_heading (self);
  for (guint i = 0; i < self->rows->len; i++)
    n_columns = MAX (n_columns, g_strv_length (self->rows->pdata[i]));
  while (self->fields->len < n_columns)
    {
      guint column = self->fields->len;
      int field = self->heading == NULL && column < n_fields ? (int) fields[column] : -1;

      g_array_append_val (self->fields, field);
    }
}

static char **
copy_cells (const AccordCsvRecord *record)
{
  char **cells = g_new0 (char *, record->n_fields + 1);

  for (gsize i = 0; i < record->n_fields; i++)
    cells[i] = g_strndup (record->fields[i].text, record->fields[i].len);
  return cells;
}

static gboolean
is_blank (char **cells)
{
  for (; *cells != NULL; cells++)
    if (**cells != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (AccordRowsPaste *self, const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, '\t');
  AccordCsvRecord record;
  AccordCsvResult result;

  while ((result = accord_csv_reader_next (reader, &record, NULL, error)) != ACCORD_CSV_END)
    {
      g_auto (GStrv) cells = NULL;

      if (result == ACCORD_CSV_ERROR)
        return FALSE;
      if (result == ACCORD_CSV_BROKEN)
        {
          g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                       _ ("Line %" PRIu64 " is not a row of a spreadsheet."), record.line);
          return FALSE;
        }
      cells = copy_cells (&record);
      if (!is_blank (cells))
        g_ptr_array_add (self->rows, g_steal_pointer (&cells));
    }
  if (self->rows->len > 0)
    return TRUE;
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                       _ ("There are no rows in it."));
  return FALSE;
}

/* --- Rows */

static gboolean
read_references (AccordRecord *record, guint field, const char *text, AccordReader *reader, GError **error)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  const AccordKind *target = accord_schema_find_kind (accord_reader_get_schema (reader), row->target);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = NULL;

  words = row->type == ACCORD_FIELD_REFERENCES ? g_strsplit (text, ";", -1)
                                               : g_strdupv ((char *[]){ (char *) text, NULL });
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      id = accord_reader_resolve (reader, target, words[i], error);
      if (id == 0)
        {
          g_prefix_error (error, "%s: ", _ (row->label));
          return FALSE;
        }
      g_array_append_val (ids, id);
    }
  if (row->type == ACCORD_FIELD_REFERENCES)
    accord_record_set_ids (record, row->name, (const gint64 *) (gconstpointer) ids->data, ids->len);
  else if (ids->len > 0)
    accord_record_set_int (record, row->name, g_array_index (ids, gint64, 0));
  return TRUE;
}

static AccordRecord *
make_record (AccordRowsPaste *self, guint row, AccordReader *reader, GError **error)
{
  g_autoptr (AccordRecord) record =
      self->preset != NULL ? accord_record_copy (self->preset) : accord_record_new (self->kind);
  char **cells = self->rows->pdata[row];

  for (guint i = 0; cells[i] != NULL; i++)
    {
      int field = g_array_index (self->fields, int, i);

      if (field < 0 || *cells[i] == '\0')
        continue;
      if (self->kind->fields[field].target != NULL
              ? !read_references (record, field, cells[i], reader, error)
              : !accord_record_parse_field (record, field, cells[i], error))
        return NULL;
    }
  accord_record_fill_in (record);
  return g_steal_pointer (&record);
}

static gboolean
meets_rules (AccordRecord *record, AccordReader *reader, GError **error)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (record);

  return accord_record_validate (record, error)
         && (klass->check == NULL || klass->check (record, reader, error));
}

static void
forget_reasons (AccordRowsPaste *self)
{
  g_ptr_array_set_size (self->reasons, 0);
  g_ptr_array_set_size (self->reasons, self->rows->len);
  self->n_good = 0;
}

/* --- Public */

static void
strv_free (gpointer data)
{
  g_strfreev (data);
}

/**
 * accord_rows_paste_new:
 * @kind: what the rows are to become
 * @text: a block of a spreadsheet: cells parted by tabs, in quotes where they hold tabs or ends of lines
 * @fields: (array length=n_fields): what the columns are where the block has no heading
 * @n_fields: how many
 * @error: return location for an error
 *
 * Reads a block and matches its columns with fields by what they are called.
 *
 * Returns: (transfer full): the rows, or %NULL where the text is no such block
 */
AccordRowsPaste *
accord_rows_paste_new (const AccordKind *kind, const char *text, const guint *fields, guint n_fields,
                       GError **error)
{
  g_autoptr (AccordRowsPaste) self = g_atomic_rc_box_new0 (AccordRowsPaste);

  self->kind = kind;
  self->rows = g_ptr_array_new_with_free_func (strv_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                           _ ("This is no text."));
      return NULL;
    }
  if (!read_rows (self, text, error))
    return NULL;
  match_columns (self, fields, n_fields);
  forget_reasons (self);
  return g_steal_pointer (&self);
}

AccordRowsPaste *
accord_rows_paste_ref (AccordRowsPaste *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
rows_paste_clear (gpointer data)
{
  AccordRowsPaste *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->fields);
  g_strfreev (self->heading);
  g_clear_object (&self->preset);
}

void
accord_rows_paste_unref (AccordRowsPaste *self)
{
  g_atomic_rc_box_release_full (self, rows_paste_clear);
}

/**
 * accord_rows_paste_set_preset:
 * @self: rows
 * @preset: (nullable): what each record begins with, which nobody changes any more
 */
void
accord_rows_paste_set_preset (AccordRowsPaste *self, AccordRecord *preset)
{
  g_set_object (&self->preset, preset);
}

const AccordKind *
accord_rows_paste_get_kind (AccordRowsPaste *self)
{
  return self->kind;
}

guint
accord_rows_paste_get_n_rows (AccordRowsPaste *self)
{
  return self->rows->len;
}

guint
accord_rows_paste_get_n_columns (AccordRowsPaste *self)
{
  return self->fields->len;
}

gboolean
accord_rows_paste_has_heading (AccordRowsPaste *self)
{
  return self->heading != NULL;
}

/**
 * accord_rows_paste_dup_column_name:
 * @self: rows
 * @column: which, from 0
 *
 * Returns: (transfer full): what it is called in the block, else its number
 */
char *
accord_rows_paste_dup_column_name (AccordRowsPaste *self, guint column)
{
  if (self->heading != NULL && column < g_strv_length (self->heading) && *self->heading[column] != '\0')
    return g_strdup (self->heading[column]);
  return g_strdup_printf (_ ("Column %u"), column + 1);
}

/**
 * accord_rows_paste_get_cell:
 * @self: rows
 * @row: which row, from 0; the heading is none
 * @column: which column, from 0
 *
 * Returns: (transfer none): what stands there; empty text where nothing does
 */
const char *
accord_rows_paste_get_cell (AccordRowsPaste *self, guint row, guint column)
{
  char **cells = self->rows->pdata[row];

  return column < g_strv_length (cells) ? cells[column] : "";
}

int
accord_rows_paste_get_field (AccordRowsPaste *self, guint column)
{
  return g_array_index (self->fields, int, column);
}

/**
 * accord_rows_paste_set_field:
 * @self: rows
 * @column: which, from 0
 * @field: index of the field that it fills, or -1 for none; another column that filled it does so no more
 */
void
accord_rows_paste_set_field (AccordRowsPaste *self, guint column, int field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (field >= 0 && g_array_index (self->fields, int, i) == field)
      g_array_index (self->fields, int, i) = -1;
  g_array_index (self->fields, int, column) = field;
  forget_reasons (self);
}

/**
 * accord_rows_paste_check:
 * @self: rows
 * @reader: where other records are sought by what they are called
 * @error: return location for an error
 *
 * Finds out which rows can become records, and why others cannot. Nothing is changed.
 *
 * Returns: %FALSE when it was cancelled
 */
gboolean
accord_rows_paste_check (AccordRowsPaste *self, AccordReader *reader, GError **error)
{
  forget_reasons (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (GError) reason = NULL;
      g_autoptr (AccordRecord) record = make_record (self, i, reader, &reason);

      if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (reader), error))
        return FALSE;
      if (record != NULL && meets_rules (record, reader, &reason))
        self->n_good++;
      else
        self->reasons->pdata[i] = g_strdup (reason->message);
    }
  return TRUE;
}

/**
 * accord_rows_paste_write:
 * @writer: the open change
 * @data: an #AccordRowsPaste
 * @error: return location for an error
 *
 * Adds the rows that can become records; an #AccordWriteFunc. Others are left aside, with the reason.
 *
 * Returns: %FALSE to keep nothing
 */
gboolean
accord_rows_paste_write (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRowsPaste *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autofree char *label = NULL;

  g_atomic_int_set (&self->n_done, 0);
  if (!accord_rows_paste_check (self, reader, error))
    return FALSE;
  if (self->n_good == 0)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("No row can be added. The first: %s"), (char *) self->reasons->pdata[0]);
      return FALSE;
    }
  if (self->n_good >= BULK_FROM && !accord_writer_begin_bulk (writer, self->kind, self->n_good, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (AccordRecord) record = NULL;

      g_atomic_int_inc (&self->n_done);
      if (self->reasons->pdata[i] != NULL)
        continue;
      record = make_record (self, i, reader, error);
      if (record == NULL || !accord_writer_insert (writer, record, error))
        return FALSE;
    }
  label = accord_rows_paste_dup_label (self);
  accord_writer_set_label (writer, label);
  return TRUE;
}

/**
 * accord_rows_paste_get_n_good:
 * @self: rows that were looked at
 *
 * Returns: how many can become records
 */
guint
accord_rows_paste_get_n_good (AccordRowsPaste *self)
{
  return self->n_good;
}

/**
 * accord_rows_paste_get_reason:
 * @self: rows that were looked at
 * @row: which, from 0
 *
 * Returns: (nullable): why it is refused, or %NULL
 */
const char *
accord_rows_paste_get_reason (AccordRowsPaste *self, guint row)
{
  return self->reasons->pdata[row];
}

/**
 * accord_rows_paste_get_n_done:
 * @self: rows that are being written
 *
 * Returns: how many of them are dealt with; may be asked from any thread
 */
guint
accord_rows_paste_get_n_done (AccordRowsPaste *self)
{
  return (guint) g_atomic_int_get (&self->n_done);
}

/**
 * accord_rows_paste_dup_label:
 * @self: rows that were looked at
 *
 * Returns: (transfer full): what the change is called: “Add 12 payments”
 */
char *
accord_rows_paste_dup_label (AccordRowsPaste *self)
{
  g_autofree char *number = accord_words_dup_number (self->n_good);
  g_autofree char *noun =
      accord_words_dup_noun (self->n_good == 1 ? _ (self->kind->label) : _ (self->kind->plural));

  /* Translators: a number and what is counted, such as “Add 12 payments”. */
  return g_strdup_printf (_ ("Add %s %s"), number, noun);
}
