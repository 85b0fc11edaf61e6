/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "age.h"
#include "seal-error.h"

#include <string.h>

/* The key of the example in the age specification, and what the files in the corpus are sealed with. */
#define IDENTITY "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
#define PASSPHRASE "accord"
#define PLAIN "Accord\n"
#define PIECE 5000

/* A passphrase may be made a second's work, which would leave no time to try anything. */
static gboolean
is_little_work (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  const char *line = strstr (text, "-> scrypt ");
  const char *work = line != NULL ? strchr (line + strlen ("-> scrypt "), ' ') : NULL;

  return work != NULL && work[1] >= '1' && work[1] <= '9' && !g_ascii_isdigit (work[2]);
}

/* Nobody who makes up bytes can seal: what is given out is what the corpus holds, whatever became of it. */
static void
check_given (const guint8 *bytes, gsize n_bytes, gsize at)
{
  for (gsize i = 0; i < n_bytes; i++)
    g_assert_cmpint (bytes[i], ==, PLAIN[(at + i) % strlen (PLAIN)]);
}

static void
check_error (const GError *error)
{
  g_assert_true (error->domain == ACCORD_SEAL_ERROR && g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const identities[] = { IDENTITY, NULL };
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      accord_age_open (base, identities, is_little_work (data, size) ? PASSPHRASE : NULL, NULL, &error);
  guint8 piece[PIECE];
  gsize at = 0;
  gssize n = 0;

  accord_age_look (data, size);
  while (stream != NULL && (n = g_input_stream_read (stream, piece, sizeof piece, NULL, &error)) > 0)
    {
      check_given (piece, (gsize) n, at);
      at += (gsize) n;
    }
  if (stream == NULL || n < 0)
    check_error (error);
  return 0;
}
