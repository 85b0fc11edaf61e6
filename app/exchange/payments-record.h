/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"
#include "spend-row.h"

G_BEGIN_DECLS

/**
 * AccordPaymentFields:
 * @kind: the kind of payments
 *
 * Where the fields of a payment are, looked up once for a whole import.
 */
typedef struct
{
  const AccordKind *kind;
  guint texts[ACCORD_SPEND_N_COLUMNS];
  guint redacted;
  guint line;
  guint fund;
  guint source;
} AccordPaymentFields;

/* What is the same for all payments of one import. */
typedef struct
{
  const char *paying_body;
  gint64 fund;
  gint64 source;
} AccordPaymentDefaults;

void accord_payment_fields_init (AccordPaymentFields *self, const AccordKind *kind);
void accord_payment_fields_fill (const AccordPaymentFields *self, const AccordSpendRow *row,
                                 const AccordPaymentDefaults *defaults, AccordRecord *record);
gboolean accord_payment_fields_overwrite (const AccordPaymentFields *self, const AccordSpendRow *row,
                                          const AccordPaymentDefaults *defaults, AccordRecord *record);

guint64 accord_payment_row_content (const AccordSpendRow *row, const AccordPaymentDefaults *defaults);
guint64 accord_payment_record_content (const AccordPaymentFields *self, AccordRecord *record);
guint64 accord_payment_row_likeness (const AccordSpendRow *row, const AccordPaymentDefaults *defaults);
guint64 accord_payment_record_likeness (const AccordPaymentFields *self, AccordRecord *record);

G_END_DECLS
