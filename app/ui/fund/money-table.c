/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/money-table.h"

#include "form/page-parts.h"
#include "go.h"

/* So much of a name is always there; beyond that the table is scrolled. */
#define LEAST_NAME 12

/* A few rows of sums: names on the left, which open what is behind them, figures to the right. */
struct _AccordMoneyTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *grid;
  char **headings;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (AccordMoneyTable, accord_money_table, GTK_TYPE_WIDGET)

typedef struct
{
  char *kind;
  gint64 id;
  AccordQuery *rows;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  Way *self = data;

  g_free (self->kind);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_free (self);
}

static void
on_name (GtkWidget *button, const Way *way)
{
  if (way->rows != NULL)
    accord_go_to_list (button, way->rows);
  else
    accord_go_to_record (button, way->kind, way->id);
}

static void
accord_money_table_dispose (GObject *object)
{
  AccordMoneyTable *self = ACCORD_MONEY_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->headings, g_strfreev);

  G_OBJECT_CLASS (accord_money_table_parent_class)->dispose (object);
}

static void
accord_money_table_class_init (AccordMoneyTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_money_table_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "moneytable");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_money_table_init (AccordMoneyTable *self)
{
  self->grid = gtk_grid_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/* A name that wraps would be measured at its narrowest, and leave a hole under the table. */
static void
shorten (GtkLabel *label)
{
  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (gtk_label_get_text (label), -1), LEAST_NAME));
}

static GtkWidget *
make_name (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  shorten (GTK_LABEL (label));
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
make_figure (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "tabular");
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
add_headings (AccordMoneyTable *self)
{
  for (int i = 0; self->headings[i] != NULL; i++)
    {
      GtkWidget *label = i == 0 ? make_name (self->headings[i], "caption-line")
                                : make_figure (self->headings[i], "caption-line");

      gtk_widget_add_css_class (label, "table-heading");
      gtk_grid_attach (GTK_GRID (self->grid), label, i, 0, 1, 1);
    }
  self->n_rows = 1;
}

/**
 * accord_money_table_new:
 * @label: what the table shows, for a screen reader
 * @headings: (array zero-terminated=1): of its columns
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
accord_money_table_new (const char *label, const char *const *headings)
{
  AccordMoneyTable *self = g_object_new (ACCORD_TYPE_MONEY_TABLE, NULL);

  self->headings = g_strdupv ((char **) headings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_headings (self);
  return GTK_WIDGET (self);
}

/**
 * accord_money_table_clear:
 * @self: a table
 *
 * Takes all rows out of it.
 */
void
accord_money_table_clear (AccordMoneyTable *self)
{
  GtkWidget *child;

  g_return_if_fail (ACCORD_IS_MONEY_TABLE (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  add_headings (self);
}

static GtkWidget *
make_link (const char *name, const char *kind, gint64 id, AccordQuery *rows)
{
  GtkWidget *button = gtk_button_new_with_label (name);
  GtkWidget *label = gtk_widget_get_first_child (button);
  Way *way = g_new0 (Way, 1);

  way->kind = g_strdup (kind);
  way->id = id;
  way->rows = rows != NULL ? accord_query_ref (rows) : NULL;
  shorten (GTK_LABEL (label));
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "table-link");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_name), way, way_free, 0);
  return button;
}

/* Read aloud, a row is one sentence: the name, then each figure with its heading. */
static char *
dup_sentence (AccordMoneyTable *self, const char *name, const char *const *figures)
{
  GString *sentence = g_string_new (name);

  for (int i = 0; figures[i] != NULL; i++)
    g_string_append_printf (sentence, ", %s %s", self->headings[i + 1], figures[i]);
  return g_string_free (sentence, FALSE);
}

/**
 * accord_money_table_add_row:
 * @self: a table
 * @style_class: (nullable): `head`, `end` or `total`
 * @name: what the row is
 * @figures: (array zero-terminated=1): one for each heading but the first
 * @kind: (nullable): the kind of the record that the name opens
 * @id: that record
 * @rows: (nullable): the list that it opens instead
 *
 * Adds a row at the end.
 */
void
accord_money_table_add_row (AccordMoneyTable *self, const char *style_class, const char *name,
                            const char *const *figures, const char *kind, gint64 id, AccordQuery *rows)
{
  GtkWidget *first;
  g_autofree char *sentence = NULL;

  g_return_if_fail (ACCORD_IS_MONEY_TABLE (self));

  sentence = dup_sentence (self, name, figures);
  if (kind != NULL || rows != NULL)
    first = make_link (name, kind, id, rows);
  else
    first = make_name (name, "table-name");
  gtk_accessible_update_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_hexpand (first, TRUE);
  gtk_widget_add_css_class (first, "table-cell");
  if (style_class != NULL)
    gtk_widget_add_css_class (first, style_class);
  gtk_grid_attach (GTK_GRID (self->grid), first, 0, self->n_rows, 1, 1);
  for (int i = 0; figures[i] != NULL; i++)
    {
      GtkWidget *figure = make_figure (figures[i], style_class);

      gtk_widget_add_css_class (figure, "table-cell");
      gtk_grid_attach (GTK_GRID (self->grid), figure, i + 1, self->n_rows, 1, 1);
    }
  self->n_rows++;
}
