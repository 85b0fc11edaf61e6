/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-error.h"
#include "spend-mapping.h"

#include <string.h>

static const char *const headings[] = {
  "Supplier Name", "Payment Date", "Gross", "Net", "Our Ref", "", NULL
};

static AccordSpendLayout *
make_layout (void)
{
  AccordSpendLayout *layout = accord_spend_layout_new (3, headings);

  accord_spend_layout_set_column (layout, ACCORD_SPEND_PAYEE, 0);
  accord_spend_layout_set_column (layout, ACCORD_SPEND_DATE, 1);
  accord_spend_layout_set_column (layout, ACCORD_SPEND_AMOUNT, 3);
  return layout;
}

static void
test_text (void)
{
  g_autoptr (AccordSpendLayout) layout = make_layout ();
  g_autoptr (AccordSpendLayout) other = accord_spend_layout_new (1, headings);
  g_autofree char *text = accord_spend_mapping_to_text (layout);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "payee=1\ndate=2\namount=4\n");
  accord_spend_layout_set_column (other, ACCORD_SPEND_REFERENCE, 4);
  g_assert_true (accord_spend_mapping_apply_text (other, text, &error));
  g_assert_no_error (error);
  again = accord_spend_mapping_to_text (other);
  g_assert_cmpstr (again, ==, text);
}

static void
test_text_refused (void)
{
  static const char *const texts[] = {
    "payee",    "payee=", "payee=0", "payee=7",       "payee=-1",
    "payee=1x", "boss=1", "=1",      "payee=1\ndate", "payee=99999999999999999999"
  };
  g_autoptr (AccordSpendLayout) layout = make_layout ();
  g_autofree char *before = accord_spend_mapping_to_text (layout);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (accord_spend_mapping_apply_text (layout, texts[i], &error));
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT);
      after = accord_spend_mapping_to_text (layout);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *words;
    const char *text;
  } cases[] = { { "payee=our ref", "payee=5\ndate=2\namount=4\n" },
                { "amount=Gross", "payee=1\ndate=2\namount=3\n" },
                { "amount=3", "payee=1\ndate=2\namount=3\n" },
                { "expense_type=6", "payee=1\ndate=2\namount=4\nexpense-type=6\n" },
                { "Paying-Body=6", "payee=1\ndate=2\namount=4\npaying-body=6\n" },
                { "date=", "payee=1\namount=4\n" },
                { "date=7", NULL },
                { "date=Month", NULL },
                { "boss=1", NULL },
                { "payee", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordSpendLayout) layout = make_layout ();
      g_autofree char *before = accord_spend_mapping_to_text (layout);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_spend_mapping_apply_words (layout, cases[i].words, &error)
                     == (cases[i].text != NULL));
      after = accord_spend_mapping_to_text (layout);
      g_assert_cmpstr (after, ==, cases[i].text != NULL ? cases[i].text : before);
      if (cases[i].text == NULL)
        g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT);
    }
}

/* Files of one layout share a fingerprint however they spell it; a column more or in another place is
 * another. */
static void
test_fingerprint (void)
{
  static const char *const same[] = { "supplier_name", "PaymentDate ", "gross", "NET", "our ref", NULL };
  static const char *const swapped[] = { "Payment Date", "Supplier Name", "Gross", "Net", "Our Ref", NULL };
  static const char *const fewer[] = { "Supplier Name", "Payment Date", "Gross", "Net", NULL };
  g_autoptr (AccordSpendLayout) layout = make_layout ();
  g_autoptr (AccordSpendLayout) a = accord_spend_layout_new (1, same);
  g_autoptr (AccordSpendLayout) b = accord_spend_layout_new (1, swapped);
  g_autoptr (AccordSpendLayout) c = accord_spend_layout_new (1, fewer);
  g_autofree char *key = accord_spend_mapping_dup_setting_key (layout, "Alderbrook Council");
  g_autofree char *same_key = accord_spend_mapping_dup_setting_key (a, "ALDERBROOK  council");
  g_autofree char *other_key = accord_spend_mapping_dup_setting_key (a, "Millbank");

  g_assert_cmpstr (accord_spend_layout_get_fingerprint (layout), ==, accord_spend_layout_get_fingerprint (a));
  g_assert_cmpstr (accord_spend_layout_get_fingerprint (layout), !=, accord_spend_layout_get_fingerprint (b));
  g_assert_cmpstr (accord_spend_layout_get_fingerprint (layout), !=, accord_spend_layout_get_fingerprint (c));
  g_assert_cmpstr (key, ==, same_key);
  g_assert_cmpstr (key, !=, other_key);
}

static void
test_check (void)
{
  static const AccordSpendColumn needed[] = { ACCORD_SPEND_PAYEE, ACCORD_SPEND_DATE, ACCORD_SPEND_AMOUNT };
  g_autoptr (AccordSpendLayout) layout = make_layout ();
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_spend_layout_check (layout, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autoptr (AccordSpendLayout) copy = accord_spend_layout_copy (layout);

      accord_spend_layout_set_column (copy, needed[i], -1);
      g_assert_false (accord_spend_layout_check (copy, &error));
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT);
      g_clear_error (&error);
      accord_spend_layout_set_column (copy, needed[i],
                                      accord_spend_layout_get_column (layout, needed[(i + 1) % 3]));
      g_assert_false (accord_spend_layout_check (copy, &error));
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT);
      g_clear_error (&error);
    }
}

static void
test_notes (void)
{
  g_autoptr (AccordSpendLayout) layout = make_layout ();
  g_autofree char *amount = accord_spend_layout_dup_amount_note (layout);
  g_autofree char *date = accord_spend_layout_dup_date_note (layout);
  g_autofree char *unnamed = NULL;

  g_assert_cmpstr (amount, ==, "Amounts are read from “Net”, which is without VAT, and not from “Gross”.");
  g_assert_cmpstr (date, ==, "Dates are read from “Payment Date”.");
  accord_spend_layout_set_column (layout, ACCORD_SPEND_DATE, 5);
  unnamed = accord_spend_layout_dup_date_note (layout);
  g_assert_cmpstr (unnamed, ==, "Dates are read from “column 6” and not from “Payment Date”.");
}

static void
test_widths (void)
{
  g_autoptr (AccordSpendLayout) layout = make_layout ();

  g_assert_cmpuint (accord_spend_layout_get_n_headings (layout), ==, 6);
  g_assert_cmpuint (accord_spend_layout_get_n_named (layout), ==, 5);
  g_assert_cmpuint (accord_spend_layout_get_header_line (layout), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-layout/text", test_text);
  g_test_add_func ("/spend-layout/text/refused", test_text_refused);
  g_test_add_func ("/spend-layout/words", test_words);
  g_test_add_func ("/spend-layout/fingerprint", test_fingerprint);
  g_test_add_func ("/spend-layout/check", test_check);
  g_test_add_func ("/spend-layout/notes", test_notes);
  g_test_add_func ("/spend-layout/widths", test_widths);
  return g_test_run ();
}
