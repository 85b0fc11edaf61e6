/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-cards.h"

#include "chart/multiples.h"
#include "chart/picture-table.h"
#include "chart/risk-chart.h"
#include "form/page-parts.h"
#include "fund/claims-card.h"
#include "programme/findings-card.h"
#include "programme/milestones-card.h"
#include "programme/programme-charts.h"
#include "programme/programme-lanes.h"
#include "programme/programme-rows.h"

#include <glib/gi18n-lib.h>

/* As many rows as are read at a glance; the list place has the rest. */
#define MOST_ROWS 8
#define MOST_WORKSTREAMS 24
#define MOST_RISKS 12
#define MOST_PANELS 12
#define MOST_TABLE_ROWS 100

/* What the page of a programme shows: is it on time, and does it work? */
struct _AccordProgrammeCards
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *milestones;
  GtkWidget *workstreams;
  GtkWidget *transfers;
  GtkWidget *actions;
  GtkWidget *risks;
  GtkWidget *risk_chart;
  GtkWidget *risk_table;
  GtkWidget *benefits;
  GtkWidget *panels;
  GtkWidget *benefit_table;
  GtkWidget *engagements;
  GtkWidget *findings;
  GtkWidget *claims;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (AccordProgrammeCards, accord_programme_cards, GTK_TYPE_WIDGET)

static void
accord_programme_cards_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_PROGRAMME_CARDS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_programme_cards_parent_class)->dispose (object);
}

static void
accord_programme_cards_class_init (AccordProgrammeCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_programme_cards_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_programme_cards_init (AccordProgrammeCards *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
add_card (AccordProgrammeCards *self, AccordWorkspace *workspace, const char *title, const char *kind,
          const char *field)
{
  GtkWidget *card = accord_row_card_new (workspace, title, kind, field);

  gtk_box_append (GTK_BOX (self->box), card);
  return card;
}

static void
add_drawn (AccordProgrammeCards *self, AccordWorkspace *workspace)
{
  self->benefits = add_card (self, workspace, _ ("Benefits"), "benefit", "programme");
  self->panels = accord_multiples_new ();
  self->benefit_table = accord_programme_benefit_table_new ();
  accord_row_card_set_view (ACCORD_ROW_CARD (self->benefits), self->panels, self->benefit_table);
  self->risks = add_card (self, workspace, _ ("Risks"), "risk", "programme");
  self->risk_chart = accord_risk_chart_new ();
  self->risk_table = accord_programme_risk_table_new ();
  accord_row_card_set_view (ACCORD_ROW_CARD (self->risks), self->risk_chart, self->risk_table);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("Nothing is planned or measured yet"));

  gtk_box_append (
      GTK_BOX (card),
      accord_page_label (_ ("Add a workstream or a milestone below, and this page shows whether the "
                            "programme is on time; add benefits and risks, and it shows whether it "
                            "works."),
                         "card-body"));
  return card;
}

/**
 * accord_programme_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards of a programme's page
 */
GtkWidget *
accord_programme_cards_new (AccordWorkspace *workspace)
{
  AccordProgrammeCards *self = g_object_new (ACCORD_TYPE_PROGRAMME_CARDS, NULL);

  self->empty = make_empty ();
  gtk_box_append (GTK_BOX (self->box), self->empty);
  self->milestones = accord_milestones_card_new (workspace, "programme");
  gtk_box_append (GTK_BOX (self->box), self->milestones);
  self->workstreams =
      add_card (self, workspace, _ ("Workstreams and priority areas"), "workstream", "programme");
  self->actions = add_card (self, workspace, _ ("Actions"), "action", "programme");
  add_drawn (self, workspace);
  self->transfers = add_card (self, workspace, _ ("Service transfers"), "transfer", "overseen-by");
  self->engagements = add_card (self, workspace, _ ("Engagement"), "engagement", "programme");
  self->findings = accord_findings_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->findings);
  self->claims = accord_claims_card_new (workspace);
  gtk_box_append (GTK_BOX (self->box), self->claims);
  return GTK_WIDGET (self);
}

static void
show_rows (GtkWidget *card, gint64 subject, GPtrArray *rows, guint most, guint n_all, guint n_elsewhere,
           const char *count)
{
  accord_row_card_show (ACCORD_ROW_CARD (card), subject, rows, most, n_all, n_elsewhere, count);
  g_ptr_array_unref (rows);
}

static void
show_workstreams (AccordProgrammeCards *self, const AccordProgrammeProgress *progress, gint64 id)
{
  g_autofree char *count = g_strdup_printf ("%u", progress->workstreams->len);

  show_rows (self->workstreams, id, accord_programme_workstream_rows (progress), MOST_WORKSTREAMS,
             progress->workstreams->len, 0, count);
}

static void
show_transfers (AccordProgrammeCards *self, const AccordProgrammeProgress *progress)
{
  const char *leader = accord_record_get_reference_title (progress->programme, "organisation");
  g_autofree char *count = g_strdup_printf ("%u", progress->transfers->len);
  g_autofree char *note =
      leader != NULL ? g_strdup_printf (_ ("Those that %s, which leads the programme, has a part in"), leader)
                     : NULL;

  accord_row_card_set_note (ACCORD_ROW_CARD (self->transfers), note);
  show_rows (self->transfers, accord_record_get_int (progress->programme, "organisation"),
             accord_programme_transfer_rows (progress), MOST_ROWS, progress->transfers->len, 0, count);
}

