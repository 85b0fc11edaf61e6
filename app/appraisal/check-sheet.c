/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-faults.h"

/**
 * accord_cba_is_whole:
 * @sum: of shares
 * @n: how many
 *
 * Returns: whether it is the whole; shares that were rounded to their last place may each be off by that
 */
gboolean
accord_cba_is_whole (AccordDecimal sum, guint n)
{
  return ABS (sum - ACCORD_DECIMAL_ONE) <= n;
}

static void
check_mitigations (AccordCbaChecker *self, const AccordBiasSheet *sheet)
{
  AccordDecimal sum = 0;

  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      const AccordMitigation *done = g_ptr_array_index (sheet->mitigations, i);

      accord_cba_checker_part (self, ACCORD_CBA_FIELD_WORKSHEET, done->share);
      accord_cba_checker_part (self, ACCORD_CBA_FIELD_WORKSHEET, done->mitigated);
      sum += CLAMP (done->share, 0, ACCORD_DECIMAL_ONE);
      if (done->cost < 0)
        accord_cba_checker_add (self, ACCORD_FAULT_NEGATIVE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR,
                                (double) done->cost);
      if (done->cost > ACCORD_CBA_LARGEST)
        accord_cba_checker_add (self, ACCORD_FAULT_TOO_LARGE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR,
                                (double) done->cost);
    }
  if (sum > ACCORD_DECIMAL_ONE && !accord_cba_is_whole (sum, sheet->mitigations->len))
    accord_cba_checker_add_decimal (self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, sum);
}

/**
 * accord_cba_checker_sheet:
 * @self: the checker, at a cost
 * @sheet: its worksheet
 */
void
accord_cba_checker_sheet (AccordCbaChecker *self, const AccordBiasSheet *sheet)
{
  const AccordBiasTable *table = self->cba->bias;
  AccordDecimal sum = 0;
  gboolean known = TRUE;

  for (guint i = 0; i < sheet->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (sheet->works, i);

      accord_cba_checker_part (self, ACCORD_CBA_FIELD_WORKSHEET, work->share);
      sum += CLAMP (work->share, 0, ACCORD_DECIMAL_ONE);
      known = known && table != NULL && accord_bias_table_find (table, work->code) != NULL;
    }
  if (!known)
    accord_cba_checker_add (self, ACCORD_FAULT_BIAS_CODE, ACCORD_CBA_FIELD_WORKSHEET, ACCORD_NO_YEAR, 0);
  if (!accord_cba_is_whole (sum, sheet->works->len))
    accord_cba_checker_add_decimal (self, ACCORD_FAULT_BIAS_SHARES, ACCORD_CBA_FIELD_WORKSHEET, sum);
  check_mitigations (self, sheet);
}
