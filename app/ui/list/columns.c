/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/columns-private.h"

#include "list/row-text.h"

enum
{
  LAYOUT_CHANGED,
  SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * AccordColumns:
 *
 * The columns of one kind's table: made from the kind's fields, shown and hidden, widened and moved by the
 * person, or folded into the title's for a narrow list of two lines a row. Rows, scroll and selection belong
 * to the view and stay through all of it.
 *
 * Column widths are kept in characters, so that a larger font gives wider columns.
 */
G_DEFINE_FINAL_TYPE (AccordColumns, accord_columns, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  AccordColumn *column = data;

  g_clear_object (&column->column);
  g_free (column);
}

static gboolean
is_title (AccordColumn *column)
{
  return column->field == column->owner->kind->title_field;
}

/**
 * accord_columns_find:
 * @self: the columns
 * @field: index of a field
 *
 * Returns: (transfer none) (nullable): the column of @field, or %NULL if there can be none
 */
AccordColumn *
accord_columns_find (AccordColumns *self, guint field)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      AccordColumn *column = self->columns->pdata[i];

      if (column->field == field)
        return column;
    }
  return NULL;
}

static AccordColumn *
column_at (AccordColumns *self, guint position)
{
  g_autoptr (GtkColumnViewColumn) found =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  for (guint i = 0; i < self->columns->len; i++)
    {
      AccordColumn *column = self->columns->pdata[i];

      if (column->column == found)
        return column;
    }
  return NULL;
}

