/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-card.h"

#include "chart/chart-view.h"
#include "chart/drawing-menu.h"
#include "chart/picture-table.h"
#include "form/page-parts.h"
#include "fund/choice-bar.h"

#include <glib/gi18n-lib.h>

/* A table with more rows scrolls by itself, in so much of the page. */
#define MOST_ROWS 14
#define HIGHEST_TABLE 480

/*
 * A card with a chart: what it says in a sentence, then the picture, in one way or several, or the same as a
 * table; and a button to copy, save and print it. Where there is nothing to draw it says why.
 */
struct _AccordChartCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *head;
  GtkWidget *choice;
  GtkWidget *menu;
  GtkWidget *words;
  GtkWidget *view;
  GtkWidget *scroller;
  GtkWidget *table;
  GtkWidget *note;

  char *title;
  GPtrArray *charts;
  guint n_ways;
};

G_DEFINE_FINAL_TYPE (AccordChartCard, accord_chart_card, GTK_TYPE_WIDGET)

static guint
get_way (AccordChartCard *self)
{
  guint chosen = accord_choice_bar_get_chosen (ACCORD_CHOICE_BAR (self->choice));

  return chosen < self->charts->len ? chosen : 0;
}

static gboolean
wants_table (AccordChartCard *self)
{
  return accord_choice_bar_get_chosen (ACCORD_CHOICE_BAR (self->choice)) == self->n_ways;
}

/* The table of the way that was looked at last; a table of another shape is another widget. */
static void
show_table (AccordChartCard *self, AccordChart *chart)
{
  guint n_headings, numbers;
  const char *const *headings = accord_chart_get_headings (chart, &n_headings, &numbers);
  g_autoptr (GPtrArray) rows = accord_chart_dup_rows (chart);

  if (self->table == NULL)
    {
      self->table = accord_plain_table_new (accord_chart_get_summary (chart), headings, n_headings, numbers);
      accord_plain_table_set_scrolled (self->table);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->table);
    }
  accord_plain_table_show (self->table, rows);
  g_object_set (self->scroller, "vscrollbar-policy",
                rows->len > MOST_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, "min-content-height",
                rows->len > MOST_ROWS ? HIGHEST_TABLE : -1, NULL);
}

static void
drop_table (AccordChartCard *self)
{
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  self->table = NULL;
}

/* No line breaks between the sign of a sum and the sum. */
static void
show_words (GtkWidget *label, const char *words)
{
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, "−£", "−\u2060£", 0);
  gtk_label_set_label (GTK_LABEL (label), text->str);
}

static void
update (AccordChartCard *self)
{
  guint way = get_way (self);
  AccordChart *chart = self->charts->len > 0 ? self->charts->pdata[way] : NULL;
  gboolean drawn = chart != NULL && accord_chart_get_empty (chart) == NULL;
  gboolean table = drawn && wants_table (self);

  gtk_widget_set_visible (self->choice, drawn);
  gtk_widget_set_visible (self->menu, drawn);
  gtk_widget_set_visible (self->view, drawn && !table);
  gtk_widget_set_visible (self->scroller, table);
  show_words (self->words, chart != NULL ? accord_chart_get_summary (chart) : "");
  gtk_widget_set_visible (self->words, chart != NULL);
  accord_chart_view_show (ACCORD_CHART_VIEW (self->view), chart);
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, accord_chart_get_summary (chart),
                                    -1);
  if (table)
    show_table (self, chart);
}

static void
accord_chart_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_CHART_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_chart_card_parent_class)->dispose (object);
}

static void
accord_chart_card_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_CHART_CARD (object)->charts);
  g_free (ACCORD_CHART_CARD (object)->title);

  G_OBJECT_CLASS (accord_chart_card_parent_class)->finalize (object);
}

static void
accord_chart_card_class_init (AccordChartCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_chart_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_chart_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_chart_card_init (AccordChartCard *self)
{
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_chart_unref);
}

static GtkWidget *
make_scroller (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* That there is more beside is seen only by a bar that stays. */
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_AUTOMATIC, "overlay-scrolling", FALSE, "focusable",
                TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  return scroller;
}

static GtkWidget *
make_choice (AccordChartCard *self, const char *title, const char *const *ways)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *choice;

  for (guint i = 0; ways[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) ways[i]);
  self->n_ways = labels->len;
  g_ptr_array_add (labels, (gpointer) _ ("Table"));
  g_ptr_array_add (labels, NULL);
  choice = accord_choice_bar_new (title, (const char *const *) labels->pdata);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_words (const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_widget_add_css_class (label, "chart-words");
  return label;
}

