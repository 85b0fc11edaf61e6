/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/what-if-table.h"

#include "field.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_CHARS 10

static void
add_cell (GtkWidget *grid, int column, int row, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "tabular");
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static void
add_row (GtkWidget *grid, int row, const char *name, const char *before, const char *after, int change)
{
  GtkWidget *label = accord_page_label (name, row == 1 ? "first-line" : NULL);
  /* The direction is told by a shape as well. */
  g_autofree char *shown = g_strdup_printf ("%s%s", change > 0 ? "▲ " : change < 0 ? "▼ " : "", after);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  add_cell (grid, 1, row, before, NULL);
  add_cell (grid, 2, row, shown, row == 1 ? "first-line" : NULL);
}

static char *
dup_pounds (gint64 pence)
{
  return pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_POUNDS)
                                 : g_strdup (_ ("not known"));
}

static int
compare_pence (gint64 before, gint64 after)
{
  return before == ACCORD_UNKNOWN || after == ACCORD_UNKNOWN || before == after ? 0 : after > before ? 1 : -1;
}

static const char *
name_of (const AccordCba *cba, const char *uid)
{
  guint index = cba != NULL ? accord_cba_find_organisation (cba, uid) : ACCORD_CBA_NONE;

  if (index == ACCORD_CBA_NONE)
    return _ ("An organisation that is not here");
  return ((const AccordCbaOrganisation *) cba->organisations->pdata[index])->name;
}

/**
 * accord_what_if_table_new:
 * @what_if: what was tried
 * @cba: (nullable): the analysis, for the names of organisations
 *
 * Returns: (transfer floating): NPSV, ratio and each organisation's net position, before and after
 */
GtkWidget *
accord_what_if_table_new (const AccordWhatIf *what_if, const AccordCba *cba)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 4, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *npsv = accord_what_if_dup_npsv (what_if, FALSE);
  g_autofree char *npsv_after = accord_what_if_dup_npsv (what_if, TRUE);
  g_autofree char *bcr = accord_what_if_dup_bcr (what_if, FALSE);
  g_autofree char *bcr_after = accord_what_if_dup_bcr (what_if, TRUE);
  int ratio = isnan (what_if->bcr[0]) || isnan (what_if->bcr[1]) || g_str_equal (bcr, bcr_after) ? 0
              : what_if->bcr[1] > what_if->bcr[0]                                                ? 1
                                                                                                 : -1;

  gtk_widget_add_css_class (grid, "what-if");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("With other assumptions"), -1);
  add_cell (grid, 1, 0, _ ("In the case"), "caption-line");
  add_cell (grid, 2, 0, _ ("Tried"), "caption-line");
  add_row (grid, 1, _ ("NPSV"), npsv, npsv_after, compare_pence (what_if->npsv[0], what_if->npsv[1]));
  add_row (grid, 2, _ ("Benefit–cost ratio"), bcr, bcr_after, ratio);
  for (guint i = 0; i < what_if->organisations->len; i++)
    {
      const AccordWhatIfNet *net = what_if->organisations->pdata[i];
      g_autofree char *before = dup_pounds (net->before);
      g_autofree char *after = dup_pounds (net->after);

      add_row (grid, 3 + (int) i, name_of (cba, net->uid), before, after,
               compare_pence (net->before, net->after));
    }
  return grid;
}

/**
 * accord_what_if_words_new:
 * @what_if: what was tried
 * @cba: (nullable): the analysis
 *
 * Returns: (transfer floating): what was assumed otherwise, a line each
 */
GtkWidget *
accord_what_if_words_new (const AccordWhatIf *what_if, const AccordCba *cba)
{
  g_autoptr (GPtrArray) words = accord_what_if_list_words (cba, what_if->changes);
  GtkWidget *box = accord_words_new (2);

  for (guint i = 0; i < words->len; i++)
    accord_words_append (box, accord_page_label (words->pdata[i], "second-line"));
  return box;
}

/**
 * accord_what_if_fill:
 * @box: an empty box
 * @json: what was tried, as a comment has it
 * @cba: (nullable): the analysis
 *
 * Shows what was assumed otherwise and what came of it, or that it cannot be read.
 *
 * Returns: whether it can be read
 */
gboolean
accord_what_if_fill (GtkWidget *box, const char *json, const AccordCba *cba)
{
  g_autoptr (AccordWhatIf) what_if = accord_what_if_parse (json, NULL);

  if (what_if == NULL)
    {
      gtk_box_append (GTK_BOX (box),
                      accord_page_label (_ ("What was tried with it cannot be read."), "second-line"));
      return FALSE;
    }
  gtk_box_append (GTK_BOX (box), accord_what_if_words_new (what_if, cba));
  gtk_box_append (GTK_BOX (box), accord_what_if_table_new (what_if, cba));
  return TRUE;
}
