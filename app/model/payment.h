/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PAYMENT (accord_payment_get_type ())

/**
 * AccordPayment:
 *
 * Money that left a council or NHS body, as its spend file lists it.
 */
ACCORD_DECLARE_RECORD (AccordPayment, accord_payment, PAYMENT)

G_END_DECLS
