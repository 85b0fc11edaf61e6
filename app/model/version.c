/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "version.h"

#include "case.h"
#include "table.h"

ACCORD_DEFINE_RECORD (AccordVersion, accord_version)

static const AccordChoice sorts[] = {
  { "sent", N_ ("Sent for review") },
  { "received", N_ ("Received") },
  { "merged", N_ ("Brought together") },
  { "kept", N_ ("Kept") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | LISTED | LOOKED_UP, .target = "case" },
  { "stage", CHOICE, N_ ("Stage"), LISTED, .choices = accord_case_stages },
  { "number", COUNT, N_ ("Number"), LISTED },
  { "sort", CHOICE, N_ ("What it is"), REQUIRED | LISTED, .choices = sorts, .initial = "kept" },
  { "dated", DATE, N_ ("Dated"), LISTED },
  { "due", DATE, N_ ("Answer due on"), LISTED },
  { "sent-to", REFERENCES, N_ ("Sent to"), LISTED, .target = "organisation" },
  { "signed-by", TEXT, N_ ("Signed by"), SEARCHED },
  { "signing-key", CODE, N_ ("Signing key"), FACT },
  { "pack", CODE, N_ ("Pack"), FACT | DERIVED },
  { "dossier", CODE, N_ ("Digest of what was frozen"), FACT | DERIVED | CONTENT },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_version_class_init (AccordVersionClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "version", N_ ("Case version"),
                                N_ ("Case versions"), N_ ("Keep a version"), fields, G_N_ELEMENTS (fields));
}
