/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csv-reader.h"
#include "date.h"
#include "exchange-error.h"
#include "fold.h"

/* The columns of etr.csv and epraccur.csv, which have no headings, by the register's own description. */
enum
{
  CODE,
  NAME,
  FIRST_ADDRESS = 4,
  POSTCODE = 9,
  OPENED,
  CLOSED,
  STATUS,
  COMMISSIONER = 14,
  SETTING = 25,
  N_COLUMNS = 27,
};

/* The prescribing setting of a GP practice. */
#define GP_PRACTICE "4"

static char *
dup_field (const AccordCsvRecord *row, guint column)
{
  char *text = g_strndup (row->fields[column].text, row->fields[column].len);
  char *collapsed = accord_text_collapse (text);

  g_free (text);
  if (*collapsed == '\0')
    g_clear_pointer (&collapsed, g_free);
  return collapsed;
}

/* yyyymmdd, or nothing. */
static gboolean
take_date (const AccordCsvRecord *row, guint column, char **date)
{
  g_autofree char *text = dup_field (row, column);

  *date = NULL;
  if (text == NULL)
    return TRUE;
  if (strlen (text) != 8 || strspn (text, "0123456789") != 8)
    return FALSE;
  *date = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  if (accord_date_is_iso (*date))
    return TRUE;
  g_clear_pointer (date, g_free);
  return FALSE;
}

static char *
dup_address (const AccordCsvRecord *row)
{
  GString *address = g_string_new (NULL);

  for (guint i = FIRST_ADDRESS; i <= POSTCODE; i++)
    {
      g_autofree char *line = dup_field (row, i);
      g_autofree char *written = NULL;

      if (line == NULL)
        continue;
      written = i == POSTCODE ? g_strdup (line) : accord_ods_dup_written_name (line);
      if (address->len > 0)
        g_string_append_c (address, '\n');
      g_string_append (address, written);
    }
  if (address->len > 0)
    return g_string_free (address, FALSE);
  g_string_free (address, TRUE);
  return NULL;
}

static void
reject (AccordOdsFile *self, guint64 line, const char *reason)
{
  g_ptr_array_add (self->rejected, accord_rejection_new (line, reason));
}

/* A status says that the row is of a practice; trusts have none. */
static void
take_kind (AccordOdsFile *self, AccordOdsEntry *entry, const AccordCsvRecord *row)
{
  g_autofree char *status = dup_field (row, STATUS);
  g_autofree char *setting = dup_field (row, SETTING);

  if (status == NULL)
    {
      accord_ods_entry_set_role (entry, "RO197", NULL);
      return;
    }
  self->form = ACCORD_ODS_PRACTICES;
  entry->closed_now = g_str_equal (status, "C") || g_str_equal (status, "D");
  accord_ods_entry_set_role (entry, g_strcmp0 (setting, GP_PRACTICE) == 0 ? "RO76" : "RO177", NULL);
}

static void
take_row (AccordOdsFile *self, const AccordCsvRecord *row)
{
  g_autofree char *code = NULL, *name = NULL;
  AccordOdsEntry *entry;
  gboolean dated;

  if (row->n_fields == 1 && row->fields[0].len == 0)
    return;
  if (row->n_fields != N_COLUMNS)
    {
      g_autofree char *reason =
          g_strdup_printf (ngettext ("The row has %zu column, where the register has 27.",
                                     "The row has %zu columns, where the register has 27.", row->n_fields),
                           row->n_fields);

      reject (self, row->line, reason);
      return;
    }
  code = dup_field (row, CODE);
  name = dup_field (row, NAME);
  if (!accord_ods_is_code (code) || name == NULL)
    {
      reject (self, row->line, _ ("The row does not begin with an ODS code and a name."));
      return;
    }
  entry = accord_ods_entry_new (row->line, code, name);
  dated = take_date (row, OPENED, &entry->opened) && take_date (row, CLOSED, &entry->closed);
  if (!dated)
    {
      accord_ods_entry_free (entry);
      reject (self, row->line, _ ("The row has a date that is none."));
      return;
    }
  take_kind (self, entry, row);
  entry->closed_now = entry->closed_now || entry->closed != NULL;
  entry->address = dup_address (row);
  entry->commissioner = dup_field (row, COMMISSIONER);
  g_ptr_array_add (self->entries, entry);
}

static AccordCharset
find_charset (GBytes *raw)
{
  gsize size;
  const char *data = g_bytes_get_data (raw, &size);

  return g_utf8_validate_len (data, size, NULL) ? ACCORD_CHARSET_UTF8 : ACCORD_CHARSET_WINDOWS_1252;
}

/**
 * accord_ods_read_csv:
 * @self: a file, to be filled in
 * @name: what it is called
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the register's tables of 27 columns. A file of which no row can be read is none of them.
 *
 * Returns: whether it could be read
 */
gboolean
accord_ods_read_csv (AccordOdsFile *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (self->raw);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, find_charset (self->raw), ',');
  AccordCsvRecord row;
  AccordCsvResult result;

  self->form = ACCORD_ODS_TRUSTS;
  while ((result = accord_csv_reader_next (reader, &row, cancellable, error)) != ACCORD_CSV_END)
    {
      if (result == ACCORD_CSV_ERROR)
        return FALSE;
      if (result == ACCORD_CSV_BROKEN)
        reject (self, row.line, _ ("A quotation mark opens a field and nothing closes it."));
      else
        take_row (self, &row);
    }
  if (self->entries->len > 0)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
               _ ("“%s” is no file of the ODS register: that is an answer of its ORD service, or a table of "
                  "27 columns "
                  "without headings such as etr.csv and epraccur.csv."),
               name);
  return FALSE;
}
