/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/last-seen.h"

#define KEY "seen-changes"
/* So many workspaces are remembered; whose turn it is to be forgotten does not matter. */
#define MOST 200

/* Without the settings' schema, as when the program runs from its build folder, nothing is remembered. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ACCORD_APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * accord_last_seen_get:
 * @path: a workspace
 *
 * Returns: the number of the newest change of it that the person has marked as seen, or 0
 */
gint64
accord_last_seen_get (const char *path)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GVariant) seen = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  gint64 change = 0;

  if (seen != NULL && path != NULL)
    g_variant_lookup (seen, path, "x", &change);
  return change;
}

/**
 * accord_last_seen_set:
 * @path: a workspace
 * @change: the number of a change
 *
 * Remembers that the person has seen all changes up to @change.
 */
void
accord_last_seen_set (const char *path, gint64 change)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GVariant) seen = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  gint64 number;
  guint n = 1;

  if (settings == NULL || path == NULL)
    return;
  seen = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sx}"));
  g_variant_builder_add (&builder, "{sx}", path, change);
  g_variant_iter_init (&iter, seen);
  while (n < MOST && g_variant_iter_next (&iter, "{&sx}", &other, &number))
    if (g_strcmp0 (other, path) != 0)
      {
        g_variant_builder_add (&builder, "{sx}", other, number);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
