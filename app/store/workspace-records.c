/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-core.h"

#include "record-private.h"

/* Which open record: few at a time, so the key need not be clever. */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
} RecordKey;

static guint
record_key_hash (gconstpointer data)
{
  const RecordKey *key = data;

  return g_direct_hash (key->kind) ^ (guint) key->id;
}

static gboolean
record_key_equal (gconstpointer a, gconstpointer b)
{
  const RecordKey *x = a, *y = b;

  return x->kind == y->kind && x->id == y->id;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gpointer
load_record (AccordReader *reader, gpointer data, GError **error)
{
  RecordKey *key = data;

  return accord_reader_get (reader, key->kind, key->id, error);
}

static AccordRecord *
find_open (AccordWorkspace *self, const AccordKind *kind, gint64 id)
{
  RecordKey key = { kind, id };
  GWeakRef *weak = g_hash_table_lookup (self->records, &key);

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}

/* Makes @fresh the one open record of its identity, or brings the one there up to date. */
static AccordRecord *
adopt (AccordWorkspace *self, AccordRecord *fresh)
{
  RecordKey key = { accord_record_get_kind (fresh), accord_record_get_id (fresh) };
  AccordRecord *open = find_open (self, key.kind, key.id);
  GWeakRef *weak;

  if (open != NULL)
    {
      accord_record_take_state (open, fresh);
      g_object_unref (fresh);
      return open;
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, fresh);
  g_hash_table_insert (self->records, g_memdup2 (&key, sizeof key), weak);
  return fresh;
}

static void
on_record_reloaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AccordWorkspace *self = ACCORD_WORKSPACE (source);
  g_autoptr (AccordRecord) fresh = accord_workspace_read_finish (self, result, NULL);
  AccordRecord *open;

  if (fresh == NULL)
    return;
  open = find_open (self, accord_record_get_kind (fresh), accord_record_get_id (fresh));
  if (open != NULL)
    accord_record_take_state (open, fresh);
  g_clear_object (&open);
}

static gboolean
concerns (AccordWorkspace *self, AccordChange *change, const RecordKey *key)
{
  if (accord_change_touches (change, key->kind, key->id))
    return TRUE;
  /* What a reference points to may have got another name. */
  for (guint i = 0; i < key->kind->n_fields; i++)
    if (key->kind->fields[i].target != NULL
        && accord_change_touches_kind (
            change, accord_schema_find_kind (self->core.schema, key->kind->fields[i].target)))
      return TRUE;
  return FALSE;
}

/* Brings the open records that @change concerns up to date. */
void
accord_workspace_reload_open (AccordWorkspace *self, AccordChange *change)
{
  GHashTableIter iter;
  gpointer key, weak;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &key, &weak))
    {
      g_autoptr (AccordRecord) open = g_weak_ref_get (weak);

      if (open == NULL)
        g_hash_table_iter_remove (&iter);
      else if (concerns (self, change, key))
        accord_workspace_read_async (self, load_record, g_memdup2 (key, sizeof (RecordKey)), g_free,
                                     g_object_unref, NULL, on_record_reloaded, NULL);
    }
}

/* The table that find_open() looks in: an open record is one that somebody holds a reference to. */
GHashTable *
accord_workspace_new_open_records (void)
{
  return g_hash_table_new_full (record_key_hash, record_key_equal, g_free, weak_ref_free);
}

/**
 * accord_workspace_get_record:
 * @self: a workspace
 * @kind: a kind
 * @id: identifier of a record
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * The open record: one object for everybody who asks, which follows every change made to it and notifies only
 * the properties that differ. To edit, work on a copy (accord_record_copy()).
 *
 * Returns: (transfer full): the record; %NULL with %ACCORD_STORE_ERROR_NOT_FOUND
 */
AccordRecord *
accord_workspace_get_record (AccordWorkspace *self, const AccordKind *kind, gint64 id,
                             GCancellable *cancellable, GError **error)
{
  RecordKey key = { kind, id };
  AccordRecord *fresh = accord_workspace_read (self, load_record, &key, cancellable, error);

  return fresh != NULL ? adopt (self, fresh) : NULL;
}

/**
 * accord_workspace_get_record_async:
 * @self: a workspace
 * @kind: a kind
 * @id: identifier of a record
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_workspace_get_record(), without waiting.
 */
void
accord_workspace_get_record_async (AccordWorkspace *self, const AccordKind *kind, gint64 id,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  RecordKey key = { kind, id };

  accord_workspace_read_async (self, load_record, g_memdup2 (&key, sizeof key), g_free, g_object_unref,
                               cancellable, callback, user_data);
}

/**
 * accord_workspace_get_record_finish:
 * @self: a workspace
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): the record, or %NULL
 */
AccordRecord *
accord_workspace_get_record_finish (AccordWorkspace *self, GAsyncResult *result, GError **error)
{
  AccordRecord *fresh = accord_workspace_read_finish (self, result, error);

  return fresh != NULL ? adopt (self, fresh) : NULL;
}
