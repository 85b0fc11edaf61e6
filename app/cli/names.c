/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names.h"

/* As many names as are remembered for one kind before all of them are let go. */
#define MOST 4096

struct _AccordNames
{
  AccordReader *reader;
  GHashTable *kinds; /* of kind name to a table of id to AccordName */
};

static void
name_free (gpointer data)
{
  AccordName *name = data;

  g_free (name->uid);
  g_free (name->title);
  g_free (name);
}

static gint64 *
make_key (gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  return key;
}

static AccordName *
look_up (AccordNames *self, const AccordKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uid FROM \"%s\" WHERE id = ?1", kind->name);
  g_autoptr (AccordRows) rows = accord_reader_query (self->reader, sql, error);
  g_autoptr (GError) problem = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *title = NULL;
  AccordName *name;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, id);
  if (accord_rows_next (rows, &problem))
    uid = g_strdup (accord_rows_text (rows, 0));
  else if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (uid != NULL)
    {
      title = accord_reader_dup_title (self->reader, kind, id, error);
      if (title == NULL)
        return NULL;
    }
  name = g_new0 (AccordName, 1);
  name->uid = g_steal_pointer (&uid);
  name->title = g_steal_pointer (&title);
  return name;
}

/**
 * accord_names_new:
 * @reader: a reader, which must outlive the names
 *
 * Returns: (transfer full): names, none known yet
 */
AccordNames *
accord_names_new (AccordReader *reader)
{
  AccordNames *self = g_new0 (AccordNames, 1);

  self->reader = reader;
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * accord_names_free:
 * @self: names
 */
void
accord_names_free (AccordNames *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}

/**
 * accord_names_get:
 * @self: names
 * @kind: name of a kind, with static storage
 * @id: number of a record of that kind
 * @error: return location for an error
 *
 * Returns: (transfer none): the record's names until the next call, or %NULL with @error set
 */
const AccordName *
accord_names_get (AccordNames *self, const char *kind, gint64 id, GError **error)
{
  GHashTable *known = g_hash_table_lookup (self->kinds, kind);
  AccordName *name;

  if (known == NULL)
    {
      known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, name_free);
      g_hash_table_insert (self->kinds, (gpointer) kind, known);
    }
  name = g_hash_table_lookup (known, &id);
  if (name != NULL)
    return name;

  name = look_up (self, accord_schema_find_kind (accord_reader_get_schema (self->reader), kind), id, error);
  if (name == NULL)
    return NULL;
  if (g_hash_table_size (known) >= MOST)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, make_key (id), name);
  return name;
}
