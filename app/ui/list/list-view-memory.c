/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "query-form.h"

#include <string.h>

#define LAYOUT_KEY "list-columns"
#define QUERY_KEY "list-queries"

/* A column that is dragged or widened changes many times. */
#define SAVE_DELAY_MS 500

/*
 * What a list looked like is kept under its name: columns, widths, order, and the choices it is filtered by.
 * What was searched for, and dates, sums and records that were asked for, belong to the day; who wants them
 * again saves the search.
 */

static gboolean
is_lasting (const AccordKind *kind, const AccordFilter *filter)
{
  return kind->fields[filter->field].type == ACCORD_FIELD_CHOICE
         || kind->fields[filter->field].type == ACCORD_FIELD_BOOLEAN;
}

/* @query as it is kept, or as it comes back: on top of what the list always asks. */
static AccordQuery *
dup_lasting (AccordListView *self, AccordQuery *query, guint from)
{
  AccordQuery *lasting = accord_query_copy (self->base);

  accord_query_set_sort (lasting, accord_query_get_sort (query), accord_query_get_descending (query));
  for (guint i = from; i < accord_query_get_n_filters (query); i++)
    if (is_lasting (self->kind, accord_query_get_filter (query, i)))
      accord_query_add_filter (lasting, accord_query_get_filter (query, i));
  return lasting;
}

static void
save_query (AccordListView *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, QUERY_KEY);
  g_autoptr (AccordQuery) lasting = dup_lasting (self, self->query, accord_query_get_n_filters (self->base));
  g_autofree char *json = accord_query_dup_json (lasting);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *other;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &other))
    if (strcmp (name, self->name) != 0)
      g_variant_builder_add (&builder, "{ss}", name, other);
  if (!accord_query_equal (lasting, self->base))
    g_variant_builder_add (&builder, "{ss}", self->name, json);
  g_settings_set_value (self->settings, QUERY_KEY, g_variant_builder_end (&builder));
}

static void
save_layout (AccordListView *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, LAYOUT_KEY);
  g_autoptr (GVariant) layout = accord_columns_dup_layout (self->columns);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *other;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa(sd)}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@a(sd)}", &name, &other))
    if (strcmp (name, self->name) != 0)
      g_variant_builder_add (&builder, "{s@a(sd)}", name, other);
  if (!accord_columns_is_usual (self->columns))
    g_variant_builder_add (&builder, "{s@a(sd)}", self->name, layout);
  g_settings_set_value (self->settings, LAYOUT_KEY, g_variant_builder_end (&builder));
}

static gboolean
save_cb (gpointer data)
{
  AccordListView *self = data;

  self->save_source = 0;
  save_layout (self);
  save_query (self);
  return G_SOURCE_REMOVE;
}

static void
layout_changed_cb (AccordListView *self)
{
  accord_list_view_update_menus (self);
  accord_list_view_remember (self);
}

static void
restore_query (AccordListView *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, QUERY_KEY);
  const guint n_base = accord_query_get_n_filters (self->base);
  g_autoptr (AccordQuery) kept = NULL;
  const char *json = NULL;

  if (!g_variant_lookup (all, self->name, "&s", &json))
    return;
  /* A file of a later version may name what is not known here: then the list begins anew. */
  kept = accord_query_new_from_json (accord_workspace_get_schema (self->workspace), json, NULL);
  if (kept == NULL || accord_query_get_kind (kept) != self->kind
      || accord_query_get_n_filters (kept) < n_base)
    return;
  accord_query_unref (self->query);
  self->query = dup_lasting (self, kept, n_base);
  accord_record_list_set_query (self->list, self->query);
}

static char *
dup_default_name (AccordListView *self)
{
  const AccordFilter *filter;

  if (!self->embedded || accord_query_get_n_filters (self->base) == 0)
    return g_strdup (self->kind->name);
  filter = accord_query_get_filter (self->base, 0);
  return g_strdup_printf ("%s/%s", self->kind->name, self->kind->fields[filter->field].name);
}

/**
 * accord_list_view_remember:
 * @self: a list view
 *
 * To be called when its columns, its order or its filters have changed.
 */
void
accord_list_view_remember (AccordListView *self)
{
  if (self->settings != NULL && self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/**
 * accord_list_view_keep_memory:
 * @self: a list view that goes
 *
 * Keeps what was to be kept in a moment.
 */
void
accord_list_view_keep_memory (AccordListView *self)
{
  if (self->save_source == 0)
    return;
  g_source_remove (self->save_source);
  save_cb (self);
}

/**
 * accord_list_view_set_up_memory:
 * @self: a list view that is being made
 *
 * Brings back how the list was left, and keeps what becomes of it.
 */
void
accord_list_view_set_up_memory (AccordListView *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, ACCORD_APPLICATION_ID, TRUE) : NULL;

  if (self->name == NULL)
    self->name = dup_default_name (self);
  /* Run from where it was built, Accord may have no settings. */
  if (schema != NULL && g_settings_schema_has_key (schema, QUERY_KEY))
    {
      g_autoptr (GVariant) all = NULL, layout = NULL;

      self->settings = g_settings_new (ACCORD_APPLICATION_ID);
      all = g_settings_get_value (self->settings, LAYOUT_KEY);
      layout = g_variant_lookup_value (all, self->name, G_VARIANT_TYPE ("a(sd)"));
      if (layout != NULL)
        accord_columns_apply_layout (self->columns, layout);
      if (!accord_query_get_deleted (self->base))
        restore_query (self);
    }
  g_signal_connect_object (self->columns, "layout-changed", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
