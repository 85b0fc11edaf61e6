/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-page.h"

#include "chart/risk-chart.h"
#include "form/page-parts.h"
#include "programme/programme-charts.h"

#include <glib/gi18n-lib.h>

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "risk");
  g_autoptr (AccordRecord) risk = accord_reader_get (reader, kind, id, error);

  return risk != NULL ? accord_risk_standing_new (risk) : NULL;
}

static void
free_page (gpointer data)
{
  accord_risk_standing_free (data);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Where it stands"));
  GtkWidget *chart = accord_risk_chart_new ();

  gtk_widget_add_css_class (chart, "card-drawing");
  gtk_box_append (GTK_BOX (card), chart);
  return card;
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const AccordRiskStanding *risk = data;
  GtkWidget *chart = gtk_widget_get_last_child (cards);
  g_autofree char *summary = accord_risk_standing_dup_words (risk, TRUE);
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_risk_mark_free);

  if (risk->scored)
    g_ptr_array_add (marks, accord_programme_risk_mark_alone (risk));
  accord_risk_chart_show (ACCORD_RISK_CHART (chart), marks, summary);
  gtk_widget_set_visible (cards, risk->scored);
}

const AccordPageKind accord_risk_page_kind = {
  .kind = "risk",
  .read = read_page,
  .free = free_page,
  .make = make_cards,
  .show = show_cards,
};
