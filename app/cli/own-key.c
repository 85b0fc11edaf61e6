/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-key.h"

#include <glib/gi18n-lib.h>

#include "passphrase.h"
#include "seal-error.h"

static const char *
from_environment (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * accord_own_key_find:
 * @run: the run
 * @passphrase_file: (nullable) (type filename): a file whose first line is the passphrase of the key
 * @error: return location for an error
 *
 * Finds out where the key of who runs a command is kept, without looking into it.
 *
 * Returns: (transfer full) (nullable): the place
 */
AccordOwnKey *
accord_own_key_find (AccordRun *run, const char *passphrase_file, GError **error)
{
  g_autoptr (AccordOwnKey) self = g_new0 (AccordOwnKey, 1);
  const char *named =
      run->options->key_file != NULL ? run->options->key_file : from_environment ("ACCORD_KEY_FILE");

  if (passphrase_file == NULL)
    passphrase_file = from_environment ("ACCORD_PASSPHRASE_FILE");
  self->path = named != NULL ? g_strdup (named) : accord_key_store_dup_default_path ();
  if (named == NULL && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&self->path, g_free);
  if (self->path != NULL && passphrase_file != NULL)
    {
      self->passphrase = accord_cli_read_passphrase (passphrase_file, error);
      if (self->passphrase == NULL)
        return NULL;
    }
  self->place.path = self->path;
  self->place.passphrase = self->passphrase;
  return g_steal_pointer (&self);
}

/**
 * accord_own_key_free:
 * @self: (transfer full): a place
 *
 * Lets go of it.
 */
void
accord_own_key_free (AccordOwnKey *self)
{
  g_free (self->path);
  accord_secret_free (self->passphrase);
  g_free (self);
}

/* What to do about it, which only a command line has words for. */
static const char *
advice_for (const GError *why)
{
  if (why->domain != ACCORD_SEAL_ERROR)
    return NULL;
  switch ((AccordSealError) why->code)
    {
    case ACCORD_SEAL_ERROR_NO_KEY:
      return _ ("“accordctl key new” makes one.");
    case ACCORD_SEAL_ERROR_STORE:
      return _ ("Name a file for the key with --key-file or $ACCORD_KEY_FILE.");
    case ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE:
      return _ ("Name a file that holds it with $ACCORD_PASSPHRASE_FILE.");
    case ACCORD_SEAL_ERROR_FORMAT:
    case ACCORD_SEAL_ERROR_SIGNATURE:
    case ACCORD_SEAL_ERROR_PASSPHRASE:
    case ACCORD_SEAL_ERROR_DAMAGED:
    case ACCORD_SEAL_ERROR_NEWER:
    case ACCORD_SEAL_ERROR_EXISTS:
    default:
      return NULL;
    }
}

/**
 * accord_own_key_load_from:
 * @self: where the key is
 * @run: the run
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the key; else the error also says what to do
 */
AccordKeyPair *
accord_own_key_load_from (AccordOwnKey *self, AccordRun *run, GError **error)
{
  g_autoptr (GError) why = NULL;
  AccordKeyPair *pair = accord_key_store_load (&self->place, run->cancellable, &why);
  const char *advice = why != NULL ? advice_for (why) : NULL;

  if (advice != NULL)
    g_set_error (error, why->domain, why->code, "%s %s", why->message, advice);
  else if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return pair;
}

/**
 * accord_own_key_load:
 * @run: the run
 * @error: return location for an error
 *
 * Gets the key of who runs a command.
 *
 * Returns: (transfer full) (nullable): the key; else the error also says what to do
 */
AccordKeyPair *
accord_own_key_load (AccordRun *run, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, NULL, error);

  return own != NULL ? accord_own_key_load_from (own, run, error) : NULL;
}
