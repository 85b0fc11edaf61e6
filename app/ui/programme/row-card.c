/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/row-card.h"

#include "chart/picture-table.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "programme/row-widget.h"
#include "go.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As much of a name as a step in the journal needs. */
#define LONGEST_NAME 60

/* A card of records that belong to another: what is drawn of them, and rows that open them. */
struct _AccordRowCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *head;
  GtkWidget *count;
  GtkWidget *add;
  GtkWidget *note;
  GtkWidget *body;
  GtkWidget *choice;
  GtkSizeGroup *figures;
  GtkSizeGroup *ends;
  GtkWidget *list;
  GtkWidget *all;

  AccordWorkspace *workspace;
  const AccordKind *kind;
  guint field;
  gint64 subject;
  GPtrArray *states;
};

G_DEFINE_FINAL_TYPE (AccordRowCard, accord_row_card, GTK_TYPE_WIDGET)

/* One field of one record that a person chose. */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
  guint field;
  char *value;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->value);
  g_free (self);
}

static gboolean
write_choice (AccordWriter *writer, gpointer data, GError **error)
{
  const Choice *choice = data;
  g_autoptr (AccordRecord) record =
      accord_reader_get (accord_writer_get_reader (writer), choice->kind, choice->id, error);

  if (record == NULL)
    return FALSE;
  accord_record_put_text (record, choice->field, choice->value, -1);
  return accord_writer_update (writer, record, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordRowCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (change == NULL && toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), adw_toast_new (error->message));
}

static GtkWidget *
find_row (AccordRowCard *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (accord_row_widget_get_id (row) == id)
      return row;
  return NULL;
}

static char *
dup_label (AccordRowCard *self, gint64 id, const AccordField *field, const char *value)
{
  GtkWidget *row = find_row (self, id);
  const char *name = row != NULL ? g_object_get_data (G_OBJECT (row), "accord-title") : "";
  g_autofree char *shortened =
      g_utf8_strlen (name, -1) > LONGEST_NAME ? g_utf8_substring (name, 0, LONGEST_NAME) : g_strdup (name);

  /* Translators: a step that can be undone: the state that was chosen, and the name of the record. */
  return g_strdup_printf (_ ("Set to %s: %s%s"), accord_field_choice_label (field, value), shortened,
                          g_utf8_strlen (name, -1) > LONGEST_NAME ? "…" : "");
}

static void
choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRowCard *self = ACCORD_ROW_CARD (widget);
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  const char *field_name;
  Choice *choice;
  gint64 id;
  int field;

  g_variant_get (parameter, "(x&ss)", &id, &field_name, &value);
  field = accord_kind_find_field (self->kind, field_name);
  g_return_if_fail (field >= 0);
  label = dup_label (self, id, &self->kind->fields[field], value);
  choice = g_new0 (Choice, 1);
  choice->kind = self->kind;
  choice->id = id;
  choice->field = field;
  choice->value = g_steal_pointer (&value);
  accord_workspace_write_async (self->workspace, label, write_choice, choice, choice_free, NULL, on_written,
                                g_object_ref (self));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordRowCard *self)
{
  accord_go_to_record (GTK_WIDGET (self), self->kind->name, accord_row_widget_get_id (GTK_WIDGET (row)));
}

static void
on_add (AccordRowCard *self)
{
  g_autoptr (AccordRecord) preset = accord_record_new (self->kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_put_int (preset, self->field, self->subject);
  dialog = accord_record_dialog_new (self->workspace, self->kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_all (AccordRowCard *self)
{
  g_autoptr (AccordQuery) query = accord_query_new (self->kind);

  accord_query_add_number (query, self->field, ACCORD_OPERATOR_EQUAL, self->subject);
  accord_go_to_list (GTK_WIDGET (self), query);
}

static void
accord_row_card_dispose (GObject *object)
{
  AccordRowCard *self = ACCORD_ROW_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->figures);
  g_clear_object (&self->ends);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_row_card_parent_class)->dispose (object);
}

static void
accord_row_card_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_ROW_CARD (object)->states);

  G_OBJECT_CLASS (accord_row_card_parent_class)->finalize (object);
}

static void
accord_row_card_class_init (AccordRowCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_row_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_row_card_finalize;
  gtk_widget_class_install_action (widget_class, "row-card.choose", "(xss)", choose);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_row_card_init (AccordRowCard *self)
{
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->figures = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->ends = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

static void
add_list (AccordRowCard *self, const char *title)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-rows");
  gtk_widget_add_css_class (self->list, "programme-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  gtk_box_append (GTK_BOX (self->card), self->list);

  self->all = gtk_button_new ();
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_add_css_class (self->all, "show-all");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (on_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->card), self->all);
}

/**
 * accord_row_card_new:
 * @workspace: where records are kept
 * @title: what the card shows
 * @kind: the name of the kind of its records
 * @field: the name of the field by which they refer to the record in view
 *
 * Returns: (transfer floating): a card without rows
 */
GtkWidget *
accord_row_card_new (AccordWorkspace *workspace, const char *title, const char *kind, const char *field)
{
  AccordRowCard *self = g_object_new (ACCORD_TYPE_ROW_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), kind);
  self->field = accord_kind_find_field (self->kind, field);
  self->card = accord_page_card (&self->head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->count = accord_page_label (NULL, "count");
  gtk_label_set_wrap (GTK_LABEL (self->count), FALSE);
  gtk_box_append (GTK_BOX (self->head), self->count);
  self->add = accord_page_icon_button ("list-add-symbolic", _ (self->kind->add_label));
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (workspace));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->head), self->add);
  self->note = accord_page_label (NULL, "card-note");
  gtk_widget_hide (self->note);
  gtk_box_append (GTK_BOX (self->card), self->note);
  add_list (self, title);
  return GTK_WIDGET (self);
}

