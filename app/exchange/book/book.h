/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book/book-sheet.h"
#include "cba-words.h"

G_BEGIN_DECLS

/* The sheets of an appraisal's workbook, in the order of their tabs; the calculations, one an option, come
 * where ACCORD_BOOK_CALCULATIONS stands. */
typedef enum
{
  ACCORD_BOOK_SUMMARY,
  ACCORD_BOOK_ASSUMPTIONS,
  ACCORD_BOOK_COSTS,
  ACCORD_BOOK_OUTCOMES,
  ACCORD_BOOK_BIAS,
  ACCORD_BOOK_YEARS,
  ACCORD_BOOK_CALCULATIONS,
  ACCORD_BOOK_ORGANISATIONS,
  ACCORD_BOOK_SENSITIVITY,
  ACCORD_BOOK_CHECKS,
  ACCORD_BOOK_N_SHEETS,
} AccordBookSheetId;

/* Columns of the sheets that others point into. */
enum
{
  ACCORD_COSTS_OPTION,
  ACCORD_COSTS_NAME,
  ACCORD_COSTS_PAYER,
  ACCORD_COSTS_PAYER_NAME,
  ACCORD_COSTS_KIND,
  ACCORD_COSTS_TIMING,
  ACCORD_COSTS_PRICES,
  ACCORD_COSTS_PRICE_YEAR,
  ACCORD_COSTS_SERIES,
  ACCORD_COSTS_GRADE,
  ACCORD_COSTS_BIAS,
  ACCORD_COSTS_MITIGATED,
  ACCORD_COSTS_MITIGATION_COST,
  ACCORD_COSTS_SCHEDULE,
  ACCORD_COSTS_SOURCE,
  ACCORD_COSTS_YEARS,
};

enum
{
  ACCORD_OUTCOMES_OPTION,
  ACCORD_OUTCOMES_NAME,
  ACCORD_OUTCOMES_NEED,
  ACCORD_OUTCOMES_ENGAGEMENT,
  ACCORD_OUTCOMES_IMPACT,
  ACCORD_OUTCOMES_DEADWEIGHT,
  ACCORD_OUTCOMES_UNIT_VALUE,
  ACCORD_OUTCOMES_PRICE_YEAR,
  ACCORD_OUTCOMES_SERIES,
  ACCORD_OUTCOMES_ATTRIBUTION,
  ACCORD_OUTCOMES_DISPLACEMENT,
  ACCORD_OUTCOMES_LEAKAGE,
  ACCORD_OUTCOMES_LAG,
  ACCORD_OUTCOMES_DROP_OFF,
  ACCORD_OUTCOMES_LASTS,
  ACCORD_OUTCOMES_GRADE,
  ACCORD_OUTCOMES_CLASS,
  ACCORD_OUTCOMES_TIMING,
  ACCORD_OUTCOMES_CASHABLE,
  ACCORD_OUTCOMES_SCHEDULE,
  ACCORD_OUTCOMES_SOURCE,
  ACCORD_OUTCOMES_SHARES,
};

/* Columns of a calculation: what differs between costs and outcomes stands in the same place. */
enum
{
  ACCORD_CALCULATION_NAME,
  ACCORD_CALCULATION_PAYER,
  ACCORD_CALCULATION_PART,
  ACCORD_CALCULATION_TIMING,
  ACCORD_CALCULATION_CASHABLE,
  ACCORD_CALCULATION_REBASED,
  ACCORD_CALCULATION_MULTIPLE,
  ACCORD_CALCULATION_FIRST,
  ACCORD_CALCULATION_TOTAL,
  ACCORD_CALCULATION_PRESENT,
  ACCORD_CALCULATION_YEARS,
};

/* Rows of the results of a mitigation worksheet, and their column. */
enum
{
  ACCORD_BIAS_EVIDENCED,
  ACCORD_BIAS_UPPER,
  ACCORD_BIAS_LOWER,
  ACCORD_BIAS_MITIGATED,
  ACCORD_BIAS_RATE,
  ACCORD_BIAS_COST,
  ACCORD_BIAS_N_RESULTS,
};

#define ACCORD_BIAS_RESULT 1

/* Rows that every sheet with years begins with, and where its years are. */
enum
{
  ACCORD_BOOK_TITLE_ROW,
  ACCORD_BOOK_NOTE_ROW,
  ACCORD_BOOK_YEAR_ROW,
  ACCORD_BOOK_LABEL_ROW,
  ACCORD_BOOK_FIRST_ROW,
};

#define ACCORD_YEARS_COLUMN 2
#define ACCORD_YEARS_COUNTED_ROW 4
#define ACCORD_ORGANISATIONS_YEARS 9

/* The years of an option that others point to, each a row of its calculation. */
typedef enum
{
  ACCORD_BY_YEAR_COST,
  ACCORD_BY_YEAR_BENEFIT,
  ACCORD_BY_YEAR_CASHABLE,
  ACCORD_BY_YEAR_NET,
  ACCORD_BY_YEAR_CUMULATIVE,
  ACCORD_BY_YEAR_PRESENT_COST,
  ACCORD_BY_YEAR_PRESENT_BENEFIT,
  ACCORD_BY_YEAR_PRESENT_CASHABLE,
  ACCORD_BY_YEAR_PRESENT_NET,
  ACCORD_BY_YEAR_PRESENT_CUMULATIVE,
  ACCORD_N_BY_YEAR,
} AccordBookByYear;

