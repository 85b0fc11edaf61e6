/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "open-pack.h"

#include <glib/gi18n-lib.h>

#include "open-file.h"
#include "passphrase.h"
#include "progress.h"
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

/**
 * accord_cli_open_pack:
 * @run: the run
 * @path: a path of the command line
 * @error: return location for an error
 *
 * Reads a pack. A passphrase is read only where one is wanted.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
AccordPack *
accord_cli_open_pack (AccordRun *run, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AccordPackKeys keys = { NULL };
  g_autoptr (AccordSecret) passphrase = NULL;
  AccordAgeLock lock;

  if (!accord_cli_can_open (path, error) || !accord_pack_look (file, &lock, run->cancellable, error))
    return NULL;
  if (lock == ACCORD_AGE_PASSPHRASE && run->options->passphrase_file != NULL)
    {
      passphrase = accord_cli_read_passphrase (run->options->passphrase_file, error);
      if (passphrase == NULL)
        return NULL;
    }
  keys.passphrase = passphrase;
  return read_pack (run, file, &keys, error);
}
