/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordBaseError:
 * @ACCORD_BASE_ERROR_MONEY: text that is not a sum of money
 * @ACCORD_BASE_ERROR_DATE: text that is not a date
 * @ACCORD_BASE_ERROR_YEAR: text that is not a financial year
 * @ACCORD_BASE_ERROR_RANGE: a value beyond what can be kept
 *
 * What can be wrong with a value that a person or a file supplies. Each message is one sentence that says
 * what was read and what was expected.
 */
typedef enum
{
  ACCORD_BASE_ERROR_MONEY,
  ACCORD_BASE_ERROR_DATE,
  ACCORD_BASE_ERROR_YEAR,
  ACCORD_BASE_ERROR_RANGE,
} AccordBaseError;

#define ACCORD_BASE_ERROR (accord_base_error_quark ())

GQuark accord_base_error_quark (void);

G_END_DECLS
