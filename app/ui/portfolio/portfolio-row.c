/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-row.h"

#include "cba-words.h"
#include "form/page-parts.h"
#include "money.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define N_FIGURES 4
#define GAP 12
/* So many letters a figure has room for, and a name at the least while the figures stand beside it. */
#define FIGURE_CHARS 11
#define NAME_CHARS 16
#define NAME_BEST_CHARS 56
#define PILL_CHARS 14

/* A business case with its figures in columns or, where there is little room, in a line of their own. The
 * headings of the columns are such a row too, so that both are always laid out alike. */
struct _AccordPortfolioRow
{
  GtkWidget parent_instance;

  GtkWidget *rank;
  GtkWidget *name;
  GtkWidget *second;
  GtkWidget *below;
  GtkWidget *figures[N_FIGURES];
  GtkWidget *pill;

  AccordPortfolioItem *item;
  gulong changed;
  gboolean headings;
};

G_DEFINE_FINAL_TYPE (AccordPortfolioRow, accord_portfolio_row, GTK_TYPE_WIDGET)

/* --- Where everything stands. */

static int
chars_width (GtkWidget *widget, int n_chars)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width * n_chars);
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_at (GtkWidget *widget, int width)
{
  int least, natural;

  if (!gtk_widget_get_visible (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &natural, NULL, NULL);
  return natural;
}

static int
pill_width (AccordPortfolioRow *self)
{
  /* Room for the widest of the words, so that the columns stand still whatever a case's place is. */
  return MAX (natural_width (self->pill), chars_width (GTK_WIDGET (self), PILL_CHARS));
}

static int
rank_width (AccordPortfolioRow *self)
{
  return chars_width (GTK_WIDGET (self), 4);
}

static int
figure_width (AccordPortfolioRow *self)
{
  return chars_width (GTK_WIDGET (self), FIGURE_CHARS);
}

static gboolean
is_wide (AccordPortfolioRow *self, int width)
{
  return width >= rank_width (self) + chars_width (GTK_WIDGET (self), NAME_CHARS)
                      + N_FIGURES * (figure_width (self) + GAP) + pill_width (self) + 3 * GAP;
}

static int
name_width (AccordPortfolioRow *self, int width)
{
  int rest = width - rank_width (self) - GAP - pill_width (self) - GAP;

  return is_wide (self, width) ? rest - N_FIGURES * (figure_width (self) + GAP) : rest;
}

static int
row_height (AccordPortfolioRow *self, int width)
{
  int words = height_at (self->name, name_width (self, width));
  int all;

  if (is_wide (self, width))
    {
      all = words + height_at (self->second, name_width (self, width));
      for (guint i = 0; i < N_FIGURES; i++)
        all = MAX (all, height_at (self->figures[i], figure_width (self)));
      return MAX (all, self->headings ? 0 : height_at (self->pill, pill_width (self)));
    }
  if (self->headings)
    return 0;
  return MAX (words, height_at (self->pill, pill_width (self)))
         + height_at (self->second, width - rank_width (self) - GAP)
         + height_at (self->below, width - rank_width (self) - GAP);
}

static void
accord_portfolio_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordPortfolioRow *self = ACCORD_PORTFOLIO_ROW (widget);
  int least = rank_width (self) + GAP + chars_width (widget, NAME_CHARS / 2) + GAP + pill_width (self);
  int best = rank_width (self) + chars_width (widget, NAME_BEST_CHARS)
             + N_FIGURES * (figure_width (self) + GAP) + pill_width (self) + 3 * GAP;

  *minimum = least;
  *natural = MAX (least, best);
  /* A list asks how high it would like to be before it knows how wide it is. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = row_height (self, for_size >= 0 ? MAX (for_size, least) : *natural);
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_set_child_visible (widget, height > 0 && width > 0);
  if (height > 0 && width > 0)
    gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
accord_portfolio_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPortfolioRow *self = ACCORD_PORTFOLIO_ROW (widget);
  gboolean wide = is_wide (self, width);
  int left = rank_width (self) + GAP, words = name_width (self, width);
  int name = height_at (self->name, words);
  int pill = height_at (self->pill, pill_width (self));
  int below = wide ? name : MAX (name, self->headings ? 0 : pill);
  int rest = wide ? words : width - left;
  gboolean shown = wide || !self->headings;

  place (self->rank, 0, 0, rank_width (self), shown ? height_at (self->rank, rank_width (self)) : 0);
  place (self->name, left, 0, words, shown ? name : 0);
  place (self->second, left, below, rest, shown ? height_at (self->second, rest) : 0);
  place (self->below, left, below + height_at (self->second, rest), rest,
         wide || self->headings ? 0 : height_at (self->below, rest));
  for (guint i = 0; i < N_FIGURES; i++)
    place (self->figures[i], left + words + GAP + (int) i * (figure_width (self) + GAP), 0,
           figure_width (self), wide ? height_at (self->figures[i], figure_width (self)) : 0);
  place (self->pill, width - pill_width (self), 0, pill_width (self), self->headings ? 0 : pill);
}

static GtkSizeRequestMode
accord_portfolio_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- What it says. */

/* A screen reader hears of the row that has the keyboard what its own accessible label says. */
static void
say_row (AccordPortfolioRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *figures = gtk_label_get_label (GTK_LABEL (self->below));
  const char *at = accord_portfolio_place_get_label (accord_portfolio_item_get_place (self->item));
  g_autofree char *name = NULL;

  if (item == NULL)
    return;
  name = g_strdup_printf ("%s, %s%s%s", gtk_label_get_label (GTK_LABEL (self->name)),
                          *figures != '\0' ? figures : gtk_label_get_label (GTK_LABEL (self->second)),
                          *at != '\0' ? ", " : "", at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_place (AccordPortfolioRow *self)
{
  static const AccordStatus statuses[] = {
    [ACCORD_PORTFOLIO_OPEN] = { "accord-status-unknown-symbolic", "unknown" },
    [ACCORD_PORTFOLIO_NOT_IN] = { "accord-status-open-symbolic", "unknown" },
    [ACCORD_PORTFOLIO_IN] = { "accord-status-accepted-symbolic", "accepted" },
    [ACCORD_PORTFOLIO_MUST] = { "accord-status-accepted-symbolic", "accepted" },
    [ACCORD_PORTFOLIO_LEFT_OUT] = { "accord-status-unknown-symbolic", "unknown" },
  };
  AccordPortfolioPlace at = accord_portfolio_item_get_place (self->item);

  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), &statuses[at],
                           accord_portfolio_place_get_label (at));
  gtk_widget_set_visible (self->pill, at != ACCORD_PORTFOLIO_OPEN);
  say_row (self);
}

/* What is no number is a dash here, and said in words in the second line. */
static char *
dup_figure (const AccordPortfolioCase *one, guint figure)
{
  if (one->standing != ACCORD_PORTFOLIO_READY)
    return g_strdup ("");
  switch (figure)
    {
    case 0:
      return one->bcr.defined == ACCORD_DEFINED
                 ? accord_cba_value_dup_display (NULL, one->bcr, ACCORD_UNIT_RATIO)
                 : g_strdup ("–");
    case 1:
      return one->per_pound.defined == ACCORD_DEFINED ? accord_portfolio_case_dup_per_pound (one)
                                                      : g_strdup ("–");
    case 2:
      return accord_money_format (one->npsv, ACCORD_MONEY_POUNDS);
    default:
      return accord_money_format (one->cost, ACCORD_MONEY_POUNDS);
    }
}

static char *
dup_second (const AccordPortfolioCase *one)
{
  if (one->standing != ACCORD_PORTFOLIO_READY)
    return accord_portfolio_case_dup_standing (one);
  if (one->bcr.defined != ACCORD_DEFINED)
    return g_strdup_printf (_ ("BCR %s"), accord_undefined_get_words (one->bcr.defined));
  if (!one->preferred)
    return g_strdup_printf (_ ("%s value for money · “%s”, which is not marked as preferred"),
                            accord_money_band_get_label (one->band), one->option);
  return g_strdup_printf (_ ("%s value for money · “%s”"), accord_money_band_get_label (one->band),
                          one->option);
}

static char *
dup_below (const AccordPortfolioCase *one)
{
  g_autofree char *bcr = dup_figure (one, 0), *pound = dup_figure (one, 1), *npsv = dup_figure (one, 2);
  g_autofree char *cost = dup_figure (one, 3);

  if (one->standing != ACCORD_PORTFOLIO_READY)
    return g_strdup ("");
  return g_strdup_printf (_ ("BCR %s · NPSV %s, %s a pound · asks for %s"), bcr, npsv, pound, cost);
}

static void
on_changed (AccordPortfolioRow *self)
{
  show_place (self);
}

static void
drop_item (AccordPortfolioRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_clear_object (&self->item);
}

static void
accord_portfolio_row_dispose (GObject *object)
{
  GtkWidget *child;

  drop_item (ACCORD_PORTFOLIO_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_portfolio_row_parent_class)->dispose (object);
}

static void
accord_portfolio_row_class_init (AccordPortfolioRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_portfolio_row_dispose;
  widget_class->measure = accord_portfolio_row_measure;
  widget_class->size_allocate = accord_portfolio_row_size_allocate;
  widget_class->get_request_mode = accord_portfolio_row_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "portfoliorow");
}

