/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/scenarios-card.h"

#include "appraisal/figure-table.h"
#include "appraisal/figure-words.h"
#include "appraisal/grid-frame.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 320
/* Scenarios are worked out when nothing was typed for so long. */
#define PATIENCE_MS 150

/* The named scenarios of an appraisal beside each other and beside what is typed. */
struct _AccordScenariosCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *add;
  GtkWidget *frame;
  GtkWidget *problems;
  AccordFigureTable *table;
  AccordAppraisalWork *work;
  guint patience;
};

G_DEFINE_FINAL_TYPE (AccordScenariosCard, accord_scenarios_card, GTK_TYPE_WIDGET)

static void
add_figures (AccordFigureTable *table, const AccordCba *cba, const AccordCbaResult *result)
{
  const AccordCbaSums *sums = &result->net;

  accord_figure_table_add_cell (table, accord_figure_words_dup_pounds (sums->pvc), NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_pounds (sums->pvb), NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_pounds (sums->npsv), NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (NULL, sums->bcr), NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (cba, sums->discounted_payback), NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_pounds (sums->budget_impact), NULL);
}

/* What is wrong with a scenario is said under the table; its row then has no figures. */
static void
add_scenario (AccordScenariosCard *self, const AccordCba *cba, const AccordAppraisalScenario *scenario)
{
  g_autofree char *name = accord_record_dup_title (scenario->record);
  g_autoptr (AccordCba) changed =
      scenario->problem == NULL ? accord_cba_apply (
          cba, (const AccordScenarioChange *) (gconstpointer) scenario->changes->data, scenario->changes->len)
                                : NULL;
  g_autoptr (AccordCbaResult) result =
      changed != NULL ? accord_cba_evaluate (changed, accord_appraisal_work_get_option (self->work), NULL)
                      : NULL;

  accord_figure_table_add_row (self->table, accord_record_get_uid (scenario->record), name);
  if (result != NULL)
    add_figures (self->table, changed, result);
  else
    {
      g_autofree char *words = g_strdup_printf (
          "%s: %s", name,
          scenario->problem != NULL ? scenario->problem : _ ("With its changes this cannot be worked out."));

      gtk_box_append (GTK_BOX (self->problems), accord_page_label (words, "sheet-problem"));
    }
}

static gboolean
show_now (gpointer data)
{
  AccordScenariosCard *self = data;
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work));
  gboolean any = result != NULL && !accord_result_is_empty (cba, result);

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  accord_page_empty_box (self->problems);
  accord_figure_table_begin (self->table);
  if (any)
    {
      accord_figure_table_add_row (self->table, "", _ ("As it is typed"));
      add_figures (self->table, cba, result);
      for (guint i = 0; i < file->scenarios->len; i++)
        add_scenario (self, cba, file->scenarios->pdata[i]);
    }
  accord_figure_table_end (self->table, FALSE);
  gtk_widget_set_visible (self->problems, gtk_widget_get_first_child (self->problems) != NULL);
  gtk_widget_set_visible (self->frame, any && file->scenarios->len > 0);
  gtk_widget_set_visible (self->add, accord_appraisal_work_get_may_change (self->work));
  return G_SOURCE_REMOVE;
}

static void
on_figures (AccordScenariosCard *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, show_now, self);
}

static void
on_add (AccordScenariosCard *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  AccordWorkspace *workspace = accord_appraisal_work_get_workspace (self->work);
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), "scenario");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_fill_in (preset);
  accord_record_set_int (preset, "appraisal", accord_record_get_id (file->appraisal));
  dialog = accord_record_dialog_new (workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A scenario that is pressed opens, where its changes are typed. */
static void
on_pressed (GtkWidget *view, guint row, guint column, AccordScenariosCard *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);

  if (row > 0 && row <= file->scenarios->len)
    accord_go_to_record (
        GTK_WIDGET (self), "scenario",
        accord_record_get_id (((const AccordAppraisalScenario *) file->scenarios->pdata[row - 1])->record));
}

static void
accord_scenarios_card_dispose (GObject *object)
{
  AccordScenariosCard *self = ACCORD_SCENARIOS_CARD (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->table);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_scenarios_card_parent_class)->dispose (object);
}

static void
accord_scenarios_card_class_init (AccordScenariosCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_scenarios_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_scenarios_card_init (AccordScenariosCard *self)
{
  const char *const titles[] = { _ ("Scenario"),          _ ("Costs"), _ ("Benefits"),
                                 _ ("Net present value"), _ ("Ratio"), _ ("Payback"),
                                 _ ("Net budget impact") };
  GtkWidget *head, *view = accord_grid_view_new (_ ("Scenarios"), "");

  self->card = accord_page_card (&head, _ ("Scenarios"));
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->add = accord_page_icon_button ("list-add-symbolic", _ ("Add a scenario"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add);
  self->table = accord_figure_table_new (titles, G_N_ELEMENTS (titles), 1 << 5, 24);
  accord_grid_view_set_model (ACCORD_GRID_VIEW (view), ACCORD_GRID_MODEL (self->table));
  g_signal_connect_object (view, "explain-cell", G_CALLBACK (on_pressed), self, 0);
  self->frame = accord_grid_frame_new (view, MOST_HEIGHT);
  gtk_box_append (GTK_BOX (self->card), self->frame);
  self->problems = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->problems, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->problems);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_scenarios_card_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): its scenarios beside each other
 */
GtkWidget *
accord_scenarios_card_new (AccordAppraisalWork *work)
{
  AccordScenariosCard *self = g_object_new (ACCORD_TYPE_SCENARIOS_CARD, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
