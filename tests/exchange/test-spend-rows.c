/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"
#include "exchange-error.h"
#include "money.h"
#include "spend-finder.h"
#include "spend-preview.h"
#include "support.h"

#include <string.h>

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
  g_test_add_func ("/spend-files/fields", test_fields);
  g_test_add_func ("/spend-files/reasons", test_reasons);
  g_test_add_func ("/spend-files/refused", test_refused);
  g_test_add_func ("/spend-files/wrong-column", test_wrong_column);
  g_test_add_func ("/spend-files/body", test_body);
  g_test_add_func ("/spend-files/progress", test_progress);
  g_test_add_func ("/spend-files/overflow", test_overflow);
  g_test_add_func ("/spend-files/real/refused", test_real_refused);
  return g_test_run ();
}
