/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/chance-card.h"

#include "appraisal/cell-text.h"
#include "appraisal/figure-words.h"
#include "chart/chart-card.h"
#include "charts/chance.h"
#include "form/page-parts.h"
#include "list/list-words.h"
#include "thread.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#define PULSE_MS 120

/* How likely it is that a case pays back: many draws of what is not sure, made away from the window when a
 * person asks for them. What is drawn with stands among the details, so that the same draws can be made
 * again. */
struct _AccordChanceCard
{
  GtkWidget parent_instance;

  GtkWidget *chart;
  GtkWidget *draw;
  GtkWidget *cancel;
  GtkWidget *progress;
  AccordAppraisalWork *work;
  GCancellable *drawing;
  guint pulse;
};

G_DEFINE_FINAL_TYPE (AccordChanceCard, accord_chance_card, GTK_TYPE_WIDGET)

typedef struct
{
  AccordCba *cba;
  guint option;
  AccordDrawMethod method;
  guint n_draws;
  guint64 seed;
} Draws;

static void
draws_free (gpointer data)
{
  Draws *draws = data;

  accord_cba_free (draws->cba);
  g_free (draws);
}

static void
set_busy (AccordChanceCard *self, gboolean busy)
{
  gtk_widget_set_visible (self->draw, !busy);
  gtk_widget_set_visible (self->cancel, busy);
  gtk_widget_set_visible (self->progress, busy);
}

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (ACCORD_CHANCE_CARD (data)->progress));
  return G_SOURCE_CONTINUE;
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static void
draw_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Draws *draws = data;

  g_task_return_pointer (task,
                         accord_cba_draw (draws->cba, draws->option, draws->method, draws->n_draws,
                                          draws->seed, g_get_num_processors (), is_cancelled, cancellable),
                         (GDestroyNotify) accord_chance_free);
}

/* --- What came of it. */

static char *
dup_partners (const AccordCba *cba, const AccordChance *chance)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < chance->n_partners && i < cba->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = cba->organisations->pdata[i];
      g_autofree char *part = g_strdup_printf ("%.0f%%", chance->partner_positive[i] * 100);

      /* Translators: an organisation, and how likely it is that it ends above nought. */
      g_string_append_printf (words, _ ("%s%s %s"), words->len > 0 ? ", " : "", organisation->name, part);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
dup_note (const AccordCba *cba, const AccordChance *chance)
{
  g_autofree char *draws = accord_list_dup_number (chance->n_draws);
  g_autofree char *partners = dup_partners (cba, chance);
  g_autofree char *made = g_strdup_printf (
      _ ("%s draws with seed %" PRIu64 "; draws, seed and how they are made stand under Details."), draws,
      chance->seed);

  if (*partners == '\0')
    return g_steal_pointer (&made);
  return g_strdup_printf (_ ("Ends above nought: %s. %s"), partners, made);
}

static void
show_chance (AccordChanceCard *self, const AccordCba *cba, const AccordChance *chance)
{
  AccordChart *charts[] = { accord_chance_chart_new (chance, ACCORD_CHANCE_DISTRIBUTION),
                            accord_chance_chart_new (chance, ACCORD_CHANCE_S_CURVE) };
  g_autofree char *note = dup_note (cba, chance);

  accord_chart_card_show_ways (ACCORD_CHART_CARD (self->chart), charts, G_N_ELEMENTS (charts));
  accord_chart_card_set_note (ACCORD_CHART_CARD (self->chart), note);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    accord_chart_unref (charts[i]);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordChanceCard *self = ACCORD_CHANCE_CARD (source);
  const Draws *draws = g_task_get_task_data (G_TASK (result));
  g_autoptr (AccordChance) chance = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->chart == NULL || g_task_get_cancellable (G_TASK (result)) != self->drawing)
    return;
  g_clear_handle_id (&self->pulse, g_source_remove);
  set_busy (self, FALSE);
  if (chance != NULL)
    show_chance (self, draws->cba, chance);
  else
    accord_chart_card_set_note (ACCORD_CHART_CARD (self->chart), _ ("The draws were given up."));
}

static void
on_draw (AccordChanceCard *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  guint option = accord_appraisal_work_get_option (self->work);
  Draws *draws;
  g_autoptr (GTask) task = NULL;

  if (cba == NULL || accord_appraisal_work_get_result (self->work, option) == NULL)
    return;
  draws = g_new0 (Draws, 1);
  draws->cba = accord_cba_copy (cba);
  draws->option = option;
  draws->method = file->method;
  draws->n_draws = file->n_draws;
  draws->seed = file->seed;
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawing = g_cancellable_new ();
  set_busy (self, TRUE);
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
  task = g_task_new (self, self->drawing, on_drawn, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, draws, draws_free);
  accord_thread_run (task, draw_all);
}

static void
on_cancel (AccordChanceCard *self)
{
  g_cancellable_cancel (self->drawing);
}

/* What was drawn was of other figures. */
static void
on_lines (AccordChanceCard *self)
{
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work));
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);

  gtk_widget_set_visible (GTK_WIDGET (self), result != NULL && !accord_result_is_empty (cba, result));
}

/* --- The object. */

static void
accord_chance_card_dispose (GObject *object)
{
  AccordChanceCard *self = ACCORD_CHANCE_CARD (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->chart, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_chance_card_parent_class)->dispose (object);
}

static void
accord_chance_card_class_init (AccordChanceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_chance_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_chance_card_init (AccordChanceCard *self)
{
  const char *const ways[] = { _ ("Spread"), _ ("S-curve"), NULL };
  GtkWidget *head;

  self->chart = accord_chart_card_new_with_ways (_ ("How sure it is"), ways);
  gtk_widget_set_parent (self->chart, GTK_WIDGET (self));
  head = accord_chart_card_get_head (ACCORD_CHART_CARD (self->chart));
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Drawing"), -1);
  gtk_box_append (GTK_BOX (head), self->progress);
  self->cancel = accord_page_button (_ ("_Give up"));
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->cancel);
  self->draw = accord_page_button (_ ("Dra_w"));
  g_signal_connect_object (self->draw, "clicked", G_CALLBACK (on_draw), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->draw);
  accord_chart_card_set_note (
      ACCORD_CHART_CARD (self->chart),
      _ ("Lines whose uncertainty is stated are drawn at random, many times over: press Draw."));
  set_busy (self, FALSE);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_chance_card_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): how sure it is, once somebody asks
 */
GtkWidget *
accord_chance_card_new (AccordAppraisalWork *work)
{
  AccordChanceCard *self = g_object_new (ACCORD_TYPE_CHANCE_CARD, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_lines), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
