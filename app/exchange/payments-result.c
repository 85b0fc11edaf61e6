/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-import.h"

G_DEFINE_BOXED_TYPE (AccordPaymentsResult, accord_payments_result, accord_payments_result_copy,
                     accord_payments_result_free)

/**
 * accord_payments_result_copy:
 * @self: a result
 *
 * Returns: (transfer full): another that says the same
 */
AccordPaymentsResult *
accord_payments_result_copy (const AccordPaymentsResult *self)
{
  AccordPaymentsResult *copy = g_new (AccordPaymentsResult, 1);

  *copy = *self;
  copy->rejected = g_ptr_array_ref (self->rejected);
  return copy;
}

/**
 * accord_payments_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
accord_payments_result_free (AccordPaymentsResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rejected);
  g_free (self);
}
