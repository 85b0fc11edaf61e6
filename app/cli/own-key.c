/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-key.h"

#include <glib/gi18n-lib.h>

#include "passphrase.h"
#include "person.h"
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

static void
give_advice (GError *why, GError **error)
{
  g_autoptr (GError) own = why;
  const char *advice = advice_for (own);

  if (advice != NULL)
    g_set_error (error, own->domain, own->code, "%s %s", own->message, advice);
  else
    g_propagate_error (error, g_steal_pointer (&own));
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
  GError *why = NULL;
  AccordKeyPair *pair = accord_key_store_load (&self->place, run->cancellable, &why);

  if (why != NULL)
    give_advice (why, error);
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

/**
 * accord_own_key_need:
 * @run: the run
 * @holder: (nullable): who holds a key that is made; else who sits at this computer
 * @error: return location for an error
 *
 * Gets the key of who runs a command, and makes one where there is none yet; that is said on standard error,
 * with its words.
 *
 * Returns: (transfer full) (nullable): the key; else the error also says what to do
 */
AccordKeyPair *
accord_own_key_need (AccordRun *run, const char *holder, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, NULL, error);
  g_autoptr (AccordKeyPair) pair = NULL;
  g_autofree char *person = accord_person_dup (), *words = NULL;
  GError *why = NULL;

  if (own == NULL)
    return NULL;
  pair = accord_key_store_load (&own->place, run->cancellable, &why);
  if (g_error_matches (why, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY))
    {
      g_clear_error (&why);
      pair = accord_key_pair_new (holder != NULL ? holder : person, &why);
      if (pair != NULL && !accord_key_store_save (&own->place, pair, run->cancellable, &why))
        g_clear_pointer (&pair, accord_key_pair_unref);
      if (pair != NULL)
        {
          words = accord_public_key_dup_words (accord_key_pair_get_public (pair));
          g_printerr (_ ("Your own key was made. Its words: %s\n"), words);
        }
    }
  if (why != NULL)
    give_advice (why, error);
  return g_steal_pointer (&pair);
}