/* The figures of an option, each a row of its calculation: of the option alone, and less what it is measured
 * against. */
typedef enum
{
  ACCORD_BOOK_PVC,
  ACCORD_BOOK_PVB,
  ACCORD_BOOK_NPSV,
  ACCORD_BOOK_BCR,
  ACCORD_BOOK_BAND,
  ACCORD_BOOK_EAC,
  ACCORD_BOOK_PAYBACK,
  ACCORD_BOOK_DISCOUNTED_PAYBACK,
  ACCORD_BOOK_CASHABLE,
  ACCORD_BOOK_ROI,
  ACCORD_BOOK_BUDGET,
  ACCORD_BOOK_CLASS,
  ACCORD_BOOK_CASHABLE_CLASS = ACCORD_BOOK_CLASS + 3,
  ACCORD_BOOK_KIND = ACCORD_BOOK_CASHABLE_CLASS + 3,
  ACCORD_BOOK_COST_TIMING = ACCORD_BOOK_KIND + 3,
  ACCORD_BOOK_BENEFIT_TIMING = ACCORD_BOOK_COST_TIMING + 2,
  ACCORD_BOOK_CASHABLE_TIMING = ACCORD_BOOK_BENEFIT_TIMING + 2,
  ACCORD_BOOK_N_FIGURES = ACCORD_BOOK_CASHABLE_TIMING + 2,
} AccordBookFigure;

#define ACCORD_FIGURES_OWN 1
#define ACCORD_FIGURES_NET 2

/*
 * AccordBookOption: where the lines and figures of an option stand: first rows on the sheets of costs and
 * outcomes, and rows of its calculation.
 */
typedef struct
{
  guint n_costs;
  guint n_outcomes;
  guint costs;
  guint outcomes;
  guint real_costs;
  guint present_costs;
  guint real_outcomes;
  guint present_outcomes;
  guint own;
  guint net;
  guint figures;
  guint positions;
  AccordBookSheet *sheet;
} AccordBookOption;

typedef struct
{
  guint row;
  guint n;
} AccordBookRows;

/* AccordBook: an appraisal's workbook in the making, and where everything in it stands. */
typedef struct
{
  AccordBookFile *file;
  const AccordAppraisalExport *appraisal;
  const AccordCba *cba;
  guint n_years;
  guint n_organisations;
  AccordBookSheet *sheets[ACCORD_BOOK_N_SHEETS];
  AccordBookOption *options;
  AccordRef base_year;
  AccordRef price_year;
  AccordRef horizon;
  AccordBookRows *bands;
  AccordBookRows indices;
  AccordBookRows grades;
  AccordBookRows organisations;
  AccordBookRows option_names;
  AccordBookRows bias_types;
  guint *bias_rows;
  guint rates;
  guint factors;
  guint ratios;
  double **factor_values;
} AccordBook;

AccordBook *accord_book_new (AccordBookFile *file, const AccordAppraisalExport *appraisal);
void accord_book_free (AccordBook *self);
const AccordCbaResult *accord_book_result (const AccordBook *self, guint option);
const AccordCbaOption *accord_book_option (const AccordBook *self, guint option);
guint accord_book_comparator (const AccordBook *self, guint option);
void accord_book_head (AccordBook *self, AccordBookSheet *sheet, guint column, const char *title,
                       const char *note);
char *accord_book_dup_year (const AccordBook *self, guint year);
void accord_book_value (AccordBookSheet *sheet, guint row, guint column, AccordBookStyle style,
                        AccordCbaValue value, const char *formula);
char *accord_book_dup_payback (const AccordBook *self, AccordRef cumulative, AccordRef years,
                               AccordRef costs);

double accord_book_sheet_bias (const AccordBook *self, const AccordCbaCost *cost);

void accord_book_write_assumptions (AccordBook *self);
void accord_book_write_costs (AccordBook *self);
void accord_book_write_outcomes (AccordBook *self);
void accord_book_write_bias (AccordBook *self);
void accord_book_write_years (AccordBook *self);
void accord_book_write_calculation (AccordBook *self, guint option);
void accord_book_write_by_year (AccordBook *self, guint option);
void accord_book_write_figures (AccordBook *self, guint option);
void accord_book_write_organisations (AccordBook *self);
void accord_book_write_summary (AccordBook *self);
void accord_book_write_sensitivity (AccordBook *self);
void accord_book_write_checks (AccordBook *self);

char *accord_book_figure_dup_label (guint figure);
AccordBookStyle accord_book_figure_style (guint figure);
AccordCbaValue accord_book_figure_value (const AccordCbaSums *sums, guint figure);
const char *accord_book_kind_word (AccordCostKind kind);
const char *accord_book_class_word (AccordOutcomeClass outcome_class);
const char *accord_book_timing_word (AccordTiming timing);
const char *accord_book_prices_word (gboolean nominal);
const char *accord_book_yes_word (gboolean yes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBook, accord_book_free)

G_END_DECLS
