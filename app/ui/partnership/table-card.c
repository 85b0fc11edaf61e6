/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/table-card.h"

#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 2

/* A card with a small table: rows that open, in columns that fold where it is narrow. */
struct _AccordTableCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *head;
  GtkWidget *headings;
  GtkWidget *list;
  GtkWidget *note;

  const AccordTableColumn *columns;
  guint n_columns;
  GPtrArray *states;
  guint shown;
};

G_DEFINE_FINAL_TYPE (AccordTableCard, accord_table_card, GTK_TYPE_WIDGET)

static void
entry_free (gpointer data)
{
  AccordTableEntry *self = data;

  for (guint i = 0; i < ACCORD_TABLE_MOST_COLUMNS; i++)
    g_free (self->cells[i]);
  g_free (self->second);
  g_free (self);
}

/**
 * accord_table_entries_new:
 *
 * Returns: (transfer full) (element-type AccordTableEntry): rows for a small table, none yet
 */
GPtrArray *
accord_table_entries_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

/**
 * accord_table_entries_add:
 * @entries: (element-type AccordTableEntry): rows
 * @opens: (nullable): the record that the row opens
 *
 * Returns: (transfer none): a new row, of which the cells are to be filled in
 */
AccordTableEntry *
accord_table_entries_add (GPtrArray *entries, AccordRecord *opens)
{
  AccordTableEntry *entry = g_new0 (AccordTableEntry, 1);

  if (opens != NULL)
    {
      entry->kind = accord_record_get_kind (opens)->name;
      entry->id = accord_record_get_id (opens);
    }
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordTableCard *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "accord-id");
  const char *kind = g_object_get_data (G_OBJECT (row), "accord-kind");

  if (kind != NULL)
    accord_go_to_record (GTK_WIDGET (self), kind, *id);
}

static GtkWidget *
make_text (const char *text, const char *style_class, gboolean end)
{
  GtkWidget *label = accord_page_label (text != NULL ? text : "–", style_class);

  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), end ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
make_first (const AccordTableEntry *entry)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_text (entry->cells[0], "first-line", FALSE);

  /* All in one line while there is room, instead of in two that are equally long. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, entry->mark == NULL);
  gtk_box_append (GTK_BOX (line), label);
  if (entry->mark != NULL)
    {
      GtkWidget *mark = accord_page_label (entry->mark, "row-mark");

      gtk_label_set_wrap (GTK_LABEL (mark), FALSE);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), mark);
    }
  return line;
}

static char *
dup_name (const AccordTableEntry *entry)
{
  GString *name = g_string_new (entry->cells[0]);

  if (entry->mark != NULL)
    g_string_append_printf (name, ", %s", entry->mark);
  for (guint i = 1; i < ACCORD_TABLE_MOST_COLUMNS; i++)
    if (entry->cells[i] != NULL)
      g_string_append_printf (name, ", %s", entry->cells[i]);
  if (entry->second != NULL)
    g_string_append_printf (name, ", %s", entry->second);
  return g_string_free (name, FALSE);
}

static GtkWidget *
make_row (AccordTableCard *self, const AccordTableEntry *entry, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *cells = accord_table_row_new (self->columns, self->n_columns, FALSE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  accord_table_row_set_cell (ACCORD_TABLE_ROW (cells), 0, make_first (entry));
  for (guint i = 1; i < self->n_columns; i++)
    accord_table_row_set_cell (
        ACCORD_TABLE_ROW (cells), i,
        make_text (entry->cells[i], self->columns[i].end ? "tabular" : "plain-cell", self->columns[i].end));
  accord_table_row_set_shown (ACCORD_TABLE_ROW (cells), self->shown);
  gtk_box_append (GTK_BOX (box), cells);
  if (entry->second != NULL)
    gtk_box_append (GTK_BOX (box), make_text (entry->second, "second-line", FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->kind != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (row, strlen (name) > 90 ? name : NULL);
  g_object_set_data (G_OBJECT (row), "accord-kind", (gpointer) entry->kind);
  g_object_set_data_full (G_OBJECT (row), "accord-id", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  return row;
}

/* Rows that say the same as before stay, with the focus in them. */
static void
show_row (AccordTableCard *self, guint position, const AccordTableEntry *entry)
{
  g_autofree char *name = dup_name (entry);
  g_autofree char *state =
      g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%x/%s", entry->kind, entry->id, self->shown, name);
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);

  if (old != NULL && g_strcmp0 (self->states->pdata[position], state) == 0)
    return;
  if (old != NULL)
    {
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
      g_ptr_array_remove_index (self->states, position);
    }
  gtk_list_box_insert (GTK_LIST_BOX (self->list), make_row (self, entry, name), (int) position);
  g_ptr_array_insert (self->states, (int) position, g_steal_pointer (&state));
}

