/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"
#include "exchange-error.h"
#include "money.h"
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

/* Every field of a few rows, after tidying and conversion. */
static void
test_fields (void)
{
  static const struct
  {
    const char *file;
    guint index;
    guint line;
    const char *fields;
  } cases[] = {
    { "amount-with-blank.csv", 2, 4,
      "Marsh & Sons (Tiles)|2010-12-08|78080|1012-00003||East|Other Materials|Alderbrook Homes" },
    { "trailing-columns.csv", 1, 3,
      "Bloom, Leaf & Co|2011-06-15|9999|1106-2||Central|Plants|Alderbrook City Council" },
    { "windows-1252.csv", 0, 2,
      "MID´TON GROUPED PARISH COUNCIL|2018-09-26|173000|5224591|“First” instalment – "
      "paid|Corporate|Employees|"
      "Spa Borough Council" },
    { "windows-1252.csv", 1, 3,
      "CAFÉ ROUGE © £5 LUNCH|2018-09-19|72400|4706536|PQ Dr A 201 8|Corporate|Supplies|Spa Borough Council" },
    { "byte-order-mark.csv", 0, 2, "Naïve Café|2019-04-01|1000|||||" },
    { "semicolons.csv", 0, 2, "Alpha, Beta & Co|2019-04-01|1000||one, two|||" },
    { "semicolons.csv", 1, 3, "Gamma Ltd|2019-04-02|2000||three; four|||" },
    { "broken-quotes.csv", 0, 2, "Alpha \"A\" Ltd|2019-04-01|1000||two lines|||" },
    { "broken-quotes.csv", 1, 5, "Gamma, Ltd|2019-04-03|3000||12\" pipe|||" },
    { "broken-quotes.csv", 2, 6, "Delta Ltd|2019-04-04|4000||closed and more|||" },
    { "snake-case.csv", 2, 4,
      "FRIENDS OF THE MEADOW|2014-02-11|-5200|46280236_2||HRA|Special Events|Castleford City Council" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = test_fixture (cases[i].file);
      g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
      g_autoptr (AccordSpendLayout) layout = accord_spend_find_layout (file, probe, NULL, NULL);
      g_autoptr (AccordSpendPreview) preview =
          accord_spend_preview (file, probe, layout, 10, NULL, NULL, NULL, NULL);
      const AccordSpendSample *sample = g_ptr_array_index (preview->samples, cases[i].index);
      g_autofree char *fields =
          g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%s|%s|%s|%s|%s", sample->texts[ACCORD_SPEND_PAYEE],
                           sample->date, sample->pence, sample->texts[ACCORD_SPEND_REFERENCE],
                           sample->texts[ACCORD_SPEND_DESCRIPTION], sample->texts[ACCORD_SPEND_SERVICE],
                           sample->texts[ACCORD_SPEND_EXPENSE_TYPE], sample->texts[ACCORD_SPEND_PAYING_BODY]);

      g_assert_cmpstr (fields, ==, cases[i].fields);
      g_assert_cmpuint (sample->line, ==, cases[i].line);
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *file;
    guint line;
    const char *says;
  } cases[] = {
    { "title-rows.csv", 12, "The date and the amount are run together in “25/06/2012900”." },
    { "title-rows.csv", 15,
      "The date is run together with other fields in “Learning High/Academy2129/05/2012740”." },
    { "title-rows.csv", 16, "The date is run together with other fields in “Lock2212/06/2012”." },
    { "title-rows.csv", 17, "The row has no date." },
    { "title-rows.csv", 18, "The row is cut short: it has 3 fields of 6." },
    { "written-amounts.csv", 7, "“1,23” is not an amount: its commas do not part groups of three figures." },
    { "written-amounts.csv", 8, "The row has no amount." },
    { "written-amounts.csv", 9, "“N/A” is not an amount." },
    { "written-amounts.csv", 10, "“1.005” is not a whole number of pence." },
    { "written-amounts.csv", 11, "The row has no payee." },
    { "written-amounts.csv", 12, "“31/04/2019” is not a date." },
    { "written-amounts.csv", 13, "The year of 1219-04-11 cannot be right." },
    { "one-month-first.csv", 3, "“04/25/2019” is not a date with the day first: there is no such month." },
    { "broken-quotes.csv", 4, "A quotation mark opens a field and nothing closes it." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = test_fixture (cases[i].file);
      g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
      g_autoptr (AccordSpendLayout) layout = accord_spend_find_layout (file, probe, NULL, NULL);
      g_autoptr (AccordSpendPreview) preview =
          accord_spend_preview (file, probe, layout, 0, NULL, NULL, NULL, NULL);
      const AccordRejection *found = NULL;

      for (guint j = 0; j < preview->rejections->len; j++)
        {
          const AccordRejection *rejection = g_ptr_array_index (preview->rejections, j);

          if (rejection->line == cases[i].line)
            found = rejection;
        }
      g_assert_nonnull (found);
      g_assert_cmpstr (found->reason, ==, cases[i].says);
    }
}

/* Opens, finds, previews; the sentence that stops it. */
static char *
refusal (GFile *file, int *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, &error);
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordSpendPreview) preview = NULL;

  if (probe != NULL)
    layout = accord_spend_find_layout (file, probe, NULL, &error);
  if (layout != NULL)
    preview = accord_spend_preview (file, probe, layout, 0, NULL, NULL, NULL, &error);
  g_assert_null (preview);
  g_assert_nonnull (error);
  g_assert_true (error->domain == ACCORD_EXCHANGE_ERROR);
  *code = error->code;
  return g_strdup (error->message);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *file;
    int code;
    const char *says;
  } cases[] = {
    { "supplier-totals.csv", ACCORD_EXCHANGE_ERROR_LAYOUT,
      "The file has no column of dates: it may hold totals, but not payments." },
    { "no-dates-in-column.csv", ACCORD_EXCHANGE_ERROR_LAYOUT,
      "The file has no column of dates: it may hold totals, but not payments." },
    { "no-headings.csv", ACCORD_EXCHANGE_ERROR_LAYOUT,
      "None of the first 40 rows of “no-headings.csv” names columns like supplier, date and amount." },
    { "headings-only.csv", ACCORD_EXCHANGE_ERROR_EMPTY, "“headings-only.csv” has headings but no payments." },
    { "month-first.csv", ACCORD_EXCHANGE_ERROR_DATES,
      "The dates in “month-first.csv” have the month before the day, as “04/25/2019” on line 3: have it "
      "saved with the day "
      "first, or as 2019-04-01." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = test_fixture (cases[i].file);
      g_autofree char *says = NULL;
      int code;

      says = refusal (file, &code);
      g_assert_cmpstr (says, ==, cases[i].says);
      g_assert_cmpint (code, ==, cases[i].code);
    }
}

