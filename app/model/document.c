/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

#include "content.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordDocument, accord_document)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "version", TEXT, N_ ("Version"), SEARCHED | LISTED,
    .hint = N_ ("Such as “draft 3”, or “as sent to Cabinet”") },
  { "dated", DATE, N_ ("Dated"), LISTED, .hint = N_ ("The date on the document itself") },
  { "case", REFERENCE, N_ ("Business case"), LISTED, .target = "case" },
  { "programme", REFERENCE, N_ ("Programme"), .target = "programme" },
  { "fund", REFERENCE, N_ ("Fund"), .target = "fund" },
  { "meeting", REFERENCE, N_ ("Meeting"), .target = "meeting" },
  { "organisation", REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "file-name", CODE, N_ ("File name"), SEARCHED | FACT | DERIVED },
  { "size", COUNT, N_ ("Size in bytes"), LISTED | FACT | DERIVED },
  { "media-type", CODE, N_ ("Media type"), FACT | DERIVED },
  { "digest", CODE, N_ ("Digest"), FACT | DERIVED | CONTENT },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
accord_document_validate (AccordRecord *self, GError **error)
{
  return accord_record_get_text (self, "digest") != NULL
         || accord_validation_fail (self, "digest", error,
                                    _ ("A document needs its file: attach it instead of adding a record."));
}

static gboolean
accord_document_check (AccordRecord *self, AccordReader *reader, GError **error)
{
  gint64 size = accord_reader_content_size (reader, accord_record_get_text (self, "digest"));

  if (size != ACCORD_UNKNOWN && size == accord_record_get_int (self, "size"))
    return TRUE;
  return accord_validation_fail (self, "digest", error, _ ("The workspace has no such file."));
}

static void
accord_document_class_init (AccordDocumentClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_document_validate;
  record_class->check = accord_document_check;
  accord_record_class_describe (record_class, "document", N_ ("Document"), N_ ("Documents"),
                                N_ ("Attach a document"), fields, G_N_ELEMENTS (fields));
}
