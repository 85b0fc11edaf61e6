/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "key-pair.h"
#include "seal-error.h"

#include <string.h>

static void
check_error (const GError *error)
{
  g_assert_true (error->domain == ACCORD_SEAL_ERROR && g_utf8_validate (error->message, -1, NULL));
}

/* What is read can be written in one line, and read again as the same. */
static void
check_key (AccordPublicKey *key)
{
  g_autofree char *text = accord_public_key_dup_text (key);
  g_autofree char *words = accord_public_key_dup_words (key);
  g_autoptr (AccordPublicKey) again = accord_public_key_parse (text, -1, NULL);

  g_assert_cmpuint (strlen (text), <=, 300);
  g_assert_null (strchr (text, '\n'));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (again);
  g_assert_true (accord_public_key_equal (key, again));
  g_assert_cmpstr (accord_public_key_get_holder (key), ==, accord_public_key_get_holder (again));
  g_assert_nonnull (words);
}

/* The bytes as a public key, and as a secret one. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) pair_error = NULL;
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (AccordPublicKey) key = accord_public_key_parse (text, (gssize) size, &error);
  g_autoptr (AccordKeyPair) pair = accord_key_pair_parse (text, (gssize) size, &pair_error);

  if (key != NULL)
    check_key (key);
  else
    check_error (error);
  if (pair != NULL)
    check_key (accord_key_pair_get_public (pair));
  else
    check_error (pair_error);
  return 0;
}
