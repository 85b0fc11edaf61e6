/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/settings.h"

#define RECENT_KEY "recent-workspaces"
#define LEFT_KEY "left-at"
#define MOST_RECENT 8

/* A handle is made for each call: GSettings keeps its values once for all handles. */
static GSettings *
open_settings (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ACCORD_APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

static void
write_recent (GPtrArray *paths)
{
  g_autoptr (GSettings) settings = open_settings (RECENT_KEY);

  if (settings == NULL)
    return;

  g_ptr_array_set_size (paths, MIN (paths->len, MOST_RECENT));
  g_ptr_array_add (paths, NULL);
  g_settings_set_strv (settings, RECENT_KEY, (const char *const *) paths->pdata);
}

static GPtrArray *
recent_without (const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) recent = accord_settings_dup_recent ();

  for (guint i = 0; recent[i] != NULL; i++)
    if (g_strcmp0 (recent[i], path) != 0)
      g_ptr_array_add (paths, g_strdup (recent[i]));

  return g_steal_pointer (&paths);
}

/**
 * accord_settings_get_int:
 * @key: a key of the schema
 * @fallback: what to answer without one
 *
 * Returns: the remembered number
 */
int
accord_settings_get_int (const char *key, int fallback)
{
  g_autoptr (GSettings) settings = open_settings (key);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/**
 * accord_settings_set_int:
 * @key: a key of the schema
 * @value: a number
 *
 * Remembers a number.
 */
void
accord_settings_set_int (const char *key, int value)
{
  g_autoptr (GSettings) settings = open_settings (key);

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

/**
 * accord_settings_get_boolean:
 * @key: a key of the schema
 * @fallback: what to answer without one
 *
 * Returns: the remembered choice
 */
gboolean
accord_settings_get_boolean (const char *key, gboolean fallback)
{
  g_autoptr (GSettings) settings = open_settings (key);

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

/**
 * accord_settings_set_boolean:
 * @key: a key of the schema
 * @value: a choice
 *
 * Remembers a choice.
 */
void
accord_settings_set_boolean (const char *key, gboolean value)
{
  g_autoptr (GSettings) settings = open_settings (key);

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

/**
 * accord_settings_dup_string:
 * @key: a key of the schema
 *
 * Returns: (transfer full): the remembered words, or an empty string
 */
char *
accord_settings_dup_string (const char *key)
{
  g_autoptr (GSettings) settings = open_settings (key);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * accord_settings_set_string:
 * @key: a key of the schema
 * @value: words
 *
 * Remembers words.
 */
void
accord_settings_set_string (const char *key, const char *value)
{
  g_autoptr (GSettings) settings = open_settings (key);

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}

/**
 * accord_settings_dup_strings:
 * @key: a key of the schema
 *
 * Returns: (transfer full): the remembered words, of which there may be none
 */
GStrv
accord_settings_dup_strings (const char *key)
{
  g_autoptr (GSettings) settings = open_settings (key);

  return settings != NULL ? g_settings_get_strv (settings, key) : g_new0 (char *, 1);
}

/**
 * accord_settings_set_strings:
 * @key: a key of the schema
 * @values: words
 *
 * Remembers words.
 */
void
accord_settings_set_strings (const char *key, const char *const *values)
{
  g_autoptr (GSettings) settings = open_settings (key);

  if (settings != NULL)
    g_settings_set_strv (settings, key, values);
}

/**
 * accord_settings_dup_left:
 * @path: a workspace
 *
 * Returns: (transfer full): how the workspace was left; empty where nobody knows
 */
GVariantDict *
accord_settings_dup_left (const char *path)
{
  g_autoptr (GSettings) settings = open_settings (LEFT_KEY);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, LEFT_KEY) : NULL;
  g_autoptr (GVariant) left = all != NULL ? g_variant_lookup_value (all, path, G_VARIANT_TYPE_VARDICT) : NULL;

  return g_variant_dict_new (left);
}

/**
 * accord_settings_set_left:
 * @path: a workspace
 * @left: how it is left
 *
 * Remembers how a workspace is left, for as long as it is among the recent ones.
 */
void
accord_settings_set_left (const char *path, GVariantDict *left)
{
  g_autoptr (GSettings) settings = open_settings (LEFT_KEY);
  g_autoptr (GVariant) all = NULL;
  g_auto (GStrv) recent = accord_settings_dup_recent ();
  GVariantBuilder builder;

  if (settings == NULL)
    return;

  all = g_settings_get_value (settings, LEFT_KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_builder_add (&builder, "{s@a{sv}}", path, g_variant_dict_end (left));
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GVariant) other = g_variant_lookup_value (all, recent[i], G_VARIANT_TYPE_VARDICT);

      if (other != NULL && g_strcmp0 (recent[i], path) != 0)
        g_variant_builder_add (&builder, "{s@a{sv}}", recent[i], other);
    }
  g_settings_set_value (settings, LEFT_KEY, g_variant_builder_end (&builder));
}

/**
 * accord_settings_dup_recent:
 *
 * Returns: (transfer full): the paths of workspaces opened before, the last one first
 */
GStrv
accord_settings_dup_recent (void)
{
  g_autoptr (GSettings) settings = open_settings (RECENT_KEY);

  return settings != NULL ? g_settings_get_strv (settings, RECENT_KEY) : g_new0 (char *, 1);
}

/**
 * accord_settings_add_recent:
 * @path: a workspace that was opened
 *
 * Puts @path first among the recent ones.
 */
void
accord_settings_add_recent (const char *path)
{
  g_autoptr (GPtrArray) paths = recent_without (path);

  g_ptr_array_insert (paths, 0, g_strdup (path));
  write_recent (paths);
}

/**
 * accord_settings_remove_recent:
 * @path: a workspace that is no longer there
 *
 * Takes @path from the recent ones.
 */
void
accord_settings_remove_recent (const char *path)
{
  g_autoptr (GPtrArray) paths = recent_without (path);

  write_recent (paths);
}
