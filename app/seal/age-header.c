/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age-header.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "base64.h"
#include "seal-error.h"

#define COLUMNS 64
#define N_COLUMN_BYTES 48
#define ANY_VERSION "age-encryption.org/"
#define STANZA "-> "
#define END "---"
#define MAX_HEADER (1024 * 1024)

static void
stanza_free (gpointer data)
{
  AccordAgeStanza *self = data;

  g_strfreev (self->arguments);
  g_byte_array_unref (self->body);
  g_free (self);
}

/**
 * accord_age_header_new:
 *
 * Returns: (transfer full): a header without locks
 */
AccordAgeHeader *
accord_age_header_new (void)
{
  AccordAgeHeader *self = g_new0 (AccordAgeHeader, 1);

  self->stanzas = g_ptr_array_new_with_free_func (stanza_free);
  self->text = g_string_new (ACCORD_AGE_FIRST_LINE "\n");
  return self;
}

/**
 * accord_age_header_free:
 * @self: (transfer full): a header
 *
 * Lets go of it.
 */
void
accord_age_header_free (AccordAgeHeader *self)
{
  g_ptr_array_unref (self->stanzas);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * accord_age_header_add:
 * @self: a header that is being made
 * @arguments: (array zero-terminated=1): the lock's kind and what follows
 * @body: (array fixed-size=32): the file's key, sealed
 *
 * Adds a lock.
 */
void
accord_age_header_add (AccordAgeHeader *self, const char *const *arguments,
                       const guint8 body[ACCORD_AGE_BODY_SIZE])
{
  char text[COLUMNS];

  accord_base64_write (body, ACCORD_AGE_BODY_SIZE, ACCORD_BASE64_PLAIN, text);
  g_string_append (self->text, "->");
  for (guint i = 0; arguments[i] != NULL; i++)
    g_string_append_printf (self->text, " %s", arguments[i]);
  g_string_append_printf (self->text, "\n%s\n", text);
}

/**
 * accord_age_header_finish:
 * @self: a header with all its locks
 * @keys: of the file
 *
 * Returns: (transfer full): the header as it stands in the file, with what vouches for it
 */
char *
accord_age_header_finish (AccordAgeHeader *self, const AccordAgeKeys *keys)
{
  char text[COLUMNS];

  g_string_append (self->text, END);
  accord_age_mac (keys, self->text->str, self->text->len, self->mac);
  accord_base64_write (self->mac, sizeof self->mac, ACCORD_BASE64_PLAIN, text);
  return g_strconcat (self->text->str, " ", text, "\n", NULL);
}

/**
 * accord_age_header_is_right:
 * @self: a header that was read
 * @keys: of the file
 *
 * Returns: whether what stands at its end vouches for it
 */
gboolean
accord_age_header_is_right (AccordAgeHeader *self, const AccordAgeKeys *keys)
{
  guint8 mac[ACCORD_AGE_KEY_SIZE];

  accord_age_mac (keys, self->text->str, self->text->len, mac);
  return sodium_memcmp (mac, self->mac, sizeof mac) == 0;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                       _ ("The file is not sealed in the form of age, or the beginning of it was changed or "
                          "cut short."));
  return FALSE;
}

/* Adds the next line to the header's text, of which it begins at @start, and leaves its line feed out; every
 * sign of it can be seen, or is a blank. */
static gboolean
take_line (AccordAgeHeader *self, GBufferedInputStream *base, gsize *start, GCancellable *cancellable,
           GError **error)
{
  *start = self->text->len;
  for (;;)
    {
      g_autoptr (GError) local = NULL;
      int byte = g_buffered_input_stream_read_byte (base, cancellable, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (byte == '\n')
        return TRUE;
      if (byte < 0x20 || byte > 0x7e || self->text->len >= MAX_HEADER)
        return refuse (error);
      g_string_append_c (self->text, byte);
    }
}

static gboolean
read_first_line (AccordAgeHeader *self, GBufferedInputStream *base, GCancellable *cancellable, GError **error)
{
  gsize start;

  g_string_truncate (self->text, 0);
  if (!take_line (self, base, &start, cancellable, error))
    return FALSE;
  if (g_str_equal (self->text->str, ACCORD_AGE_FIRST_LINE))
    return TRUE;
  if (!g_str_has_prefix (self->text->str, ANY_VERSION))
    return refuse (error);
  g_set_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEWER,
               _ ("The file is sealed in another version of age than v1, which this program does not read."));
  return FALSE;
}

/* Full lines of 64 letters, and then one that is shorter, even if nothing is left for it. */
static gboolean
read_body (AccordAgeHeader *self, GBufferedInputStream *base, GByteArray *body, GCancellable *cancellable,
           GError **error)
{
  gsize length;

  do
    {
      guint8 bytes[N_COLUMN_BYTES];
      gsize start;
      gsize n_bytes;

      g_string_append_c (self->text, '\n');
      if (!take_line (self, base, &start, cancellable, error))
        return FALSE;
      length = self->text->len - start;
      if (length > COLUMNS
          || !accord_base64_read (self->text->str + start, length, ACCORD_BASE64_PLAIN, bytes, sizeof bytes,
                                  &n_bytes))
        return refuse (error);
      g_byte_array_append (body, bytes, n_bytes);
    }
  while (length == COLUMNS);
  g_string_append_c (self->text, '\n');
  return TRUE;
}

static gboolean
read_stanza (AccordAgeHeader *self, GBufferedInputStream *base, gsize start, GCancellable *cancellable,
             GError **error)
{
  AccordAgeStanza *stanza = g_new0 (AccordAgeStanza, 1);

  stanza->arguments = g_strsplit (self->text->str + start + strlen (STANZA), " ", -1);
  stanza->body = g_byte_array_new ();
  g_ptr_array_add (self->stanzas, stanza);
  for (guint i = 0; stanza->arguments[i] != NULL; i++)
    if (stanza->arguments[i][0] == '\0')
      return refuse (error);
  if (stanza->arguments[0] == NULL)
    return refuse (error);
  return read_body (self, base, stanza->body, cancellable, error);
}

static gboolean
read_end (AccordAgeHeader *self, gsize start, GError **error)
{
  gsize n = start + strlen (END);

  if (self->stanzas->len == 0 || self->text->str[n] != ' '
      || !accord_base64_read_exactly (self->text->str + n + 1, self->text->len - n - 1, ACCORD_BASE64_PLAIN,
                                      self->mac, sizeof self->mac))
    return refuse (error);
  g_string_truncate (self->text, n);
  return TRUE;
}

static gboolean
read_rest (AccordAgeHeader *self, GBufferedInputStream *base, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      gsize start;

      if (!take_line (self, base, &start, cancellable, error))
        return FALSE;
      if (g_str_has_prefix (self->text->str + start, END))
        return read_end (self, start, error);
      if (!g_str_has_prefix (self->text->str + start, STANZA))
        return refuse (error);
      if (!read_stanza (self, base, start, cancellable, error))
        return FALSE;
    }
}

/**
 * accord_age_header_read:
 * @base: a file; afterwards it stands where the content begins
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Reads the header of an age file, as strictly as the specification says: one right way to write it, and at
 * most a mebibyte.
 *
 * Returns: (transfer full) (nullable): the header, for which nobody has vouched yet
 */
AccordAgeHeader *
accord_age_header_read (GBufferedInputStream *base, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordAgeHeader) self = accord_age_header_new ();

  if (!read_first_line (self, base, cancellable, error))
    return NULL;
  g_string_append_c (self->text, '\n');
  if (!read_rest (self, base, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
