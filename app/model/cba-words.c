/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-words.h"

#include "cba-numbers.h"
#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>

static const char *const figures[ACCORD_N_FIGURES] = {
  [ACCORD_FIGURE_PVC] = N_ ("Present value of costs"),
  [ACCORD_FIGURE_PVB] = N_ ("Present value of benefits"),
  [ACCORD_FIGURE_NPSV] = N_ ("Net present social value"),
  [ACCORD_FIGURE_BCR] = N_ ("Benefit–cost ratio"),
  [ACCORD_FIGURE_NPC] = N_ ("Net present cost"),
  [ACCORD_FIGURE_EAC] = N_ ("Equivalent annual cost"),
  [ACCORD_FIGURE_PAYBACK] = N_ ("Payback"),
  [ACCORD_FIGURE_DISCOUNTED_PAYBACK] = N_ ("Discounted payback"),
  [ACCORD_FIGURE_CASHABLE] = N_ ("Present value of cashable benefits"),
  [ACCORD_FIGURE_ROI] = N_ ("Financial return on investment"),
  [ACCORD_FIGURE_BUDGET_IMPACT] = N_ ("Net present budget impact"),
  [ACCORD_FIGURE_CLASS] = N_ ("Present value of benefits of a class"),
  [ACCORD_FIGURE_KIND] = N_ ("Present value of costs of a kind"),
  [ACCORD_FIGURE_YEAR_COST] = N_ ("Costs of a year"),
  [ACCORD_FIGURE_YEAR_BENEFIT] = N_ ("Benefits of a year"),
  [ACCORD_FIGURE_YEAR_CUMULATIVE] = N_ ("Cumulative position"),
  [ACCORD_FIGURE_POSITION_COST] = N_ ("What an organisation pays"),
  [ACCORD_FIGURE_POSITION_BENEFIT] = N_ ("What an organisation gains"),
  [ACCORD_FIGURE_POSITION_NET] = N_ ("Net position of an organisation"),
  [ACCORD_FIGURE_POSITION_DEEPEST] = N_ ("Lowest cumulative position of an organisation"),
  [ACCORD_FIGURE_LINE] = N_ ("Present value of a line"),
  [ACCORD_FIGURE_LINE_YEAR] = N_ ("A line in a year"),
};

static const char *const fields[ACCORD_CBA_N_FIELDS] = {
  [ACCORD_CBA_FIELD_NONE] = N_ ("Nothing"),
  [ACCORD_CBA_FIELD_AMOUNT] = N_ ("Amounts"),
  [ACCORD_CBA_FIELD_BIAS] = N_ ("Optimism bias"),
  [ACCORD_CBA_FIELD_MITIGATED] = N_ ("Bias mitigated"),
  [ACCORD_CBA_FIELD_NEED] = N_ ("Population in need"),
  [ACCORD_CBA_FIELD_ENGAGEMENT] = N_ ("Engagement"),
  [ACCORD_CBA_FIELD_IMPACT] = N_ ("Impact"),
  [ACCORD_CBA_FIELD_DEADWEIGHT] = N_ ("Deadweight"),
  [ACCORD_CBA_FIELD_UNIT_VALUE] = N_ ("Unit value"),
  [ACCORD_CBA_FIELD_ATTRIBUTION] = N_ ("Attribution"),
  [ACCORD_CBA_FIELD_DISPLACEMENT] = N_ ("Displacement"),
  [ACCORD_CBA_FIELD_LEAKAGE] = N_ ("Leakage"),
  [ACCORD_CBA_FIELD_LAG] = N_ ("Years before it begins"),
  [ACCORD_CBA_FIELD_DROP_OFF] = N_ ("Drop-off"),
  [ACCORD_CBA_FIELD_LASTS] = N_ ("Years it lasts"),
  [ACCORD_CBA_FIELD_PHASING] = N_ ("Phasing"),
  [ACCORD_CBA_FIELD_GRADE] = N_ ("Confidence grade"),
  [ACCORD_CBA_FIELD_CASHABLE] = N_ ("Cashable"),
  [ACCORD_CBA_FIELD_SHARE] = N_ ("Share of who gains"),
  [ACCORD_CBA_FIELD_PRICE_YEAR] = N_ ("Prices of"),
  [ACCORD_CBA_FIELD_SCHEDULE] = N_ ("Discount schedule"),
  [ACCORD_CBA_FIELD_SERIES] = N_ ("Price series"),
  [ACCORD_CBA_FIELD_ORGANISATION] = N_ ("Organisation"),
  [ACCORD_CBA_FIELD_GROUP] = N_ ("Lines that move together"),
  [ACCORD_CBA_FIELD_WORKSHEET] = N_ ("Mitigation worksheet"),
  [ACCORD_CBA_FIELD_SPREAD] = N_ ("Uncertainty"),
  [ACCORD_CBA_FIELD_RATE] = N_ ("Discount rate"),
  [ACCORD_CBA_FIELD_HORIZON] = N_ ("Years counted"),
};

