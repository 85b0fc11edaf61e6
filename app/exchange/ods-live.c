/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-live.h"

#include <glib/gi18n-lib.h>

#include "exchange-error.h"
#include "net-error.h"

/**
 * accord_ods_fetch:
 * @fetcher: a fetcher
 * @address: where the register answers, or where one of its files is
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Fetches and reads a file or an answer of the register. Waits.
 *
 * Returns: (transfer full) (nullable): what was read
 */
AccordOdsFile *
accord_ods_fetch (AccordFetcher *fetcher, const char *address, GCancellable *cancellable, GError **error)
{
  const AccordFetchOptions options = { .limit = ACCORD_ODS_LIMIT };
  g_autoptr (AccordFetched) fetched = accord_fetcher_fetch (fetcher, address, &options, cancellable, error);

  return fetched != NULL ? accord_ods_read (fetched->bytes, address, cancellable, error) : NULL;
}

static gboolean
take_code (AccordRecord *record, gpointer data, GError **error)
{
  const char *code = accord_record_get_text (record, "ods-code");

  if (code != NULL)
    g_ptr_array_add (data, g_ascii_strup (code, -1));
  return TRUE;
}

static gpointer
read_codes (AccordReader *reader, gpointer data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "ods-code"), ACCORD_OPERATOR_KNOWN,
                         NULL);
  return accord_reader_walk (reader, query, take_code, codes, error) ? g_steal_pointer (&codes) : NULL;
}

/* One that the register does not know, or answers strangely about, is noted; a server that does not answer at
 * all will not answer for the next one either. */
static gboolean
is_about_one (const GError *error)
{
  return g_error_matches (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_NOT_FOUND)
         || g_error_matches (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_BROKEN)
         || error->domain == ACCORD_EXCHANGE_ERROR;
}

static gboolean
fetch_one (AccordOdsFile *self, AccordFetcher *fetcher, const char *service, const char *code, guint place,
           GString *raw, GCancellable *cancellable, GError **error)
{
  g_autofree char *address = g_strconcat (service, g_str_has_suffix (service, "/") ? "" : "/", code, NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (AccordOdsFile) one = accord_ods_fetch (fetcher, address, cancellable, &reason);

  if (one == NULL && is_about_one (reason))
    {
      g_autofree char *words = g_strdup_printf (_ ("%s: %s"), code, reason->message);

      g_ptr_array_add (self->rejected, accord_rejection_new (place, words));
      return TRUE;
    }
  if (one == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (raw->len > 1)
    g_string_append (raw, ",\n");
  g_string_append_len (raw, g_bytes_get_data (one->raw, NULL), (gssize) g_bytes_get_size (one->raw));
  g_ptr_array_extend_and_steal (self->entries, g_ptr_array_ref (one->entries));
  return TRUE;
}

/**
 * accord_ods_fetch_known:
 * @workspace: a workspace
 * @fetcher: a fetcher
 * @service: where the ORD service answers, such as %ACCORD_ODS_SERVICE
 * @progress: (nullable): told of organisations
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Asks the register about every organisation of the workspace that has an ODS code, one after the other. One
 * that it does not know counts as rejected. Waits.
 *
 * Returns: (transfer full) (nullable): all that it answered, as one file
 */
AccordOdsFile *
accord_ods_fetch_known (AccordWorkspace *workspace, AccordFetcher *fetcher, const char *service,
                        AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) codes = accord_workspace_read (workspace, read_codes, NULL, cancellable, error);
  g_autoptr (GString) raw = g_string_new ("[");
  g_autoptr (AccordOdsFile) self = NULL;

  if (codes == NULL)
    return NULL;
  if (codes->len == 0)
    {
      g_set_error_literal (
          error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY,
          _ ("No organisation of this workspace has an ODS code, so that there is nothing to ask the "
             "register."));
      return NULL;
    }
  self = g_new0 (AccordOdsFile, 1);
  self->form = ACCORD_ODS_DETAIL;
  self->raw = g_bytes_new_static (NULL, 0);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_ods_entry_free);
  self->rejected = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_rejection_free);
  for (guint i = 0; i < codes->len; i++)
    {
      if (progress != NULL)
        progress (i, codes->len, progress_data);
      if (!fetch_one (self, fetcher, service, codes->pdata[i], i + 1, raw, cancellable, error))
        return NULL;
    }
  g_string_append_c (raw, ']');
  g_bytes_unref (self->raw);
  self->raw = g_bytes_new (raw->str, raw->len);
  return g_steal_pointer (&self);
}