/* GTK 4.8 offers no way to say where a heading stands; over figures it stands where they end. */
static void
align_headings (AccordColumns *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; heading != NULL && i < self->context->fields->len; i++)
    {
      const AccordField *field = &self->kind->fields[g_array_index (self->context->fields, guint, i)];
      GtkWidget *content = gtk_widget_get_first_child (heading);

      if (content != NULL)
        {
          gtk_widget_set_hexpand (content, TRUE);
          gtk_widget_set_halign (content, accord_column_is_figure (field) ? GTK_ALIGN_END : GTK_ALIGN_START);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/**
 * accord_columns_collect:
 * @self: the columns
 *
 * Takes note of the columns that the view has, and in which order.
 */
void
accord_columns_collect (AccordColumns *self)
{
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  g_array_set_size (self->context->fields, 0);
  for (guint i = 0; i < n; i++)
    {
      AccordColumn *column = column_at (self, i);

      if (column != NULL)
        g_array_append_val (self->context->fields, column->field);
    }
  align_headings (self);
}

static void
columns_changed_cb (AccordColumns *self)
{
  if (self->setting_up)
    return;
  accord_columns_collect (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

static int
to_pixels (AccordColumns *self, double n_chars)
{
  return (int) (n_chars * self->char_width + 0.5);
}

static void
width_changed_cb (GtkColumnViewColumn *view_column, GParamSpec *pspec, AccordColumn *column)
{
  AccordColumns *self = column->owner;
  int width = gtk_column_view_column_get_fixed_width (view_column);

  if (self->setting_up || width <= 0 || width == to_pixels (self, column->width))
    return;
  column->width = width / self->char_width;
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/* The table's own sorter is never asked to sort: it tells, by which of these it calls, which heading was
 * clicked. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  AccordColumn *column = data;

  column->owner->probed = (int) column->field;
  return -1;
}

static void
sorter_changed_cb (AccordColumns *self, GtkSorterChange change, GtkSorter *sorter)
{
  GtkOrdering ordering;

  if (self->setting_up)
    return;
  self->probed = -1;
  ordering = gtk_sorter_compare (sorter, self, self->view);
  if (self->probed < 0
      || (self->probed == self->sort && self->descending == (ordering == GTK_ORDERING_LARGER)))
    return;
  self->sort = self->probed;
  self->descending = ordering == GTK_ORDERING_LARGER;
  g_signal_emit (self, signals[SORT_CHANGED], 0, self->sort, self->descending);
}

static void
make_column (AccordColumns *self, guint field)
{
  AccordColumn *column = g_new0 (AccordColumn, 1);
  g_autofree char *title = accord_column_dup_title (&self->kind->fields[field]);

  column->owner = self;
  column->field = field;
  column->width = accord_column_get_width (self->kind, field);
  column->column = gtk_column_view_column_new (title, accord_row_factory_new (self->context, field));
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_expand (column->column, is_title (column));
  if (accord_columns_can_sort (self, field))
    {
      g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (probe_cb, column, NULL);

      gtk_column_view_column_set_sorter (column->column, GTK_SORTER (sorter));
    }
  g_signal_connect (column->column, "notify::fixed-width", G_CALLBACK (width_changed_cb), column);
  g_ptr_array_add (self->columns, column);
}

static void
accord_columns_dispose (GObject *object)
{
  AccordColumns *self = ACCORD_COLUMNS (object);

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    }
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (accord_columns_parent_class)->dispose (object);
}

static void
accord_columns_finalize (GObject *object)
{
  AccordColumns *self = ACCORD_COLUMNS (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->context, accord_row_context_unref);

  G_OBJECT_CLASS (accord_columns_parent_class)->finalize (object);
}

static void
accord_columns_class_init (AccordColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = accord_columns_dispose;
  object_class->finalize = accord_columns_finalize;

  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
accord_columns_init (AccordColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->char_width = 7;
  self->sort = -1;
}

/**
 * accord_columns_new:
 * @view: the table
 * @kind: the kind of record in it
 *
 * Gives @view the columns that are listed by default. The object lives as long as @view at least.
 *
 * Returns: (transfer full): the columns
 */
AccordColumns *
accord_columns_new (GtkColumnView *view, const AccordKind *kind)
{
  AccordColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_COLUMNS, NULL);
  g_set_weak_pointer (&self->view, view);
  self->kind = kind;
  self->context = accord_row_context_new (kind);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != ACCORD_FIELD_LONG_TEXT || kind->fields[i].flags & ACCORD_FIELD_LISTED)
      make_column (self, i);
  accord_columns_place_listed (self);

  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (view), "accord-columns", g_object_ref (self), g_object_unref);
  return self;
}

/**
 * accord_columns_get_fields:
 * @self: the columns
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): indices of the fields shown, in the order they are shown
 * in; valid until the next change
 */
const guint *
accord_columns_get_fields (AccordColumns *self, guint *n_fields)
{
  *n_fields = self->context->fields->len;
  return (const guint *) (gconstpointer) self->context->fields->data;
}

/**
 * accord_columns_get_shown:
 * @self: the columns
 * @field: index of a field
 *
 * Returns: whether there is a column of it
 */
gboolean
accord_columns_get_shown (AccordColumns *self, guint field)
{
  return accord_columns_list_has (self->context->fields, field);
}

/**
 * accord_columns_set_shown:
 * @self: the columns
 * @field: index of a field
 * @shown: whether there is to be a column of it; the title's stays
 */
void
accord_columns_set_shown (AccordColumns *self, guint field, gboolean shown)
{
  AccordColumn *column = accord_columns_find (self, field);
  guint position = 0;

  if (column == NULL || is_title (column) || accord_columns_get_shown (self, field) == shown)
    return;

  if (!shown)
    {
      gtk_column_view_remove_column (self->view, column->column);
      return;
    }

  /* After the last of those that come before it in the table of fields: where it is by default. */
  for (guint i = 0; i < self->context->fields->len; i++)
    {
      guint other = g_array_index (self->context->fields, guint, i);

      if (other < field || other == self->kind->title_field)
        position = i + 1;
    }
  gtk_column_view_insert_column (self->view, position, column->column);
  gtk_column_view_column_set_visible (column->column, !self->context->compact);
  accord_columns_set_sort (self, self->sort, self->descending);
  accord_row_context_update (self->context);
}

/**
 * accord_columns_can_show:
 * @self: the columns
 * @field: index of a field
 *
 * Returns: whether there can be a column of it
 */
gboolean
accord_columns_can_show (AccordColumns *self, guint field)
{
  AccordColumn *column = accord_columns_find (self, field);

  return column != NULL && !column->left_out;
}

/**
 * accord_columns_leave_out:
 * @self: the columns
 * @field: index of a field that is the same in every row; that of the title is shown all the same
 *
 * Shows and offers no column of @field.
 */
void
accord_columns_leave_out (AccordColumns *self, guint field)
{
  AccordColumn *column = accord_columns_find (self, field);

  if (column == NULL || is_title (column))
    return;
  column->left_out = TRUE;
  accord_columns_set_shown (self, field, FALSE);
}

/**
 * accord_columns_can_sort:
 * @self: the columns
 * @field: index of a field
 *
 * Returns: whether the list may be sorted by it; the kinds that grow large are sorted by what has an index
 */
gboolean
accord_columns_can_sort (AccordColumns *self, guint field)
{
  const AccordField *fields = self->kind->fields;

  if (fields[field].type == ACCORD_FIELD_REFERENCES || fields[field].type == ACCORD_FIELD_LONG_TEXT)
    return FALSE;
  return !(fields[self->kind->title_field].flags & ACCORD_FIELD_INDEXED)
         || (fields[field].flags & ACCORD_FIELD_INDEXED);
}

/**
 * accord_columns_set_sort:
 * @self: the columns
 * @field: index of the field that the list is sorted by, or -1
 * @descending: whether largest comes first
 *
 * Marks the heading. Emits nothing.
 */
void
accord_columns_set_sort (AccordColumns *self, int field, gboolean descending)
{
  AccordColumn *column =
      field >= 0 && accord_columns_get_shown (self, field) ? accord_columns_find (self, field) : NULL;
  gboolean was_setting_up = self->setting_up;

  self->sort = field;
  self->descending = descending;
  self->setting_up = TRUE;
  /* Cleared first, because the heading that was sorted by does not hear of another. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column->column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting_up = was_setting_up;
}

/**
 * accord_columns_set_compact:
 * @self: the columns
 * @compact: whether to fold rows into two lines of one column, without headings
 */
void
accord_columns_set_compact (AccordColumns *self, gboolean compact)
{
  self->context->compact = compact;
  for (guint i = 0; i < self->columns->len; i++)
    {
      AccordColumn *column = self->columns->pdata[i];

      gtk_column_view_column_set_visible (column->column, !compact || is_title (column));
    }
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->view)), !compact);
  accord_columns_update_widths (self);
  accord_row_context_update (self->context);
}

/**
 * accord_columns_set_header_menu:
 * @self: the columns
 * @menu: the menu of each heading
 */
void
accord_columns_set_header_menu (AccordColumns *self, GMenuModel *menu)
{
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_header_menu (((AccordColumn *) self->columns->pdata[i])->column, menu);
}

/**
 * accord_columns_update_widths:
 * @self: the columns
 *
 * To be called when the font may have changed.
 */
void
accord_columns_update_widths (AccordColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);
  gboolean was_setting_up = self->setting_up;

  pango_font_metrics_unref (metrics);
  self->char_width = MAX ((double) width / PANGO_SCALE, 1);
  self->setting_up = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      AccordColumn *column = self->columns->pdata[i];

      gtk_column_view_column_set_fixed_width (column->column,
                                              self->context->compact ? -1 : to_pixels (self, column->width));
    }
  self->setting_up = was_setting_up;
}
