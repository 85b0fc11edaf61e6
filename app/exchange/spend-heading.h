/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordSpendColumn:
 * @ACCORD_SPEND_PAYEE: who was paid
 * @ACCORD_SPEND_DATE: when
 * @ACCORD_SPEND_AMOUNT: how much, net of VAT where the file says so
 * @ACCORD_SPEND_REFERENCE: the transaction's number
 * @ACCORD_SPEND_DESCRIPTION: what for, in words
 * @ACCORD_SPEND_SERVICE: the service or directorate that paid
 * @ACCORD_SPEND_EXPENSE_TYPE: the sort of expense
 * @ACCORD_SPEND_PAYING_BODY: the council or body that paid
 *
 * What a column of a spend file can be read as. The first three are needed.
 */
typedef enum
{
  ACCORD_SPEND_PAYEE,
  ACCORD_SPEND_DATE,
  ACCORD_SPEND_AMOUNT,
  ACCORD_SPEND_REFERENCE,
  ACCORD_SPEND_DESCRIPTION,
  ACCORD_SPEND_SERVICE,
  ACCORD_SPEND_EXPENSE_TYPE,
  ACCORD_SPEND_PAYING_BODY,
} AccordSpendColumn;

#define ACCORD_SPEND_N_COLUMNS (ACCORD_SPEND_PAYING_BODY + 1)

const char *accord_spend_column_get_name (AccordSpendColumn column);
const char *accord_spend_column_get_label (AccordSpendColumn column);

char *accord_spend_heading_normalise (const char *text, gsize len);
guint accord_spend_heading_score (const char *heading, AccordSpendColumn column);
gboolean accord_spend_heading_is_net (const char *heading);
gboolean accord_spend_heading_is_gross (const char *heading);

G_END_DECLS
