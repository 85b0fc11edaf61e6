/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/tornado-words.h"

#include "appraisal/cell-text.h"
#include "cba-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More bars are no picture. */
#define MOST_BARS 12

/**
 * accord_input_words_dup_name:
 * @cba: an analysis
 * @input: one of its typed numbers
 *
 * Returns: (transfer full): which number it is: “Fewer admissions: Engagement”
 */
char *
accord_input_words_dup_name (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option =
      input->option != ACCORD_CBA_NONE ? cba->options->pdata[input->option] : NULL;
  const char *field = accord_cba_field_get_label (input->field), *line;

  if (option == NULL || input->line == ACCORD_CBA_NONE)
    return g_strdup (field);
  line = input->is_outcome ? ((const AccordCbaOutcome *) option->outcomes->pdata[input->line])->name
                           : ((const AccordCbaCost *) option->costs->pdata[input->line])->name;
  /* Translators: a line of an appraisal, and one of its numbers. */
  return g_strdup_printf (_ ("%s: %s"), line != NULL ? line : "", field);
}

/* Tried values are not exact: four digits tell enough. */
static AccordDecimal
rounded (double value, double to)
{
  AccordDecimal decimal = 0;

  accord_decimal_from_double (floor (value / to + 0.5) * to, &decimal);
  return decimal;
}

/**
 * accord_input_words_dup_value:
 * @input: a typed number
 * @value: what it is tried at
 *
 * Returns: (transfer full): the value as people write it
 */
char *
accord_input_words_dup_value (const AccordCbaInput *input, double value)
{
  switch (input->field)
    {
    case ACCORD_CBA_FIELD_AMOUNT:
      {
        g_autofree char *part = accord_cell_dup_rate (rounded (value, 0.001));

        /* Translators: %s is a part in per cent: amounts of a line, as a part of what was typed. */
        return g_strdup_printf (_ ("%s of it"), part);
      }
    case ACCORD_CBA_FIELD_UNIT_VALUE:
      {
        g_autofree char *sum = accord_cell_dup_money (accord_cba_pence (value));

        return g_strdup_printf ("£%s", sum);
      }
    case ACCORD_CBA_FIELD_NEED:
      return accord_cell_dup_number (rounded (value, value < 100 ? 0.1 : 1));
    case ACCORD_CBA_FIELD_LAG:
    case ACCORD_CBA_FIELD_LASTS:
    case ACCORD_CBA_FIELD_GRADE:
    case ACCORD_CBA_FIELD_HORIZON:
      return accord_cell_dup_number (rounded (value, 1));
    default:
      return accord_cell_dup_rate (rounded (value, 0.001));
    }
}

static double
reach (const AccordSwing *swing)
{
  return fabs (swing->npsv_high - swing->npsv_low);
}

static int
compare_swings (gconstpointer a, gconstpointer b)
{
  double one = reach (a), other = reach (b);

  return (one < other) - (one > other);
}

/**
 * accord_tornado_words_new_chart:
 * @cba: an analysis
 * @npsv: what it comes to, in pence
 * @swings: (nullable) (element-type AccordSwing): each input changed alone; sorted by this
 *
 * Returns: (transfer full): a picture of those that matter most
 */
AccordChart *
accord_tornado_words_new_chart (const AccordCba *cba, double npsv, GArray *swings)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (AccordTornadoBar));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (swings != NULL)
    g_array_sort (swings, compare_swings);
  for (guint i = 0; swings != NULL && i < swings->len && bars->len < MOST_BARS; i++)
    {
      const AccordSwing *swing = &g_array_index (swings, AccordSwing, i);
      AccordTornadoBar bar = { .npsv_low = swing->npsv_low, .npsv_high = swing->npsv_high };

      if (reach (swing) < 1)
        continue;
      g_ptr_array_add (words, accord_input_words_dup_name (cba, &swing->input));
      bar.name = words->pdata[words->len - 1];
      g_ptr_array_add (words, accord_input_words_dup_value (&swing->input, swing->low));
      bar.low = words->pdata[words->len - 1];
      g_ptr_array_add (words, accord_input_words_dup_value (&swing->input, swing->high));
      bar.high = words->pdata[words->len - 1];
      if (swing->switching.defined == ACCORD_DEFINED)
        {
          g_ptr_array_add (words, accord_input_words_dup_value (&swing->input, swing->switching.value));
          bar.switching = words->pdata[words->len - 1];
        }
      g_array_append_val (bars, bar);
    }
  return accord_tornado_chart_new (npsv, (const AccordTornadoBar *) (gconstpointer) bars->data, bars->len);
}
