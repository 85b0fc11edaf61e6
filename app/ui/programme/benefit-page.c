/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-page.h"

#include "chart/multiples.h"
#include "chart/picture-table.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "programme/programme-charts.h"
#include "programme/programme-figures.h"
#include "today.h"

#include <glib/gi18n-lib.h>

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "benefit");
  g_autoptr (AccordRecord) benefit = accord_reader_get (reader, kind, id, error);
  g_autofree char *today = accord_today_dup ();

  return benefit != NULL ? accord_benefit_standing_new (benefit, today) : NULL;
}

static void
free_page (gpointer data)
{
  accord_benefit_standing_free (data);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return data != NULL ? accord_benefit_figures (data)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("What was measured"));
  GtkWidget *view =
      accord_picture_table_new (head, accord_multiples_new (), accord_programme_value_table_new ());

  gtk_widget_add_css_class (view, "card-drawing");
  gtk_box_append (GTK_BOX (card), view);
  return card;
}

/* The page has said what is measured. */
static void
drop_title (AccordMultiple *panel)
{
  g_free (panel->title);
  panel->title = panel->note != NULL ? g_steal_pointer (&panel->note) : g_strdup (panel->empty);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const AccordBenefitStanding *benefit = data;
  GtkStack *view = GTK_STACK (gtk_widget_get_last_child (cards));
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = accord_programme_value_cells (benefit);
  g_autofree char *summary = accord_benefit_standing_dup_words (benefit);
  GPtrArray *panels;

  g_ptr_array_add (one, (gpointer) benefit);
  panels = accord_programme_benefit_panels (one, 1);
  if (panels->len > 0)
    drop_title (panels->pdata[0]);
  accord_multiples_show (ACCORD_MULTIPLES (gtk_stack_get_child_by_name (view, "picture")), panels, summary);
  accord_plain_table_show (gtk_stack_get_child_by_name (view, "table"), cells);
  gtk_widget_set_visible (cards, accord_benefit_standing_has_figures (benefit));
}

const AccordPageKind accord_benefit_page_kind = {
  .kind = "benefit",
  .read = read_page,
  .free = free_page,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