static void
test_real_refused (void)
{
  g_autoptr (GFile) file = test_shared ("data/payments/lambeth-2011-02-supplier-totals.csv");
  g_autofree char *says = NULL;
  int code;

  if (file == NULL)
    {
      g_test_skip ("the real spend files are not here");
      return;
    }
  says = refusal (file, &code);
  g_assert_cmpint (code, ==, ACCORD_EXCHANGE_ERROR_LAYOUT);
  g_assert_nonnull (strstr (says, "no column of dates"));
}

/* A date heading that a person chooses over no dates at all is refused with the column's name. */
static void
test_wrong_column (void)
{
  g_autoptr (GFile) file = test_fixture ("no-dates-in-column.csv");
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
  g_autoptr (AccordSpendLayout) layout = accord_spend_find_layout (file, probe, NULL, NULL);
  g_autoptr (AccordSpendPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  accord_spend_layout_set_column (layout, ACCORD_SPEND_DATE, 1);
  preview = accord_spend_preview (file, probe, layout, 0, NULL, NULL, NULL, &error);
  g_assert_null (preview);
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_DATES);
  g_assert_nonnull (strstr (error->message, "“Payment Date”"));
}

static void
test_body (void)
{
  static const struct
  {
    const char *file;
    const char *body;
  } cases[] = { { "amount-with-blank.csv", "Alderbrook City Council" },
                { "title-rows.csv", "Millbank" },
                { "client-code.csv", "CCC" },
                { "no-reference.csv", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = test_fixture (cases[i].file);
      g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
      g_autoptr (AccordSpendLayout) layout = accord_spend_find_layout (file, probe, NULL, NULL);
      g_autoptr (AccordSpendPreview) preview =
          accord_spend_preview (file, probe, layout, 1, NULL, NULL, NULL, NULL);

      g_assert_cmpstr (preview->paying_body, ==, cases[i].body);
      g_assert_cmpuint (preview->samples->len, ==, 1);
    }
}

typedef struct
{
  gint64 last;
  gint64 total;
  guint n;
} Progress;

static void
note_progress (gint64 done, gint64 total, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, >=, progress->last);
  g_assert_cmpint (done, <=, total);
  progress->last = done;
  progress->total = total;
  progress->n++;
}

/* A large file tells how far it is, never backwards; cancelled, it stops. */
static void
test_progress (void)
{
  g_autoptr (GString) text = g_string_new ("Payee,Payment Date,Net Amount\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AccordCsvProbe) probe = NULL;
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordSpendPreview) preview = NULL;
  g_autoptr (AccordSpendPreview) stopped = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  GFile *file;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "Supplier %u,%02u/04/2019,%u.%02u\n", i, i % 28 + 1, i, i % 100);
  file = test_file_new (text->str, text->len);
  probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
  layout = accord_spend_find_layout (file, probe, NULL, NULL);
  preview = accord_spend_preview (file, probe, layout, 0, note_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->tally.n_rows, ==, 50000);
  g_assert_cmpuint (progress.n, >, 0);
  g_assert_cmpint (progress.total, ==, (gint64) text->len);
  g_cancellable_cancel (cancellable);
  stopped = accord_spend_preview (file, probe, layout, 0, NULL, NULL, cancellable, &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_file_free (file);
}

/* The sum of what cannot be added is not known; the rows are. */
static void
test_overflow (void)
{
  static const char text[] = "Payee,Payment Date,Net Amount\n"
                             "A,01/04/2019,92233720368547758.07\n"
                             "B,01/04/2019,0.01\n";
  GFile *file = test_file_new (text, strlen (text));
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, NULL);
  g_autoptr (AccordSpendLayout) layout = accord_spend_find_layout (file, probe, NULL, NULL);
  g_autoptr (AccordSpendPreview) preview =
      accord_spend_preview (file, probe, layout, 5, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (preview->tally.n_rows, ==, 2);
  g_assert_cmpint (preview->tally.pence, ==, ACCORD_MONEY_UNKNOWN);
  test_file_free (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-files/fixtures", test_fixtures);
  g_test_add_func ("/spend-files/fields", test_fields);
  g_test_add_func ("/spend-files/reasons", test_reasons);
  g_test_add_func ("/spend-files/refused", test_refused);
  g_test_add_func ("/spend-files/wrong-column", test_wrong_column);
  g_test_add_func ("/spend-files/body", test_body);
  g_test_add_func ("/spend-files/progress", test_progress);
  g_test_add_func ("/spend-files/overflow", test_overflow);
  g_test_add_func ("/spend-files/real", test_real);
  g_test_add_func ("/spend-files/real/refused", test_real_refused);
  return g_test_run ();
}
