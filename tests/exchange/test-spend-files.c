/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"
#include "spend-finder.h"
#include "spend-preview.h"
#include "support.h"

#include <string.h>

#define UTF8 ACCORD_CHARSET_UTF8
#define WINDOWS ACCORD_CHARSET_WINDOWS_1252

/* What a file must be read as. */
typedef struct
{
  const char *name;
  AccordCharset charset;
  guint header_line;
  const char *headings; /* payee, date, amount, reference, description, service, expense type, paying body */
  guint n_rows;
  guint n_rejected;
  guint n_blank;
  guint n_totals;
  gint64 pence;
  const char *first_date;
  const char *last_date;
  const char *rejected; /* the lines, or their first and last with dots between */
  guint n_redacted;
  guint n_credits;
} Expected;

static const Expected fixtures[] = {
  { "amount-with-blank.csv", UTF8, 1,
    "Supplier name|Date paid|Net amount|Transaction number|-|Service label|Detailed expenditure type|Body "
    "name",
    3, 0, 0, 0, 392960, "2010-12-08", "2010-12-31", "", 0, 0 },
  { "trailing-columns.csv", UTF8, 1,
    "Supplier Name|Date Paid|Net Amount|Transaction Number|-|Service Label|Detailed Expenditure Type|Body "
    "Name",
    2, 0, 0, 0, 11249, "2011-06-14", "2011-06-15", "", 0, 0 },
  { "month-in-words.csv", UTF8, 1,
    "Supplier Name|Date Paid|Net Amount|Transaction Number|-|Service Label|Expenditure Category|Body Name", 2,
    0, 0, 0, 60000, "2012-02-01", "2012-06-15", "", 0, 0 },
  { "camel-case.csv", UTF8, 1,
    "SupplierName|DatePaid|NetAmount|TransactionNumber|-|ServiceLabel|ExpenditureCategory|BodyName", 2, 0, 0,
    0, 10000, "2013-06-20", "2013-07-03", "", 0, 0 },
  { "two-dates.csv", UTF8, 1,
    "Beneficiary Name|Payment Date|Amount|Transaction Number|Purpose|Organisational Unit|Category Internal "
    "Name|"
    "Organisation Label",
    3, 0, 0, 0, 572946, "2020-06-05", "2020-06-24", "", 1, 0 },
  { "title-rows.csv", UTF8, 10,
    "Supplier Name|Invoice Creation Date|Invoice Nett Amount|-|-|Department|Subj Description|Body", 3, 5, 3,
    1, 1139138, "2012-06-08", "2012-06-25", "12,15,16,17,18", 0, 0 },
  { "snake-case.csv", UTF8, 1,
    "supplier_name|paid_date|amount|trans_no|-|organisational_unit|expenditure_category|body_name", 4, 1, 0,
    0, 100050, "2014-01-21", "2014-02-12", "6", 1, 1 },
  { "client-code.csv", UTF8, 1,
    "Supplier Name|Paid Date|Amount|Trans No|-|Service Area|Expenditure Catergory|Client", 2, 0, 0, 0, 64550,
    "2018-01-05", "2018-01-06", "", 0, 0 },
  { "three-amounts.csv", UTF8, 1,
    "Supplier Name|Date of Payment|Net|SAP Document Number|-|Directorate|G/L Description|Authority Name", 3,
    0, 0, 0, 170786, "2013-08-01", "2013-08-30", "", 1, 1 },
  { "three-amounts-renamed.csv", UTF8, 1,
    "Vendor Name|Date of Payment|Net|DocumentNo|-|Service Area|GL Description|Authority Name", 1, 0, 0, 0,
    85836, "2020-12-01", "2020-12-01", "", 0, 0 },
  { "payee-in-id.csv", UTF8, 1, "Supplier ID(T)|Updated|Amount|TransNo|-|-|Cipfsubj(T)|-", 2, 0, 0, 0, 100000,
    "2021-12-03", "2021-12-06", "", 0, 1 },
  { "unnamed-columns.csv", UTF8, 1,
    "Supplier|Transaction Date|Invoice Line Value (net of VAT)|Transaction Number|-|Service|Account|-", 2, 0,
    0, 0, 205501, "2022-09-15", "2022-09-16", "", 0, 0 },
  { "windows-1252.csv", WINDOWS, 1,
    "Supplier Name|Payment Date|Net Amount|Transaction No.|Narrative|Service Label|Expenditure Category|Body "
    "Name",
    2, 0, 0, 0, 245400, "2018-09-19", "2018-09-26", "", 0, 0 },
  { "not-applicable.csv", UTF8, 1,
    "Supplier(Beneficiary) Name|Date|Net Amount|Internal Ref Number|-|Service Area|Expenses "
    "Type|Organisation Name",
    3, 0, 0, 0, 0, "2022-08-02", "2022-08-04", "", 0, 1 },
  { "purchase-cards.csv", UTF8, 1,
    "Supplier (Beneficiary) Name|Payment Date|Net Amount|Transaction Number|Description|Service "
    "Area|Merchant Category|-",
    3, 0, 0, 0, 2899, "2021-09-01", "2021-09-02", "", 0, 0 },
  { "real-duplicates.csv", UTF8, 1,
    "BeneficiaryName|PaymentDate|Amount|TransactionNumber|Purpose|OrganisationalUnit|ProclassLabel|"
    "OrganisationLabel",
    4, 0, 0, 0, 5175, "2025-03-28", "2025-03-31", "", 3, 1 },
  { "long-dates.csv", UTF8, 1, "Supplier|Date|Amount|Transaction number|-|Expense Area|Expense Type|Entity",
    2, 0, 2, 0, 40000000, "2022-04-04", "2022-04-29", "", 0, 0 },
  { "no-reference.csv", UTF8, 1, "Supplier|Date|Amount|-|-|-|Category|-", 2, 0, 0, 0, 135025, "2024-04-01",
    "2024-04-13", "", 0, 0 },
  { "written-amounts.csv", UTF8, 1, "Payee|Payment Date|Amount (£)|Reference|-|-|-|-", 6, 8, 0, 0, -105350,
    "2019-04-01", "2019-04-12", "7,8,9,10,11,12,13,14", 0, 4 },
  { "serial-dates.csv", UTF8, 1, "Payee|Payment Date|Net Amount|-|-|-|-|-", 2, 0, 0, 1, 3000, "2019-04-01",
    "2019-04-02", "", 0, 0 },
  { "serial-and-written-dates.csv", UTF8, 1, "Payee|Payment Date|Net Amount|-|-|-|-|-", 1, 1, 0, 0, 2000,
    "2019-04-02", "2019-04-02", "2", 0, 0 },
  { "byte-order-mark.csv", UTF8, 1, "Supplier Name|Payment Date|Net Amount|-|-|-|-|-", 1, 0, 0, 0, 1000,
    "2019-04-01", "2019-04-01", "", 0, 0 },
  { "one-month-first.csv", UTF8, 1, "Payee|Payment Date|Amount|-|-|-|-|-", 1, 1, 0, 0, 1000, "2019-04-13",
    "2019-04-13", "3", 0, 0 },
  { "semicolons.csv", UTF8, 1, "Payee|Payment Date|Amount|-|Description|-|-|-", 2, 0, 0, 0, 3000,
    "2019-04-01", "2019-04-02", "", 0, 0 },
  { "tabs.csv", UTF8, 1, "Payee|Payment Date|Amount|-|Description|-|-|-", 2, 0, 0, 0, 3000, "2019-04-01",
    "2019-04-02", "", 0, 0 },
  { "broken-quotes.csv", UTF8, 1, "Payee|Payment Date|Amount|-|Description|-|-|-", 3, 2, 0, 0, 8000,
    "2019-04-01", "2019-04-04", "4,8", 0, 0 },
};

