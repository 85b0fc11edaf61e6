/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-heading.h"

#include <string.h>

static void
test_normalise (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = { { "Supplier name ", "supplier name" },
                { "BeneficiaryName", "beneficiary name" },
                { "IrrecoverableVATAmount", "irrecoverable vat amount" },
                { "OrganisationURI", "organisation uri" },
                { "body_name", "body name" },
                { "Capital/ Revenue", "capital revenue" },
                { "Supplier(Beneficiary) Name", "supplier beneficiary name" },
                { "Supplier ID(T)", "supplier id t" },
                { "Amount (£)", "amount" },
                { "\302\240Net\302\240Amount", "net amount" },
                { "#", "" },
                { "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = accord_spend_heading_normalise (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The best reading of a heading by its name alone, or N_COLUMNS for none worth having. */
static AccordSpendColumn
best_column (const char *text)
{
  g_autofree char *heading = accord_spend_heading_normalise (text, strlen (text));
  AccordSpendColumn best = ACCORD_SPEND_N_COLUMNS;
  guint best_score = 0;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (accord_spend_heading_score (heading, i) > best_score)
      {
        best = i;
        best_score = accord_spend_heading_score (heading, i);
      }
  return best;
}

/* The headings of twenty councils. */
static void
test_columns (void)
{
  static const struct
  {
    AccordSpendColumn column;
    const char *headings[24];
  } cases[] = {
    { ACCORD_SPEND_PAYEE,
      { "Supplier name", "SupplierName", "supplier_name", "Vendor Name", "Beneficiary Name",
        "BeneficiaryName", "Supplier(Beneficiary) Name", "Supplier (Beneficiary) Name", "Supplier", "Payee",
        "Supplier ID(T)", "Merchant Name", "Payee Name", "Paid to" } },
    { ACCORD_SPEND_DATE,
      { "Date paid", "Payment Date", "PaymentDate", "paid_date", "Paid Date", "Date of Payment",
        "Invoice Payment Date", "Invoice Creation Date", "Transaction Date", "Date", "Updated",
        "Effective Date", "DatePaid" } },
    { ACCORD_SPEND_AMOUNT,
      { "Net amount", "NetAmount", "amount", "Net", "Gross", "Invoice Nett Amount",
        "Invoice Line Value (net of VAT)", "Amount (£)", "Amount excl VAT", "Total", "Net Amount £",
        "Sum of Invoice Nett Amount" } },
    { ACCORD_SPEND_REFERENCE,
      { "Transaction number", "TransactionNumber", "trans_no", "Trans No", "TransNo", "SAP Document Number",
        "DocumentNo", "Transaction No.", "Internal Ref Number", "Invoice Number", "Reference",
        "Payment Reference" } },
    { ACCORD_SPEND_DESCRIPTION, { "Narrative", "Purpose", "Description", "Invoice Description", "Details" } },
    { ACCORD_SPEND_SERVICE,
      { "Service label", "Service Area", "ServiceLabel", "Directorate", "Directotate", "Department",
        "organisational_unit", "OrganisationalUnit", "Organisational Unit", "Service", "Expense Area",
        "Service Division Label", "Service divison label" } },
    { ACCORD_SPEND_EXPENSE_TYPE,
      { "Expenditure category", "expenditure_category", "Expenditure Catergory", "Expenses Type",
        "Expense Type", "Detailed expenditure type", "G/L Description", "GL Description", "Subj Description",
        "Category Internal Name", "ProclassLabel", "Account", "Cipfsubj(T)", "Merchant Category" } },
    { ACCORD_SPEND_PAYING_BODY,
      { "Body name", "Body Name", "BodyName", "body_name", "Body", "Authority Name", "Organisation Label",
        "OrganisationLabel", "Organisation Name", "Entity", "Client", "Departmental Family", "Paid by" } },
    { ACCORD_SPEND_N_COLUMNS,
      { "Irrecoverable VAT", "IrrecoverableVATAmount", "VAT", "Capital or revenue", "caporrev",
        "Capital/ Revenue", "Expenditure Code", "Service Code", "OrganisationURI", "Body (URI)", "#",
        "Period", "Seq no", "ProfitCentreCode", "Procurement Card", "VATRegistrationNumber",
        "Bal Sheet Level 1", "Month", "" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (cases[i].headings) && cases[i].headings[j] != NULL; j++)
      {
        g_test_message ("%s", cases[i].headings[j]);
        g_assert_cmpint (best_column (cases[i].headings[j]), ==, cases[i].column);
      }
}

static guint
score (const char *text, AccordSpendColumn column)
{
  g_autofree char *heading = accord_spend_heading_normalise (text, strlen (text));

  return accord_spend_heading_score (heading, column);
}

static void
test_preferences (void)
{
  static const struct
  {
    AccordSpendColumn column;
    const char *better;
    const char *worse;
  } cases[] = {
    { ACCORD_SPEND_AMOUNT, "Net", "Gross" },
    { ACCORD_SPEND_AMOUNT, "Net Amount", "Amount" },
    { ACCORD_SPEND_AMOUNT, "Amount", "Gross Amount" },
    { ACCORD_SPEND_AMOUNT, "Amount excluding VAT", "Amount including VAT" },
    { ACCORD_SPEND_AMOUNT, "Gross", "VAT" },
    { ACCORD_SPEND_DATE, "Payment Date", "Effective Date" },
    { ACCORD_SPEND_DATE, "Payment Date", "Invoice Date" },
    { ACCORD_SPEND_DATE, "Date Paid", "Date" },
    { ACCORD_SPEND_PAYEE, "Supplier Name", "Supplier ID" },
    { ACCORD_SPEND_PAYEE, "BeneficiaryName", "BeneficiaryOtherID" },
    { ACCORD_SPEND_PAYEE, "Paid to", "Payee redacted" },
    { ACCORD_SPEND_REFERENCE, "Transaction Number", "Invoice Number" },
    { ACCORD_SPEND_PAYING_BODY, "Body name", "Body" },
    { ACCORD_SPEND_PAYING_BODY, "Entity", "Departmental Family" },
    { ACCORD_SPEND_EXPENSE_TYPE, "Detailed expenditure type", "Expenditure category" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s before %s", cases[i].better, cases[i].worse);
      g_assert_cmpuint (score (cases[i].better, cases[i].column), >, score (cases[i].worse, cases[i].column));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-heading/normalise", test_normalise);
  g_test_add_func ("/spend-heading/columns", test_columns);
  g_test_add_func ("/spend-heading/preferences", test_preferences);
  return g_test_run ();
}
