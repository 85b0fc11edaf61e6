/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * AccordSchema:
 *
 * The kinds of record that a workspace keeps, and the frozen steps by which its tables came to be. The store
 * knows kinds only through it.
 */
struct _AccordSchema
{
  GObject parent_instance;

  GPtrArray *kinds;
  GHashTable *by_name;
  char *migrations;
  AccordSettleFunc settle;
};

G_DEFINE_FINAL_TYPE (AccordSchema, accord_schema, G_TYPE_OBJECT)

static void
accord_schema_finalize (GObject *object)
{
  AccordSchema *self = ACCORD_SCHEMA (object);

  g_ptr_array_unref (self->kinds);
  g_hash_table_unref (self->by_name);
  g_free (self->migrations);

  G_OBJECT_CLASS (accord_schema_parent_class)->finalize (object);
}

static void
accord_schema_class_init (AccordSchemaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_schema_finalize;
}

static void
accord_schema_init (AccordSchema *self)
{
  self->kinds = g_ptr_array_new ();
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * accord_schema_new:
 * @types: (array length=n_types): record classes
 * @n_types: how many
 * @migrations: path of the GResource folder that holds `0001.sql`, `0002.sql` …
 *
 * Returns: (transfer full): a schema
 */
AccordSchema *
accord_schema_new (const GType *types, guint n_types, const char *migrations)
{
  AccordSchema *self = g_object_new (ACCORD_TYPE_SCHEMA, NULL);

  self->migrations = g_strdup (migrations);
  for (guint i = 0; i < n_types; i++)
    {
      const AccordKind *kind = accord_kind_for_type (types[i]);

      g_ptr_array_add (self->kinds, (gpointer) kind);
      g_hash_table_insert (self->by_name, (gpointer) kind->name, (gpointer) kind);
    }
  return self;
}

guint
accord_schema_get_n_kinds (AccordSchema *self)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), 0);

  return self->kinds->len;
}

/**
 * accord_schema_get_kind:
 * @self: a schema
 * @index: its place
 *
 * Returns: (transfer none): the kind there
 */
const AccordKind *
accord_schema_get_kind (AccordSchema *self, guint index)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self) && index < self->kinds->len, NULL);

  return g_ptr_array_index (self->kinds, index);
}

/**
 * accord_schema_find_kind:
 * @self: a schema
 * @name: (nullable): a kind's name
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL
 */
const AccordKind *
accord_schema_find_kind (AccordSchema *self, const char *name)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), NULL);

  return name != NULL ? g_hash_table_lookup (self->by_name, name) : NULL;
}

/**
 * accord_schema_require_kind:
 * @self: a schema
 * @name: a kind's name
 * @error: return location for an error
 *
 * Returns: (transfer none): the kind, or %NULL with %ACCORD_STORE_ERROR_NOT_FOUND
 */
const AccordKind *
accord_schema_require_kind (AccordSchema *self, const char *name, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self, name);

  if (kind == NULL)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND,
                 _ ("There is no kind of record “%s”."), name);
  return kind;
}

/**
 * accord_schema_get_migrations:
 * @self: a schema
 *
 * Returns: path of the GResource folder that holds the migrations
 */
const char *
accord_schema_get_migrations (AccordSchema *self)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), NULL);

  return self->migrations;
}

/**
 * accord_schema_set_settle:
 * @self: a schema that no workspace uses yet
 * @settle: (nullable): what to ask at the end of every change
 *
 * Says how fields follow that are worked out from other records.
 */
void
accord_schema_set_settle (AccordSchema *self, AccordSettleFunc settle)
{
  g_return_if_fail (ACCORD_IS_SCHEMA (self));

  self->settle = settle;
}

AccordSettleFunc
accord_schema_get_settle (AccordSchema *self)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), NULL);

  return self->settle;
}

static void
append_title_sql (AccordSchema *self, const AccordKind *kind, const char *alias, guint depth, GString *sql)
{
  const AccordField *field = &kind->fields[kind->title_field];
  g_autofree char *column = accord_field_column (field);
  g_autofree char *inner = NULL;
  const AccordKind *target;

  if (field->type != ACCORD_FIELD_REFERENCE)
    {
      g_string_append_printf (sql, "%s.\"%s\"", alias, column);
      return;
    }
  target = accord_schema_find_kind (self, field->target);
  inner = g_strdup_printf ("t%u", depth);
  g_assert (target != NULL && depth < 8);
  g_string_append (sql, "(SELECT ");
  append_title_sql (self, target, inner, depth + 1, sql);
  g_string_append_printf (sql, " FROM \"%s\" %s WHERE %s.id = %s.\"%s\")", target->name, inner, inner, alias,
                          column);
}

/**
 * accord_schema_dup_title_sql:
 * @self: a schema
 * @kind: a kind of it
 * @alias: what the kind's table is called in the statement
 *
 * A record whose title field is a reference is called as the record it points to.
 *
 * Returns: (transfer full): an SQL expression for the title of a row
 */
char *
accord_schema_dup_title_sql (AccordSchema *self, const AccordKind *kind, const char *alias)
{
  GString *sql = g_string_new (NULL);

  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), NULL);
  append_title_sql (self, kind, alias, 1, sql);
  return g_string_free (sql, FALSE);
}

/**
 * accord_schema_refers_to:
 * @self: a schema
 * @from: a kind of it
 * @target: name of a kind
 *
 * Returns: whether records of @from can point to records of @target
 */
gboolean
accord_schema_refers_to (AccordSchema *self, const AccordKind *from, const char *target)
{
  g_return_val_if_fail (ACCORD_IS_SCHEMA (self), FALSE);

  for (guint i = 0; i < from->n_fields; i++)
    if (g_strcmp0 (from->fields[i].target, target) == 0)
      return TRUE;
  return FALSE;
}