static GtkWidget *
add_label (AccordPortfolioRow *self, const char *style_class, double xalign)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
accord_portfolio_row_init (AccordPortfolioRow *self)
{
  self->rank = add_label (self, "number", 1);
  self->name = add_label (self, "first-line", 0);
  self->second = add_label (self, "second-line", 0);
  self->below = add_label (self, "below", 0);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->figures[i] = add_label (self, "figure", 1);
      gtk_widget_add_css_class (self->figures[i], "tabular");
    }
  self->pill = accord_status_pill_new ();
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (self->pill));
  gtk_widget_set_halign (self->pill, GTK_ALIGN_END);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

/**
 * accord_portfolio_row_new:
 *
 * Returns: (transfer floating): a row that says nothing
 */
GtkWidget *
accord_portfolio_row_new (void)
{
  return g_object_new (ACCORD_TYPE_PORTFOLIO_ROW, NULL);
}

/**
 * accord_portfolio_row_show_headings:
 * @self: a row
 *
 * Makes it the headings of the columns.
 */
void
accord_portfolio_row_show_headings (AccordPortfolioRow *self)
{
  const char *const headings[] = { _ ("BCR"), _ ("NPSV a pound"), _ ("NPSV"), _ ("Asks for") };

  g_return_if_fail (ACCORD_IS_PORTFOLIO_ROW (self));

  self->headings = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "headings");
  gtk_label_set_label (GTK_LABEL (self->name), _ ("Business case"));
  gtk_widget_hide (self->second);
  gtk_widget_hide (self->below);
  for (guint i = 0; i < N_FIGURES; i++)
    gtk_label_set_label (GTK_LABEL (self->figures[i]), headings[i]);
}

/**
 * accord_portfolio_row_show:
 * @self: a row
 * @item: (nullable): a case, or %NULL for none
 * @rank: its place in the ranking, or 0 where it has none
 *
 * Shows a case, and follows where it stands.
 */
void
accord_portfolio_row_show (AccordPortfolioRow *self, AccordPortfolioItem *item, guint rank)
{
  const AccordPortfolioCase *one;
  g_autofree char *title = NULL, *second = NULL, *below = NULL, *number = NULL;

  g_return_if_fail (ACCORD_IS_PORTFOLIO_ROW (self));

  drop_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (on_changed), self);
  one = accord_portfolio_item_get_case (item);
  title = accord_record_dup_title (one->record);
  second = dup_second (one);
  below = dup_below (one);
  number = rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->rank), number);
  gtk_label_set_label (GTK_LABEL (self->name), title);
  gtk_label_set_label (GTK_LABEL (self->second), second);
  gtk_label_set_label (GTK_LABEL (self->below), below);
  gtk_widget_set_visible (self->below, *below != '\0');
  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *figure = dup_figure (one, i);

      gtk_label_set_label (GTK_LABEL (self->figures[i]), figure);
    }
  show_place (self);
}