/**
 * accord_figure_get_label:
 * @figure: a figure
 *
 * Returns: what people call it
 */
const char *
accord_figure_get_label (AccordFigure figure)
{
  g_return_val_if_fail (figure < ACCORD_N_FIGURES, "");
  return _ (figures[figure]);
}

/**
 * accord_cba_field_get_label:
 * @field: a typed number
 *
 * Returns: what people call it
 */
const char *
accord_cba_field_get_label (AccordCbaField field)
{
  g_return_val_if_fail (field < ACCORD_CBA_N_FIELDS, "");
  return _ (fields[field]);
}

/**
 * accord_undefined_get_words:
 * @defined: why a figure is no number
 *
 * Returns: that in a few words; "" where it is one
 */
const char *
accord_undefined_get_words (AccordDefined defined)
{
  switch (defined)
    {
    case ACCORD_UNDEFINED_NO_COSTS:
      return _ ("not defined: there are no costs");
    case ACCORD_UNDEFINED_NET_SAVER:
      return _ ("not defined: it costs less than what it is measured against");
    case ACCORD_UNDEFINED_NEVER:
      return _ ("never within the years counted");
    case ACCORD_UNDEFINED_NOTHING_PAID:
      return _ ("there is nothing to pay back");
    case ACCORD_UNDEFINED_NO_EFFECT:
      return _ ("no value of it gets there");
    case ACCORD_DEFINED:
    default:
      return "";
    }
}

/**
 * accord_money_band_get_label:
 * @band: a value-for-money band
 *
 * Returns: what people call it
 */
const char *
accord_money_band_get_label (AccordMoneyBand band)
{
  switch (band)
    {
    case ACCORD_VFM_VERY_POOR:
      return _ ("Very poor");
    case ACCORD_VFM_POOR:
      return _ ("Poor");
    case ACCORD_VFM_LOW:
      return _ ("Low");
    case ACCORD_VFM_MEDIUM:
      return _ ("Medium");
    case ACCORD_VFM_HIGH:
      return _ ("High");
    case ACCORD_VFM_VERY_HIGH:
      return _ ("Very high");
    case ACCORD_VFM_NOT_DEFINED:
    default:
      return _ ("Not defined");
    }
}

/**
 * accord_cba_year_dup_label:
 * @cba: an analysis
 * @year: counted from 0
 *
 * Returns: (transfer full): the financial year, `2018/19`, or where years are only numbered `year 1`
 */
char *
accord_cba_year_dup_label (const AccordCba *cba, guint year)
{
  /* A financial year is written with four digits. */
  if (cba->base_year == ACCORD_NO_YEAR || cba->base_year < 0 || cba->base_year + (gint64) year > 9998)
    return g_strdup_printf (_ ("year %u"), year);
  return accord_financial_year_format (cba->base_year + (int) year);
}

/**
 * accord_cba_value_dup_display:
 * @cba: the analysis it is of
 * @value: a value
 * @unit: what it is counted in
 *
 * Returns: (transfer full): it as people read it, rounded once; in words where it is no number
 */
char *
accord_cba_value_dup_display (const AccordCba *cba, AccordCbaValue value, AccordTraceUnit unit)
{
  if (value.defined != ACCORD_DEFINED)
    return g_strdup (accord_undefined_get_words (value.defined));
  switch (unit)
    {
    case ACCORD_UNIT_PENCE:
      return accord_money_format (accord_cba_pence (value.value), ACCORD_MONEY_FULL);
    case ACCORD_UNIT_RATIO:
      return accord_number_format_places (value.value, 2);
    case ACCORD_UNIT_RATE:
      return accord_rate_format (value.value);
    case ACCORD_UNIT_YEAR:
      return accord_cba_year_dup_label (cba, (guint) CLAMP (value.value, 0, G_MAXINT));
    case ACCORD_UNIT_FACTOR:
      return accord_number_format (value.value, 6);
    case ACCORD_UNIT_COUNT:
    case ACCORD_UNIT_INDEX:
    default:
      return accord_number_format (value.value, 9);
    }
}