static void
accord_table_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_TABLE_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_table_card_parent_class)->dispose (object);
}

static void
accord_table_card_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_TABLE_CARD (object)->states);

  G_OBJECT_CLASS (accord_table_card_parent_class)->finalize (object);
}

static void
accord_table_card_class_init (AccordTableCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_table_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_table_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_table_card_init (AccordTableCard *self)
{
  self->states = g_ptr_array_new_with_free_func (g_free);
}

static void
add_headings (AccordTableCard *self)
{
  self->headings = accord_table_row_new (self->columns, self->n_columns, TRUE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *label = make_text (_ (self->columns[i].heading), "caption-line", self->columns[i].end);

      accord_table_row_set_cell (ACCORD_TABLE_ROW (self->headings), i, label);
    }
  gtk_widget_add_css_class (self->headings, "table-headings");
  gtk_box_append (GTK_BOX (self->card), self->headings);
}

static void
add_list (AccordTableCard *self, const char *label)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  gtk_box_append (GTK_BOX (self->card), self->list);
}

/**
 * accord_table_card_new:
 * @title: what is in the card
 * @columns: (array length=n_columns): the columns, which outlive the card
 * @n_columns: how many
 * @headings: whether the columns have headings
 *
 * Returns: (transfer floating): a card with a table of no rows
 */
GtkWidget *
accord_table_card_new (const char *title, const AccordTableColumn *columns, guint n_columns,
                       gboolean headings)
{
  AccordTableCard *self = g_object_new (ACCORD_TYPE_TABLE_CARD, NULL);

  g_return_val_if_fail (n_columns <= ACCORD_TABLE_MOST_COLUMNS, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->card = accord_page_card (&self->head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  if (headings)
    add_headings (self);
  add_list (self, title);
  self->note = accord_page_label (NULL, "card-note");
  gtk_widget_hide (self->note);
  gtk_box_append (GTK_BOX (self->card), self->note);
  return GTK_WIDGET (self);
}

/**
 * accord_table_card_new_bare:
 * @label: what is in the table
 * @columns: (array length=n_columns): the columns, which outlive it
 * @n_columns: how many
 *
 * Returns: (transfer floating): a table of no rows, to stand in a card of somebody else
 */
GtkWidget *
accord_table_card_new_bare (const char *label, const AccordTableColumn *columns, guint n_columns)
{
  AccordTableCard *self = g_object_new (ACCORD_TYPE_TABLE_CARD, NULL);

  g_return_val_if_fail (n_columns <= ACCORD_TABLE_MOST_COLUMNS, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "bare-table");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  add_headings (self);
  add_list (self, label);
  return GTK_WIDGET (self);
}

/**
 * accord_table_card_get_head:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the box with its title
 */
GtkWidget *
accord_table_card_get_head (AccordTableCard *self)
{
  return self->head;
}

/**
 * accord_table_card_set_note:
 * @self: a card
 * @note: (nullable): a sentence under the rows
 *
 * Says something about the rows.
 */
void
accord_table_card_set_note (AccordTableCard *self, const char *note)
{
  g_return_if_fail (ACCORD_IS_TABLE_CARD (self));

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

/* A column in which no row has anything is left out. */
static guint
find_shown (AccordTableCard *self, GPtrArray *entries)
{
  guint shown = 1;

  for (guint i = 0; i < entries->len; i++)
    for (guint column = 1; column < self->n_columns; column++)
      if (((AccordTableEntry *) entries->pdata[i])->cells[column] != NULL)
        shown |= 1u << column;
  return shown;
}

/**
 * accord_table_card_show:
 * @self: a card
 * @entries: (element-type AccordTableEntry): its rows
 *
 * Shows other rows.
 */
void
accord_table_card_show (AccordTableCard *self, GPtrArray *entries)
{
  g_return_if_fail (ACCORD_IS_TABLE_CARD (self));

  self->shown = find_shown (self, entries);
  if (self->headings != NULL)
    {
      accord_table_row_set_shown (ACCORD_TABLE_ROW (self->headings), self->shown);
      gtk_widget_set_visible (self->headings, entries->len > 0 && self->shown > 1);
    }
  for (guint i = 0; i < entries->len; i++)
    show_row (self, i, entries->pdata[i]);
  while (self->states->len > entries->len)
    {
      g_ptr_array_remove_index (self->states, self->states->len - 1);
      gtk_list_box_remove (
          GTK_LIST_BOX (self->list),
          GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) self->states->len)));
    }
  gtk_widget_set_visible (self->list, entries->len > 0);
}
