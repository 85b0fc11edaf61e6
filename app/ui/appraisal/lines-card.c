/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/lines-card.h"

#include "appraisal/grid-frame.h"
#include "appraisal/line-change.h"
#include "appraisal/line-dialogs.h"
#include "cba-words.h"
#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

/* About fifteen lines; more of them scroll. */
#define MOST_HEIGHT 560
#define MOST_FAULTS 12

/* The costs or the outcomes of an option: the table, and under it what is wrong. */
struct _AccordLinesCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *view;
  GtkWidget *message;
  GtkWidget *faults;
  AccordAppraisalWork *work;
  AccordLineGrid *grid;
  gboolean outcomes;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordLinesCard, accord_lines_card, GTK_TYPE_WIDGET)

enum
{
  EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_message (AccordLinesCard *self)
{
  const char *message = accord_grid_view_get_message (ACCORD_GRID_VIEW (self->view));

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
on_explain (GtkWidget *view, guint row, guint column, AccordLinesCard *self)
{
  AccordFigureRef figure;

  if (accord_line_grid_get_figure (self->grid, row, column, &figure))
    g_signal_emit (self, signals[EXPLAIN], 0, &figure);
}

/* A closer look at who gains, or at what makes the optimism bias. */
static gboolean
on_open_cell (GtkWidget *view, guint row, guint column, AccordLinesCard *self)
{
  if (!self->outcomes)
    return accord_bias_dialog_open (GTK_WIDGET (self), self->work, row);
  if (!accord_line_grid_is_gains (self->grid, column) || !accord_appraisal_work_get_may_change (self->work))
    return FALSE;
  accord_gains_dialog_open (GTK_WIDGET (self), self->work, row);
  return TRUE;
}

/* What a line has beyond its row: how sure it is, prices, phasing, where its figures are from. */
static void
on_open_line (GtkWidget *button, AccordLinesCard *self)
{
  const GPtrArray *lines = accord_appraisal_work_get_lines (self->work, self->outcomes);
  guint row = accord_grid_view_get_selection (ACCORD_GRID_VIEW (self->view)).row;
  gint64 id;

  if (lines == NULL || lines->len == 0)
    return;
  id = accord_line_handle_get_id (accord_line_get_handle (lines->pdata[MIN (row, lines->len - 1)]));
  if (id > 0)
    accord_go_to_record (GTK_WIDGET (self), self->outcomes ? "outcome" : "cost", id);
}

static void
add_open (AccordLinesCard *self, GtkWidget *head)
{
  GtkWidget *open = accord_page_button (_ ("Open the _line"));

  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_tooltip_text (open,
                               _ ("How sure the chosen line is, its prices, and where its figures are from"));
  g_signal_connect_object (open, "clicked", G_CALLBACK (on_open_line), self, 0);
  gtk_box_append (GTK_BOX (head), open);
}

/* --- What is wrong. */

static gboolean
is_here (AccordLinesCard *self, const AccordCbaFault *fault)
{
  guint option = accord_appraisal_work_get_option (self->work);

  if (fault->line == ACCORD_CBA_NONE)
    return FALSE;
  return fault->is_outcome == self->outcomes && fault->option == option;
}

static void
on_fault (GtkWidget *button, AccordLinesCard *self)
{
  const AccordCbaFault *fault = g_object_get_data (G_OBJECT (button), "accord-fault");

  accord_lines_card_go_to (self, fault->line, fault->field, fault->year);
}

static void
add_fault (AccordLinesCard *self, const AccordCbaFault *fault, const char *words)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), accord_page_label (words, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sheet-fault");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-fault", g_memdup2 (fault, sizeof *fault), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_fault), self, 0);
  gtk_box_append (GTK_BOX (self->faults), button);
}

