/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* Sums that must agree whatever is typed. */

enum
{
  WHAT,
  VERDICT,
  ONE,
  OTHER,
  DIFFERENCE,
};

#define ALL_ROW (ACCORD_BOOK_LABEL_ROW - 1)

typedef struct
{
  AccordBook *book;
  AccordBookSheet *sheet;
  guint row;
} Checks;

static void
check (Checks *self, const char *what, double value, const char *one, const char *other)
{
  const AccordRef difference = accord_ref (NULL, self->row, DIFFERENCE, ACCORD_REF_MOVES);
  g_autofree char *agree = accord_book_quote (_ ("agrees"));
  g_autofree char *differ = accord_book_quote (_ ("differs"));

  accord_book_text (self->sheet, self->row, WHAT, ACCORD_BOOK_PLAIN, what);
  accord_book_formula (self->sheet, self->row, ONE, ACCORD_BOOK_MONEY, value, "%s", one);
  accord_book_formula (self->sheet, self->row, OTHER, ACCORD_BOOK_MONEY, value, "%s", other);
  accord_book_formula (self->sheet, self->row, DIFFERENCE, ACCORD_BOOK_MONEY, 0, "ROUND(%s-%s,2)",
                       accord_ref (NULL, self->row, ONE, ACCORD_REF_MOVES).text,
                       accord_ref (NULL, self->row, OTHER, ACCORD_REF_MOVES).text);
  accord_book_words (self->sheet, self->row, VERDICT, ACCORD_BOOK_RIGHT, _ ("agrees"), "IF(%s=0,%s,%s)",
                     difference.text, agree, differ);
  self->row++;
}

static AccordRef
figure (Checks *self, guint option, guint which)
{
  const AccordBookOption *place = &self->book->options[option];

  return accord_ref (place->sheet, place->figures + which, ACCORD_FIGURES_NET, ACCORD_REF_FIXED);
}

/* The figures of a group add up to another. */
static void
check_parts (Checks *self, guint option, const char *what, guint first, guint n, guint whole)
{
  const AccordCbaSums *sums = &accord_book_result (self->book, option)->net;
  const AccordBookOption *place = &self->book->options[option];
  g_autofree char *parts = g_strdup_printf (
      "SUM(%s)", accord_range (place->sheet, place->figures + first, ACCORD_FIGURES_NET,
                               place->figures + first + n - 1, ACCORD_FIGURES_NET, ACCORD_REF_FIXED)
                     .text);

  check (self, what, accord_book_figure_value (sums, whole).value, parts, figure (self, option, whole).text);
}

/* A column of the organisations adds up to a figure; @column counts from their names. */
static void
check_positions (Checks *self, guint option, const char *what, guint column, guint whole)
{
  const AccordCbaSums *sums = &accord_book_result (self->book, option)->net;
  const guint first = self->book->options[option].positions;
  g_autofree char *parts =
      g_strdup_printf ("SUM(%s)", accord_range (self->book->sheets[ACCORD_BOOK_ORGANISATIONS], first, column,
                                                first + self->book->n_organisations, column, ACCORD_REF_FIXED)
                                      .text);

  check (self, what, accord_book_figure_value (sums, whole).value, parts, figure (self, option, whole).text);
}

/* The discounted years add up to the present values, and the last cumulative is the net. */
static void
check_years (Checks *self, guint option)
{
  const AccordBookOption *place = &self->book->options[option];
  const AccordCbaSums *sums = &accord_book_result (self->book, option)->net;
  const guint last = ACCORD_CALCULATION_YEARS + self->book->n_years - 1;
  const AccordRef end =
      accord_ref (place->sheet, place->net + ACCORD_BY_YEAR_PRESENT_CUMULATIVE, last, ACCORD_REF_FIXED);

  check (self, _ ("The years, discounted, add up to the net present social value"), sums->npsv / 100,
         end.text, figure (self, option, ACCORD_BOOK_NPSV).text);
}

