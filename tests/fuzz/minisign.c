/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "minisign.h"
#include "seal-error.h"

#include <string.h>

/* Whose signatures the corpus holds, and of what. */
#define SIGNING "RWR1Q037H2VEU2ttPva+i6VWVyfpTvbLj2F5U3M9sFZd5UU/Y8ZJF85t"
#define SIGNED "Accord\n"

/* A signature, and after a nul what is said to be signed. Nobody who makes up bytes can sign: what is right
 * is in the corpus. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data, *nul = size > 0 ? memchr (text, '\0', size) : NULL;
  gsize length = nul != NULL ? (gsize) (nul - text) : size;
  const char *content = nul != NULL ? nul + 1 : "";
  gsize n_content = nul != NULL ? size - length - 1 : 0;
  g_autofree char *comment = NULL;
  g_autoptr (GError) error = NULL;

  if (accord_minisign_verify (text, (gssize) length, (const guint8 *) content, n_content, SIGNING, &comment,
                              &error))
    {
      g_assert_cmpmem (content, n_content, SIGNED, strlen (SIGNED));
      g_assert_cmpstr (comment, ==, "said");
    }
  else
    g_assert_true (error->domain == ACCORD_SEAL_ERROR && g_utf8_validate (error->message, -1, NULL));
  return 0;
}
