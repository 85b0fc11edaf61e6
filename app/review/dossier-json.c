/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-private.h"

#include "json-canonical.h"
#include "json-string.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @sep: whether something stands before it in its object. */
static void
append_name (GString *json, gboolean *sep, const char *name)
{
  if (*sep)
    g_string_append_c (json, ',');
  *sep = TRUE;
  accord_json_append_string (json, name);
  g_string_append_c (json, ':');
}

static void
append_text (GString *json, gboolean *sep, const char *name, const char *text)
{
  append_name (json, sep, name);
  accord_json_append_string (json, text);
}

static void
append_object (GString *json, gboolean *sep, const char *name, JsonObject *object)
{
  g_autofree char *text = NULL;

  if (object == NULL)
    return;
  text = accord_json_canonical_object (object);
  append_name (json, sep, name);
  g_string_append (json, text);
}

/* What is not known goes after what is; what has the name of something known is no stranger. */
static void
append_unknown (GString *json, gboolean *sep, JsonObject *unknown, const char *const *known)
{
  g_autoptr (GList) names = unknown != NULL ? json_object_get_members (unknown) : NULL;

  names = g_list_sort (g_steal_pointer (&names), (GCompareFunc) g_strcmp0);
  for (GList *at = names; at != NULL; at = at->next)
    if (!g_strv_contains (known, at->data))
      {
        append_name (json, sep, at->data);
        accord_json_canonical_append (json, json_object_get_member (unknown, at->data));
      }
}

static void
append_revisions (GString *json, gboolean *sep, const char *name, const GPtrArray *revisions)
{
  if (revisions == NULL)
    return;
  append_name (json, sep, name);
  for (guint i = 0; i < revisions->len; i++)
    g_string_append_printf (json, "%s\"%s\"", i == 0 ? "[" : ",", (const char *) revisions->pdata[i]);
  g_string_append_c (json, ']');
}

static void
append_descent (GString *json, const AccordDossierField *field)
{
  static const char *const known[] = { "revision", "also", "before", NULL };
  gboolean sep = FALSE;

  g_string_append_c (json, '{');
  append_text (json, &sep, "revision", field->revision);
  append_revisions (json, &sep, "also", field->also);
  append_revisions (json, &sep, "before", field->before);
  append_unknown (json, &sep, field->unknown, known);
  g_string_append_c (json, '}');
}

static void
append_fields (GString *json, gboolean *sep, const AccordDossierRecord *record, const GPtrArray *names)
{
  gboolean inner = FALSE;

  append_name (json, sep, "fields");
  g_string_append_c (json, '{');
  for (guint i = 0; i < names->len; i++)
    {
      const char *value = accord_dossier_record_get (record, names->pdata[i]);

      if (value == NULL)
        continue;
      append_name (json, &inner, names->pdata[i]);
      g_string_append (json, value);
    }
  g_string_append_c (json, '}');
}

static void
append_descents (GString *json, gboolean *sep, const AccordDossierRecord *record, const GPtrArray *names)
{
  gboolean inner = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      const AccordDossierField *field = g_hash_table_lookup (record->fields, names->pdata[i]);

      if (field->unknown == NULL
          && accord_dossier_field_is_born (field, record->kind, record->uid, names->pdata[i]))
        continue;
      if (!inner)
        {
          append_name (json, sep, "descent");
          g_string_append_c (json, '{');
        }
      append_name (json, &inner, names->pdata[i]);
      append_descent (json, field);
    }
  if (inner)
    g_string_append_c (json, '}');
}

static void
append_record (GString *json, const AccordDossierRecord *record)
{
  static const char *const known[] = { "kind", "uid", "fields", "descent", NULL };
  g_autoptr (GPtrArray) names = accord_dossier_list_keys (record->fields);
  gboolean sep = FALSE;

  g_ptr_array_sort (names, compare_names);
  g_string_append_c (json, '{');
  append_text (json, &sep, "kind", record->kind);
  append_text (json, &sep, "uid", record->uid);
  append_fields (json, &sep, record, names);
  append_descents (json, &sep, record, names);
  append_unknown (json, &sep, record->unknown, known);
  g_string_append_c (json, '}');
}

static void
append_other (GString *json, const AccordDossierOther *other)
{
  static const char *const known[] = { "kind", "uid", "name", "facts", NULL };
  gboolean sep = FALSE;

  g_string_append_c (json, '{');
  append_text (json, &sep, "kind", other->kind);
  append_text (json, &sep, "uid", other->uid);
  if (other->name != NULL)
    append_text (json, &sep, "name", other->name);
  append_object (json, &sep, "facts", other->facts);
  append_unknown (json, &sep, other->unknown, known);
  g_string_append_c (json, '}');
}

static void
append_records (GString *json, gboolean *sep, const AccordDossier *self)
{
  g_autoptr (GPtrArray) records = accord_dossier_list_records (self);

  append_name (json, sep, "records");
  g_string_append_c (json, '[');
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_record (json, records->pdata[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_others (GString *json, gboolean *sep, const AccordDossier *self)
{
  g_autoptr (GPtrArray) uids = accord_dossier_list_keys (self->others);

  g_ptr_array_sort (uids, compare_names);
  append_name (json, sep, "others");
  g_string_append_c (json, '[');
  for (guint i = 0; i < uids->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_other (json, g_hash_table_lookup (self->others, uids->pdata[i]));
    }
  g_string_append_c (json, ']');
}

/**
 * accord_dossier_dup_json:
 * @self: a dossier
 *
 * Writes @self in its one spelling: records by kind and uid, a line each; members by name. Of each record the
 * fields that are not empty ("fields"), and the descent of those that have one ("descent").
 *
 * Returns: (transfer full): JSON; the same dossier is the same bytes
 */
char *
accord_dossier_dup_json (const AccordDossier *self)
{
  static const char *const known[] = { "format", "case", "records", "others", "figures", NULL };
  GString *json = g_string_new ("{");
  gboolean sep = FALSE;

  append_name (json, &sep, "format");
  g_string_append_printf (json, "%d", ACCORD_DOSSIER_FORMAT);
  append_text (json, &sep, "case", self->case_uid);
  append_records (json, &sep, self);
  append_others (json, &sep, self);
  append_object (json, &sep, "figures", self->figures);
  append_unknown (json, &sep, self->unknown, known);
  g_string_append (json, "}\n");
  return g_string_free (json, FALSE);
}
