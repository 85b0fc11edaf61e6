/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-grid-private.h"

#include "appraisal/cell-text.h"
#include "cba-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>

static void accord_line_grid_iface_init (AccordGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordLineGrid, accord_line_grid, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACCORD_TYPE_GRID_MODEL, accord_line_grid_iface_init))

static const AccordLineColumn present_column = { NULL, N_ ("Present value £"), ACCORD_LINE_PRESENT, 10 };
static const AccordLineColumn year_column = { "amounts", NULL, ACCORD_LINE_YEAR, 9 };

/* --- Columns. */

static guint
n_own (AccordLineGrid *self)
{
  guint n_columns;

  accord_line_columns (self->outcomes, &n_columns);
  return n_columns;
}

static gint64
whole (AccordLineGrid *self, const char *field)
{
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  gint64 value = file != NULL && file->appraisal != NULL ? accord_record_get_int (file->appraisal, field)
                                                         : ACCORD_UNKNOWN;

  return value == ACCORD_UNKNOWN ? 0 : value;
}

static guint
n_years (AccordLineGrid *self)
{
  return self->outcomes ? 0 : (guint) CLAMP (whole (self, "horizon"), 0, ACCORD_CBA_MOST_YEARS);
}

const AccordLineColumn *
accord_line_grid_get_column (AccordLineGrid *self, guint column, int *year)
{
  guint own, years = n_years (self);
  const AccordLineColumn *columns = accord_line_columns (self->outcomes, &own);

  *year = ACCORD_NO_YEAR;
  if (column < own)
    return &columns[column];
  if (column < own + years)
    {
      *year = (int) (whole (self, "base-year") + column - own);
      return &year_column;
    }
  return &present_column;
}

static void
make_titles (AccordLineGrid *self)
{
  guint own, years = n_years (self);
  const AccordLineColumn *columns = accord_line_columns (self->outcomes, &own);

  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < own; i++)
    g_ptr_array_add (self->titles, g_strdup (_ (columns[i].title)));
  for (guint i = 0; i < years; i++)
    {
      int year = (int) whole (self, "base-year") + (int) i;

      g_ptr_array_add (self->titles, g_strdup_printf ("%d/%02d", year, (year + 1) % 100));
    }
  g_ptr_array_add (self->titles, g_strdup (_ (present_column.title)));
}

static guint
get_n_rows (AccordGridModel *model)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  GPtrArray *lines = accord_appraisal_work_get_lines (self->work, self->outcomes);

  return lines != NULL ? lines->len : 0;
}

static guint
get_n_columns (AccordGridModel *model)
{
  return ACCORD_LINE_GRID (model)->titles->len;
}

static void
get_column (AccordGridModel *model, guint column, AccordGridColumn *description)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  int year;
  const AccordLineColumn *described = accord_line_grid_get_column (self, column, &year);

  description->title = self->titles->pdata[column];
  description->kind = accord_line_column_get_kind (described);
  description->chars = described->chars;
}

AccordRecord *
accord_line_grid_get_line (AccordLineGrid *self, guint row)
{
  return accord_appraisal_work_get_lines (self->work, self->outcomes)->pdata[row];
}

static const char *
get_key (AccordGridModel *model, guint row)
{
  return accord_line_handle_get_key (
      accord_line_get_handle (accord_line_grid_get_line (ACCORD_LINE_GRID (model), row)));
}

static gboolean
get_may_change (AccordGridModel *model)
{
  return accord_appraisal_work_get_may_change (ACCORD_LINE_GRID (model)->work);
}

/* --- What is shown. */

static const AccordCbaResult *
result_of (AccordLineGrid *self)
{
  return accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work));
}

static char *
dup_pounds (double pence)
{
  g_autofree char *pounds = accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_POUNDS);
  g_auto (GStrv) parts = g_strsplit (pounds, "£", 2);

  return g_strjoinv ("", parts);
}

