/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/row-factory.h"

#include "list/row-cell.h"
#include "list/row-text.h"
#include "record-list.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* One column's cells. */
typedef struct
{
  AccordRowContext *context;
  guint field;
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  accord_row_context_unref (column->context);
  g_free (column);
}

static void
context_clear (gpointer data)
{
  AccordRowContext *self = data;

  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->bound, g_hash_table_unref);
}

static const guint *
fields_of (AccordRowContext *context)
{
  return (const guint *) (gconstpointer) context->fields->data;
}

/* The row speaks as one: unnamed, it would be called by its widget class. */
static void
label_row (AccordRowContext *context, GtkWidget *cell, AccordRecord *record)
{
  GtkWidget *row = gtk_widget_get_parent (cell);
  g_autofree char *label = NULL;

  row = row != NULL ? gtk_widget_get_parent (row) : NULL;
  if (row == NULL)
    return;
  label = record != NULL
              ? accord_row_dup_label (record, fields_of (context), context->fields->len, context->today)
              : g_strdup (_ ("Loading"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_summary (AccordRowContext *context, AccordRowCell *cell, AccordRecord *record)
{
  g_auto (AccordRowSummary) summary = { NULL };

  if (record != NULL)
    summary = accord_row_summarise (record, fields_of (context), context->fields->len, context->today);
  accord_row_cell_show_summary (cell, &summary);
}

static void
show_field (AccordRowContext *context, AccordRowCell *cell, AccordRecord *record, guint field)
{
  const AccordStatus *status = NULL;
  gboolean missing = FALSE;
  g_autofree char *text = NULL;

  if (record != NULL)
    {
      text = accord_row_dup_cell (record, field, fields_of (context), context->fields->len, context->today,
                                  &status);
      missing = accord_row_is_missing (record, field, fields_of (context), context->fields->len);
    }
  accord_row_cell_show_text (cell, text, status, missing);
}

static void
update_cell (AccordRowContext *context, GtkListItem *item, guint field)
{
  AccordRecordSlot *slot = gtk_list_item_get_item (item);
  AccordRowCell *cell = ACCORD_ROW_CELL (gtk_list_item_get_child (item));
  AccordRecord *record = slot != NULL ? accord_record_slot_get_record (slot) : NULL;
  gboolean is_title = field == context->kind->title_field;

  if (context->compact && !is_title)
    return; /* not to be seen */
  if (context->compact)
    show_summary (context, cell, record);
  else
    show_field (context, cell, record, field);
  if (is_title)
    label_row (context, GTK_WIDGET (cell), record);
}

static void
record_changed_cb (AccordRecordSlot *slot, GParamSpec *pspec, GtkListItem *item)
{
  Column *column = g_object_get_data (G_OBJECT (item), "accord-column");

  update_cell (column->context, item, column->field);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  const AccordKind *kind = column->context->kind;
  GtkWidget *cell = accord_row_cell_new (item);
  gboolean ledger = FALSE;

  accord_row_cell_set_figure (ACCORD_ROW_CELL (cell), accord_column_is_figure (&kind->fields[column->field]));
  if (column->field == kind->title_field)
    {
      gtk_widget_add_css_class (cell, "row-title");
      for (guint i = 0; i < kind->n_fields; i++)
        ledger |= (kind->fields[i].flags & ACCORD_FIELD_SIGNED) != 0;
      accord_row_cell_set_figure_width (ACCORD_ROW_CELL (cell), ledger ? 14 : 9);
    }
  g_object_set_data (G_OBJECT (item), "accord-column", column);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::record", G_CALLBACK (record_changed_cb),
                           item, 0);
  g_hash_table_insert (column->context->bound, item, GUINT_TO_POINTER (column->field));
  update_cell (column->context, item, column->field);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_changed_cb, item);
  g_hash_table_remove (column->context->bound, item);
}

/**
 * accord_row_context_new:
 * @kind: the kind of record in the rows
 *
 * Returns: (transfer full): a context with no fields shown
 */
AccordRowContext *
accord_row_context_new (const AccordKind *kind)
{
  AccordRowContext *self = g_rc_box_new0 (AccordRowContext);

  self->kind = kind;
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->today = accord_today_dup ();
  self->bound = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * accord_row_context_ref:
 * @self: a context
 *
 * Returns: (transfer full): @self
 */
AccordRowContext *
accord_row_context_ref (AccordRowContext *self)
{
  return g_rc_box_acquire (self);
}

/**
 * accord_row_context_unref:
 * @self: (transfer full): a context
 */
void
accord_row_context_unref (AccordRowContext *self)
{
  g_rc_box_release_full (self, context_clear);
}

/**
 * accord_row_context_update:
 * @self: a context
 *
 * Says anew what every cell shows.
 */
void
accord_row_context_update (AccordRowContext *self)
{
  GHashTableIter iter;
  gpointer item, field;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &field))
    update_cell (self, item, GPOINTER_TO_UINT (field));
}

/**
 * accord_row_factory_new:
 * @context: what the columns of the table have in common
 * @field: index of the field that this column shows
 *
 * Returns: (transfer full): what makes the cells of one column out of record slots
 */
GtkListItemFactory *
accord_row_factory_new (AccordRowContext *context, guint field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  column->context = accord_row_context_ref (context);
  column->field = field;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  return factory;
}
