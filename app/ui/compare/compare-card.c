/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare-card.h"

#include "chart/picture-table.h"
#include "compare/compare-row.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A card shows so many differences, and the rest when a person asks for them. */
#define AT_FIRST 40
#define LONG_VALUE 20

typedef struct
{
  GtkWidget *list;
  GPtrArray *rows;
} Rest;

static void
rest_free (gpointer data, GClosure *closure)
{
  Rest *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
add_rows (GtkWidget *list, GPtrArray *rows, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const AccordCompareRow *row = rows->pdata[i];
      const AccordCompareRow *before = i > 0 ? rows->pdata[i - 1] : NULL;
      gboolean same = before != NULL && g_strcmp0 (before->uid, row->uid) == 0 && before->sort == '~';
      /* Of the case itself there is one, which the page is about. */
      GtkWidget *view = accord_compare_row_view_new (row, !same && g_strcmp0 (row->kind, "case") != 0);

      if (!same)
        gtk_widget_add_css_class (view, "begins");
      gtk_box_append (GTK_BOX (list), view);
    }
}

static void
on_more (GtkButton *button, Rest *rest)
{
  GtkWidget *list = rest->list;
  g_autoptr (GPtrArray) rows = g_ptr_array_ref (rest->rows);

  gtk_box_remove (GTK_BOX (list), GTK_WIDGET (button));
  add_rows (list, rows, AT_FIRST, rows->len);
}

static void
add_more (GtkWidget *list, GPtrArray *rows)
{
  Rest *rest = g_new0 (Rest, 1);
  g_autofree char *words =
      g_strdup_printf (ngettext ("Show %u more", "Show %u more", rows->len - AT_FIRST), rows->len - AT_FIRST);
  GtkWidget *button = accord_page_button (words);

  rest->list = list;
  rest->rows = g_ptr_array_ref (rows);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-foot");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_more), rest, rest_free, 0);
  gtk_box_append (GTK_BOX (list), button);
}

/**
 * accord_compare_card_new:
 * @title: what the records are called
 * @rows: (element-type AccordCompareRow): differences of such records, those of one record together
 *
 * Returns: (transfer floating): a card with them
 */
GtkWidget *
accord_compare_card_new (const char *title, GPtrArray *rows)
{
  GtkWidget *head, *card = accord_page_card (&head, title);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (list, "compare-rows");
  add_rows (list, rows, 0, MIN (rows->len, AT_FIRST));
  if (rows->len > AT_FIRST)
    add_more (list, rows);
  gtk_box_append (GTK_BOX (card), list);
  return card;
}

static gboolean
is_of_organisation (const AccordCompareRow *row)
{
  return g_strcmp0 (row->kind, "organisation") == 0;
}

/* Words of some length would push the difference out of a narrow window: they go on two lines. */
static char *
dup_value (const char *value)
{
  char *broken = g_strdup (value != NULL ? value : "–");
  const gsize length = strlen (broken);
  char *best = NULL;

  if (length < LONG_VALUE || g_ascii_isdigit (broken[length - 1]))
    return broken;
  for (char *c = broken; *c != '\0'; c++)
    if (*c == ' ' && (best == NULL || (gsize) (c - broken) <= length / 2))
      best = c;
  if (best != NULL)
    *best = '\n';
  return broken;
}

static char **
dup_cells (const AccordCompareRow *row)
{
  char **cells = g_new0 (char *, 5);

  /* Under the name of the option, and a little in from it. */
  cells[0] = row->label != NULL && row->title != NULL && !is_of_organisation (row)
                 ? g_strdup_printf ("\u2003%s", row->label)
                 : g_strdup (row->title != NULL ? row->title : row->label);
  cells[1] = dup_value (row->before);
  cells[2] = dup_value (row->after);
  cells[3] = g_strdup (row->delta != NULL ? row->delta : row->sort == '=' ? _ ("the same") : "–");
  return cells;
}

static void
add_figure (GPtrArray *cells, const AccordCompareRow *row, const AccordCompareRow *before)
{
  if (!is_of_organisation (row) && row->title != NULL
      && (before == NULL || g_strcmp0 (before->uid, row->uid) != 0))
    {
      char **heading = g_new0 (char *, 5);

      heading[0] = g_strdup (row->title);
      for (guint i = 1; i < 4; i++)
        heading[i] = g_strdup ("");
      g_ptr_array_add (cells, heading);
    }
  g_ptr_array_add (cells, dup_cells (row));
}

/* Figures are wider than a narrow window has room for, and are not broken. */
static GtkWidget *
make_scrolled (GtkWidget *table)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  accord_plain_table_set_scrolled (table);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  gtk_widget_add_css_class (scrolled, "card-body");
  return scrolled;
}

/**
 * accord_compare_figures_card_new:
 * @comparison: two versions held against each other
 * @organisations: whether who pays and who gains is meant, or else what each option comes to
 *
 * Returns: (transfer floating) (nullable): a card with those figures of both and by how much they differ;
 * %NULL where there are none
 */
GtkWidget *
accord_compare_figures_card_new (const AccordComparison *comparison, gboolean organisations)
{
  const char *const headings[] = { organisations ? _ ("Net position of") : _ ("Figure"), comparison->before,
                                   comparison->after, _ ("Difference") };
  const char *title = organisations ? _ ("Who pays, who gains") : _ ("What it comes to");
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GtkWidget *head, *card, *table;

  for (guint i = 0; i < comparison->figures->len; i++)
    if (is_of_organisation (comparison->figures->pdata[i]) == organisations)
      add_figure (cells, comparison->figures->pdata[i], i > 0 ? comparison->figures->pdata[i - 1] : NULL);
  if (cells->len == 0)
    return NULL;
  card = accord_page_card (&head, title);
  table = accord_plain_table_new (title, headings, G_N_ELEMENTS (headings), 0xe);
  gtk_box_append (GTK_BOX (card), make_scrolled (table));
  accord_plain_table_show (table, cells);
  return card;
}
