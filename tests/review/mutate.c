/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mutate.h"

#include <string.h>

static void
put_32 (guint8 *at, guint32 value)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8) (value >> 8 * i);
}

/* A number that somebody might have written there on purpose, into a record of the zip. */
static void
edit_record (GRand *rand, GByteArray *bytes)
{
  static const guint32 numbers[] = { 0,          1,          0xffff,     0x10000,    0x7fffffff, 0x80000000,
                                     0xfffffffe, 0xffffffff, 0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50 };
  guint n_records = 0, chosen;

  for (guint pass = 0; pass < 2; pass++)
    {
      chosen = pass == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint) MAX (n_records, 1));
      n_records = 0;
      for (guint i = 0; i + 46 < bytes->len; i++)
        if (memcmp (bytes->data + i, "PK", 2) == 0 && bytes->data[i + 2] < 9)
          {
            if (pass == 1 && n_records == chosen)
              {
                const guint at = i + (guint) g_rand_int_range (rand, 0, 43);

                put_32 (bytes->data + at, numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
              }
            n_records++;
          }
    }
}

static void
flip (GRand *rand, GByteArray *bytes)
{
  const guint n = (guint) g_rand_int_range (rand, 1, 9);

  for (guint i = 0; i < n; i++)
    bytes->data[g_rand_int_range (rand, 0, (gint) bytes->len)] ^= 1u << g_rand_int_range (rand, 0, 8);
}

static void
swap (GRand *rand, GByteArray *bytes)
{
  const guint n = (guint) g_rand_int_range (rand, 1, (gint) bytes->len / 4);
  const guint a = (guint) g_rand_int_range (rand, 0, (gint) (bytes->len - 2 * n));
  const guint b = (guint) g_rand_int_range (rand, (gint) (a + n), (gint) (bytes->len - n + 1));
  g_autofree guint8 *kept = g_memdup2 (bytes->data + a, n);

  memcpy (bytes->data + a, bytes->data + b, n);
  memcpy (bytes->data + b, kept, n);
}

/* The beginning of the one and the end of the other, which is a good pack too. */
static void
splice (GRand *rand, GByteArray *bytes, GBytes *other)
{
  const gsize at = (gsize) g_rand_int_range (rand, 0, (gint) MIN (bytes->len, g_bytes_get_size (other)));
  const gsize from =
      g_rand_boolean (rand) ? at : (gsize) g_rand_int_range (rand, 0, (gint) g_bytes_get_size (other));

  g_byte_array_set_size (bytes, (guint) at);
  g_byte_array_append (bytes, (const guint8 *) g_bytes_get_data (other, NULL) + from,
                       (guint) (g_bytes_get_size (other) - from));
}

static void
insert (GRand *rand, GByteArray *bytes)
{
  const guint at = (guint) g_rand_int_range (rand, 0, (gint) bytes->len + 1);
  const guint n = (guint) g_rand_int_range (rand, 1, 200);
  const guint length = bytes->len;

  g_byte_array_set_size (bytes, length + n);
  memmove (bytes->data + at + n, bytes->data + at, length - at);
  for (guint i = 0; i < n; i++)
    bytes->data[at + i] = (guint8) g_rand_int_range (rand, 0, 256);
}

static void
cut (GRand *rand, GByteArray *bytes)
{
  const guint at = (guint) g_rand_int_range (rand, 0, (gint) bytes->len);

  if (g_rand_boolean (rand))
    g_byte_array_set_size (bytes, at);
  else
    g_byte_array_remove_range (bytes, at, (guint) g_rand_int_range (rand, 1, (gint) (bytes->len - at) + 1));
}

GBytes *
mutate_bytes (GRand *rand, GBytes *one, GBytes *other)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (one, NULL), (guint) g_bytes_get_size (one));
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      cut (rand, bytes);
      break;
    case 1:
      swap (rand, bytes);
      break;
    case 2:
      splice (rand, bytes, other);
      break;
    case 3:
      insert (rand, bytes);
      break;
    case 4:
    case 5:
      edit_record (rand, bytes);
      break;
    default:
      flip (rand, bytes);
      break;
    }
  /* What came out as it went in is no mutation. */
  if (bytes->len == g_bytes_get_size (one)
      && memcmp (bytes->data, g_bytes_get_data (one, NULL), bytes->len) == 0)
    flip (rand, bytes);
  return g_byte_array_free_to_bytes (bytes);
}
