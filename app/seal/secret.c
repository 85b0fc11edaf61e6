/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "secret.h"

#include <sodium.h>
#include <string.h>

/**
 * accord_seal_ready:
 *
 * Makes libsodium ready. May be called any number of times, from any thread; without it nothing can be
 * sealed, so a system that has no randomness ends the program.
 */
void
accord_seal_ready (void)
{
  if (sodium_init () < 0)
    g_error ("the library of ciphers cannot be made ready");
}

/**
 * accord_secret_new:
 * @n_bytes: how many bytes are wanted
 *
 * Returns: (transfer full): as many bytes and a nul after them, all nought; free with accord_secret_free()
 */
AccordSecret *
accord_secret_new (gsize n_bytes)
{
  AccordSecret *secret;

  accord_seal_ready ();
  secret = sodium_malloc (n_bytes + 1);
  if (secret == NULL)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes that are to be kept secret", n_bytes);
  memset (secret, 0, n_bytes + 1);
  return secret;
}

/**
 * accord_secret_dup:
 * @text: (nullable): text
 * @length: its length in bytes, or -1 if it ends with a nul
 *
 * Returns: (transfer full) (nullable): the same; free with accord_secret_free()
 */
AccordSecret *
accord_secret_dup (const char *text, gssize length)
{
  AccordSecret *secret;
  gsize n;

  if (text == NULL)
    return NULL;
  n = length < 0 ? strlen (text) : (gsize) length;
  secret = accord_secret_new (n);
  memcpy (secret, text, n);
  return secret;
}

/**
 * accord_secret_free:
 * @text: (nullable) (transfer full): what accord_secret_new() made
 *
 * Wipes it and gives its memory back.
 */
void
accord_secret_free (char *text)
{
  sodium_free (text);
}
