/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age.h"

#include <string.h>

#include "age-armor.h"
#include "age-header.h"
#include "base64.h"

#define FIRST_BYTES (2 * ACCORD_AGE_ARMOR_BYTES)
#define PASSPHRASE "-> scrypt "

static AccordAgeLock
look_at_header (const guint8 *bytes, gsize n_bytes)
{
  gsize n = strlen (ACCORD_AGE_FIRST_LINE "\n");

  if (n_bytes < n || memcmp (bytes, ACCORD_AGE_FIRST_LINE "\n", n) != 0)
    return ACCORD_AGE_OPEN;
  return n_bytes - n >= strlen (PASSPHRASE) && memcmp (bytes + n, PASSPHRASE, strlen (PASSPHRASE)) == 0
             ? ACCORD_AGE_PASSPHRASE
             : ACCORD_AGE_KEYS;
}

/* The first two lines of armour hold as much as is looked at. */
static AccordAgeLock
look_at_armor (const char *text, gsize length)
{
  guint8 bytes[FIRST_BYTES];
  gsize n = 0;
  const char *feed = memchr (text, '\n', length);

  while (feed != NULL && n < FIRST_BYTES)
    {
      const char *line = feed + 1;
      gsize n_line;
      gsize n_bytes;

      feed = memchr (line, '\n', text + length - line);
      n_line = (feed != NULL ? feed : text + length) - line;
      if (n_line > 0 && line[n_line - 1] == '\r')
        n_line--;
      if (!accord_base64_read (line, n_line, ACCORD_BASE64_FILLED, bytes + n, sizeof bytes - n, &n_bytes))
        break;
      n += n_bytes;
    }
  return look_at_header (bytes, n);
}

/**
 * accord_age_look:
 * @bytes: (array length=n_bytes): the first bytes of a file; a few hundred are enough
 * @n_bytes: how many
 *
 * Looks how a file is sealed. Whether it can be opened, or is whole, is another question.
 *
 * Returns: how; %ACCORD_AGE_OPEN if not at all
 */
AccordAgeLock
accord_age_look (const guint8 *bytes, gsize n_bytes)
{
  gsize n = 0;

  while (n < n_bytes && g_ascii_isspace (bytes[n]))
    n++;
  if (n_bytes - n >= strlen (ACCORD_AGE_ARMOR_BEGIN)
      && memcmp (bytes + n, ACCORD_AGE_ARMOR_BEGIN, strlen (ACCORD_AGE_ARMOR_BEGIN)) == 0)
    return look_at_armor ((const char *) bytes + n, n_bytes - n);
  return look_at_header (bytes, n_bytes);
}