/* The real files. The figures come from a reading by another program, row by row, not from this code. */
static const Expected real_files[] = {
  { "cabinetoffice-2022-04.clean.csv", UTF8, 1,
    "Supplier|Date|Amount|Transaction number|-|Expense Area|Expense Type|Entity", 451, 0, 60, 0, 17275409003,
    "2022-04-01", "2022-04-29", "", 0, 0 },
  { "harrogate-2018-09.clean.csv", WINDOWS, 1,
    "Supplier Name|Payment Date|Net Amount|Transaction No.|Narrative|Service Label|Expenditure Category|Body "
    "Name",
    1882, 0, 0, 0, 238800520, "2018-09-03", "2018-09-26", "", 3, 0 },
  { "lambeth-2012-06.csv", UTF8, 10,
    "Supplier Name|Invoice Creation Date|Invoice Nett Amount|-|-|Department|Subj Description|Body", 2516, 639,
    5, 1, 3977594053, "2010-10-20", "2012-06-29", "19..3157", 0, 0 },
  { "leeds-2010-12.raw.head1500.csv", UTF8, 1,
    "Supplier name|Date paid|Net amount|Transaction number|-|Service label|Detailed expenditure type|Body "
    "name",
    1499, 0, 0, 0, 897626581, "2010-11-04", "2010-12-31", "", 0, 8 },
  { "leeds-2020-06.raw.head2500.csv", UTF8, 1,
    "Beneficiary Name|Payment Date|Amount|Transaction Number|Purpose|Organisational Unit|Category Internal "
    "Name|"
    "Organisation Label",
    2499, 0, 0, 0, 1874876421, "2020-04-03", "2020-06-30", "", 118, 61 },
  { "manchester-2022-02.clean.csv", UTF8, 1,
    "Supplier Name|Invoice Payment Date|Net Amount|Transaction Number|-|Service Area|Expenses Type|Body Name",
    3615, 0, 0, 0, 6898311256, "2022-02-01", "2022-02-28", "", 171, 242 },
  { "oxford-2014-q1.csv", UTF8, 1,
    "supplier_name|paid_date|amount|trans_no|-|organisational_unit|expenditure_category|body_name", 3859, 1,
    0, 0, 1341346798, "2014-01-07", "2014-03-28", "3861", 66, 6 },
  { "salford-2013-08.clean.csv", UTF8, 1,
    "Supplier Name|Date of Payment|Net|SAP Document Number|-|Directorate|G/L Description|Authority Name",
    2071, 0, 0, 0, 2966943426, "2013-08-01", "2013-08-30", "", 479, 0 },
  { "trafford-2024-25.head2500.csv", UTF8, 1,
    "BeneficiaryName|PaymentDate|Amount|TransactionNumber|Purpose|OrganisationalUnit|ProclassLabel|"
    "OrganisationLabel",
    2499, 0, 0, 0, 1061357289, "2025-03-27", "2025-03-31", "", 467, 469 },
};