static void
show_actions (AccordProgrammeCards *self, const AccordProgrammeProgress *progress, gint64 id)
{
  g_autofree char *count =
      progress->n_actions_open > 0
          ? g_strdup_printf (_ ("%u of %u open"), progress->n_actions_open, progress->actions->len)
          : g_strdup_printf ("%u", progress->actions->len);

  show_rows (self->actions, id, accord_programme_action_rows (progress), MOST_ROWS, progress->actions->len, 0,
             count);
}

static void
show_engagements (AccordProgrammeCards *self, const AccordProgrammeProgress *progress, gint64 id)
{
  g_autofree char *count = g_strdup_printf ("%u", progress->engagements->len);

  show_rows (self->engagements, id, accord_programme_engagement_rows (progress), MOST_ROWS,
             progress->engagements->len, 0, count);
}

static GPtrArray *
take_few (GPtrArray *cells)
{
  if (cells->len > MOST_TABLE_ROWS)
    g_ptr_array_remove_range (cells, MOST_TABLE_ROWS, cells->len - MOST_TABLE_ROWS);
  return cells;
}

static void
show_risks (AccordProgrammeCards *self, const AccordProgrammeProgress *progress, gint64 id)
{
  GPtrArray *marks = accord_programme_risk_marks (progress->risks, MOST_RISKS);
  g_autofree char *summary = accord_programme_risk_dup_summary (progress->risks);
  g_autoptr (GPtrArray) cells = take_few (accord_programme_risk_cells (progress->risks));
  GPtrArray *unscored = accord_programme_unscored_rows (progress);
  guint n_drawn = marks->len, n_closed = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < progress->risks->len; i++)
    n_closed += ((const AccordRiskStanding *) progress->risks->pdata[i])->closed;
  count = n_closed > 0
              ? g_strdup_printf (_ ("%u open, %u closed"), progress->risks->len - n_closed, n_closed)
              : g_strdup_printf (ngettext ("%u open", "%u open", progress->risks->len), progress->risks->len);
  accord_row_card_set_view_visible (ACCORD_ROW_CARD (self->risks), n_drawn > 0);
  accord_risk_chart_show (ACCORD_RISK_CHART (self->risk_chart), marks, summary);
  accord_plain_table_show (self->risk_table, cells);
  accord_row_card_set_note (ACCORD_ROW_CARD (self->risks), n_drawn > 0 ? summary : NULL);
  show_rows (self->risks, id, unscored, MOST_ROWS, progress->risks->len, n_drawn, count);
}

static void
show_benefits (AccordProgrammeCards *self, const AccordProgrammeProgress *progress, gint64 id)
{
  GPtrArray *panels = accord_programme_benefit_panels (progress->benefits, MOST_PANELS);
  g_autofree char *summary = accord_programme_benefit_dup_summary (progress->benefits);
  g_autofree char *count = g_strdup_printf ("%u", progress->benefits->len);
  g_autoptr (GPtrArray) cells = take_few (accord_programme_benefit_cells (progress->benefits));
  GPtrArray *unmeasured = accord_programme_unmeasured_rows (progress);
  guint n_drawn = panels->len;

  accord_row_card_set_view_visible (ACCORD_ROW_CARD (self->benefits), n_drawn > 0);
  accord_multiples_show (ACCORD_MULTIPLES (self->panels), panels, summary);
  accord_plain_table_show (self->benefit_table, cells);
  show_rows (self->benefits, id, unmeasured, MOST_ROWS, progress->benefits->len, n_drawn, count);
}

static gboolean
is_bare (const AccordProgrammeProgress *progress)
{
  return progress->milestones->len + progress->workstreams->len + progress->actions->len
             + progress->risks->len + progress->benefits->len + progress->engagements->len
             + progress->findings->len + progress->transfers->len
         == 0;
}

/**
 * accord_programme_cards_show:
 * @self: the cards of a page
 * @progress: what is known of a programme
 * @claims: (element-type AccordClaimLine): what was said of it
 *
 * Shows a programme. What says the same as before stays as it is.
 */
void
accord_programme_cards_show (AccordProgrammeCards *self, const AccordProgrammeProgress *progress,
                             GPtrArray *claims)
{
  gint64 id = accord_record_get_id (progress->programme);

  g_return_if_fail (ACCORD_IS_PROGRAMME_CARDS (self));

  gtk_widget_set_visible (self->empty, is_bare (progress));
  accord_milestones_card_show (ACCORD_MILESTONES_CARD (self->milestones), id, progress->milestones,
                               &progress->count, accord_programme_lanes (progress),
                               accord_record_get_text (progress->programme, "timeline"), progress->today);
  show_workstreams (self, progress, id);
  show_actions (self, progress, id);
  show_benefits (self, progress, id);
  show_risks (self, progress, id);
  show_transfers (self, progress);
  show_engagements (self, progress, id);
  gtk_widget_set_visible (self->findings, progress->findings->len > 0);
  accord_findings_card_set_programme (ACCORD_FINDINGS_CARD (self->findings), id);
  accord_findings_card_show (ACCORD_FINDINGS_CARD (self->findings), progress->findings, progress->benefits);
  gtk_widget_set_visible (self->claims, claims->len > 0);
  accord_claims_card_set_subject (ACCORD_CLAIMS_CARD (self->claims), "programme", id);
  accord_claims_card_show (ACCORD_CLAIMS_CARD (self->claims), claims);
}
