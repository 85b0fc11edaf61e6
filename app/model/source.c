/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordSource, accord_source)

static const AccordChoice types[] = {
  { "committee-page", N_ ("Committee page") },
  { "press-release", N_ ("Press release") },
  { "spend-file", N_ ("Spend file") },
  { "report", N_ ("Report") },
  { "web-page", N_ ("Web page") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "title", TEXT, N_ ("Title"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "other" },
  { "address", CODE, N_ ("Web address"), SEARCHED | FACT },
  { "file-name", CODE, N_ ("File name"), FACT },
  { "published", DATE, N_ ("Published on"), LISTED },
  { "published-words", TEXT, N_ ("Publication as stated"),
    .hint = N_ ("Where the source gives no exact date") },
  { "fetched", DATE, N_ ("Fetched on"), FACT },
  { "text", LONG_TEXT, N_ ("Text"), SEARCHED, .hint = N_ ("The document's own words, as they came") },
  { "digest", CODE, N_ ("Digest"), FACT, .hint = N_ ("SHA-256 of the file, which tells two versions apart") },
  { "unread", LONG_TEXT, N_ ("Not read"),
    .hint = N_ ("What a reader could make nothing of, one passage a line") },
  { "fetched-at", TEXT, N_ ("Time of fetching"), FACT, .hint = N_ ("In UTC, to the second") },
  { "form", TEXT, N_ ("Form"), FACT, .hint = N_ ("XML, HTML or text") },
  { "style", TEXT, N_ ("Style of the text"), FACT, .hint = N_ ("How the page had been captured") },
  { "page", CODE, N_ ("Page as it came"), FACT | DERIVED | CONTENT,
    .hint = N_ ("SHA-256 of the page, which the workspace keeps byte for byte") },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
accord_source_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "published", "fetched", error);
}

static void
accord_source_class_init (AccordSourceClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_source_validate;
  accord_record_class_describe (record_class, "source", N_ ("Source document"), N_ ("Source documents"),
                                N_ ("Add a source document"), fields, G_N_ELEMENTS (fields));
}
