/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base64.h"

#include "secret.h"

#include <sodium.h>
#include <string.h>

static int
variant_of (AccordBase64 form)
{
  return form == ACCORD_BASE64_FILLED ? sodium_base64_VARIANT_ORIGINAL
                                      : sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
}

/**
 * accord_base64_read:
 * @text: what was written
 * @length: its length in bytes
 * @form: in which form
 * @bytes: (array length=size): where what it says is put
 * @size: how much room there is
 * @n_bytes: (out): how many bytes it says
 *
 * Reads base64 with no other sign in it and no bit set that means nothing, in a time that does not tell what
 * it says.
 *
 * Returns: whether it is that, and fits
 */
gboolean
accord_base64_read (const char *text, gsize length, AccordBase64 form, guint8 *bytes, gsize size,
                    gsize *n_bytes)
{
  const char *end;

  accord_seal_ready ();
  return sodium_base642bin (bytes, size, text, length, NULL, n_bytes, &end, variant_of (form)) == 0
         && end == text + length;
}

/**
 * accord_base64_read_exactly:
 * @text: what was written
 * @length: its length in bytes
 * @form: in which form
 * @bytes: (array length=n_bytes): where what it says is put
 * @n_bytes: how many bytes it must say
 *
 * Returns: whether it says so many, in the one right way
 */
gboolean
accord_base64_read_exactly (const char *text, gsize length, AccordBase64 form, guint8 *bytes, gsize n_bytes)
{
  gsize n;

  return length == accord_base64_length (n_bytes, form)
         && accord_base64_read (text, length, form, bytes, n_bytes, &n) && n == n_bytes;
}

/**
 * accord_base64_write:
 * @bytes: (array length=n_bytes): what is written
 * @n_bytes: how many
 * @form: in which form
 * @text: (out caller-allocates): has room for accord_base64_length() and a nul
 *
 * Writes bytes in a time that does not tell what they are.
 */
void
accord_base64_write (const guint8 *bytes, gsize n_bytes, AccordBase64 form, char *text)
{
  sodium_bin2base64 (text, accord_base64_length (n_bytes, form) + 1, bytes, n_bytes, variant_of (form));
}

/**
 * accord_base64_length:
 * @n_bytes: how many bytes
 * @form: in which form
 *
 * Returns: how many letters they are written with
 */
gsize
accord_base64_length (gsize n_bytes, AccordBase64 form)
{
  return sodium_base64_encoded_len (n_bytes, variant_of (form)) - 1;
}
