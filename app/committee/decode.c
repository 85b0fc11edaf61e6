/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a page what it says of its own characters is looked for. */
#define LOOKED_THROUGH 2048

/* What Windows-1252 has where ISO 8859-1 has controls; nothing where it has nothing. */
static const gunichar windows_1252[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

#define REPLACEMENT 0xfffd

/**
 * accord_decode_windows_1252:
 * @byte: a byte
 *
 * Returns: the character that it is in Windows-1252; U+FFFD for none
 */
gunichar
accord_decode_windows_1252 (guchar byte)
{
  if (byte < 0x80 || byte >= 0xa0)
    return byte;
  return windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : REPLACEMENT;
}

static char *
from_windows_1252 (const char *data, gsize size, gsize *length)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      guchar byte = data[i];

      if (byte < 0x80)
        g_string_append_c (text, byte);
      else
        g_string_append_unichar (text, accord_decode_windows_1252 (byte));
    }
  *length = text->len;
  return g_string_free (text, FALSE);
}

static char *
from_utf16 (const char *data, gsize size, gboolean big_endian, gsize *length)
{
  GString *text = g_string_sized_new (size / 2 + size / 8);
  const guchar *at = (const guchar *) data;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar c = big_endian ? (guint) at[i] << 8 | at[i + 1] : (guint) at[i + 1] << 8 | at[i];

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < size)
        {
          gunichar low = big_endian ? (guint) at[i + 2] << 8 | at[i + 3] : (guint) at[i + 3] << 8 | at[i + 2];

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      g_string_append_unichar (text, c >= 0xd800 && c < 0xe000 ? REPLACEMENT : c);
    }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* UTF-16 without a mark at its beginning shows by the NUL bytes that its ASCII is made of. */
static gboolean
looks_like_utf16 (const char *data, gsize size, gboolean *big_endian)
{
  gsize n = MIN (size, LOOKED_THROUGH) / 2;
  gsize n_even = 0, n_odd = 0;

  for (gsize i = 0; i < n; i++)
    {
      n_even += data[2 * i] == '\0';
      n_odd += data[2 * i + 1] == '\0';
    }
  *big_endian = n_even > n_odd;
  return n >= 4 && MAX (n_even, n_odd) > n / 2 && MIN (n_even, n_odd) <= n / 16;
}

/* Whether what @said names is one of those charsets that differ from Windows-1252 and that councils use. */
static char *
find_named (const char *said, gsize size)
{
  static const char *const names[] = { "iso-8859-2",   "iso-8859-14",  "iso-8859-15",
                                       "windows-1250", "windows-1251", NULL };
  g_autofree char *lower = g_ascii_strdown (said, size);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *at = strstr (lower, names[i]);

      if (at != NULL && !g_ascii_isalnum (at[strlen (names[i])]))
        return g_strdup (names[i]);
    }
  return NULL;
}

/* What the server, the XML declaration or a meta element calls the charset, where that is worth knowing. */
static char *
find_declared (const char *data, gsize size, const char *content_type)
{
  gsize n = MIN (size, LOOKED_THROUGH);
  const char *at;

  if (content_type != NULL && strstr (content_type, "charset") != NULL)
    return find_named (content_type, strlen (content_type));
  at = g_strstr_len (data, n, "encoding=");
  if (at == NULL)
    at = g_strstr_len (data, n, "charset=");
  return at != NULL ? find_named (at, MIN (data + n - at, 40)) : NULL;
}

/* A page of UTF-8 with a few broken bytes, or cut in the middle of a character, is UTF-8 nonetheless. */
static gboolean
is_mostly_utf8 (const char *data, gsize size)
{
  gsize n_whole = 0, n_broken = 0;
  const char *end = data + size;

  for (const char *at = data; at < end;)
    {
      gunichar c;

      if ((guchar) *at < 0x80)
        {
          at++;
          continue;
        }
      c = g_utf8_get_char_validated (at, end - at);
      if (c == (gunichar) -2)
        break;
      n_whole += c != (gunichar) -1;
      n_broken += c == (gunichar) -1;
      at += c == (gunichar) -1 ? 1 : g_unichar_to_utf8 (c, NULL);
    }
  return n_broken == 0 || n_whole > 4 * n_broken;
}

static gsize
drop_nul (char *text, gsize length)
{
  const char *first = memchr (text, '\0', length);
  gsize kept = first != NULL ? (gsize) (first - text) : length;

  for (gsize i = kept; i < length; i++)
    if (text[i] != '\0')
      text[kept++] = text[i];
  text[kept] = '\0';
  return kept;
}

/* Without a character of which the page's end has cut off a part. */
static gsize
without_part (const char *data, gsize size)
{
  for (gsize n = 1; n <= MIN (size, 3); n++)
    if ((guchar) data[size - n] >= 0xc0)
      return g_utf8_get_char_validated (data + size - n, n) == (gunichar) -2 ? size - n : size;
  return size;
}

static char *
from_bytes (const char *data, gsize size, const char *content_type, gsize *length, const char **note)
{
  g_autofree char *declared = NULL;
  char *converted;

  if (is_mostly_utf8 (data, size))
    {
      size = without_part (data, size);
      if (g_utf8_validate (data, size, NULL))
        {
          *length = size;
          return g_strndup (data, size);
        }
      *note = _ ("Some bytes of the page are no characters; they are shown as “�”.");
      converted = g_utf8_make_valid (data, size);
      *length = strlen (converted);
      return converted;
    }
  declared = find_declared (data, size, content_type);
  if (declared != NULL)
    {
      converted = g_convert (data, size, "UTF-8", declared, NULL, length, NULL);
      if (converted != NULL)
        return converted;
    }
  *note = _ ("The page is not UTF-8; it was read as Windows-1252.");
  return from_windows_1252 (data, size, length);
}

/**
 * accord_decode:
 * @raw: a page byte for byte
 * @content_type: (nullable): what the server called it
 * @length: (out): the length of the text in bytes
 * @note: (out) (nullable) (transfer none): what a person should know of how it was read, as one sentence;
 * %NULL for nothing
 *
 * Makes UTF-8 of a page: by the mark at its beginning; as UTF-16 where it is that; as UTF-8 where it is that,
 * whatever it says to be; as what it says to be; as Windows-1252. NUL bytes are dropped, and so is the mark.
 *
 * Returns: (transfer full): valid UTF-8 without NUL
 */
char *
accord_decode (GBytes *raw, const char *content_type, gsize *length, const char **note)
{
  gsize size;
  const char *data = g_bytes_get_data (raw, &size);
  gboolean big_endian = FALSE;
  char *text;

  *note = NULL;
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    text = from_utf16 (data + 2, size - 2, data[0] == '\xfe', length);
  else if (looks_like_utf16 (data, size, &big_endian))
    text = from_utf16 (data, size, big_endian, length);
  else
    {
      if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
        {
          data += 3;
          size -= 3;
        }
      text = g_malloc (size + 1);
      if (size > 0)
        memcpy (text, data, size);
      *length = drop_nul (text, size);
      if (!g_utf8_validate (text, *length, NULL))
        {
          g_autofree char *bytes = text;

          text = from_bytes (bytes, *length, content_type, length, note);
        }
      return text;
    }
  *length = drop_nul (text, *length);
  return text;
}
