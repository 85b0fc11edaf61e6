/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include "appraisal/grid-block.h"
#include "form/page-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What changes several cells at once: paste, fill, clear; and what takes them away. */

/*
 * accord_grid_view_apply:
 * @self: a table
 * @entries: (transfer full) (nullable): the cells that change, or %NULL where one cannot
 * @deed: how
 * @why: (transfer full) (nullable): why one cannot
 *
 * Changes cells, or says why nothing changes.
 */
void
accord_grid_view_apply (AccordGridView *self, GPtrArray *entries, AccordGridDeed deed, char *why)
{
  if (entries == NULL)
    accord_grid_view_set_message (self, why);
  else
    {
      for (guint i = 0; i < entries->len; i++)
        {
          const AccordGridEntry *entry = entries->pdata[i];

          accord_grid_faults_drop (self->faults, accord_grid_view_get_key (self, entry->row), entry->column);
        }
      accord_grid_view_set_message (self, NULL);
      if (entries->len > 0)
        accord_grid_model_set (self->model, entries, deed);
      g_ptr_array_unref (entries);
    }
  g_free (why);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AccordGridRange
get_range (AccordGridView *self)
{
  return accord_grid_selection_get_range (&self->selection);
}

static gboolean
is_ready (AccordGridView *self)
{
  return self->model != NULL && !self->editing && accord_grid_view_get_extent (self).n_rows > 0;
}

/* --- Paste. */

typedef struct
{
  AccordGridView *view;
  AccordGridRange range;
  GPtrArray *rows;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_ptr_array_unref (paste->rows);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
select_pasted (AccordGridView *self, const AccordGridRange *range, GPtrArray *rows)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  guint n_across = 0;

  for (guint i = 0; i < rows->len; i++)
    n_across = MAX (n_across, g_strv_length (rows->pdata[i]));
  if (rows->len * n_across <= 1)
    return;
  accord_grid_selection_go (&self->selection, &extent, range->row, range->column, FALSE);
  accord_grid_selection_move (&self->selection, &extent, (int) rows->len - 1, (int) n_across - 1, TRUE);
  self->selection.row = MIN (self->selection.row, accord_grid_model_get_n_rows (self->model));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paste_now (AccordGridView *self, const AccordGridRange *range, GPtrArray *rows)
{
  guint n_new;
  char *why = NULL;
  GPtrArray *entries = accord_grid_block_paste (self->model, range, rows, &n_new, &why);
  gboolean done = entries != NULL;

  accord_grid_view_apply (self, entries, ACCORD_GRID_PASTED, why);
  if (done)
    select_pasted (self, range, rows);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, Paste *paste)
{
  AccordGridView *self = paste->view;
  guint n_rows;

  if (self->model == NULL || g_str_equal (response, "cancel"))
    return;
  n_rows = accord_grid_model_get_n_rows (self->model);
  if (g_str_equal (response, "fit") && paste->range.row < n_rows)
    g_ptr_array_set_size (paste->rows, (int) MIN (paste->rows->len, n_rows - paste->range.row));
  paste_now (self, &paste->range, paste->rows);
}

static void
ask (AccordGridView *self, const AccordGridRange *range, GPtrArray *rows, guint n_new)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Paste *paste = g_new0 (Paste, 1);
  GtkWidget *dialog;
  g_autofree char *heading = g_strdup_printf (ngettext ("Add %u line?", "Add %u lines?", n_new), n_new);

  paste->view = g_object_ref (self);
  paste->range = *range;
  paste->rows = g_ptr_array_ref (rows);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                   _ ("What is pasted has more lines than there are from here on."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "fit",
                                    _ ("_Paste what fits"), "add", _ ("_Add lines"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  accord_page_name_buttons (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer), paste,
                         (GClosureNotify) (void (*) (void)) paste_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * accord_grid_view_paste_text:
 * @self: a table
 * @text: a block of a spreadsheet
 *
 * Pastes a block where the keyboard is. Where it has more rows than there are, a person is asked whether
 * lines are to be added, unless it is pasted where a new one begins.
 */
void
accord_grid_view_paste_text (AccordGridView *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = accord_grid_block_parse (text, &error);
  AccordGridRange range = get_range (self);
  guint n_rows;

  if (rows == NULL)
    {
      accord_grid_view_set_message (self, error->message);
      return;
    }
  if (!is_ready (self) || !accord_grid_model_get_may_change (self->model))
    return;
  n_rows = accord_grid_model_get_n_rows (self->model);
  if (range.row < n_rows && range.row + rows->len > n_rows)
    ask (self, &range, rows, range.row + rows->len - n_rows);
  else
    paste_now (self, &range, rows);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordGridView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  accord_grid_view_paste_text (self, text != NULL ? text : "");
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);

  if (is_ready (self))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable, text_read_cb,
                                   g_object_ref (self));
}

/* --- Copy, clear and fill. */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridRange range = get_range (self);
  g_autofree char *text = NULL;

  if (!is_ready (self))
    return;
  text = accord_grid_block_write (self->model, &range);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
clear (AccordGridView *self)
{
  AccordGridRange range = get_range (self);
  char *why = NULL;
  GPtrArray *entries;

  if (!is_ready (self))
    return;
  for (guint i = 0; i < range.n_rows; i++)
    for (guint j = 0; j < range.n_columns; j++)
      accord_grid_faults_drop (self->faults, accord_grid_view_get_key (self, range.row + i),
                               range.column + j);
  entries = accord_grid_block_clear (self->model, &range, &why);
  accord_grid_view_apply (self, entries, ACCORD_GRID_CLEARED, why);
  accord_grid_view_tell (self, FALSE);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear (ACCORD_GRID_VIEW (widget));
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_action (widget, name, parameter);
  clear (ACCORD_GRID_VIEW (widget));
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridRange range = get_range (self);
  char *why = NULL;
  GPtrArray *entries;

  if (!is_ready (self))
    return;
  entries = accord_grid_block_fill (self->model, &range, g_str_equal (name, "sheet.fill-down"), &why);
  accord_grid_view_apply (self, entries, ACCORD_GRID_FILLED, why);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridRange range = get_range (self);
  guint n_rows = self->model != NULL ? accord_grid_model_get_n_rows (self->model) : 0;

  if (is_ready (self) && accord_grid_model_get_may_change (self->model) && range.row < n_rows)
    accord_grid_model_remove_rows (self->model, range.row, MIN (range.n_rows, n_rows - range.row));
}

/* --- The menu. */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *clipboard = g_menu_new (), *fill = g_menu_new (), *rows = g_menu_new ();

  g_menu_append (clipboard, _ ("Cu_t"), "sheet.cut");
  g_menu_append (clipboard, _ ("_Copy"), "sheet.copy");
  g_menu_append (clipboard, _ ("_Paste"), "sheet.paste");
  g_menu_append (fill, _ ("Fill to the _right"), "sheet.fill-right");
  g_menu_append (fill, _ ("Fill _down"), "sheet.fill-down");
  g_menu_append (fill, _ ("C_lear"), "sheet.clear");
  g_menu_append (rows, _ ("_Explain this figure"), "sheet.explain");
  g_menu_append (rows, _ ("_Delete the lines"), "sheet.remove-rows");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fill));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_object_unref (clipboard);
  g_object_unref (fill);
  g_object_unref (rows);
  return G_MENU_MODEL (menu);
}

void
accord_grid_view_open_menu (AccordGridView *self, const GdkRectangle *place)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
accord_grid_view_install_clipboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "sheet.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "sheet.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "sheet.fill-right", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "sheet.fill-down", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "sheet.remove-rows", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "sheet.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "sheet.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "sheet.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "sheet.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "sheet.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sheet.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "sheet.fill-right", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "sheet.fill-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "sheet.remove-rows",
                                       NULL);
}
