/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "key-service.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "seal-error.h"

#define USE "own-key"

/* Under which name the key is found again; frozen. */
static const SecretSchema schema = { "io.github.accord_desktop.Accord.Key",
                                     SECRET_SCHEMA_NONE,
                                     { { "use", SECRET_SCHEMA_ATTRIBUTE_STRING } } };

/* A question of the keyring's that was put away, or that nobody was there to answer, is told as cancelled as
 * well. */
static void
fail (GError **error, GError *why, GCancellable *cancellable)
{
  gboolean cancelled = g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (cancelled && g_cancellable_is_cancelled (cancellable))
    {
      g_propagate_error (error, why);
      return;
    }
  if (cancelled)
    g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE,
                         _ ("The keyring of this computer was not unlocked, so your key is not in it."));
  else if (why->domain == G_DBUS_ERROR || why->domain == G_IO_ERROR)
    g_set_error_literal (
        error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE,
        _ ("No service that keeps secrets (such as GNOME Keyring or KWallet) answers on this "
           "computer."));
  else
    g_set_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE,
                 _ ("The service that keeps secrets on this computer did not do it: %s"), why->message);
  g_error_free (why);
}

/* Whether a key is kept, opened or not; never asks anybody to open anything. */
static gboolean
is_kept (gboolean *kept, GCancellable *cancellable, GError **error)
{
  GError *why = NULL;
  GList *found =
      secret_password_search_sync (&schema, SECRET_SEARCH_NONE, cancellable, &why, "use", USE, NULL);

  *kept = found != NULL;
  g_list_free_full (found, g_object_unref);
  if (why != NULL)
    fail (error, why, cancellable);
  return why == NULL;
}

/**
 * accord_key_service_is_there:
 * @cancellable: (nullable): to stop it
 *
 * Returns: whether there is a secret service
 */
gboolean
accord_key_service_is_there (GCancellable *cancellable)
{
  gboolean kept;

  return is_kept (&kept, cancellable, NULL);
}

/**
 * accord_key_service_load:
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError
 *
 * Takes the key out of the secret service, which may ask the person to unlock it.
 *
 * Returns: (transfer full) (nullable): the key pair
 */
AccordKeyPair *
accord_key_service_load (GCancellable *cancellable, GError **error)
{
  GError *why = NULL;
  AccordKeyPair *pair;
  gboolean kept;
  char *text;

  if (!is_kept (&kept, cancellable, error))
    return NULL;
  if (!kept)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY,
                           _ ("There is no key of your own on this computer yet."));
      return NULL;
    }
  text = secret_password_lookup_nonpageable_sync (&schema, cancellable, &why, "use", USE, NULL);
  if (why != NULL)
    {
      fail (error, why, cancellable);
      return NULL;
    }
  if (text == NULL)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE,
                           _ ("Your key is locked away in the keyring, which was not unlocked."));
      return NULL;
    }
  pair = accord_key_pair_parse (text, -1, error);
  secret_password_free (text);
  return pair;
}

/**
 * accord_key_service_save:
 * @pair: a key
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError
 *
 * Gives a key to the secret service, which may ask the person to unlock it.
 *
 * Returns: whether it is kept
 */
gboolean
accord_key_service_save (AccordKeyPair *pair, GCancellable *cancellable, GError **error)
{
  const char *holder = accord_public_key_get_holder (accord_key_pair_get_public (pair));
  g_autofree char *label =
      *holder != '\0' ? g_strdup_printf (_ ("Accord: key of %s"), holder) : g_strdup (_ ("Accord: own key"));
  g_autoptr (AccordSecret) text = NULL;
  GError *why = NULL;
  gboolean kept;

  if (!is_kept (&kept, cancellable, error))
    return FALSE;
  if (kept)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_EXISTS,
                           _ ("There is a key of your own on this computer already, and it is not "
                              "overwritten."));
      return FALSE;
    }
  text = accord_key_pair_dup_text (pair);
  secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, text, cancellable, &why, "use", USE,
                              NULL);
  if (why != NULL)
    fail (error, why, cancellable);
  return why == NULL;
}
