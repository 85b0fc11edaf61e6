/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-words.h"

#include "date.h"

#include <string.h>

/* What sort of file it is, where its name says no more than what it is called: "PDF". */
static char *
dup_file_words (AccordRecord *document)
{
  const char *file = accord_record_get_text (document, "file-name");
  g_autofree char *title = accord_record_dup_title (document);
  gsize length = strlen (title);

  if (file != NULL && g_str_has_prefix (file, title) && file[length] == '.' && file[length + 1] != '\0')
    return g_utf8_strup (file + length + 1, -1);
  return g_strdup (file);
}

/**
 * accord_document_dup_words:
 * @document: a document
 *
 * Returns: (transfer full): what there is to know of it: "draft 3 · 12 Jul 2017 · PDF · 240 kB"
 */
char *
accord_document_dup_words (AccordRecord *document)
{
  gint64 size = accord_record_get_int (document, "size");
  const char *version = accord_record_get_text (document, "version");
  const char *dated = accord_record_get_text (document, "dated");
  g_autofree char *file = dup_file_words (document);
  g_autofree char *amount = size != ACCORD_UNKNOWN ? g_format_size (size) : NULL;
  g_autofree char *date = dated != NULL ? accord_date_format (dated) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (version != NULL)
    g_ptr_array_add (parts, (gpointer) version);
  if (date != NULL)
    g_ptr_array_add (parts, date);
  if (file != NULL)
    g_ptr_array_add (parts, file);
  if (amount != NULL)
    g_ptr_array_add (parts, amount);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
