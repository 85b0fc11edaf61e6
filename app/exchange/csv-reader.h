/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charset.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordSlice:
 * @text: UTF-8, not nul-terminated
 * @len: length in bytes
 *
 * A piece of text in somebody else's memory.
 */
typedef struct
{
  const char *text;
  gsize len;
} AccordSlice;

/**
 * AccordCsvRecord:
 * @line: the physical line on which it begins, counted from 1
 * @fields: (array length=n_fields): its fields, valid until the next record is asked for
 * @n_fields: how many; an empty line has one empty field
 *
 * One record of a file.
 */
typedef struct
{
  guint64 line;
  const AccordSlice *fields;
  gsize n_fields;
} AccordCsvRecord;

/**
 * AccordCsvResult:
 * @ACCORD_CSV_RECORD: a record was read
 * @ACCORD_CSV_BROKEN: a quotation mark opens a field and nothing closes it; reading goes on in the line after
 * it
 * @ACCORD_CSV_END: there are no more
 * @ACCORD_CSV_ERROR: reading failed
 */
typedef enum
{
  ACCORD_CSV_RECORD,
  ACCORD_CSV_BROKEN,
  ACCORD_CSV_END,
  ACCORD_CSV_ERROR,
} AccordCsvResult;

/**
 * AccordCsvReader:
 *
 * Reads separated values as RFC 4180 has them and as real files do: any line ending, quoted fields with line
 * breaks and doubled quotation marks, blanks around them, stray quotation marks within a field. The file
 * streams through one buffer, so that its size does not matter.
 */
typedef struct _AccordCsvReader AccordCsvReader;

AccordCsvReader *accord_csv_reader_new (GInputStream *stream, AccordCharset charset, char separator);
void accord_csv_reader_free (AccordCsvReader *self);
AccordCsvResult accord_csv_reader_next (AccordCsvReader *self, AccordCsvRecord *record,
                                        GCancellable *cancellable, GError **error);
guint64 accord_csv_reader_get_bytes (AccordCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCsvReader, accord_csv_reader_free)

G_END_DECLS
