/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/import-preview.h"

#include "date.h"
#include "list/list-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN 8

static GtkWidget *
make_label (const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
add_figure (GtkBox *figures, const char *caption, const char *figure, const char *exact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label = make_label (figure, "key-figure");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (exact != NULL)
    {
      gtk_widget_set_tooltip_text (label, exact);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, exact, -1);
    }
  gtk_box_append (GTK_BOX (box), make_label (caption, "caption-line"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (figures, box);
}

static void
add_count (GtkBox *figures, const char *caption, guint64 count)
{
  g_autofree char *words = accord_list_dup_number (count);

  add_figure (figures, caption, words, NULL);
}

/**
 * accord_import_preview_fill_figures:
 * @figures: a box for key figures
 * @preview: what an import would do
 *
 * Shows how many payments there are, what they add up to and how many rows are left out.
 */
void
accord_import_preview_fill_figures (GtkBox *figures, const AccordSpendPreview *preview)
{
  const AccordSpendTally *tally = &preview->tally;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (figures))) != NULL)
    gtk_box_remove (figures, child);

  add_count (figures, _ ("Payments"), tally->n_rows);
  if (tally->pence != ACCORD_MONEY_UNKNOWN)
    {
      g_autofree char *rounded = accord_money_format (tally->pence, ACCORD_MONEY_SHORT);
      g_autofree char *exact = accord_money_format (tally->pence, ACCORD_MONEY_FULL);

      add_figure (figures, _ ("They add up to"), rounded, exact);
    }
  else
    add_figure (figures, _ ("They add up to"), _ ("more than can be kept"), NULL);
  add_count (figures, _ ("Cannot be taken in"), tally->n_rejected);
  add_count (figures, _ ("Blank rows and totals"), tally->n_blank + tally->n_totals + tally->n_headings);
}

static void
add_cell (GtkGrid *grid, const char *words, int column, int row, const char *style_class, gboolean number)
{
  GtkWidget *label = make_label (words, style_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, column == 1 || column == 2);
  if (number)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "tabular");
    }
  if (column == 1 || column == 2)
    gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/**
 * accord_import_preview_fill_samples:
 * @grid: an empty grid
 * @preview: what an import would do
 *
 * Shows the first payments as they would be kept.
 */
void
accord_import_preview_fill_samples (GtkGrid *grid, const AccordSpendPreview *preview)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);

  add_cell (grid, _ ("Date"), 0, 0, "caption-line", FALSE);
  add_cell (grid, _ ("Payee"), 1, 0, "caption-line", FALSE);
  add_cell (grid, _ ("What for"), 2, 0, "caption-line", FALSE);
  add_cell (grid, _ ("Amount, £"), 3, 0, "caption-line", TRUE);

  for (guint i = 0; i < preview->samples->len; i++)
    {
      const AccordSpendSample *sample = g_ptr_array_index (preview->samples, i);
      const char *description = sample->texts[ACCORD_SPEND_DESCRIPTION];
      const char *expense = sample->texts[ACCORD_SPEND_EXPENSE_TYPE];
      const char *what = description != NULL && *description != '\0' ? description : expense;
      g_autofree char *date = accord_date_format (sample->date);
      g_autofree char *amount = accord_money_format (sample->pence, ACCORD_MONEY_LEDGER);

      add_cell (grid, date, 0, (int) i + 1, NULL, FALSE);
      add_cell (grid, sample->redacted ? _ ("withheld") : sample->texts[ACCORD_SPEND_PAYEE], 1, (int) i + 1,
                sample->redacted ? "dim-label" : "heading", FALSE);
      add_cell (grid, what != NULL && *what != '\0' ? what : "–", 2, (int) i + 1, NULL, FALSE);
      add_cell (grid, amount, 3, (int) i + 1, NULL, TRUE);
    }
}

static GtkWidget *
make_rejection (guint64 line, const char *reason)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *number = accord_list_dup_number (line);
  g_autofree char *where = g_strdup_printf (_ ("Line %s"), number);
  GtkWidget *place = make_label (where, "second-line");
  GtkWidget *words = make_label (reason, NULL);

  gtk_label_set_width_chars (GTK_LABEL (place), 10);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/**
 * accord_import_preview_fill_rejections:
 * @list: a list box
 * @rejections: (element-type AccordRejection): rows that are left out
 * @total: how many there are in all
 *
 * Shows the first of them, each with its line and reason, and how many more there are.
 *
 * Returns: how many rows are shown
 */
guint
accord_import_preview_fill_rejections (GtkListBox *list, GPtrArray *rejections, guint64 total)
{
  guint shown = MIN (rejections->len, MOST_SHOWN);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);

  for (guint i = 0; i < shown; i++)
    {
      const AccordRejection *rejection = g_ptr_array_index (rejections, i);

      gtk_list_box_append (list, make_rejection (rejection->line, rejection->reason));
    }
  if (total > shown)
    {
      g_autofree char *number = accord_list_dup_number (total - shown);
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %s more", "and %s more", (gulong) (total - shown)), number);

      gtk_list_box_append (list, make_label (more, "second-line"));
    }

  return shown;
}

static void
add_part (GPtrArray *parts, const char *format, guint64 count)
{
  g_autofree char *number = accord_list_dup_number (count);
  g_auto (GStrv) pieces = g_strsplit (format, "%s", 2);

  if (count > 0)
    g_ptr_array_add (parts, g_strjoinv (number, pieces));
}

/**
 * accord_import_preview_dup_result:
 * @did: what an import did
 *
 * Returns: (transfer full): the most important of it in a few words
 */
char *
accord_import_preview_dup_result (const AccordPaymentsResult *did)
{
  gboolean news = did->added > 0 || did->updated == 0;
  g_autofree char *number = accord_list_dup_number (news ? did->added : did->updated);

  if (news)
    return g_strdup_printf (ngettext ("%s payment was added", "%s payments were added", (gulong) did->added),
                            number);

  return g_strdup_printf (
      ngettext ("%s payment was updated", "%s payments were updated", (gulong) did->updated), number);
}

/**
 * accord_import_preview_dup_detail:
 * @did: what an import did
 *
 * Returns: (transfer full): what else it did (“12 updated · 3 left out”); what is nought is not mentioned
 */
char *
accord_import_preview_dup_detail (const AccordPaymentsResult *did)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (did->added > 0)
    add_part (parts, _ ("%s updated"), did->updated);
  add_part (parts, _ ("%s blank, a total or as before"), did->skipped);
  add_part (parts, _ ("%s no longer in the file, and kept"), did->left);
  add_part (parts, _ ("%s left out"), did->n_rejected);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