/**
 * accord_chart_card_new_with_ways:
 * @title: what it is of
 * @ways: (array zero-terminated=1): what the ways to draw it are called, such as “Distribution” and “S-curve”
 *
 * Returns: (transfer floating): a card of no chart yet
 */
GtkWidget *
accord_chart_card_new_with_ways (const char *title, const char *const *ways)
{
  AccordChartCard *self = g_object_new (ACCORD_TYPE_CHART_CARD, NULL);

  self->title = g_strdup (title);
  self->card = accord_page_card (&self->head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->view = accord_chart_view_new ();
  self->choice = make_choice (self, title, ways);
  self->menu = accord_drawing_menu_new (ACCORD_DRAWING (self->view));
  self->words = make_words ("second-line");
  self->scroller = make_scroller ();
  self->note = make_words ("second-line");
  gtk_box_append (GTK_BOX (self->head), self->choice);
  gtk_box_append (GTK_BOX (self->head), self->menu);
  gtk_box_append (GTK_BOX (self->card), self->words);
  gtk_box_append (GTK_BOX (self->card), self->view);
  gtk_box_append (GTK_BOX (self->card), self->scroller);
  gtk_box_append (GTK_BOX (self->card), self->note);
  gtk_widget_add_css_class (self->view, "chart");
  gtk_widget_add_css_class (self->scroller, "chart-table");
  gtk_widget_add_css_class (self->card, "unbroken");
  gtk_widget_hide (self->note);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * accord_chart_card_new:
 * @title: what it is of
 *
 * Returns: (transfer floating): a card of no chart yet
 */
GtkWidget *
accord_chart_card_new (const char *title)
{
  const char *const ways[] = { _ ("Picture"), NULL };

  return accord_chart_card_new_with_ways (title, ways);
}

/**
 * accord_chart_card_get_head:
 * @self: a card
 *
 * Returns: (transfer none): the box with its title, to put something before the choice of ways:
 *   gtk_box_insert_child_after() the title
 */
GtkWidget *
accord_chart_card_get_head (AccordChartCard *self)
{
  g_return_val_if_fail (ACCORD_IS_CHART_CARD (self), NULL);

  return self->head;
}

/**
 * accord_chart_card_show:
 * @self: a card
 * @chart: a chart
 *
 * Shows another chart, as a person has chosen to look at it.
 */
void
accord_chart_card_show (AccordChartCard *self, AccordChart *chart)
{
  accord_chart_card_show_ways (self, &chart, 1);
}

static gboolean
has_other_headings (AccordChartCard *self, AccordChart *const *charts)
{
  guint n_before, n_after, numbers;
  const char *const *before, *const *after;

  if (self->charts->len == 0)
    return TRUE;
  before = accord_chart_get_headings (self->charts->pdata[0], &n_before, &numbers);
  after = accord_chart_get_headings (charts[0], &n_after, &numbers);
  if (n_before != n_after)
    return TRUE;
  for (guint i = 0; i < n_before; i++)
    if (!g_str_equal (before[i], after[i]))
      return TRUE;
  return FALSE;
}

/**
 * accord_chart_card_show_ways:
 * @self: a card
 * @charts: (array length=n_charts): a chart for each of its ways; their tables have the same
 *   columns
 * @n_charts: how many
 *
 * Shows other charts.
 */
void
accord_chart_card_show_ways (AccordChartCard *self, AccordChart *const *charts, guint n_charts)
{
  g_return_if_fail (ACCORD_IS_CHART_CARD (self));
  g_return_if_fail (n_charts == self->n_ways);

  if (has_other_headings (self, charts))
    drop_table (self);
  g_ptr_array_set_size (self->charts, 0);
  for (guint i = 0; i < n_charts; i++)
    g_ptr_array_add (self->charts, accord_chart_ref (charts[i]));
  update (self);
}

/**
 * accord_chart_card_set_note:
 * @self: a card
 * @note: (nullable): what is to be known about the figures, in a sentence
 *
 * Writes something under the picture.
 */
void
accord_chart_card_set_note (AccordChartCard *self, const char *note)
{
  g_return_if_fail (ACCORD_IS_CHART_CARD (self));

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}
