/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/columns-private.h"

#include "list/row-text.h"

#include <string.h>

/**
 * accord_columns_list_has:
 * @fields: (element-type guint): indices of fields
 * @field: one more
 *
 * Returns: whether @field is one of @fields
 */
gboolean
accord_columns_list_has (GArray *fields, guint field)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, guint, i) == field)
      return TRUE;
  return FALSE;
}

/**
 * accord_columns_place:
 * @self: the columns
 * @fields: (element-type guint): those to show, in order
 *
 * Shows these columns. Only they are in the view then: it makes cells for hidden columns too.
 */
void
accord_columns_place (AccordColumns *self, GArray *fields)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);

  self->setting_up = TRUE;
  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      AccordColumn *column = accord_columns_find (self, g_array_index (fields, guint, i));

      if (column != NULL)
        gtk_column_view_append_column (self->view, column->column);
    }
  self->setting_up = FALSE;
  accord_columns_collect (self);
  accord_columns_set_compact (self, self->context->compact);
  accord_columns_update_widths (self);
  accord_columns_set_sort (self, self->sort, self->descending);
}

static GArray *
dup_usual (AccordColumns *self)
{
  int status = accord_status_find_field (self->kind);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  /* How it stands is what is looked for after its name. */
  g_array_append_val (fields, self->kind->title_field);
  if (status >= 0 && (self->kind->fields[status].flags & ACCORD_FIELD_LISTED)
      && accord_columns_can_show (self, status))
    g_array_append_val (fields, status);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!accord_columns_list_has (fields, i) && (self->kind->fields[i].flags & ACCORD_FIELD_LISTED)
        && !accord_kind_is_words (self->kind, i) && accord_columns_can_show (self, i))
      g_array_append_val (fields, i);
  return fields;
}

/**
 * accord_columns_place_listed:
 * @self: the columns
 *
 * Shows the columns that a list has by default.
 */
void
accord_columns_place_listed (AccordColumns *self)
{
  g_autoptr (GArray) fields = dup_usual (self);

  accord_columns_place (self, fields);
}

/**
 * accord_columns_is_usual:
 * @self: the columns
 *
 * Returns: whether they are the columns that a list has by default, as wide as by default
 */
gboolean
accord_columns_is_usual (AccordColumns *self)
{
  g_autoptr (GArray) usual = dup_usual (self);
  GArray *shown = self->context->fields;

  if (shown->len != usual->len || memcmp (shown->data, usual->data, shown->len * sizeof (guint)) != 0)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      AccordColumn *column = accord_columns_find (self, g_array_index (shown, guint, i));

      if (column->width != accord_column_get_width (self->kind, column->field))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_columns_dup_layout:
 * @self: the columns
 *
 * Returns: (transfer full): the columns shown, in order, with their widths in characters: `a(sd)`
 */
GVariant *
accord_columns_dup_layout (AccordColumns *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sd)"));
  for (guint i = 0; i < self->context->fields->len; i++)
    {
      AccordColumn *column = accord_columns_find (self, g_array_index (self->context->fields, guint, i));

      g_variant_builder_add (&builder, "(sd)", self->kind->fields[column->field].name, column->width);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * accord_columns_apply_layout:
 * @self: the columns
 * @layout: (nullable): what accord_columns_dup_layout() gave, perhaps in an older version, or %NULL for the
 * default
 */
void
accord_columns_apply_layout (AccordColumns *self, GVariant *layout)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  GVariantIter iter;
  const char *name;
  double width;

  for (guint i = 0; i < self->columns->len; i++)
    {
      AccordColumn *column = self->columns->pdata[i];

      column->width = accord_column_get_width (self->kind, column->field);
    }
  if (layout == NULL || g_variant_n_children (layout) == 0)
    {
      accord_columns_place_listed (self);
      return;
    }

  g_variant_iter_init (&iter, layout);
  while (g_variant_iter_next (&iter, "(&sd)", &name, &width))
    {
      int field = accord_kind_find_field (self->kind, name);
      AccordColumn *column = field >= 0 ? accord_columns_find (self, field) : NULL;

      if (column == NULL || column->left_out || accord_columns_list_has (fields, column->field))
        continue;
      column->width = CLAMP (width, 3, 200);
      g_array_append_val (fields, column->field);
    }
  if (!accord_columns_list_has (fields, self->kind->title_field))
    g_array_prepend_val (fields, self->kind->title_field);
  accord_columns_place (self, fields);
}
