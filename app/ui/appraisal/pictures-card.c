/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/pictures-card.h"

#include "appraisal/figure-words.h"
#include "thread.h"

#include "chart/chart-card.h"
#include "charts/cumulative.h"
#include "charts/positions.h"
#include "charts/swings.h"

#include <glib/gi18n-lib.h>

/* Tables and figures follow every letter; pictures come when nothing was typed for so long. */
#define PATIENCE_MS 150
/* Inputs are tried at a tenth less and a tenth more. */
#define CHANGE 0.1

/* What an appraisal comes to as pictures: when it pays back, for whom, and what it hangs on. */
struct _AccordPicturesCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *cumulative;
  GtkWidget *positions;
  GtkWidget *tornado;
  AccordAppraisalWork *work;
  GCancellable *trying;
  guint patience;
};

G_DEFINE_FINAL_TYPE (AccordPicturesCard, accord_pictures_card, GTK_TYPE_WIDGET)

/* --- What it hangs on: tried away from the window. */

typedef struct
{
  AccordCba *cba;
  guint option;
  double npsv;
  GArray *swings;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  accord_cba_free (trial->cba);
  g_clear_pointer (&trial->swings, g_array_unref);
  g_free (trial);
}

static void
try_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Trial *trial = data;

  trial->swings = accord_cba_swings (trial->cba, trial->option, CHANGE);
  g_task_return_boolean (task, TRUE);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordPicturesCard *self = ACCORD_PICTURES_CARD (source);
  Trial *trial = g_task_get_task_data (G_TASK (result));
  g_autoptr (AccordChart) chart = NULL;

  /* An answer to what was asked before is of no use any more. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->box == NULL)
    return;
  chart = accord_swings_chart_new (trial->cba, trial->npsv, trial->swings);
  accord_chart_card_show (ACCORD_CHART_CARD (self->tornado), chart);
}

static void
try_swings (AccordPicturesCard *self, const AccordCba *cba, const AccordCbaResult *result)
{
  Trial *trial = g_new0 (Trial, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  self->trying = g_cancellable_new ();
  trial->cba = accord_cba_copy (cba);
  trial->option = result->option;
  trial->npsv = result->net.npsv;
  task = g_task_new (self, self->trying, on_tried, NULL);
  g_task_set_task_data (task, trial, trial_free);
  accord_thread_run (task, try_all);
}

/* --- Showing. */

static gboolean
show_now (gpointer data)
{
  AccordPicturesCard *self = data;
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work));
  gboolean any = cba != NULL && result != NULL && !accord_result_is_empty (cba, result);

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (any)
    {
      g_autoptr (AccordChart) cumulative = accord_cumulative_chart_new (result, cba->base_year);
      g_autoptr (AccordChart) positions = accord_positions_chart_new (result, cba);

      accord_chart_card_show (ACCORD_CHART_CARD (self->cumulative), cumulative);
      accord_chart_card_show (ACCORD_CHART_CARD (self->positions), positions);
      try_swings (self, cba, result);
    }
  return G_SOURCE_REMOVE;
}

static void
on_figures (AccordPicturesCard *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, show_now, self);
}

/* --- The object. */

static void
accord_pictures_card_dispose (GObject *object)
{
  AccordPicturesCard *self = ACCORD_PICTURES_CARD (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_pictures_card_parent_class)->dispose (object);
}

static void
accord_pictures_card_class_init (AccordPicturesCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_pictures_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_pictures_card_init (AccordPicturesCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->cumulative = accord_chart_card_new (_ ("When it pays back"));
  self->positions = accord_chart_card_new (_ ("Who pays, who gains, by year"));
  self->tornado = accord_chart_card_new (_ ("What it hangs on: each number a tenth less and a tenth more"));
  gtk_box_append (GTK_BOX (self->box), self->cumulative);
  gtk_box_append (GTK_BOX (self->box), self->positions);
  gtk_box_append (GTK_BOX (self->box), self->tornado);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_pictures_card_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): what it comes to as pictures
 */
GtkWidget *
accord_pictures_card_new (AccordAppraisalWork *work)
{
  AccordPicturesCard *self = g_object_new (ACCORD_TYPE_PICTURES_CARD, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
