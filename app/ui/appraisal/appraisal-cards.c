/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/appraisal-cards.h"

#include "appraisal/chance-card.h"
#include "appraisal/explain-window.h"
#include "appraisal/figure-strip.h"
#include "appraisal/offers-card.h"
#include "appraisal/option-tabs.h"
#include "appraisal/paper-card.h"
#include "appraisal/pictures-card.h"
#include "appraisal/results-card.h"
#include "appraisal/scenarios-card.h"
#include "cba-words.h"
#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define FOCUS_MS 60

/* The appraisal of a case, worked on where it is read. */
struct _AccordAppraisalCards
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *case_link;
  GtkWidget *failure;
  guint n_failed;
  char *shown;
  guint focusing;
  GtkWidget *figures;
  GtkWidget *problems;
  GtkWidget *costs;
  GtkWidget *outcomes;
  GtkWidget *results;
  AccordAppraisalWork *work;
};

G_DEFINE_FINAL_TYPE (AccordAppraisalCards, accord_appraisal_cards, GTK_TYPE_WIDGET)

/* --- Why. */

static GtkWidget *
card_of (AccordAppraisalCards *self, const char *uid, guint *row, guint *option)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);

  for (guint i = 0; i < 2 * file->options->len; i++)
    {
      GPtrArray *lines = (i % 2 == 0 ? file->costs : file->outcomes)->pdata[i / 2];

      for (guint j = 0; j < lines->len; j++)
        if (g_strcmp0 (accord_line_handle_get_key (accord_line_get_handle (lines->pdata[j])), uid) == 0
            || g_strcmp0 (accord_record_get_uid (lines->pdata[j]), uid) == 0)
          {
            *row = j;
            *option = i / 2;
            return i % 2 == 0 ? self->costs : self->outcomes;
          }
    }
  return NULL;
}

static void
on_open_line (AccordExplainWindow *window, const AccordTrace *trace, AccordAppraisalCards *self)
{
  guint row, option;
  GtkWidget *card;

  if (trace->uid == NULL || accord_appraisal_work_get_file (self->work) == NULL)
    return;
  card = card_of (self, trace->uid, &row, &option);
  if (card == NULL)
    return;
  accord_appraisal_work_set_option (self->work, option);
  accord_lines_card_go_to (ACCORD_LINES_CARD (card), row, trace->field, trace->year);
  gtk_window_close (GTK_WINDOW (window));
}

static void
explain (AccordAppraisalCards *self, const AccordFigureRef *figure)
{
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  AccordTraceItem *item = cba != NULL ? accord_trace_item_new (cba, figure) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window;

  if (item == NULL)
    return;
  window = accord_explain_window_new (item);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_signal_connect_object (window, "open-line", G_CALLBACK (on_open_line), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_explain (GtkWidget *card, const AccordFigureRef *figure, AccordAppraisalCards *self)
{
  explain (self, figure);
}

static void
on_explain_key (GtkWidget *strip, guint figure, AccordAppraisalCards *self)
{
  explain (self, &(AccordFigureRef){ .figure = (AccordFigure) figure,
                                     .option = accord_appraisal_work_get_option (self->work),
                                     .organisation = ACCORD_CBA_NONE,
                                     .line = ACCORD_CBA_NONE });
}

/* --- What is shown. */

static void
note (GString *shown, GPtrArray *sentences, GPtrArray *classes, const char *words, const char *style_class)
{
  g_string_append_printf (shown, "%s %s\n", style_class, words);
  g_ptr_array_add (sentences, g_strdup (words));
  g_ptr_array_add (classes, (gpointer) style_class);
}

/* What belongs to no line, and what was counted where nothing was said. It is made anew only when it is
 * other. */
static void
show_problems (AccordAppraisalCards *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  const GArray *faults = accord_appraisal_work_get_faults (self->work);
  guint option = accord_appraisal_work_get_option (self->work);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free), classes = g_ptr_array_new ();

  for (guint i = 0; file != NULL && i < file->problems->len; i++)
    note (shown, sentences, classes, file->problems->pdata[i], "sheet-problem");
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const AccordCbaFault *fault = &g_array_index (faults, AccordCbaFault, i);
      g_autofree char *words = NULL;

      if (fault->line != ACCORD_CBA_NONE && fault->option == option)
        continue;
      words = accord_cba_fault_dup_words (cba, fault);
      note (shown, sentences, classes, words, "sheet-problem");
    }
  for (guint i = 0; file != NULL && i < file->remarks->len; i++)
    note (shown, sentences, classes, file->remarks->pdata[i], "sheet-remark");
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  accord_page_empty_box (self->problems);
  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (self->problems), accord_page_label (sentences->pdata[i], classes->pdata[i]));
  gtk_widget_set_visible (self->problems, sentences->len > 0);
}

static void
on_figures (AccordAppraisalCards *self)
{
  accord_figure_strip_show (
      ACCORD_FIGURE_STRIP (self->figures), accord_appraisal_work_get_cba (self->work),
      accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work)));
  show_problems (self);
}

