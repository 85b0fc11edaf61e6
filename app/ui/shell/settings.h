/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * What is remembered between sessions. Where the settings' schema is not installed, as when the program runs
 * from its build folder, the fallbacks hold and nothing is remembered.
 */
int accord_settings_get_int (const char *key, int fallback);
void accord_settings_set_int (const char *key, int value);
gboolean accord_settings_get_boolean (const char *key, gboolean fallback);
void accord_settings_set_boolean (const char *key, gboolean value);
char *accord_settings_dup_string (const char *key);
void accord_settings_set_string (const char *key, const char *value);
GStrv accord_settings_dup_strings (const char *key);
void accord_settings_set_strings (const char *key, const char *const *values);
GVariantDict *accord_settings_dup_left (const char *path);
void accord_settings_set_left (const char *path, GVariantDict *left);
GStrv accord_settings_dup_recent (void);
void accord_settings_add_recent (const char *path);
void accord_settings_remove_recent (const char *path);

G_END_DECLS
