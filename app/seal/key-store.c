/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "key-store.h"

#include "key-file.h"
#include "key-service.h"
#include "seal-error.h"

#define FILE_NAME "own.accordkey"

/**
 * accord_key_store_has_service:
 * @cancellable: (nullable): to stop it
 *
 * Returns: whether there is a secret service; nobody is asked anything
 */
gboolean
accord_key_store_has_service (GCancellable *cancellable)
{
  return accord_key_service_is_there (cancellable);
}

/**
 * accord_key_store_load:
 * @place: where the key is kept
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Gets a person's own key. May wait for the person, so it is for a thread of its own.
 *
 * Returns: (transfer full) (nullable): the key; %ACCORD_SEAL_ERROR_NO_KEY where there is none yet
 */
AccordKeyPair *
accord_key_store_load (const AccordKeyPlace *place, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (place != NULL, NULL);

  if (place->path != NULL)
    return accord_key_file_load (place->path, place->passphrase, cancellable, error);
  return accord_key_service_load (cancellable, error);
}

/* Whether that very key is there already. */
static gboolean
is_there (const AccordKeyPlace *place, AccordKeyPair *pair, GCancellable *cancellable)
{
  g_autoptr (AccordKeyPair) kept = accord_key_store_load (place, cancellable, NULL);

  return kept != NULL
         && accord_public_key_equal (accord_key_pair_get_public (kept), accord_key_pair_get_public (pair));
}

/**
 * accord_key_store_save:
 * @place: where the key is to be kept
 * @pair: the key
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Keeps a person's own key. Another one that is there is never replaced: %ACCORD_SEAL_ERROR_EXISTS. May wait
 * for the person, so it is for a thread of its own.
 *
 * Returns: whether it is kept
 */
gboolean
accord_key_store_save (const AccordKeyPlace *place, AccordKeyPair *pair, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean saved;

  g_return_val_if_fail (place != NULL && pair != NULL, FALSE);

  saved = place->path != NULL
              ? accord_key_file_save (place->path, place->passphrase, pair, cancellable, &local)
              : accord_key_service_save (pair, cancellable, &local);
  if (!saved && g_error_matches (local, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_EXISTS)
      && is_there (place, pair, cancellable))
    return TRUE;
  if (!saved)
    g_propagate_error (error, g_steal_pointer (&local));
  return saved;
}

/**
 * accord_key_store_dup_default_path:
 *
 * Returns: (transfer full) (type filename): the file for those without a secret service
 */
char *
accord_key_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "accord", FILE_NAME, NULL);
}