/**
 * accord_row_card_add_tools:
 * @self: a card
 * @tools: (transfer floating): buttons for its head, before the one that adds a record
 */
void
accord_row_card_add_tools (AccordRowCard *self, GtkWidget *tools)
{
  g_return_if_fail (ACCORD_IS_ROW_CARD (self));

  gtk_box_insert_child_after (GTK_BOX (self->head), tools, gtk_widget_get_prev_sibling (self->add));
}

/**
 * accord_row_card_set_body:
 * @self: a card
 * @body: (transfer floating): what stands above the rows, such as a drawing
 */
void
accord_row_card_set_body (AccordRowCard *self, GtkWidget *body)
{
  g_return_if_fail (ACCORD_IS_ROW_CARD (self) && self->body == NULL);

  self->body = body;
  gtk_widget_add_css_class (body, "card-drawing");
  gtk_box_insert_child_after (GTK_BOX (self->card), body, self->note);
}

/**
 * accord_row_card_set_view:
 * @self: a card
 * @picture: (transfer floating): a drawing
 * @table: (transfer floating): the same as a table
 *
 * Puts a drawing above the rows, and buttons to choose between it and the table into the head.
 */
void
accord_row_card_set_view (AccordRowCard *self, GtkWidget *picture, GtkWidget *table)
{
  GtkWidget *view;

  g_return_if_fail (ACCORD_IS_ROW_CARD (self));

  view = accord_picture_table_new (self->head, picture, table);
  self->choice = gtk_widget_get_last_child (self->head);
  gtk_box_reorder_child_after (GTK_BOX (self->head), self->add, self->choice);
  accord_row_card_set_body (self, view);
}

/**
 * accord_row_card_set_view_visible:
 * @self: a card with a drawing
 * @visible: whether there is anything drawn
 *
 * A picture of nothing is none; nor is there then anything to choose.
 */
void
accord_row_card_set_view_visible (AccordRowCard *self, gboolean visible)
{
  g_return_if_fail (ACCORD_IS_ROW_CARD (self) && self->choice != NULL);

  gtk_widget_set_visible (self->body, visible);
  gtk_widget_set_visible (self->choice, visible);
}

/**
 * accord_row_card_set_note:
 * @self: a card
 * @note: (nullable): a sentence under its title
 */
void
accord_row_card_set_note (AccordRowCard *self, const char *note)
{
  g_return_if_fail (ACCORD_IS_ROW_CARD (self));

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

/* Only rows that differ are made anew. */
static void
show_row (AccordRowCard *self, guint position, const AccordRow *row)
{
  g_autofree char *state = accord_row_dup_state (row);
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);
  GtkWidget *widget;

  if (old != NULL && g_strcmp0 (self->states->pdata[position], state) == 0)
    return;
  if (old != NULL)
    {
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
      g_ptr_array_remove_index (self->states, position);
    }
  widget = accord_row_make_widget (row, self->kind, !accord_workspace_get_read_only (self->workspace),
                                   self->figures, self->ends);
  g_object_set_data_full (G_OBJECT (widget), "accord-title", g_strdup (row->title), g_free);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), widget, position);
  g_ptr_array_insert (self->states, position, g_steal_pointer (&state));
}

static gint64
find_focused (AccordRowCard *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != self->list)
    focus = gtk_widget_get_parent (focus);
  return focus != NULL ? accord_row_widget_get_id (focus) : 0;
}

/* A row that was made anew, or moved, keeps the focus that it had. */
static void
restore_focus (AccordRowCard *self, gint64 focused)
{
  GtkWidget *row = focused != 0 && find_focused (self) != focused ? find_row (self, focused) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/**
 * accord_row_card_show:
 * @self: a card
 * @subject: the record in view
 * @rows: (element-type AccordRow): its rows
 * @most: how many of them to show at most
 * @n_all: how many records there are
 * @n_elsewhere: how many of them are in no row, but in a drawing above
 * @count: (nullable): what stands beside the title
 *
 * Shows other rows; those that say the same stay as they are. Without records the card hides.
 */
void
accord_row_card_show (AccordRowCard *self, gint64 subject, GPtrArray *rows, guint most, guint n_all,
                      guint n_elsewhere, const char *count)
{
  g_autofree char *all = NULL;
  guint n = MIN (rows->len, most);
  gint64 focused;

  g_return_if_fail (ACCORD_IS_ROW_CARD (self));

  focused = find_focused (self);
  self->subject = subject;
  for (guint i = 0; i < n; i++)
    show_row (self, i, rows->pdata[i]);
  while (self->states->len > n)
    {
      g_ptr_array_remove_index (self->states, self->states->len - 1);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (gtk_list_box_get_row_at_index (
                                                          GTK_LIST_BOX (self->list), self->states->len)));
    }
  restore_focus (self, focused);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_label_set_label (GTK_LABEL (self->count), count != NULL ? count : "");
  /* Translators: %u is how many records there are. */
  all = g_strdup_printf (_ ("Show all %u"), n_all);
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, n + n_elsewhere < n_all);
  gtk_widget_set_visible (GTK_WIDGET (self), n_all > 0);
}