/* Every outcome is shared out whole, and nobody has a share below nought. */
static void
check_shares (Checks *self)
{
  const AccordBook *book = self->book;
  const AccordBookSheet *outcomes = book->sheets[ACCORD_BOOK_OUTCOMES];
  const guint nobody = ACCORD_OUTCOMES_SHARES + book->n_organisations;

  for (guint i = 0; i < book->cba->options->len && book->n_organisations > 0; i++)
    for (guint j = 0; j < accord_book_option (book, i)->outcomes->len; j++)
      {
        const AccordCbaOutcome *outcome = accord_book_option (book, i)->outcomes->pdata[j];
        const guint row = book->options[i].outcomes + j;
        const AccordRef left = accord_ref (outcomes, row, nobody, ACCORD_REF_FIXED);
        g_autofree char *what = g_strdup_printf (_ ("Shares add up: %s"), outcome->name);
        g_autofree char *whole = g_strdup_printf ("MAX(1,1-%s)", left.text);

        check (self, what, 1, whole, "1");
      }
}

static void
check_option (Checks *self, guint option)
{
  accord_book_text (self->sheet, self->row++, WHAT, ACCORD_BOOK_SECTION,
                    accord_book_option (self->book, option)->name);
  check_parts (self, option, _ ("Classes add up to the benefits"), ACCORD_BOOK_CLASS, 3, ACCORD_BOOK_PVB);
  check_parts (self, option, _ ("Cashable classes add up to what is cashable"), ACCORD_BOOK_CASHABLE_CLASS, 3,
               ACCORD_BOOK_CASHABLE);
  check_parts (self, option, _ ("Kinds add up to the costs"), ACCORD_BOOK_KIND, 3, ACCORD_BOOK_PVC);
  check_parts (self, option, _ ("Recurrent and one-off costs add up to the costs"), ACCORD_BOOK_COST_TIMING,
               2, ACCORD_BOOK_PVC);
  check_parts (self, option, _ ("Recurrent and one-off benefits add up to the benefits"),
               ACCORD_BOOK_BENEFIT_TIMING, 2, ACCORD_BOOK_PVB);
  check_positions (self, option, _ ("Organisations’ costs add up to the costs"), 1, ACCORD_BOOK_PVC);
  check_positions (self, option, _ ("Organisations’ benefits add up to the benefits"), 2, ACCORD_BOOK_PVB);
  check_positions (self, option, _ ("Organisations’ nets add up to the net present social value"), 4,
                   ACCORD_BOOK_NPSV);
  check_years (self, option);
  self->row++;
}

/**
 * accord_book_write_checks:
 * @self: a workbook in the making whose other sheets are written
 *
 * Writes the sums that must agree, and over them whether they do.
 */
void
accord_book_write_checks (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_CHECKS];
  Checks checks = { self, sheet, ACCORD_BOOK_FIRST_ROW };
  const char *const headings[] = { _ ("Check"), _ ("Verdict"), _ ("One sum"), _ ("The other"),
                                   _ ("Difference") };
  g_autofree char *all = accord_book_quote (_ ("all agree"));
  g_autofree char *some = accord_book_quote (_ ("some differ: see the sheet of checks"));
  g_autofree char *wrong = NULL;
  AccordRef differences;

  accord_book_head (self, sheet, 0, _ ("Checks"), _ ("Sums that must agree whatever is typed."));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, i,
                      i == WHAT ? ACCORD_BOOK_HEADING : ACCORD_BOOK_HEADING_RIGHT, headings[i]);
  for (guint i = 0; i < self->cba->options->len; i++)
    check_option (&checks, i);
  check_shares (&checks);
  differences =
      accord_range (NULL, ACCORD_BOOK_FIRST_ROW, DIFFERENCE, checks.row, DIFFERENCE, ACCORD_REF_FIXED);
  accord_book_text (sheet, ALL_ROW, WHAT, ACCORD_BOOK_STRONG, _ ("All checks"));
  wrong = g_strdup_printf ("SUMPRODUCT((%s<>0)*1)", differences.text);
  accord_book_words (sheet, ALL_ROW, VERDICT, ACCORD_BOOK_RIGHT, _ ("all agree"),
                     "IF(ISERROR(%s),%s,IF(%s=0,%s,%s))", wrong, some, wrong, all, some);
  accord_book_sheet_set_widths (sheet, WHAT, WHAT, 62);
  accord_book_sheet_set_widths (sheet, VERDICT, DIFFERENCE, 20);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_LABEL_ROW + 1, 0, 0);
}