/* Whoever comes here from a page that is gone begins where the typing is done. */
static gboolean
take_focus (gpointer data)
{
  AccordAppraisalCards *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focusing = 0;
  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (GTK_WIDGET (accord_lines_card_get_view (ACCORD_LINES_CARD (self->costs))));
  return G_SOURCE_REMOVE;
}

/* Once the window has settled who has the keyboard. */
static void
take_focus_soon (AccordAppraisalCards *self)
{
  if (self->focusing == 0)
    self->focusing = g_timeout_add (FOCUS_MS, take_focus, self);
}

static void
on_loaded (AccordAppraisalCards *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);

  /* What was refused is read anew at once; that it was refused is still to be seen then. */
  if (self->n_failed > 0)
    self->n_failed--;
  else
    gtk_widget_hide (self->failure);
  gtk_widget_set_visible (self->case_link, file->business_case != NULL);
  take_focus_soon (self);
}

static void
on_failed (AccordAppraisalWork *work, const char *message, AccordAppraisalCards *self)
{
  gtk_label_set_label (GTK_LABEL (self->failure), message);
  gtk_widget_show (self->failure);
  self->n_failed = 1;
}

static void
on_case (AccordAppraisalCards *self)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);

  if (file != NULL)
    accord_go_to_record (GTK_WIDGET (self), "case", accord_record_get_id (file->business_case));
}

/* --- The object. */

static void
accord_appraisal_cards_dispose (GObject *object)
{
  AccordAppraisalCards *self = ACCORD_APPRAISAL_CARDS (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_appraisal_cards_parent_class)->dispose (object);
}

static void
accord_appraisal_cards_finalize (GObject *object)
{
  g_free (ACCORD_APPRAISAL_CARDS (object)->shown);

  G_OBJECT_CLASS (accord_appraisal_cards_parent_class)->finalize (object);
}

static void
accord_appraisal_cards_class_init (AccordAppraisalCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_appraisal_cards_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_appraisal_cards_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_appraisal_cards_init (AccordAppraisalCards *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add (AccordAppraisalCards *self, GtkWidget **place, GtkWidget *part)
{
  *place = part;
  gtk_box_append (GTK_BOX (self->box), part);
}

static void
add_top (AccordAppraisalCards *self)
{
  GtkWidget *link = accord_page_button (_ ("The business _case"));

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "record-link");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  g_signal_connect_object (link, "clicked", G_CALLBACK (on_case), self, G_CONNECT_SWAPPED);
  add (self, &self->case_link, link);
  add (self, &self->failure, accord_page_label (NULL, "notice"));
  gtk_widget_add_css_class (self->failure, "error");
  gtk_widget_add_css_class (self->failure, "rounded");
  gtk_widget_hide (self->failure);
}

/**
 * accord_appraisal_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): cards without an appraisal
 */
GtkWidget *
accord_appraisal_cards_new (AccordWorkspace *workspace)
{
  AccordAppraisalCards *self = g_object_new (ACCORD_TYPE_APPRAISAL_CARDS, NULL);

  self->work = accord_appraisal_work_new (workspace);
  add_top (self);
  gtk_box_append (GTK_BOX (self->box), accord_option_tabs_new (self->work));
  add (self, &self->figures, accord_figure_strip_new ());
  add (self, &self->problems, gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (self->problems, "sheet-problems");
  gtk_widget_hide (self->problems);
  add (self, &self->costs, accord_lines_card_new (self->work, FALSE));
  add (self, &self->outcomes, accord_lines_card_new (self->work, TRUE));
  add (self, &self->results, accord_results_card_new (self->work));
  gtk_box_append (GTK_BOX (self->box), accord_pictures_card_new (self->work));
  gtk_box_append (GTK_BOX (self->box), accord_scenarios_card_new (self->work));
  gtk_box_append (GTK_BOX (self->box), accord_chance_card_new (self->work));
  gtk_box_append (GTK_BOX (self->box), accord_paper_card_new (self->work));
  gtk_box_append (GTK_BOX (self->box), accord_offers_card_new (self->work));
  g_signal_connect_object (self->figures, "explain", G_CALLBACK (on_explain_key), self, 0);
  g_signal_connect_object (self->costs, "explain", G_CALLBACK (on_explain), self, 0);
  g_signal_connect_object (self->outcomes, "explain", G_CALLBACK (on_explain), self, 0);
  g_signal_connect_object (self->results, "explain", G_CALLBACK (on_explain), self, 0);
  g_signal_connect_object (self, "map", G_CALLBACK (take_focus_soon), self, 0);
  g_signal_connect_object (self->work, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work, "failed", G_CALLBACK (on_failed), self, 0);
  return GTK_WIDGET (self);
}

AccordAppraisalWork *
accord_appraisal_cards_get_work (AccordAppraisalCards *self)
{
  return self->work;
}

AccordLinesCard *
accord_appraisal_cards_get_lines (AccordAppraisalCards *self, gboolean outcomes)
{
  return ACCORD_LINES_CARD (outcomes ? self->outcomes : self->costs);
}