static char *
dup_present (AccordLineGrid *self, guint row)
{
  const AccordCbaResult *result = result_of (self);

  for (guint i = 0; result != NULL && i < result->lines->len; i++)
    {
      const AccordCbaLineSum *sum = &g_array_index (result->lines, AccordCbaLineSum, i);

      if (sum->is_outcome == self->outcomes && sum->index == row)
        return dup_pounds (sum->present);
    }
  return NULL;
}

/* What stands in a column that is typed: as it is shown, or as a person types it. */
static char *
dup_cell (AccordLineGrid *self, guint row, const AccordLineColumn *described, int year, gboolean entry)
{
  AccordRecord *line = accord_line_grid_get_line (self, row);
  gint64 amount;

  if (described->cell != ACCORD_LINE_YEAR)
    return accord_line_dup_cell (self->work, described, line,
                                 self->outcomes ? accord_appraisal_work_get_gains (self->work, row) : NULL,
                                 entry);
  amount = accord_line_get_amount (line, year);
  if (amount == ACCORD_UNKNOWN)
    return NULL;
  return entry ? accord_cell_dup_money_entry (amount) : accord_cell_dup_money (amount);
}

static char *
dup_text (AccordGridModel *model, guint row, guint column)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  int year;
  const AccordLineColumn *described = accord_line_grid_get_column (self, column, &year);

  return described->cell == ACCORD_LINE_PRESENT ? dup_present (self, row)
                                                : dup_cell (self, row, described, year, FALSE);
}

static char *
dup_entry (AccordGridModel *model, guint row, guint column)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  int year;
  const AccordLineColumn *described = accord_line_grid_get_column (self, column, &year);

  return dup_cell (self, row, described, year, TRUE);
}

/* What is counted of all lines: after re-basing and corrections, so it may differ from what was typed. */
static char *
dup_foot (AccordGridModel *model, guint column)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  const AccordCbaResult *result = result_of (self);
  guint own = n_own (self);

  if (column == 0)
    return g_strdup (self->outcomes ? _ ("All outcomes") : _ ("Counted, after corrections"));
  if (result == NULL || column < own)
    return NULL;
  if (column - own < n_years (self))
    return column - own < result->horizon ? dup_pounds (result->own.years.cost[column - own]) : NULL;
  return dup_pounds (self->outcomes ? result->own.pvb : result->own.pvc);
}

static char **
list_choices (AccordGridModel *model, guint row, guint column, const char *typed)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  int year;

  return accord_line_list_choices (self->work, accord_line_grid_get_column (self, column, &year), typed);
}

/* --- The object. */

static void
accord_line_grid_iface_init (AccordGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_may_change = get_may_change;
  iface->dup_text = dup_text;
  iface->dup_entry = dup_entry;
  iface->dup_foot = dup_foot;
  iface->check = accord_line_grid_check;
  iface->set = accord_line_grid_set;
  iface->preview = accord_line_grid_preview;
  iface->list_choices = list_choices;
  iface->remove_rows = accord_line_grid_remove_rows;
}

static void
on_lines_changed (AccordLineGrid *self)
{
  make_titles (self);
  accord_grid_model_changed (ACCORD_GRID_MODEL (self));
}

static void
on_figures_changed (AccordLineGrid *self)
{
  accord_grid_model_values_changed (ACCORD_GRID_MODEL (self));
}

static void
accord_line_grid_finalize (GObject *object)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (object);

  g_object_unref (self->work);
  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (accord_line_grid_parent_class)->finalize (object);
}

static void
accord_line_grid_class_init (AccordLineGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_line_grid_finalize;
}

static void
accord_line_grid_init (AccordLineGrid *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
}

/**
 * accord_line_grid_new:
 * @work: an appraisal that is worked on
 * @outcomes: whether its outcomes; else its costs
 *
 * Returns: (transfer full): the lines as a table
 */