/* The same sentences stay as they are, so that the keyboard can be on one while figures change. */
static void
on_figures (AccordLinesCard *self)
{
  const GArray *faults = accord_appraisal_work_get_faults (self->work);
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (AccordCbaFault));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; faults != NULL && i < faults->len && here->len < MOST_FAULTS; i++)
    {
      const AccordCbaFault *fault = &g_array_index (faults, AccordCbaFault, i);
      char *sentence;

      if (!is_here (self, fault))
        continue;
      sentence = accord_cba_fault_dup_words (cba, fault);
      g_string_append_printf (all, "%s\n", sentence);
      g_ptr_array_add (words, sentence);
      g_array_append_val (here, *fault);
    }
  if (g_strcmp0 (all->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (all->str);
  accord_page_empty_box (self->faults);
  for (guint i = 0; i < here->len; i++)
    add_fault (self, &g_array_index (here, AccordCbaFault, i), words->pdata[i]);
  gtk_widget_set_visible (self->faults, here->len > 0);
}

/* --- The object. */

static void
accord_lines_card_dispose (GObject *object)
{
  AccordLinesCard *self = ACCORD_LINES_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->grid);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_lines_card_parent_class)->dispose (object);
}

static void
accord_lines_card_finalize (GObject *object)
{
  g_free (ACCORD_LINES_CARD (object)->shown);

  G_OBJECT_CLASS (accord_lines_card_parent_class)->finalize (object);
}

static void
accord_lines_card_class_init (AccordLinesCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_lines_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_lines_card_finalize;

  /**
   * AccordLinesCard::explain:
   * @figure: an #AccordFigureRef
   *
   * A person wants to know why a figure is what it is.
   */
  signals[EXPLAIN] = g_signal_new ("explain", ACCORD_TYPE_LINES_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_lines_card_init (AccordLinesCard *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

static GtkWidget *
make_table (AccordLinesCard *self)
{
  self->view = accord_grid_view_new (self->outcomes ? _ ("Outcomes") : _ ("Costs"),
                                     self->outcomes ? _ ("Add an outcome…") : _ ("Add a cost…"));
  self->grid = accord_line_grid_new (self->work, self->outcomes);
  accord_grid_view_set_model (ACCORD_GRID_VIEW (self->view), ACCORD_GRID_MODEL (self->grid));
  g_signal_connect_object (self->view, "notify::message", G_CALLBACK (on_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "explain-cell", G_CALLBACK (on_explain), self, 0);
  g_signal_connect_object (self->view, "open-cell", G_CALLBACK (on_open_cell), self, 0);
  return accord_grid_frame_new (self->view, MOST_HEIGHT);
}

/**
 * accord_lines_card_new:
 * @work: an appraisal that is worked on
 * @outcomes: whether its outcomes; else its costs
 *
 * Returns: (transfer floating): the lines of the option that is looked at
 */
GtkWidget *
accord_lines_card_new (AccordAppraisalWork *work, gboolean outcomes)
{
  AccordLinesCard *self = g_object_new (ACCORD_TYPE_LINES_CARD, NULL);
  GtkWidget *head;

  self->work = g_object_ref (work);
  self->outcomes = outcomes;
  self->card = accord_page_card (&head, outcomes ? _ ("Outcomes, a year") : _ ("Costs, in pounds"));
  add_open (self, head);
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->card), make_table (self));
  self->message = accord_page_label (NULL, "sheet-message");
  gtk_widget_hide (self->message);
  gtk_box_append (GTK_BOX (self->card), self->message);
  self->faults = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->faults, "sheet-faults");
  gtk_widget_hide (self->faults);
  gtk_box_append (GTK_BOX (self->card), self->faults);
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

AccordGridView *
accord_lines_card_get_view (AccordLinesCard *self)
{
  return ACCORD_GRID_VIEW (self->view);
}

/**
 * accord_lines_card_go_to:
 * @self: lines
 * @row: a line
 * @field: one of its numbers
 * @year: which year, counted from 0, or %ACCORD_NO_YEAR
 *
 * Takes the keyboard to where that number is typed.
 */
void
accord_lines_card_go_to (AccordLinesCard *self, guint row, AccordCbaField field, int year)
{
  g_return_if_fail (ACCORD_IS_LINES_CARD (self));

  accord_grid_view_go_to (ACCORD_GRID_VIEW (self->view), row,
                          accord_line_grid_find_column (self->grid, field, year));
}
