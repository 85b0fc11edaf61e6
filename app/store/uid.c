/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "uid.h"

#include <string.h>

/* Crockford's base 32: sorts as the bytes do, and has no I, L, O or U to misread. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static GMutex lock;
static guint64 last_time;
static guint64 last_high;
static guint64 last_low;

static guint64
random_bits (void)
{
  return ((guint64) g_random_int () << 32) | g_random_int ();
}

static char *
put (char *out, guint64 value, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--)
    {
      out[i - 1] = alphabet[value & 31];
      value >>= 5;
    }
  return out + n_digits;
}

/**
 * accord_uid_make:
 * @uid: (out caller-allocates): room for the identifier and its end
 *
 * Makes an identifier that is unique everywhere: 48 bits of time in milliseconds and 80 random ones, in the
 * form known as ULID. Those of one process ascend strictly, so that an index over a million of them grows
 * only at its end. May be called from any thread.
 */
void
accord_uid_make (char uid[ACCORD_UID_LENGTH + 1])
{
  guint64 now = g_get_real_time () / 1000;
  char *out = uid;

  g_mutex_lock (&lock);
  if (now > last_time)
    {
      last_time = now;
      last_high = random_bits () & G_GUINT64_CONSTANT (0xFFFFFFFFFF);
      last_low = random_bits () & G_GUINT64_CONSTANT (0xFFFFFFFFFF);
    }
  else
    {
      /* Within one millisecond, or when the clock was set back, count on from the last one. */
      last_low = (last_low + 1 + (g_random_int () & 0xFF)) & G_GUINT64_CONSTANT (0xFFFFFFFFFF);
      if (last_low < 0x100)
        last_high = (last_high + 1) & G_GUINT64_CONSTANT (0xFFFFFFFFFF);
    }
  out = put (out, last_time, 10);
  out = put (out, last_high, 8);
  out = put (out, last_low, 8);
  g_mutex_unlock (&lock);
  *out = '\0';
}