AccordLineGrid *
accord_line_grid_new (AccordAppraisalWork *work, gboolean outcomes)
{
  AccordLineGrid *self = g_object_new (ACCORD_TYPE_LINE_GRID, NULL);

  self->work = g_object_ref (work);
  self->outcomes = outcomes;
  make_titles (self);
  g_signal_connect_object (work, "lines-changed", G_CALLBACK (on_lines_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_figures_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * accord_line_grid_get_figure:
 * @self: a table of lines
 * @row: a row, or as many as there are for the totals
 * @column: a column
 * @figure: (out): what can be asked why there
 *
 * Returns: whether there is a figure; of a typed number it is what comes of its line
 */
gboolean
accord_line_grid_get_figure (AccordLineGrid *self, guint row, guint column, AccordFigureRef *figure)
{
  guint own = n_own (self), years = n_years (self), n_rows = get_n_rows (ACCORD_GRID_MODEL (self));
  gboolean is_year = column >= own && column < own + years;

  *figure = (AccordFigureRef){
    .option = accord_appraisal_work_get_option (self->work),
    .own = TRUE,
    .organisation = ACCORD_CBA_NONE,
    .is_outcome = self->outcomes,
    .line = row < n_rows ? row : ACCORD_CBA_NONE,
    .year = is_year ? column - own : 0,
  };
  if (result_of (self) == NULL)
    return FALSE;
  if (row < n_rows)
    figure->figure = is_year ? ACCORD_FIGURE_LINE_YEAR : ACCORD_FIGURE_LINE;
  else
    figure->figure = is_year          ? ACCORD_FIGURE_YEAR_COST
                     : self->outcomes ? ACCORD_FIGURE_PVB
                                      : ACCORD_FIGURE_PVC;
  return TRUE;
}

gboolean
accord_line_grid_is_gains (AccordLineGrid *self, guint column)
{
  int year;

  return accord_line_grid_get_column (self, column, &year)->cell == ACCORD_LINE_GAINS;
}

/**
 * accord_line_grid_find_column:
 * @self: a table of lines
 * @field: a number of a line
 * @year: which year, counted from 0, or %ACCORD_NO_YEAR
 *
 * Returns: in which column it is typed; the first where it is typed elsewhere
 */
guint
accord_line_grid_find_column (AccordLineGrid *self, AccordCbaField field, int year)
{
  static const char *const names[ACCORD_CBA_N_FIELDS] = {
    [ACCORD_CBA_FIELD_BIAS] = "bias-rate",
    [ACCORD_CBA_FIELD_MITIGATED] = "bias-rate",
    [ACCORD_CBA_FIELD_WORKSHEET] = "bias-rate",
    [ACCORD_CBA_FIELD_NEED] = "need",
    [ACCORD_CBA_FIELD_ENGAGEMENT] = "engagement",
    [ACCORD_CBA_FIELD_IMPACT] = "impact",
    [ACCORD_CBA_FIELD_DEADWEIGHT] = "deadweight",
    [ACCORD_CBA_FIELD_UNIT_VALUE] = "unit-value",
    [ACCORD_CBA_FIELD_PRICE_YEAR] = "price-year",
    [ACCORD_CBA_FIELD_LAG] = "lag-years",
    [ACCORD_CBA_FIELD_DROP_OFF] = "drop-off",
    [ACCORD_CBA_FIELD_LASTS] = "lasts",
    [ACCORD_CBA_FIELD_GRADE] = "grade",
    [ACCORD_CBA_FIELD_CASHABLE] = "cashable",
    [ACCORD_CBA_FIELD_ATTRIBUTION] = "attribution",
    [ACCORD_CBA_FIELD_DISPLACEMENT] = "displacement",
    [ACCORD_CBA_FIELD_LEAKAGE] = "leakage",
    [ACCORD_CBA_FIELD_ORGANISATION] = "organisation",
  };
  guint own;
  const AccordLineColumn *columns = accord_line_columns (self->outcomes, &own);

  if (field == ACCORD_CBA_FIELD_AMOUNT)
    return year >= 0 && (guint) year < n_years (self) ? own + (guint) year : own;
  for (guint i = 0; i < own; i++)
    if ((field == ACCORD_CBA_FIELD_SHARE && columns[i].cell == ACCORD_LINE_GAINS)
        || (columns[i].field != NULL && g_strcmp0 (columns[i].field, names[field]) == 0))
      return i;
  return 0;
}
