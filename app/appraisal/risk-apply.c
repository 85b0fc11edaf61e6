/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "uncertainty.h"

/**
 * accord_cba_apply:
 * @cba: a CBA
 * @changes: (array length=n_changes): what is changed, one after the other
 * @n_changes: how many
 *
 * Changes are made whether or not what comes of them is sound; accord_cba_check() says what is wrong with it.
 *
 * Returns: (transfer full) (nullable): a changed copy; %NULL where a change is of a number that the CBA does
 * not have, or to what cannot be written down as one
 */
AccordCba *
accord_cba_apply (const AccordCba *cba, const AccordScenarioChange *changes, guint n_changes)
{
  g_autoptr (AccordCba) copy = accord_cba_copy (cba);

  for (guint i = 0; i < n_changes; i++)
    {
      const AccordScenarioChange *change = &changes[i];
      double value;

      if (!accord_cba_input_get (copy, &change->input, &value)
          || !accord_cba_input_put (copy, &change->input,
                                    change->relative ? value * change->value : change->value))
        return NULL;
    }
  return g_steal_pointer (&copy);
}
