/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordExchangeError:
 * @ACCORD_EXCHANGE_ERROR_NOT_TEXT: the file is not a text of rows and columns at all
 * @ACCORD_EXCHANGE_ERROR_EMPTY: there is nothing in it
 * @ACCORD_EXCHANGE_ERROR_LAYOUT: its columns cannot be what was asked for
 * @ACCORD_EXCHANGE_ERROR_DATES: its dates cannot be read without guessing
 * @ACCORD_EXCHANGE_ERROR_CHANGED: it was changed while it was being read
 * @ACCORD_EXCHANGE_ERROR_AGAIN: it has been imported before
 * @ACCORD_EXCHANGE_ERROR_WRITE: a file could not be written
 * @ACCORD_EXCHANGE_ERROR_FACTS: a file of facts says something that cannot be kept
 *
 * Why a whole file is refused. A single bad row is no error; it is reported with its line.
 */
typedef enum
{
  ACCORD_EXCHANGE_ERROR_NOT_TEXT,
  ACCORD_EXCHANGE_ERROR_EMPTY,
  ACCORD_EXCHANGE_ERROR_LAYOUT,
  ACCORD_EXCHANGE_ERROR_DATES,
  ACCORD_EXCHANGE_ERROR_CHANGED,
  ACCORD_EXCHANGE_ERROR_AGAIN,
  ACCORD_EXCHANGE_ERROR_WRITE,
  ACCORD_EXCHANGE_ERROR_FACTS,
} AccordExchangeError;

#define ACCORD_EXCHANGE_ERROR (accord_exchange_error_quark ())

GQuark accord_exchange_error_quark (void);

G_END_DECLS
