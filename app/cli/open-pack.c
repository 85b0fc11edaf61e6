/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "open-pack.h"

#include <glib/gi18n-lib.h>

#include "open-file.h"
#include "own-key.h"
#include "passphrase.h"
#include "progress.h"
#include "seal-error.h"
#include "secret.h"

static AccordPack *
read_pack (AccordRun *run, GFile *file, const AccordPackKeys *keys, GError **error)
{
  AccordProgress progress;
  AccordPack *pack;

  accord_progress_init (&progress, _ ("Reading"));
  pack = accord_pack_read (file, keys, accord_progress_show, &progress, run->cancellable, error);
  accord_progress_end (&progress);
  return pack;
}

/* Whoever has no key yet is told that the pack is sealed for others, and not to make one. */
static gboolean
load_identity (AccordRun *run, char **identity, GError **error)
{
  g_autoptr (AccordOwnKey) own = accord_own_key_find (run, run->options->passphrase_file, error);
  g_autoptr (AccordKeyPair) pair = NULL;
  g_autoptr (GError) problem = NULL;

  if (own == NULL)
    return FALSE;
  pair = accord_own_key_load_from (own, run, &problem);
  if (pair != NULL)
    *identity = accord_key_pair_dup_identity (pair);
  else if (!g_error_matches (problem, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

/**
 * accord_cli_open_pack:
 * @run: the run
 * @path: a path of the command line
 * @error: return location for an error
 *
 * Reads a pack. A passphrase or a key is looked for only where one is wanted.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
AccordPack *
accord_cli_open_pack (AccordRun *run, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordSecret) passphrase = NULL;
  g_autoptr (AccordSecret) identity = NULL;
  const char *identities[] = { NULL, NULL };
  AccordPackKeys keys = { .identities = identities };
  AccordAgeLock lock;

  if (!accord_cli_can_open (path, error) || !accord_pack_look (file, &lock, run->cancellable, error))
    return NULL;
  if (lock == ACCORD_AGE_KEYS && !load_identity (run, &identity, error))
    return NULL;
  if (lock == ACCORD_AGE_PASSPHRASE && run->options->passphrase_file != NULL)
    {
      passphrase = accord_cli_read_passphrase (run->options->passphrase_file, error);
      if (passphrase == NULL)
        return NULL;
    }
  identities[0] = identity;
  keys.passphrase = passphrase;
  return read_pack (run, file, &keys, error);
}
