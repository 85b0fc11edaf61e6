/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bech32.h"

#include <sodium.h>
#include <string.h>

/* 32 bytes are 256 bits, so 51 letters of 5 bits and one of 1 bit, filled up with noughts. */
#define N_BYTES 32
#define N_LETTERS 52
#define N_CHECK 6

static const char letters[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

static guint32
add_letter (guint32 sum, guint8 value)
{
  static const guint32 generator[] = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3 };
  guint32 top = sum >> 25;

  sum = (sum & 0x1ffffff) << 5 ^ value;
  for (guint i = 0; i < G_N_ELEMENTS (generator); i++)
    sum ^= generator[i] & -(top >> i & 1);
  return sum;
}

static guint32
add_prefix (const char *prefix)
{
  guint32 sum = 1;

  for (const char *at = prefix; *at != '\0'; at++)
    sum = add_letter (sum, g_ascii_tolower (*at) >> 5);
  sum = add_letter (sum, 0);
  for (const char *at = prefix; *at != '\0'; at++)
    sum = add_letter (sum, g_ascii_tolower (*at) & 31);
  return sum;
}

/* The letter's value, or 32 for one that stands for nothing; looks at all of them, whichever it is. */
static guint8
value_of (char letter)
{
  guint8 value = 32;

  for (guint8 i = 0; i < 32; i++)
    if (letters[i] == letter)
      value = i;
  return value;
}

/**
 * accord_bech32_write:
 * @prefix: what stands before the “1”, in small letters
 * @bytes: (array fixed-size=32): what is written
 *
 * Writes bytes as BIP 173 has it.
 *
 * Returns: (transfer full): the text in small letters; free with accord_secret_free()
 */
AccordSecret *
accord_bech32_write (const char *prefix, const guint8 bytes[32])
{
  gsize n_prefix = strlen (prefix);
  AccordSecret *text = accord_secret_new (n_prefix + 1 + N_LETTERS + N_CHECK);
  char *at = text + n_prefix + 1;
  guint32 sum = add_prefix (prefix);

  memcpy (text, prefix, n_prefix);
  text[n_prefix] = '1';
  for (guint i = 0; i < N_LETTERS; i++)
    {
      guint bit = i * 5;
      guint two = bytes[bit / 8] << 8 | (bit / 8 + 1 < N_BYTES ? bytes[bit / 8 + 1] : 0);
      guint8 value = two >> (11 - bit % 8) & 31;

      *at++ = letters[value];
      sum = add_letter (sum, value);
    }
  for (guint i = 0; i < N_CHECK; i++)
    sum = add_letter (sum, 0);
  sum ^= 1;
  for (guint i = 0; i < N_CHECK; i++)
    *at++ = letters[sum >> 5 * (N_CHECK - 1 - i) & 31];
  return text;
}

static gboolean
same_case (const char *text, gsize length)
{
  gboolean small = FALSE;
  gboolean capital = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      small |= g_ascii_islower (text[i]);
      capital |= g_ascii_isupper (text[i]);
    }
  return !(small && capital);
}

/**
 * accord_bech32_read:
 * @text: what was written
 * @length: its length in bytes
 * @prefix: what must stand before the “1”; capitals mean the same
 * @bytes: (out) (array fixed-size=32): where what it says is put; wiped where it says nothing
 *
 * Reads the one way in which 32 bytes are written: with the right sum, all small letters or all capitals,
 * and nothing in the bits that fill up the last letter.
 *
 * Returns: whether it is that
 */
gboolean
accord_bech32_read (const char *text, gsize length, const char *prefix, guint8 bytes[32])
{
  gsize n_prefix = strlen (prefix);
  guint32 sum = add_prefix (prefix);
  guint held = 0;
  guint n_held = 0;
  gsize n = 0;
  gboolean fits = length == n_prefix + 1 + N_LETTERS + N_CHECK && text[n_prefix] == '1'
                  && g_ascii_strncasecmp (text, prefix, n_prefix) == 0 && same_case (text, length);

  for (gsize i = n_prefix + 1; fits && i < length; i++)
    {
      guint8 value = value_of (g_ascii_tolower (text[i]));

      fits = value < 32;
      sum = add_letter (sum, value & 31);
      held = (held << 5 | value) & 0xfff;
      n_held += 5;
      if (n_held >= 8 && n < N_BYTES)
        bytes[n++] = held >> (n_held -= 8);
      if (n == N_BYTES && i == n_prefix + N_LETTERS)
        fits = fits && (held & ((1 << n_held) - 1)) == 0;
    }
  fits = fits && sum == 1;
  if (!fits)
    sodium_memzero (bytes, N_BYTES);
  return fits;
}
