/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Cairo writes what things are, but not the language, nor what pictures show. A PDF may be changed by adding
 * newer versions of some objects behind its end, with a table of where they are; so that is how they are
 * told. */

#define ENTRY 20
#define TAIL 64
#define START "startxref\n"
#define TRAILER "trailer\n<<"

/* A PDF, and what is to come behind it: @changed says of which objects there is a newer one, and where. */
typedef struct
{
  char *bytes;
  gsize length;
  const char *table;
  guint n_objects;
  gsize first_table;
  char *trailer;
  GString *added;
  GArray *changed;
} Pdf;

typedef struct
{
  guint object;
  gsize at;
} Change;

static void
pdf_clear (Pdf *self)
{
  g_free (self->bytes);
  g_free (self->trailer);
  if (self->added != NULL)
    g_string_free (self->added, TRUE);
  g_clear_pointer (&self->changed, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pdf, pdf_clear)

/* Where an object begins, or NULL where the file is not as it should be. */
static const char *
find_object (const Pdf *self, guint object)
{
  const char *entry = self->table + (gsize) object * ENTRY;
  const guint64 at = g_ascii_strtoull (entry, NULL, 10);

  return object < self->n_objects && entry[17] == 'n' && at < self->length ? self->bytes + at : NULL;
}

/* Where the words of an object end, if it is one of words alone. */
static const char *
find_end (const char *object)
{
  const char *end = strstr (object, "endobj"), *stream = strstr (object, "stream\n");

  return end == NULL || (stream != NULL && stream < end) ? NULL : end;
}

static gboolean
contains (const char *object, const char *end, const char *words)
{
  const char *found = g_strstr_len (object, end - object, words);

  /* A name that only begins so is another. */
  return found != NULL && !g_ascii_isalnum (found[strlen (words)]);
}

/* Where the table of objects begins: the last lines of the file say so. */
static gsize
find_table (const Pdf *self)
{
  const gsize from = self->length > TAIL ? self->length - TAIL : 0;
  const char *last = strstr (self->bytes + from, START);

  return last != NULL ? g_ascii_strtoull (last + strlen (START), NULL, 10) : self->length;
}

static gboolean
open_pdf (Pdf *self, const char *path, GError **error)
{
  const char *trailer, *end;

  if (!g_file_get_contents (path, &self->bytes, &self->length, error))
    return FALSE;
  self->first_table = find_table (self);
  if (self->first_table + ENTRY < self->length
      && sscanf (self->bytes + self->first_table, "xref\n0 %u\n", &self->n_objects) == 1
      && self->first_table + (gsize) self->n_objects * ENTRY < self->length)
    {
      self->table = strchr (self->bytes + self->first_table + strlen ("xref\n"), '\n') + 1;
      trailer = self->table + (gsize) self->n_objects * ENTRY;
      end = g_str_has_prefix (trailer, TRAILER) ? strstr (trailer, ">>") : NULL;
      if (end != NULL)
        {
          trailer += strlen (TRAILER);
          self->trailer = g_strndup (trailer, (gsize) (end - trailer));
          self->added = g_string_new (NULL);
          self->changed = g_array_new (FALSE, FALSE, sizeof (Change));
          return TRUE;
        }
    }
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                       _ ("The PDF was not written whole: the disk may be full."));
  return FALSE;
}

/* Adds a newer version of an object that says @more. */
static void
change (Pdf *self, guint number, const char *object, const char *end, const char *more)
{
  const char *inside = g_strstr_len (object, end - object, "<<");
  const Change made = { number, self->length + self->added->len };

  if (inside == NULL)
    return;
  inside += strlen ("<<");
  g_array_append_val (self->changed, made);
  g_string_append_len (self->added, object, inside - object);
  g_string_append_printf (self->added, " %s", more);
  g_string_append_len (self->added, inside, end - inside);
  g_string_append (self->added, "endobj\n");
}

/* Words as a PDF has them, of any script. */
static char *
dup_string (const char *words)
{
  g_autoptr (GString) text = g_string_new ("<FEFF");
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (words, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    g_string_append_printf (text, "%04X", units[i]);
  g_string_append_c (text, '>');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
describe_object (Pdf *self, guint number, const char *language, GPtrArray *alternatives, guint *n_pictures)
{
  const char *object = find_object (self, number);
  const char *end = object != NULL ? find_end (object) : NULL;

  if (end == NULL)
    return;
  if (contains (object, end, "/Type /Catalog"))
    {
      g_autofree char *more =
          g_strdup_printf ("/Lang (%s) /ViewerPreferences << /DisplayDocTitle true >>", language);

      change (self, number, object, end, more);
    }
  else if (contains (object, end, "/StructElem") && contains (object, end, "/S /Figure")
           && *n_pictures < alternatives->len)
    {
      g_autofree char *words = dup_string (alternatives->pdata[(*n_pictures)++]);
      g_autofree char *more = g_strdup_printf ("/Alt %s", words);

      change (self, number, object, end, more);
    }
}

static void
add_table (Pdf *self)
{
  const gsize at = self->length + self->added->len;

  g_string_append (self->added, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < self->changed->len; i++)
    {
      const Change *made = &g_array_index (self->changed, Change, i);

      g_string_append_printf (self->added, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", made->object, made->at);
    }
  g_string_append_printf (
      self->added, "trailer\n<<%s   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      self->trailer, self->first_table, at);
}

static gboolean
append (const char *path, const GString *added, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), added->str, added->len, NULL, NULL, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/**
 * accord_pdf_describe:
 * @path: a PDF that cairo wrote, of version 1.4
 * @language: of its words, such as en-GB
 * @alternatives: (element-type utf8): what each of its pictures shows, in their order
 * @error: return location for an error
 *
 * Adds what cairo cannot say.
 *
 * Returns: %FALSE if it cannot be written, or is no whole PDF
 */
gboolean
accord_pdf_describe (const char *path, const char *language, GPtrArray *alternatives, GError **error)
{
  g_auto (Pdf) pdf = { 0 };
  guint n_pictures = 0;

  if (!open_pdf (&pdf, path, error))
    return FALSE;
  for (guint i = 1; i < pdf.n_objects; i++)
    describe_object (&pdf, i, language, alternatives, &n_pictures);
  add_table (&pdf);
  return append (path, pdf.added, error);
}
