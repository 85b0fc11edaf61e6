/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payment.h"

#include "category.h"
#include "reader.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordPayment, accord_payment)

static const AccordField fields[] = {
  { "payee", TEXT, N_ ("Paid to"), REQUIRED | TITLE | SEARCHED | LISTED | INDEXED },
  { "date", DATE, N_ ("Date"), REQUIRED | LISTED | INDEXED },
  { "amount", MONEY, N_ ("Amount"), REQUIRED | LISTED | INDEXED | SIGNED,
    .hint = N_ ("Money that came back is below nought") },
  { "fund", REFERENCE, N_ ("Fund"), LISTED | INDEXED, .target = "fund", .through = "allocation" },
  { "allocation", REFERENCE, N_ ("Allocation"), LISTED | INDEXED, .target = "allocation" },
  { "organisation", REFERENCE, N_ ("Payee in the register"), INDEXED | OVERRULED, .target = "organisation",
    .through = "allocation" },
  { "reference", TEXT, N_ ("Reference"), SEARCHED | LISTED | INDEXED, .hint = N_ ("Transaction number") },
  { "description", TEXT, N_ ("Description"), SEARCHED | LISTED },
  { "service", TEXT, N_ ("Service area"), .hint = N_ ("Directorate or department") },
  { "expense-type", TEXT, N_ ("Type of expense") },
  { "paying-body", TEXT, N_ ("Paid by"), LISTED },
  { "category", CHOICE, N_ ("Category"), OVERRULED, .choices = accord_category_choices,
    .through = "allocation", .hint = N_ ("Where an allocation is given, its category counts") },
  { "redacted", BOOLEAN, N_ ("Payee redacted") },
  { "line", COUNT, N_ ("Line in the file"), FACT },
};

static gboolean
accord_payment_check (AccordRecord *self, AccordReader *reader, GError **error)
{
  gint64 allocation = accord_record_get_int (self, "allocation");
  gint64 fund = accord_record_get_int (self, "fund");
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GError) failure = NULL;

  if (allocation == ACCORD_UNKNOWN || fund == ACCORD_UNKNOWN)
    return TRUE;

  rows = accord_reader_query (reader, "SELECT 1 FROM \"allocation\" WHERE id = ?1 AND \"fund\" <> ?2", error);
  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, allocation);
  accord_rows_bind_int (rows, 2, fund);
  if (accord_rows_next (rows, &failure))
    return accord_validation_fail (self, "allocation", error, _ ("This is an allocation of another fund."));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

static void
accord_payment_class_init (AccordPaymentClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->check = accord_payment_check;
  accord_record_class_describe (record_class, "payment", N_ ("Payment"), N_ ("Payments"),
                                N_ ("Add a payment"), fields, G_N_ELEMENTS (fields));
}