static char *
describe_headings (AccordSpendLayout *layout)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      int index = accord_spend_layout_get_column (layout, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                              index < 0 ? "-" : accord_spend_layout_get_heading (layout, index));
    }
  return g_strdup (text->str);
}

static char *
describe_rejected (GPtrArray *rejections, gboolean ends_only)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rejections->len; i++)
    {
      const AccordRejection *rejection = g_ptr_array_index (rejections, i);

      g_assert_cmpstr (rejection->reason, !=, "");
      if (!ends_only || i == 0 || i + 1 == rejections->len)
        g_string_append_printf (text, "%s%" G_GUINT64_FORMAT,
                                i == 0      ? ""
                                : ends_only ? ".."
                                            : ",",
                                rejection->line);
    }
  return g_strdup (text->str);
}

static void
assert_file (GFile *file, const Expected *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, &error);
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordSpendPreview) preview = NULL;
  g_autofree char *headings = NULL;
  g_autofree char *rejected = NULL;
  guint n_redacted = 0, n_credits = 0;
  gint64 pence = 0;

  g_test_message ("%s", expected->name);
  g_assert_no_error (error);
  g_assert_cmpint (probe->charset, ==, expected->charset);
  layout = accord_spend_find_layout (file, probe, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_spend_layout_get_header_line (layout), ==, expected->header_line);
  headings = describe_headings (layout);
  g_assert_cmpstr (headings, ==, expected->headings);
  preview = accord_spend_preview (file, probe, layout, G_MAXUINT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->tally.n_rows, ==, expected->n_rows);
  g_assert_cmpuint (preview->tally.n_rejected, ==, expected->n_rejected);
  g_assert_cmpuint (preview->tally.n_blank, ==, expected->n_blank);
  g_assert_cmpuint (preview->tally.n_totals, ==, expected->n_totals);
  g_assert_cmpint (preview->tally.pence, ==, expected->pence);
  g_assert_cmpstr (preview->tally.first_date, ==, expected->first_date);
  g_assert_cmpstr (preview->tally.last_date, ==, expected->last_date);
  g_assert_cmpuint (preview->rejections->len, ==, expected->n_rejected);
  rejected = describe_rejected (preview->rejections, strstr (expected->rejected, "..") != NULL);
  g_assert_cmpstr (rejected, ==, expected->rejected);
  g_assert_cmpuint (preview->samples->len, ==, expected->n_rows);
  for (guint i = 0; i < preview->samples->len; i++)
    {
      const AccordSpendSample *sample = g_ptr_array_index (preview->samples, i);

      g_assert_true (accord_date_is_iso (sample->date));
      g_assert_cmpstr (sample->texts[ACCORD_SPEND_PAYEE], !=, "");
      n_redacted += sample->redacted;
      n_credits += sample->pence < 0;
      pence += sample->pence;
    }
  g_assert_cmpuint (n_redacted, ==, expected->n_redacted);
  g_assert_cmpuint (n_credits, ==, expected->n_credits);
  g_assert_cmpint (pence, ==, expected->pence);
}

static void
test_fixtures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GFile) file = test_fixture (fixtures[i].name);

      assert_file (file, &fixtures[i]);
    }
}

static void
test_real (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = g_build_filename ("data", "payments", real_files[i].name, NULL);
      g_autoptr (GFile) file = test_shared (path);

      if (file == NULL)
        {
          g_test_skip ("the real spend files are not here");
          return;
        }
      assert_file (file, &real_files[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-files/fixtures", test_fixtures);
  g_test_add_func ("/spend-files/real", test_real);
  return g_test_run ();
}
